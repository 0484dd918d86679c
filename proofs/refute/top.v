(** * What pencils show: docs/certificates.md, "Seen from a span". *)
From Coq Require Import QArith List Bool.
From Refute Require Import outcome number matrix facts.
Import ListNotations.
Local Open Scope Q_scope.

(** In the basis of functions of mean zero [e_i / p_i - e_n / p_n]. *)
Definition mean_zero_basis (weights : vector) : matrix :=
  let n := length weights in
  let entry i j :=
    if Nat.eqb i j then div 1 (at_ weights i) else if Nat.eqb (S j) n then div (-1) (at_ weights j) else 0 in
  map (fun i => map (entry i) (seq 0 n)) (seq 0 (n - 1)).
(** A form and the inner product there. *)
Definition on_mean_zero (form : matrix) (weights : vector) : matrix * matrix :=
  let basis := mean_zero_basis weights in (on_vectors basis form, on_vectors basis (diagonal weights)).
(** Columns centred, for weights of any sum. *)
Definition less_means (weights : vector) (cs : matrix) : matrix :=
  map (fun f => let m := div (dot weights f) (total weights) in map (fun x => sub x m) f) cs.
Definition orthonormal (weights : vector) (cs : matrix) : bool :=
  equal_matrices (on_vectors cs (diagonal weights)) (identity (length cs)).

Section Top.
Variable known : list fact.

(** The eigenvalues of a pair of matrices, the largest first; none for one without a bound. *)
Definition eigenvalues (pair : matrix * matrix) : list (option interval) :=
  let (form, mass) := pair in
  fold_left (fun found f => match f with
    | PencilIs a b l => if equal_matrices a form && equal_matrices b mass then zip intersected found l else found
    | _ => found end) known (repeat None (length form)).
(** One that a number needs; the first so many, or all. *)
Definition numbered (form mass : matrix) (i : Z) : outcome interval :=
  if (Z.leb 1 i && Z.leb i (Z.of_nat (length form)))%bool
  then if_some (nth (Z.to_nat i - 1) (eigenvalues (form, mass)) None) NotShown else Undefined.
Definition leading (pair : matrix * matrix) (count : Z) : outcome (list interval) :=
  let found := eigenvalues pair in
  let count := Z.to_nat (Z.min count (Z.of_nat (length found))) in
  gather (map (fun x => if_some x NotShown) (firstn count found)).

(** How eigenvalues compare; a truth that is not decided without bounds. *)
Definition how (relation : interval -> interval -> truth) (a b : option interval) : truth :=
  match a, b with Some a, Some b => relation a b | _, _ => None end.
Definition holds (t : truth) : bool := match t with Some true => true | _ => false end.
Definition fails (t : truth) : bool := match t with Some false => true | _ => false end.
(** True if all are equal points in their order, false if one pair is disjoint. *)
Definition agree (a b : list (option interval)) : truth := fold_right conjunction (Some true) (zip (how i_eq) a b).

(** Whether columns V are at the top of (A, D) for as many features; on mean zero, of centred columns. *)
Definition at_top (form : matrix) (weights : vector) (cs : matrix) (mean_zero : bool) : truth :=
  let mass := diagonal weights in
  let basis := leftmost cs in
  let r := length basis in
  let every := eigenvalues (if mean_zero then on_mean_zero form weights else (form, mass)) in
  let own := eigenvalues (on_vectors basis form, on_vectors basis mass) in
  let missed := map (how i_lt (Some (point 0))) (firstn (length cs - r) (skipn r every)) in
  if existsb holds missed || existsb holds (zip (how i_lt) own every) then Some false
  else if negb (forallb fails missed) then None
  else if Nat.eqb r 0 || Nat.eqb r (length every) || holds (agree own every) then Some true
  else
    let images := map (fun f => zip div (apply form f) weights) basis in
    let images := if mean_zero then less_means weights images else images in
    if Nat.eqb (rank (basis ++ images)) r && holds (how i_lt (nth r every None) (nth (r - 1) own None))
    then Some true else None.
End Top.
