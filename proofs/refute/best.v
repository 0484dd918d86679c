(** * Objectives: whether an encoder is best, what the best value is, and the table of their names. *)
From Coq Require Import String QArith List Bool.
From Refute Require Import outcome number matrix view facts top value quantity learning objective.
Import ListNotations.
Local Open Scope Q_scope.

Section Objectives.
Variables (contexts : list view) (known_facts : list fact).

(** ** Whether an encoder is best. *)
(** (D y)(D y)^T, and that of y = T v. *)
Definition of_means (w : vector) (means : matrix) : matrix :=
  let rows := columns (length w) (map (times w) means) in map (fun u => map (dot u) rows) rows.
Definition of_labels (P : view) (labels : matrix) : matrix := of_means (p P) (map (apply (T P)) labels).
Definition best_supervised (P : view) (labels features : matrix) : truth :=
  at_top known_facts (of_labels P labels) (p P) features false.
(** W(x,a) = P(x,a) / r_a with r_a^2 = q(a) / q(a_1), where these roots are rational. *)
Definition best_balanced (P : view) (features : matrix) : truth :=
  match all_some (map (fun w => exact_root (div w (at_ (q P) 0))) (q P)) with
  | None => None
  | Some roots =>
      let cells := map (fun r => zip div r roots) (joint P) in
      let w := map total cells in
      let means := columns (M P) (zip (fun r x => map (fun c => div c x) r) cells w) in
      at_top known_facts (of_means w (less_means w means)) w (less_means w features) false
  end.
(** The covariance is I, and the centred features are at the top of a form on mean zero. *)
Definition best_of_covariance (w : vector) (form features : matrix) : truth :=
  let features := less_means w features in
  if orthonormal w features then at_top known_facts form w features true else Some false.
Definition orthonormal_centred (P : view) (features : matrix) : bool :=
  orthonormal (p P) features && forallb (fun f => is_zero (mean P f)) features.
Definition spectrum_of (P : view) : list (option interval) := eigenvalues known_facts (on_mean_zero (DK P) (p P)).
Definition points_of (l : vector) : list (option interval) := map (fun x => Some (point x)) l.
Definition squared (x : option interval) : option interval := option_map (fun i => i_mul i i) x.

Definition best_contrastive (P : view) (features : matrix) : truth :=
  let back := transposed P in
  let features := map (centred back) features in
  let d := length features in
  let gram := on_vectors features (D back) in
  if equal_matrices (columns (M P) (map (apply (K back)) features)) (product d (columns (M P) features) gram)
  then agree (eigenvalues known_facts (gram, identity d)) (spectrum_of back ++ points_of (repeat 0 d))
  else Some false.
(** The same of features that are not centred. *)
Definition best_spectral_contrastive (P : view) (features : matrix) : truth :=
  let back := transposed P in
  let d := length features in
  let gram := on_vectors features (D back) in
  if equal_matrices (columns (M P) (map (apply (K back)) features)) (product d (columns (M P) features) gram)
  then agree (eigenvalues known_facts (gram, identity d))
             (eigenvalues known_facts (DK back, D back) ++ points_of (repeat 0 d))
  else Some false.
Definition best_low_rank (P : view) (on_X on_A : matrix) : truth :=
  let F := factored P on_X on_A in
  let rest := less (map (fun r => zip div r (q P)) (T P)) F in
  let F_columns := columns (M P) F in
  let stationary :=
    forallb (fun u => forallb (fun v => is_zero (dot u (times (q P) v))) F) rest &&
    forallb (fun u => forallb (fun v => is_zero (dot u (times (p P) v))) F_columns) (columns (M P) rest) in
  let weighted := zip scaled (p P) F in
  let form := map (fun u => map (fun v => dot u (times (q P) v)) weighted) weighted in
  if stationary
  then agree (firstn (length on_X) (eigenvalues known_facts (form, D P))) (eigenvalues known_facts (DK P, D P))
  else Some false.
Definition best_two_sided (P : view) (on_X on_A : matrix) : truth :=
  let d := length on_X in
  let on_X := less_means (p P) on_X in
  let on_A := less_means (q P) on_A in
  let cross := map (fun f => map (fun g => form (joint P) f g) on_A) on_X in
  if Nat.ltb d (Nat.min (N P) (M P)) && orthonormal (p P) on_X && orthonormal (q P) on_A && symmetric cross then
    let values := eigenvalues known_facts (cross, identity d) in
    if existsb (fun x => holds (how i_lt x (Some (point 0)))) values then Some false
    else agree (map squared values) (spectrum_of P)
  else Some false.
(** Undefined unless c_1 > ... > c_d > 0. *)
Fixpoint decrease (c : vector) : bool :=
  match c with [] => true | x :: r => below (match r with y :: _ => y | [] => 0 end) x && decrease r end.
Definition best_nested (P : view) (c features : matrix) : outcome truth :=
  if decrease (map (fun r => at_ r 0) c) then
    Value (if orthonormal_centred P features then agree (points_of (parts P features)) (spectrum_of P)
           else Some false)
  else Undefined.

(** ** The best values, of d features. *)
Definition from_zero (last d : Z) {A} (found : outcome A) : outcome A :=
  if in_range 0 last d then found else Undefined.
Definition least_risk (P : view) (labels : matrix) (d : Z) : outcome interval :=
  if Z.ltb d 0 then Undefined
  else
    let* l := leading known_facts (of_labels P labels, D P) d in Value (i_sub (point (whole P labels)) (i_total l)).
(** d - sum_(i <= d) lambda_i on mean zero *)
Definition less_than_one (form : matrix) (w : vector) (d : Z) : outcome interval :=
  from_zero (Z.of_nat (length w) - 1) d
    (let* l := leading known_facts (on_mean_zero form w) d in Value (i_sub (of_Z d) (i_total l))).
Definition least_contrastive (P : view) (d : Z) : outcome interval :=
  if Z.ltb d 0 then Undefined
  else
    let back := transposed P in
    let* l := leading known_facts (on_mean_zero (DK back) (p back)) d in
    Value (i_mul (point (-1 # 2)) (i_total (map (fun i => i_mul i i) l))).
Definition least_spectral_contrastive (P : view) (d : Z) : outcome interval :=
  if Z.ltb d 0 then Undefined
  else
    let back := transposed P in
    let* l := leading known_facts (DK back, D back) d in Value (i_opp (i_total (map (fun i => i_mul i i) l))).
Definition least_two_sided (P : view) (d : Z) : outcome interval :=
  from_zero (Z.of_nat (Nat.min (N P) (M P)) - 1) d
    (let* l := leading known_facts (on_mean_zero (DK P) (p P)) d in
     let* roots := gather (map i_root l) in Value (i_mul (point 2) (i_sub (of_Z d) (i_total roots)))).
Definition largest_nested (P : view) (c : vector) : outcome interval :=
  let d := Z.of_nat (length c) in
  if decrease c then
    from_zero (N_Z P - 1) d
      (let* l := leading known_facts (on_mean_zero (DK P) (p P)) d in Value (i_total (zip i_mul (map point c) l)))
  else Undefined.

(** ** The table of names. *)
Local Open Scope string_scope.
Definition truth_value (t : truth) : outcome value := Value (Truth t).
Definition answer : Type := list value -> outcome value.
(** What an objective is of: features on X, on A, on both; labels and features; a kernel and features; numbers. *)
Definition with_X (f : view -> matrix -> outcome value) : answer := fun vs =>
  match vs with [Ctx P; phi] => let* phi := features_on (side_X P) phi in f P phi | _ => Nonsense end.
Definition with_A (f : view -> matrix -> outcome value) : answer := fun vs =>
  match vs with [Ctx P; psi] => let* psi := features_on (side_A P) psi in f P psi | _ => Nonsense end.
(** Features on A, and so many rational numbers. *)
Definition with_A_and_rationals (count : nat) (f : view -> matrix -> vector -> outcome value) : answer := fun vs =>
  match vs with
  | Ctx P :: psi :: numbers =>
      let* psi := features_on (side_A P) psi in let* r := gather (map as_rational numbers) in
      if Nat.eqb (length r) count then f P psi r else Nonsense
  | _ => Nonsense
  end.
Definition with_both (f : view -> matrix -> matrix -> outcome value) : answer := fun vs =>
  match vs with
  | [Ctx P; phi; psi] =>
      let* phi := features_on (side_X P) phi in let* psi := features_on (side_A P) psi in
      if Nat.eqb (length phi) (length psi) then f P phi psi else Nonsense
  | _ => Nonsense
  end.
Definition with_labels (f : view -> matrix -> matrix -> outcome value) : answer := fun vs =>
  match vs with
  | [Ctx P; v; phi] =>
      let* v := columns_on (side_A P) v in let* phi := features_on (side_X P) phi in f P v phi
  | _ => Nonsense
  end.
Definition with_coefficients (f : view -> matrix -> matrix -> outcome value) : answer := fun vs =>
  match vs with
  | [Ctx P; c; phi] =>
      let* c := rows_on None c in let* phi := features_on (side_X P) phi in
      if shaped (length phi) 1 c then f P c phi else Nonsense
  | _ => Nonsense
  end.
Definition with_kernel (f : vector -> matrix -> matrix -> outcome value) : answer := fun vs =>
  match vs with
  | [k; phi] =>
      let* (t, k) := square_matrix k in let* w := weights contexts (rows t) in
      let* phi := features_on (rows t) phi in f w k phi
  | _ => Nonsense
  end.
Definition with_count (f : view -> Z -> outcome interval) : answer := fun vs =>
  match vs with [Ctx P; d] => let* d := as_integer d in number_value (f P d) | _ => Nonsense end.
Definition with_labels_and_count (f : view -> matrix -> Z -> outcome interval) : answer := fun vs =>
  match vs with
  | [Ctx P; v; d] =>
      let* v := columns_on (side_A P) v in let* d := as_integer d in number_value (f P v d)
  | _ => Nonsense
  end.
(** Of a table that is symmetric: as many points of A as of X, and the same cells. *)
Definition if_graph {A} (P : view) (found : outcome A) : outcome A :=
  if symmetric (joint P) then found else Undefined.

Definition objectives : list (string * answer) := [
  ("supervised", with_labels (fun P v phi => rational_value (risk P v phi)));
  ("minimises supervised", with_labels (fun P v phi => truth_value (best_supervised P v phi)));
  ("minimum supervised", with_labels_and_count least_risk);
  ("supervised_biased", with_labels (fun P v phi =>
      rational_value (risk P (centred_labels P v) (map (centred P) phi))));
  ("minimises supervised_biased", with_labels (fun P v phi =>
      truth_value (best_supervised P (centred_labels P v) (map (centred P) phi))));
  ("minimum supervised_biased", with_labels_and_count (fun P v => least_risk P (centred_labels P v)));
  (* Not described, where the roots of q are not rational. *)
  ("balanced", fun _ => NotShown);
  ("minimises balanced", with_X (fun P phi => truth_value (best_balanced P phi)));
  ("minimum balanced", fun _ => NotShown);
  ("minimises contrastive", with_A (fun P psi => truth_value (best_contrastive P psi)));
  ("minimum contrastive", with_count least_contrastive);
  ("spectral_contrastive", with_A (fun P psi => num (spectral_contrastive P psi)));
  ("minimises spectral_contrastive", with_A (fun P psi => truth_value (best_spectral_contrastive P psi)));
  ("minimum spectral_contrastive", with_count least_spectral_contrastive);
  ("barlow_twins", with_A_and_rationals 1 (fun P psi r => rational_value (barlow_twins P psi (at_ r 0))));
  ("vicreg", with_A_and_rationals 4 (fun P psi r =>
      number_value (vicreg P psi (at_ r 0) (at_ r 1) (at_ r 2) (at_ r 3))));
  ("info_nce", with_A_and_rationals 1 (fun P psi r => number_value (info_nce P psi (at_ r 0))));
  ("nt_xent", with_A_and_rationals 1 (fun P psi r => number_value (nt_xent P psi (at_ r 0))));
  ("noncontrastive", with_A (fun P psi => num (total (map (dispersion P) psi))));
  ("minimises noncontrastive", with_A (fun P psi =>
      truth_value (best_of_covariance (q P) (DK (transposed P)) psi)));
  ("minimum noncontrastive", with_count (fun P d =>
      let* i := less_than_one (DK (transposed P)) (q P) d in Value (i_mul (point 2) i)));
  ("maximises explained", with_X (fun P phi =>
      truth_value (if orthonormal_centred P phi then at_top known_facts (DK P) (p P) phi true else Some false)));
  ("graph_loss", with_X (fun P phi => if_graph P (num (div (apart P phi phi) 2))));
  ("minimises graph_loss", with_X (fun P phi =>
      if_graph P (truth_value (best_of_covariance (p P) (joint P) phi))));
  ("minimum graph_loss", with_count (fun P d => if_graph P (less_than_one (joint P) (p P) d)));
  ("svme", with_both (fun P phi psi => num (apart P phi psi)));
  ("minimises svme", with_both (fun P phi psi =>
      truth_value (if equal_matrices psi (map (apply (T_star P)) phi)
                   then best_of_covariance (p P) (DK P) phi else Some false)));
  ("minimum svme", with_count (fun P => less_than_one (DK P) (p P)));
  ("kise", with_kernel (fun w k phi => rational_value (kise w k phi)));
  ("minimises kise", with_kernel (fun w k phi =>
      let* form := kernel_form w k in truth_value (best_of_covariance w form phi)));
  ("minimum kise", fun vs =>
      match vs with
      | [k; d] =>
          let* (t, k) := square_matrix k in let* w := weights contexts (rows t) in let* d := as_integer d in
          let* form := kernel_form w k in number_value (less_than_one form w d)
      | _ => Nonsense
      end);
  ("low_rank", with_both (fun P phi psi => num (low_rank P phi psi)));
  ("minimises low_rank", with_both (fun P phi psi => truth_value (best_low_rank P phi psi)));
  ("minimum low_rank", with_count (fun P d =>
      if Z.ltb d 0 then Undefined
      else let* l := leading known_facts (DK P, D P) d in Value (i_opp (i_total l))));
  ("two_sided", with_both (fun P phi psi =>
      num (apart P (less_means (p P) phi) (less_means (q P) psi))));
  ("minimises two_sided", with_both (fun P phi psi => truth_value (best_two_sided P phi psi)));
  ("minimum two_sided", with_count least_two_sided);
  ("nested", with_coefficients (fun P c phi => num (dot (map (fun r => at_ r 0) c) (parts P phi))));
  ("maximises nested", with_coefficients (fun P c phi => let* t := best_nested P c phi in truth_value t));
  ("maximum nested", fun vs =>
      match vs with
      | [Ctx P; c] =>
          let* c := rows_on None c in
          if shaped (length c) 1 c then number_value (largest_nested P (map (fun r => at_ r 0) c)) else Nonsense
      | _ => Nonsense
      end)].
(** Any quantity. *)
Definition asked (f : string) (arguments : list value) : outcome value :=
  match named f objectives with
  | Some found => found arguments
  | None =>
      match named f (learning contexts known_facts) with
      | Some found => found arguments
      | None => quantity contexts known_facts f arguments
      end
  end.
End Objectives.
