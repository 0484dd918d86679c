(** * Objectives: their values, by the formulas of docs/language-reference.md. Features are columns. *)
From Coq Require Import QArith List Bool.
From Refute Require Import outcome number series matrix view top value quantity.
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

(** ** Losses that are trained, of features on A; their pairs have the table [DK] of the other side. *)
(** <Psi(a), Psi(b)> *)
Definition similarities (P : view) (features : matrix) : matrix :=
  let b := columns (M P) features in map (fun u => map (dot u) b) b.
(** sum_(a,b) J(a,b) f(a,b) *)
Definition on_pairs (P : view) (f : matrix) : Q := total (zip dot (DK (transposed P)) f).
(** E[-2 <Psi(A), Psi(A+)> + <Psi(A), Psi(A-)>^2] *)
Definition spectral_contrastive (P : view) (features : matrix) : Q :=
  let f := similarities P features in
  sub (form (map (map (fun x => mul x x)) f) (q P) (q P)) (mul 2 (on_pairs P f)).
(** The sum of the entries, of those on the diagonal by one function and of the others by another. *)
Definition split (on_diagonal off_diagonal : nat -> nat -> Q) (d : nat) : Q :=
  let places := seq 0 d in
  let entry i j := if Nat.eqb i j then on_diagonal i j else off_diagonal i j in
  total (map (fun i => total (map (entry i) places)) places).
Definition entry (m : matrix) (i j : nat) : Q := at_ (nth i m []) j.
(** sum_i (1 - C_ii)^2 + factor sum_(i != j) C_ij^2 *)
Definition barlow_twins (P : view) (features : matrix) (factor : Q) : outcome Q :=
  let back := transposed P in
  let features := map (centred back) features in
  let d := length features in
  let own := on_vectors features (D back) in
  let shared := on_vectors features (DK back) in
  let lack i j := let c := sub 1 (div (entry shared i j) (entry own i j)) in mul c c in
  let redundant i j :=
    let c := entry shared i j in mul factor (div (mul c c) (mul (entry own i i) (entry own j j))) in
  if existsb vanishes features then Undefined else Value (split lack redundant d).
Definition vicreg (P : view) (features : matrix) (invariance variance decorrelation eps : Q) : outcome interval :=
  let back := transposed P in
  let features := map (centred back) features in
  let d := length features in
  let own := on_vectors features (D back) in
  let positive_part i := Between (greatest (lo i) 0) (greatest (hi i) 0) in
  let lack r := positive_part (i_sub (point 1) r) in
  if Nat.eqb d 0 then Undefined
  else
    let* roots := gather (map (fun j => i_root (point (add (entry own j j) eps))) (seq 0 d)) in
    let squares := split (fun _ _ => 0) (fun i j => let c := entry own i j in mul c c) d in
    let sides := i_add (i_mul (point variance) (i_total (map lack roots))) (point (mul decorrelation squares)) in
    let apart := mul invariance (total (map (dispersion P) features)) in
    Value (i_add (point apart) (i_mul (point (div 2 (inject_Z (Z.of_nat d)))) sides)).
(** [E_A ln E_(A-) exp f(A, A-) - E f(A, A+)] *)
Definition nce (P : view) (f : list (list interval)) : outcome interval :=
  let w := map point (q P) in
  let* exponentials := gather (map (fun r => gather (map exponential r)) f) in
  let* logarithms := gather (map (fun r => logarithm (i_dot w r)) exponentials) in
  let together := i_total (zip (fun r f => i_dot (map point r) f) (DK (transposed P)) f) in
  Value (i_sub (i_dot w logarithms) together).
Definition info_nce (P : view) (features : matrix) (temperature : Q) : outcome interval :=
  if at_most temperature 0 then Undefined
  else nce P (map (map (fun x => point (div x temperature))) (similarities P features)).
Definition nt_xent (P : view) (features : matrix) (temperature : Q) : outcome interval :=
  let f := similarities P features in
  let points := seq 0 (M P) in
  let direction a b :=
    let* norms := i_root (point (mul (entry f a a) (entry f b b))) in
    i_div (point (div (entry f a b) temperature)) norms in
  if at_most temperature 0 || existsb (fun a => is_zero (entry f a a)) points then Undefined
  else
    let* cosines := gather (map (fun a => gather (map (direction a) points)) points) in nce P cosines.
