(** * Objectives: their values, by the formulas of docs/language-reference.md. Features are columns. *)
From Coq Require Import QArith List Bool.
From Refute Require Import outcome number matrix view top quantity.
Import ListNotations.
Local Open Scope Q_scope.

(** ** Supervised. *)
(** E ||v(A)||^2 of labels. *)
Definition whole (P : view) (labels : matrix) : Q := total (map (fun v => dot (q P) (times v v)) labels).
(** min_W E ||W Phi(X) - v(A)||^2, by the normal equations. *)
Definition risk (P : view) (labels features : matrix) : outcome Q :=
  let basis := leftmost features in
  let means := map (apply (T P)) labels in
  let right := map (fun f => map (dot (times (p P) f)) means) basis in
  match solve (length basis) (on_vectors basis (D P)) (length means) right with
  | Some best => Value (sub (whole P labels) (total (zip dot right best)))
  | None => NotShown
  end.
Definition centred_labels (P : view) (labels : matrix) : matrix := map (centred (transposed P)) labels.

(** ** Two sides, and kernels. *)
(** E ||Phi(X) - Psi(A)||^2 *)
Definition apart (P : view) (on_X on_A : matrix) : Q :=
  let square x y := let step := sub x y in mul step step in
  let one f g := total (zip (fun x r => total (zip (fun y w => mul w (square x y)) g r)) f (joint P)) in
  total (zip one on_X on_A).
(** D k D of a symmetric kernel. *)
Definition kernel_form (w : vector) (k : matrix) : outcome matrix :=
  if symmetric k then Value (zip (fun x r => scaled x (times r w)) w k) else Undefined.
Definition kise (w : vector) (k features : matrix) : outcome Q :=
  let* form := kernel_form w k in
  Value (total (map (fun f => sub (dot w (times f f)) (dot f (apply form f))) (less_means w features))).
(** Phi Psi^T *)
Definition factored (P : view) (on_X on_A : matrix) : matrix :=
  let b := columns (M P) on_A in map (fun u => map (dot u) b) (columns (N P) on_X).
Definition low_rank (P : view) (on_X on_A : matrix) : Q :=
  let F := factored P on_X on_A in
  sub (form (map (map (fun x => mul x x)) F) (p P) (q P)) (mul 2 (total (zip dot (joint P) F))).
(** <phi_i, K phi_i> *)
Definition parts (P : view) (features : matrix) : vector := map (fun f => form (DK P) f f) features.
