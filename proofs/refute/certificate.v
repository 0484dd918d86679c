(** * Certificates as data: docs/certificates.md, "The file". *)
From Coq Require Import QArith List String.
From Refute Require Import matrix.
Import ListNotations.

(** A variable's value. Labels of points are left out. *)
Inductive given :=
| Rational (q : Q)
| PointAt (index : nat)
| Rows (table : matrix)
| Joint (table : matrix)
| Functions (left right : matrix).

(** One half of a bound: a number that needs nothing (0 from below, 1 from above), or one with what shows it. *)
Inductive lower := FromZero | From (bound : Q) (family : matrix) (floor : Q) (lower_psd floor_psd : list square).
Inductive upper := ToOne | To (bound : Q) (outside : matrix) (multiplier : Q) (upper_psd : list square).
Inductive bound := Bound (index : nat) (l : lower) (u : upper).
(** A function with the share that a task has in its direction. *)
Inductive share := Share (weight : Q) (function : vector).
(** A bound of an error from above: [psd] with its multipliers. *)
Inductive error_below := ErrorBelow (upper multiplier constant : Q) (psd : list square).

(** Which context: a variable, as it is or with X and A exchanged. *)
Inductive about := Straight (variable : string) | Transposed (variable : string).
Inductive witness :=
| Spectrum (of : about) (bounds : list bound)
| SingularSystem (of : about) (left right : matrix)
| Ritz (of : about) (features : matrix) (bounds : list bound)
| Learns (of : about) (features : matrix) (level : Q) (inside : list square) (multiplier : Q) (outside : list square)
| MissesTop (of : about) (features : matrix) (level : Q) (family : matrix) (floor : Q) (floor_psd : list square)
    (low : matrix) (low_psd : list square)
| WorstError (of : about) (features : matrix) (eps : Q) (least : option Q) (task : list share)
    (most : option error_below)
| HasTask (of : about) (features : matrix) (rho : Q) (task : option (list share)) (most : option error_below)
| Pencil (form mass : matrix) (bounds : list bound).

Record certificate := Certificate { instance : list (string * given); witnesses : list witness }.
