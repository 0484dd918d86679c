(** * Rational matrices as lists of rows; vectors as lists. *)
From Coq Require Import QArith List Bool.
From Refute Require Import number.
Import ListNotations.
Local Open Scope Q_scope.

Definition vector := list Q.
Definition matrix := list vector.
Definition at_ (v : vector) (i : nat) : Q := nth i v 0.

Fixpoint zip {A B C} (f : A -> B -> C) (u : list A) (v : list B) : list C :=
  match u, v with a :: u, b :: v => f a b :: zip f u v | _, _ => [] end.
Definition times (u v : vector) : vector := zip mul u v.
Definition dot (u v : vector) : Q := total (times u v).
Definition scaled (c : Q) (v : vector) : vector := map (mul c) v.
Definition minus (u v : vector) : vector := zip sub u v.
Definition vanishes (v : vector) : bool := forallb is_zero v.
Definition equal_vectors (u v : vector) : bool :=
  Nat.eqb (length u) (length v) && forallb (fun b => b) (zip same u v).
Definition equal_matrices (a b : matrix) : bool :=
  Nat.eqb (length a) (length b) && forallb (fun b => b) (zip equal_vectors a b).
(** As many vectors of as many numbers. *)
Definition shaped (count size : nat) (m : matrix) : bool :=
  Nat.eqb (length m) count && forallb (fun v => Nat.eqb (length v) size) m.

Definition columns (width : nat) (m : matrix) : matrix := map (fun j => map (fun r => at_ r j) m) (seq 0 width).
Definition apply (m : matrix) (v : vector) : vector := map (fun r => dot r v) m.
Definition product (width : nat) (a b : matrix) : matrix :=
  let cs := columns width b in map (fun r => map (dot r) cs) a.
Definition plus (a b : matrix) : matrix := zip (zip add) a b.
Definition scale (c : Q) (m : matrix) : matrix := map (scaled c) m.
Definition less (a b : matrix) : matrix := plus a (scale (-1) b).
Definition outer (u v : vector) : matrix := map (fun x => scaled x v) u.
Definition diagonal (v : vector) : matrix :=
  zip (fun i x => map (fun j => if Nat.eqb i j then x else 0) (seq 0 (length v))) (seq 0 (length v)) v.
Definition identity (n : nat) : matrix := diagonal (repeat 1 n).
Definition form (m : matrix) (u v : vector) : Q := dot u (apply m v).
(** The matrix of [form m] on some vectors. *)
Definition on_vectors (vs : matrix) (m : matrix) : matrix :=
  let images := map (apply m) vs in map (fun u => map (dot u) images) vs.
Definition trace (m : matrix) : Q := total (zip (fun i r => at_ r i) (seq 0 (length m)) m).
Definition symmetric (m : matrix) : bool := equal_matrices m (columns (length m) m).

(** ** Elimination. *)
(** The first row with an entry at j, the number of those before it, and the others in their order. *)
Fixpoint pick (j : nat) (rows : matrix) : option (nat * vector * matrix) :=
  match rows with
  | [] => None
  | r :: rest =>
      if is_zero (at_ r j) then
        match pick j rest with Some (k, found, others) => Some (S k, found, r :: others) | None => None end
      else Some (O, r, rest)
  end.
Definition clear (j : nat) (pivot : vector) (r : vector) : vector := minus r (scaled (at_ r j) pivot).
(** The reduced rows with pivots in the columns [js], the other rows, the columns of the pivots. *)
Fixpoint eliminate (js : list nat) (finished rest : matrix) (pivots : list nat) : matrix * matrix * list nat :=
  match js with
  | [] => (finished, rest, pivots)
  | j :: js =>
      match pick j rest with
      | None => eliminate js finished rest pivots
      | Some (_, r, others) =>
          let r := scaled (div 1 (at_ r j)) r in
          eliminate js (map (clear j r) finished ++ [r]) (map (clear j r) others) (pivots ++ [j])
      end
  end.
Definition echelon (width : nat) (m : matrix) := eliminate (seq 0 width) [] m [].
(** The places of the leftmost maximal independent ones of some vectors of one size. *)
Definition independent (vs : matrix) : list nat :=
  match vs with [] => [] | v :: _ => snd (echelon (length vs) (columns (length v) vs)) end.
Definition leftmost (vs : matrix) : matrix := map (fun j => nth j vs []) (independent vs).
Definition rank (vs : matrix) : nat := length (independent vs).
(** Some Y of as many columns with [m Y = right]; [width] is the number of columns of m. *)
Fixpoint row_of_pivot (j : nat) (pivots : list nat) (rows : matrix) : option vector :=
  match pivots, rows with
  | i :: pivots, r :: rows => if Nat.eqb i j then Some r else row_of_pivot j pivots rows
  | _, _ => None
  end.
Definition solve (width : nat) (m : matrix) (right_width : nat) (right : matrix) : option matrix :=
  let '(finished, rest, pivots) := echelon width (zip (@app Q) m right) in
  if forallb vanishes rest then
    Some (map (fun j => match row_of_pivot j pivots finished with
                        | Some r => skipn width r
                        | None => repeat 0 right_width
                        end) (seq 0 width))
  else None.
Definition inverse (n : nat) (m : matrix) : option matrix :=
  if Nat.eqb (rank m) n then solve n m n (identity n) else None.
Fixpoint determinant (n : nat) (m : matrix) : Q :=
  match n with
  | O => 1
  | S n =>
      match pick 0 m with
      | None => 0
      | Some (k, r, others) =>
          let head := at_ r 0 in
          let others := map (fun x => tl (clear 0 (scaled (div 1 head) r) x)) others in
          mul (if Nat.even k then head else Qopp head) (determinant n others)
      end
  end.

(** ** Positive definite, by the pivots of a symmetric elimination in the order of the rows. *)
Definition below_pivot (r : vector) (rest : matrix) : matrix :=
  let d := at_ r 0 in map (fun x => tl (minus x (scaled (div (at_ x 0) d) r))) rest.
Fixpoint pivots_positive (n : nat) (m : matrix) : bool :=
  match n, m with
  | S n, r :: rest => below 0 (at_ r 0) && pivots_positive n (below_pivot r rest)
  | O, [] => true
  | _, _ => false
  end.
(** No pivot is negative, nor is a row other than zero whose pivot is 0. *)
Fixpoint pivots_not_negative (n : nat) (m : matrix) : bool :=
  match n, m with
  | S n, r :: rest =>
      if is_zero (at_ r 0) then vanishes r && pivots_not_negative n (map (@tl Q) rest)
      else below 0 (at_ r 0) && pivots_not_negative n (below_pivot r rest)
  | O, [] => true
  | _, _ => false
  end.
Definition positive_definite (m : matrix) : bool := symmetric m && pivots_positive (length m) m.

(** ** Positive semidefinite, by squares. *)
(** A square [weight v v^T]. *)
Inductive square := Square (weight : Q) (v : vector).
Definition remainder (m : matrix) (squares : list square) : matrix :=
  fold_left (fun rest s => let '(Square w v) := s in less rest (outer (scaled w v) v)) squares m.
(** A symmetric matrix is the squares and something diagonally dominant. *)
Definition positive_semidefinite (m : matrix) (squares : list square) : bool :=
  let n := length m in
  shaped n n m && symmetric m &&
  forallb (fun s => let '(Square w v) := s in at_most 0 w && Nat.eqb (length v) n) squares &&
  forallb (fun b => b)
    (zip (fun i r => at_most (total (map absolute r)) (add (at_ r i) (absolute (at_ r i))))
         (seq 0 n) (remainder m squares)).
