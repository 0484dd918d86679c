(** * The quantities, each from its definition: docs/certificates.md and docs/language-reference.md. *)
From Coq Require Import String QArith List Bool.
From Refute Require Import outcome number series matrix view certificate facts top value.
Import ListNotations.
Local Open Scope Q_scope.

Section Quantities.
(** The contexts of the instance, and what its witnesses show. *)
Variables (contexts : list view) (known_facts : list fact).

Definition weights (s : space) : outcome vector :=
  match s with
  | None => Nonsense
  | Some (x, is_A) =>
      match find (fun P => String.eqb (fst (its P)) x) contexts with
      | Some P => Value (if is_A then q P else p P)
      | None => Nonsense
      end
  end.
Definition num (a : Q) : outcome value := Value (Num (point a)).
Definition root (a : Q) : outcome value := let* i := i_root (point a) in Value (Num i).
Definition yes (b : bool) : outcome value := Value (Truth (Some b)).

(** s_i^2 for an index that exists. *)
Definition square (P : view) (i : nat) : interval := nth i (spectrum_in known_facts P) (point 0).
Definition in_range (first last i : Z) : bool := (Z.leb first i && Z.leb i last)%bool.
Definition N_Z (P : view) : Z := Z.of_nat (N P).

(** ** Operators. *)
Definition square_table (v : value) : outcome table :=
  let* t := as_table v in if is_square t then Value t else Nonsense.
Definition square_matrix (v : value) : outcome (table * matrix) :=
  let* t := square_table v in let* m := known t in Value (t, m).
(** D K, of an operator that is self-adjoint for some weights. *)
Definition self_adjoint (w : vector) (m : matrix) : outcome matrix :=
  let form := zip scaled w m in if symmetric form then Value form else Undefined.
(** Points have weights; the weights of numbered places are 1. *)
Definition eigenvalue (t : table) (m : matrix) (i : Z) : outcome interval :=
  let* w := match rows t with None => Value (repeat 1 (height t)) | s => weights s end in
  let* form := self_adjoint w m in numbered known_facts form (diagonal w) i.
Definition generalised_eigenvalue (b c : matrix) (i : Z) : outcome interval :=
  if symmetric b && positive_definite c then numbered known_facts b c i else Undefined.
(** Whether features span the top of an operator. *)
Definition extracts (w : vector) (m features : matrix) : outcome truth :=
  let* form := self_adjoint w m in
  let d := length features in
  if Nat.ltb (rank features) d || Nat.ltb d (rank (features ++ map (apply m) features)) then Value (Some false)
  else Value (at_top known_facts form w features false).

(** ** Inner products. *)
Definition gram (f g : table) : outcome table :=
  if equal_spaces (rows f) (rows g) && Nat.eqb (height f) (height g) then
    let* w := weights (rows f) in
    let weighted := map (fun c => zip i_mul (map point w) c) (table_columns f) in
    let cs := table_columns g in
    Value (Table (columns_ f) (columns_ g) (width g) (map (fun u => map (i_dot u) cs) weighted))
  else Nonsense.
Definition inner (f g : table) : outcome interval :=
  let* u := single_column f in let* v := single_column g in
  let* t := gram f g in Value (cell t 0 0).
Definition means (f : table) : outcome (list interval) :=
  let* w := weights (rows f) in Value (map (i_dot (map point w)) (table_columns f)).
Definition centre (f : table) : outcome table :=
  let* ms := means f in
  Value (Table (rows f) (columns_ f) (width f) (map (fun r => zip i_sub r ms) (cells f))).
Definition beside (f g : table) : outcome table :=
  if equal_spaces (rows f) (rows g) && Nat.eqb (height f) (height g) &&
     equal_spaces (columns_ f) None && equal_spaces (columns_ g) None
  then Value (Table (rows f) None (width f + width g) (zip (@app interval) (cells f) (cells g)))
  else Nonsense.

(** ** Compatibility. *)
(** ||T* f~||^2 / ||f~||^2; undefined for a constant. *)
Definition squared_compatibility (P : view) (f : vector) : outcome Q :=
  let norm := form (inner_form P) f f in
  if is_zero norm then Undefined else Value (div (form (image_form P) f f) norm).
(** T* z for a z with [m z = f]. *)
Definition image_of_solution (P : view) (width : nat) (m : matrix) (f : vector) : outcome vector :=
  match solve width m 1 (map (fun x => [x]) f) with
  | None => Undefined
  | Some z => Value (apply (T_star P) (map (fun r => at_ r 0) z))
  end.
Definition dispersion (P : view) (g : vector) : Q :=
  let points := seq 0 (M P) in
  let apart r := total (map (fun a => total (map (fun b =>
    let step := sub (at_ g a) (at_ g b) in mul (mul (at_ r a) (at_ r b)) (mul step step)) points)) points) in
  total (zip mul (p P) (map apart (T P))).

(** ** Encoders. *)
Definition ratio_trace (P : view) (features : matrix) : outcome Q :=
  let basis := leftmost features in
  let d := length basis in
  let c := on_vectors basis (inner_form P) in
  if Nat.eqb d 0 || negb (Nat.eqb (rank c) d) then Undefined
  else match solve d c d (on_vectors basis (image_form P)) with
       | Some quotient => Value (trace quotient)
       | None => Undefined
       end.
(** min over k = 0 .. r of sum_(i <= k+1) s_i^2 - sum_(i <= k) theta_i. *)
Fixpoint gaps (squares : list interval) (ritz : list interval) (missed : interval) : list interval :=
  match squares with
  | [] => []
  | s :: squares =>
      i_add missed s ::
      match ritz with [] => [] | t :: ritz => gaps squares ritz (i_add missed (i_sub s t)) end
  end.
Definition trace_gap (P : view) (features : matrix) : outcome interval :=
  let ritz := ritz_in known_facts P features in
  if Nat.leb (length ritz + 2) (N P) then least_of (gaps (tl (spectrum_in known_facts P)) ritz (point 0))
  else Undefined.
(** F_eps has no function of norm 1 where this is undefined. *)
Definition tasks_exist (P : view) (eps : Q) : outcome unit :=
  let level := sub 1 eps in
  if at_most eps 0 || Nat.eqb (N P) 1 then Undefined
  else if below 0 level && below (hi (square P 1)) (mul level level) then Undefined else Value tt.
Definition top_worst_error (P : view) (d : nat) (eps : Q) : outcome Q :=
  match system_in known_facts P with
  | None => NotShown
  | Some s =>
      let level := let r := greatest (sub 1 eps) 0 in mul r r in
      let inside := firstn d (tl (values s)) in
      let outside := skipn d (tl (values s)) in
      if existsb (at_most level) outside then Value 1
      else
        (* w t + (1 - w) u = level *)
        let vertices := flat_map (fun t => map (fun u => div (sub u level) (sub u t)) (filter (at_most level) inside))
                                 outside in
        Value (fold_right greatest 0 vertices)
  end.

(** E[-<Psi~(A), Psi~(A+)> + 1/2 <Psi~(A), Psi~(A-)>^2] of features on A. *)
Definition contrastive (P : view) (features : matrix) : Q :=
  let features := map (centred (transposed P)) features in
  let rows := columns (M P) features in
  let norm f := let y := apply (T P) f in dot (p P) (times y y) in
  let apart := form (map (fun u => map (fun v => let s := dot u v in mul s s) rows) rows) (q P) (q P) in
  sub (div apart 2) (total (map norm features)).

(** ** Association. *)
(** Points of X are connected through those of A: each step adds the neighbours of what is reached. *)
Definition neighbours (P : view) (reached : list bool) : list bool :=
  let touched := map (fun c => existsb (fun e => fst e && negb (is_zero (snd e))) (combine reached c))
                     (columns (M P) (joint P)) in
  map (fun r => existsb (fun e => fst e && negb (is_zero (snd e))) (combine touched r)) (joint P).
(** The points that are the first of their component. *)
Definition components (P : view) : nat :=
  let points := seq 0 (N P) in
  let component x := fold_left (fun reached _ => neighbours P reached) points (map (Nat.eqb x) points) in
  let first x := negb (existsb (fun b => b) (firstn x (component x))) in
  length (filter first points).
(** s_1^2 + ... + s_(N-1)^2 *)
Definition inertia (P : view) : Q := sub (trace (K P)) 1.
Definition two_points (P : view) : bool := negb (Nat.eqb (Nat.min (N P) (M P)) 1).
(** The share of errors that is avoided by guessing right so often instead of blindly. *)
Definition avoided (right_ blind : Q) : outcome value :=
  if same blind 1 then Undefined else num (div (sub right_ blind) (sub 1 blind)).
Definition largest_entry (v : vector) : Q := fold_right greatest 0 v.
Definition lambda (P : view) : outcome value :=
  avoided (total (map largest_entry (columns (M P) (joint P)))) (largest_entry (p P)).
Definition goodman_kruskal_tau (P : view) : outcome value :=
  avoided (total (zip (fun c w => div (dot c c) w) (columns (M P) (joint P)) (q P))) (dot (p P) (p P)).
(** sum P ln(P / (p q)) over the cells that are not zero. *)
Definition mutual_information (P : view) : outcome interval :=
  let cell w apart := if is_zero w then Value (point 0)
                      else let* l := logarithm (point (div w apart)) in Value (i_mul (point w) l) in
  let* cells := gather (concat (zip (zip cell) (joint P) (outer (p P) (q P)))) in Value (i_total cells).
Definition tau (P : view) (d d0 : Z) (beta : interval) : outcome interval :=
  if (Z.leb 0 d && Z.ltb d (N_Z P - 1) && Z.leb 0 d0 && Z.leb d0 (N_Z P - 1))%bool then
    let squares := tl (spectrum_in known_facts P) in
    let top k := i_total (firstn (Z.to_nat k) squares) in
    let* (a, b) := both (i_div (point 1) (i_sub (point 1) (square P (Z.to_nat (d + 1))))) (i_div (top d) (top d0)) in
    Value (i_add a (i_mul beta b))
  else Undefined.

(** ** Positions, by rows. *)
(** Pairs of points at different positions, and the squares of their distances. *)
Definition pairs (z : matrix) : list (nat * nat * Q) :=
  let n := length z in
  flat_map (fun x => flat_map (fun y =>
    let step := minus (nth x z []) (nth y z []) in
    if vanishes step then [] else [(x, y, dot step step)]) (seq 0 x)) (seq 0 n).
Definition kernel_lipschitz (P : view) (z : matrix) : outcome value :=
  match pairs z with
  | [] => Undefined
  | ps =>
      let quotient '(x, y, square) :=
        let step := largest_entry (map (fun r => absolute (sub (at_ r x) (at_ r y))) (kernel P)) in
        div (mul step step) square in
      root (largest_entry (map quotient ps))
  end.
Definition function_lipschitz (P : view) (z : matrix) : outcome value :=
  match pairs z, system_in known_facts P with
  | [], _ => Undefined
  | _, None => NotShown
  | ps, Some s =>
      let functions := tl (combine (values s) (left_functions s)) in
      let quotient t '(x, y, square) :=
        let part '(u, v) :=
          let step := sub (at_ v x) (at_ v y) in
          if same u t then div (mul step step) (form (D P) v v) else 0 in
        div (total (map part functions)) square in
      root (largest_entry (flat_map (fun t => map (quotient t) ps) (tl (values s))))
  end.
Definition singular_function (s : space) (w : vector) (fs : matrix) (i : Z) : outcome value :=
  if in_range 0 (Z.of_nat (length fs) - 1) i then
    let f := nth (Z.to_nat i) fs [] in
    let* norm := i_root (point (dot w (times f f))) in
    let* entries := gather (map (fun x => i_div (point x) norm) f) in
    Value (Tab (Table s None 1 (map (fun x => [x]) entries)))
  else Undefined.

(** ** The table of names. *)
(** Arguments are evaluated, all of them; what an argument is not of is nonsense. *)
Local Open Scope string_scope.
Definition table_value (x : outcome table) : outcome value := let* t := x in Value (Tab t).
Definition number_value (x : outcome interval) : outcome value := let* i := x in Value (Num i).
Definition rational_value (x : outcome Q) : outcome value := let* a := x in num a.

Definition of_context : list (string * (view -> outcome value)) := [
  ("N", fun P => Value (Num (of_nat (N P))));
  ("M", fun P => Value (Num (of_nat (M P))));
  ("joint", fun P => Value (exact_table (side_X P) (side_A P) (M P) (joint P)));
  ("p", fun P => Value (function_on (side_X P) (p P)));
  ("q", fun P => Value (function_on (side_A P) (q P)));
  ("transposed", fun P => Value (Ctx (transposed P)));
  ("independent", fun P => yes (equal_matrices (joint P) (outer (p P) (q P))));
  ("T", fun P => Value (exact_table (side_X P) (side_A P) (M P) (T P)));
  ("T_star", fun P => Value (exact_table (side_A P) (side_X P) (N P) (T_star P)));
  ("kX", fun P => Value (exact_table (side_X P) (side_X P) (N P) (kernel P)));
  ("kA", fun P => Value (exact_table (side_A P) (side_A P) (M P) (kernel (transposed P))));
  ("one_X", fun P => Value (function_on (side_X P) (repeat 1 (N P))));
  ("one_A", fun P => Value (function_on (side_A P) (repeat 1 (M P))));
  ("one_hot", fun P => Value (exact_table (side_A P) (side_A P) (M P) (identity (M P))));
  ("components", fun P => Value (Num (of_nat (components P))));
  ("maximal_correlation", fun P => if two_points P then number_value (i_root (square P 1)) else Undefined);
  ("total_inertia", fun P => num (inertia P));
  (* A context in a certificate is given by its probabilities. *)
  ("chi_squared", fun P => num (inertia P));
  ("cramers_v", fun P => if two_points P then
      root (div (inertia P) (inject_Z (Z.of_nat (Nat.min (N P) (M P) - 1)))) else Undefined);
  ("tschuprows_t", fun P => if two_points P then
      let* i := i_root (point (div (mul (inertia P) (inertia P)) (inject_Z (Z.of_nat ((N P - 1) * (M P - 1)))))) in
      number_value (i_root i) else Undefined);
  ("contingency_coefficient", fun P => root (div (inertia P) (add 1 (inertia P))));
  ("mutual_information", fun P => number_value (mutual_information P));
  ("lambda_X", lambda);
  ("lambda_A", fun P => lambda (transposed P));
  ("tau_X", goodman_kruskal_tau);
  ("tau_A", fun P => goodman_kruskal_tau (transposed P));
  ("kernel_deviation", fun P =>
      num (form (map (map (fun x => absolute (sub x 1))) (kernel P)) (p P) (p P)));
  ("context_complexity", fun P =>
      num (largest_entry (zip (fun i r => at_ r i) (seq 0 (N P)) (kernel P))))].

Definition of_table : list (string * (table -> outcome value)) := [
  ("norm", fun f => let* a := inner f f in number_value (i_root a));
  ("mean", fun f => let* _ := single_column f in let* ms := means f in
      match ms with [m] => Value (Num m) | _ => Nonsense end);
  ("centred", fun f => table_value (centre f));
  ("covariance", fun f => let* f := centre f in table_value (gram f f));
  ("transpose", fun m => Value (Tab (table_transpose m)));
  ("trace", fun m => let* m := square_table (Tab m) in
      Value (Num (i_total (map (fun i => cell m i i) (seq 0 (height m))))));
  ("symmetric", fun m => let* m := square_table (Tab m) in Value (Truth (equal_tables m (table_transpose m))));
  ("psd", fun m => let* (t, m) := square_matrix (Tab m) in yes (symmetric m && pivots_not_negative (height t) m));
  ("determinant", fun m => let* (t, m) := square_matrix (Tab m) in num (determinant (height t) m));
  ("inverse", fun m => let* (t, m) := square_matrix (Tab m) in
      match inverse (height t) m with
      | Some found => Value (exact_table (rows t) (columns_ t) (width t) found)
      | None => Undefined
      end);
  ("rank", fun m => let* (cs, _) := exact_columns (Tab m) in Value (Num (of_nat (rank cs))));
  ("integral_operator", fun k => let* k := square_table (Tab k) in let* w := weights (columns_ k) in
      Value (Tab (Table (rows k) (columns_ k) (width k)
                        (map (fun r => zip i_mul r (map point w)) (cells k)))))].

Definition of_encoder : list (string * (view -> matrix -> outcome value)) := [
  ("learns", fun P features => Value (Truth match learns_by_ranks P (columns (width_of features) features) with
      | Some b => Some b
      | None => learns_in known_facts P features
      end));
  ("centred_rank", fun P features =>
      Value (Num (of_nat (length (centred_basis P (columns (width_of features) features))))));
  ("expected_covariance", fun P features =>
      let cs := columns (width_of features) features in
      Value (exact_table None None (length cs) (on_vectors cs (image_form P))));
  ("ratio_trace", fun P features => rational_value (ratio_trace P (columns (width_of features) features)));
  ("trace_gap", fun P features => number_value (trace_gap P features));
  ("explained", fun P features =>
      num (total (map (fun f => form (DK P) f f) (columns (width_of features) features))));
  ("kernel_lipschitz", kernel_lipschitz);
  ("function_lipschitz", function_lipschitz)].

Definition named {A} (f : string) (l : list (string * A)) : option A :=
  option_map snd (find (fun e => String.eqb (fst e) f) l).
(** Quantities that are not described, or not known here. *)
Definition not_covered : list string :=
  ["decay_rate"; "usefulness"; "share"].

Definition quantity (f : string) (arguments : list value) : outcome value :=
  match f, arguments with
  | "s", [Ctx P; i] =>
      let* i := as_integer i in
      if in_range 0 (N_Z P - 1) i then number_value (i_root (square P (Z.to_nat i))) else Undefined
  | "mu", [Sys s; i] =>
      let* i := as_integer i in singular_function (side_X (of_ s)) (p (of_ s)) (left_functions s) i
  | "nu", [Sys s; i] =>
      let* i := as_integer i in singular_function (side_A (of_ s)) (q (of_ s)) (right_functions s) i
  | "inner", [Tab f; Tab g] => number_value (inner f g)
  | "gram", [Tab f; Tab g] => table_value (gram f g)
  | "beside", [Tab f; Tab g] => table_value (beside f g)
  | "same_span", [Tab f; Tab g] =>
      let* (a, f) := exact_columns (Tab f) in let* (b, g) := exact_columns (Tab g) in
      let* _ := beside f g in
      yes (Nat.eqb (rank a) (rank b) && Nat.eqb (rank a) (rank (a ++ b)%list))
  | "in_span", [Tab f; Tab g] =>
      let* (a, f) := exact_columns (Tab f) in let* (b, g) := exact_columns (Tab g) in
      if equal_spaces (rows f) (rows g) && Nat.eqb (height f) (height g) && Nat.eqb (width g) 1
      then yes (Nat.eqb (rank a) (rank (a ++ b)%list)) else Nonsense
  | "indicator", [Pt s x] =>
      let* w := weights s in
      Value (function_on s (map (fun y => if Nat.eqb x y then 1 else 0) (seq 0 (length w))))
  | "identity", [d] =>
      let* d := as_integer d in
      if Z.ltb d 0 then Undefined else if Z.ltb 1000 d then NotShown
      else Value (Tab (table_identity None (Z.to_nat d)))
  | "column", [Tab m; j] =>
      let* j := as_integer j in
      if in_range 1 (Z.of_nat (width m)) j
      then Value (Tab (Table (rows m) None 1 (map (fun i => [cell m i (Z.to_nat j - 1)]) (seq 0 (height m)))))
      else Undefined
  | "distance", [Tab z; Pt s x; Pt t y] =>
      if equal_spaces (rows z) s && equal_spaces (rows z) t then
        let step := zip i_sub (nth x (cells z) []) (nth y (cells z) []) in
        (* A square is not negative, whatever the interval. *)
        let square i := let a := i_abs i in i_mul a a in
        number_value (i_root (i_total (map square step)))
      else Nonsense
  | "abs", [Num a] => Value (Num (i_abs a))
  | "sqrt", [Num a] => number_value (i_root a)
  | "exp", [Num a] => number_value (exponential a)
  | "ln", [Num a] => number_value (logarithm a)
  | "eigenvalue", [Tab m; i] =>
      let* i := as_integer i in let* (t, m) := square_matrix (Tab m) in number_value (eigenvalue t m i)
  | "generalised_eigenvalue", [Tab b; Tab c; i] =>
      let* i := as_integer i in
      if same_shape b c then
        let* (_, b) := square_matrix (Tab b) in let* (_, c) := square_matrix (Tab c) in
        number_value (generalised_eigenvalue b c i)
      else Nonsense
  | "extracts", [Tab k; features] =>
      let* (t, m) := square_matrix (Tab k) in let* w := weights (rows t) in
      let* features := columns_on (rows t) features in
      let* t := extracts w m features in Value (Truth t)
  | "contrastive", [Ctx P; features] =>
      let* features := features_on (side_A P) features in num (contrastive P features)
  | "compatibility", [Ctx P; f] =>
      let* f := exact_function_on (side_X P) f in let* c := squared_compatibility P f in root c
  | "in_F", [Ctx P; f; Num eps] =>
      let* f := exact_function_on (side_X P) f in
      if vanishes f then Undefined
      else if negb (is_zero (mean P f)) then yes false
      else
        let* c := squared_compatibility P f in let* rho := i_root (point c) in
        Value (Truth (i_le (i_sub (point 1) eps) rho))
  | "dispersion", [Ctx P; g] => let* g := exact_function_on (side_A P) g in num (dispersion P g)
  | "least_preimage", [Ctx P; f] =>
      let* f := exact_function_on (side_X P) f in
      let* g := image_of_solution P (N P) (K P) f in Value (function_on (side_A P) g)
  | "spectral_inner", [Ctx P; h; k] =>
      let* h := exact_function_on (side_A P) h in let* k := exact_function_on (side_A P) k in
      match solve (N P) (T_star P) 1 (map (fun x => [x]) h) with
      | None => Undefined
      | Some _ =>
          (* T* T T* z = k *)
          let* g := image_of_solution P (N P) (product (N P) (T_star P) (K P)) k in num (dot (q P) (times h g))
      end
  | "probe_error", [Ctx P; features; f] =>
      let* features := features_on (side_X P) features in let* f := exact_function_on (side_X P) f in
      match unexplained P features with Some E => num (form E f f) | None => NotShown end
  | "ritz_value", [Ctx P; features; i] =>
      let* features := rows_on (side_X P) features in let* i := as_integer i in
      let found := ritz_in known_facts P features in
      if in_range 1 (Z.of_nat (length found)) i then Value (Num (nth (Z.to_nat i - 1) found (point 0)))
      else Undefined
  | "worst_error", [Ctx P; features; eps] =>
      let* features := rows_on (side_X P) features in let* eps := as_rational eps in
      let* _ := tasks_exist P eps in
      match worst_error_in known_facts P features eps with Some i => Value (Num i) | None => NotShown end
  | "top_worst_error", [Ctx P; d; eps] =>
      let* d := as_integer d in let* eps := as_rational eps in
      let* _ := tasks_exist P eps in
      if in_range 0 (N_Z P - 1) d then rational_value (top_worst_error P (Z.to_nat d) eps) else Undefined
  | "has_task", [Ctx P; features; rho; Num error] =>
      let* features := rows_on (side_X P) features in let* rho := as_rational rho in
      if below rho 0 || Nat.eqb (N P) 1 || below (hi (square P 1)) (mul rho rho)
         || below (mul rho rho) (lo (square P (N P - 1)))
      then yes false
      else Value (Truth (has_task_in known_facts P features rho error))
  | "tau", [Ctx P; d; Num beta; d0] =>
      let* d := as_integer d in let* d0 := as_integer d0 in number_value (tau P d d0 beta)
  | _, [Ctx P] =>
      match named f of_context with
      | Some g => g P
      | None => if existsb (String.eqb f) not_covered then NotShown else Nonsense
      end
  | _, [Tab t] => match named f of_table with Some g => g t | None => Nonsense end
  | _, [Ctx P; features] =>
      match named f of_encoder with
      | Some g => let* features := rows_on (side_X P) features in g P features
      | None => Nonsense
      end
  | _, _ => if existsb (String.eqb f) not_covered then NotShown else Nonsense
  end.
End Quantities.
