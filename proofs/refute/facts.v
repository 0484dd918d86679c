(** * What witnesses show, once they are checked: docs/certificates.md, "Quantities that need a witness". *)
From Coq Require Import String QArith List Bool.
From Refute Require Import outcome number matrix view certificate.
Import ListNotations.
Local Open Scope Q_scope.

(** Eigenvalues are listed from index 1. Features are rows. *)
Inductive fact :=
| SpectrumIs (of : key) (squares : list interval)
| SystemIs (of : key) (s : system)
| RitzIs (of : key) (features : matrix) (values : list interval)
| LearnsIs (of : key) (features : matrix) (b : bool)
| WorstErrorIs (of : key) (features : matrix) (eps : Q) (value : interval)
| TaskErrorIs (of : key) (features : matrix) (rho : Q) (at_least at_most : option Q)
| PencilIs (form mass : matrix) (values : list (option interval)).

(** ** Bounds of eigenvalues, by Courant-Fischer. *)
(** [lower_inner] and [lower_form] are seen on families, [inner] is that of functions outside, and [- form] is seen
    on what is orthogonal to them. Functions have [size] numbers. *)
Section Bounds.
Variables (size : nat) (lower_inner lower_form inner negated_form : matrix).

(** A number that is shown, of any sign; none where nothing is shown. *)
Definition shown_below (index : nat) (l : lower) : option Q :=
  match l with
  | FromZero => None
  | From l family floor lower_psd floor_psd =>
      let c := on_vectors family lower_inner in
      if shaped index size family && below 0 floor &&
         positive_semidefinite (less (on_vectors family lower_form) (scale l c)) lower_psd &&
         positive_semidefinite (less c (scale floor (identity index))) floor_psd
      then Some l else None
  end.
Definition shown_above (index : nat) (u : upper) : option Q :=
  match u with
  | ToOne => None
  | To u outside m upper_psd =>
      let add_square a w := let v := apply inner w in plus a (scale m (outer v v)) in
      if shaped (index - 1) size outside && at_most 0 m &&
         positive_semidefinite (fold_left add_square outside (plus (scale u inner) negated_form)) upper_psd
      then Some u else None
  end.
(** Between 0 and 1 the ends need nothing. *)
Definition lower_bound (index : nat) (l : lower) : option Q :=
  match l with
  | FromZero => Some 0
  | From bound _ _ _ _ => if at_most 0 bound then shown_below index l else None
  end.
Definition upper_bound (index : nat) (u : upper) : option Q :=
  match u with ToOne => Some 1 | To _ _ _ _ => shown_above index u end.

Fixpoint narrowed (i : nat) (low high : Q) (l : list interval) : option (list interval) :=
  match i, l with
  | O, x :: r =>
      let low := greatest low (lo x) in let high := least high (hi x) in
      if at_most low high then Some (Between low high :: r) else None
  | S i, x :: r => option_map (cons x) (narrowed i low high r)
  | _, [] => None
  end.
Definition narrow_by (found : option (list interval)) (b : bound) : option (list interval) :=
  let '(Bound index l u) := b in
  match found, index, lower_bound index l, upper_bound index u with
  | Some found, S i, Some low, Some high => narrowed i low high found
  | _, _, _, _ => None
  end.
(** So many eigenvalues in [0, 1], by bounds. *)
Definition bounded (count : nat) (bounds : list bound) : option (list interval) :=
  fold_left narrow_by bounds (Some (repeat (Between 0 1) count)).

(** So many eigenvalues of any size, each with what its bounds say, if there are any. *)
Definition intersected (a b : option interval) : option interval :=
  match a, b with
  | Some a, Some b => Some (Between (greatest (lo a) (lo b)) (least (hi a) (hi b)))
  | None, x | x, None => x
  end.
Fixpoint isolated (i : nat) (new : interval) (l : list (option interval)) : option (list (option interval)) :=
  match i, l with
  | O, x :: r => Some (intersected x (Some new) :: r)
  | S i, x :: r => option_map (cons x) (isolated i new r)
  | _, [] => None
  end.
Definition isolate_by (found : option (list (option interval))) (b : bound) : option (list (option interval)) :=
  let '(Bound index l u) := b in
  match found, index, shown_below index l, shown_above index u with
  | Some found, S i, Some low, Some high =>
      if at_most low high then isolated i (Between low high) found else None
  | _, _, _, _ => None
  end.
Definition isolating (count : nat) (bounds : list bound) : option (list (option interval)) :=
  fold_left isolate_by bounds (Some (repeat None count)).
End Bounds.

(** Eigenvalues of a pair of symmetric matrices, the second positive definite; 1 to 64 rows. *)
Definition pencil (form mass : matrix) (bounds : list bound) : option fact :=
  let n := length mass in
  if Nat.leb 1 n && Nat.leb n 64 && shaped n n form && shaped n n mass && symmetric form && positive_definite mass
  then option_map (PencilIs form mass) (isolating n mass form mass (scale (-1) form) n bounds)
  else None.

(** ** Encoders. *)
Definition width_of (features : matrix) : nat := length (nth 0 features []).
Definition encoder (P : view) (features : matrix) : option matrix :=
  let d := width_of features in if shaped (N P) d features then Some (columns d features) else None.

(** Whether features learn, where that needs no witness. *)
Definition learns_by_ranks (P : view) (features : matrix) : option bool :=
  let d := length features in
  if Nat.eqb d 0 then Some true
  else if Nat.ltb (N P - 1) d || Nat.ltb (rank features) d || negb (forallb (fun f => is_zero (mean P f)) features)
          || Nat.ltb d (rank (features ++ map (apply (K P)) features))
  then Some false else None.

(** ** Tasks. *)
(** The values of a form on functions that are pairwise orthogonal for it. *)
Definition on_orthogonal (fs : matrix) (form : matrix) : option vector :=
  let g := on_vectors fs form in
  let n := length fs in
  if forallb (fun i => forallb (fun j => Nat.eqb i j || is_zero (at_ (nth i g []) j)) (seq 0 n)) (seq 0 n)
  then Some (map (fun i => at_ (nth i g []) i) (seq 0 n)) else None.
(** <f, K f> and the error of the function sum sqrt(w) v/||v||. *)
Definition of_task (P : view) (E : matrix) (task : list share) : option (Q * Q) :=
  let ws := map (fun s => let '(Share w _) := s in w) task in
  let fs := map (fun s => let '(Share _ f) := s in f) task in
  if shaped (length fs) (N P) fs && forallb (below 0) ws && same (total ws) 1 &&
     forallb (fun f => is_zero (mean P f) && negb (vanishes f)) fs
  then
    match on_orthogonal fs (D P), on_orthogonal fs (DK P), on_orthogonal fs E with
    | Some squares, Some compatible, Some errors =>
        let shared l := total (zip mul ws (zip div l squares)) in Some (shared compatible, shared errors)
    | _, _, _ => None
    end
  else None.
(** For norm 1, mean 0 and <f, K f> on the level: u D - E + t (level D - D K) + g (D 1)(D 1)^T. *)
Definition error_form (P : view) (E : matrix) (level u t g : Q) : matrix :=
  plus (less (scale (add u (mul t level)) (D P)) E) (less (scale g (ones P)) (scale t (DK P))).

(** ** Each witness. *)
Definition checked_on (P : view) (w : witness) : option fact :=
  match w with
  | Spectrum _ bounds =>
      option_map (SpectrumIs (its P))
        (bounded (N P) (inner_form P) (image_form P) (D P) (less (ones P) (DK P)) (N P - 1) bounds)
  | SingularSystem _ on_X on_A => option_map (SystemIs (its P)) (system_of P on_X on_A)
  | Ritz _ features bounds =>
      match encoder P features with
      | None => None
      | Some columns =>
          let basis := centred_basis P columns in
          let r := length basis in
          let inner := on_vectors basis (D P) in
          let form := on_vectors basis (DK P) in
          option_map (RitzIs (its P) features) (bounded r inner form inner (scale (-1) form) r bounds)
      end
  | Learns _ features level inside m outside =>
      match encoder P features with
      | None => None
      | Some columns =>
          match learns_by_ranks P columns with
          | Some _ => None
          | None =>
              let c := on_vectors columns (inner_form P) in
              let b := on_vectors columns (image_form P) in
              let add_square a f := let v := times (p P) f in plus a (scale m (outer v v)) in
              if at_most 0 m && positive_semidefinite (less b (scale level c)) inside &&
                 positive_semidefinite
                   (fold_left add_square columns (plus (less (scale level (D P)) (DK P)) (ones P))) outside
              then Some (LearnsIs (its P) features true) else None
          end
      end
  | MissesTop _ features level family floor floor_psd low low_psd =>
      match encoder P features with
      | None => None
      | Some columns =>
          match learns_by_ranks P columns with
          | Some _ => None
          | None =>
              let d := length columns in
              let k := length family in
              let c := on_vectors columns (inner_form P) in
              let b := on_vectors columns (image_form P) in
              let above := less (on_vectors family (image_form P)) (scale level (on_vectors family (inner_form P))) in
              if Nat.leb 1 k && Nat.leb k d && shaped k (N P) family && below 0 floor &&
                 positive_semidefinite (less above (scale floor (identity k))) floor_psd &&
                 shaped (d - k + 1) d low && Nat.eqb (rank low) (d - k + 1) &&
                 positive_semidefinite (on_vectors low (less (scale level c) b)) low_psd
              then Some (LearnsIs (its P) features false) else None
          end
      end
  | WorstError _ features eps least_ task most =>
      match encoder P features with
      | None => None
      | Some columns =>
          match unexplained P columns with
          | None => None
          | Some E =>
              let rho := greatest (sub 1 eps) 0 in
              let level := mul rho rho in
              let low := match least_ with Some l => l | None => 0 end in
              let high :=
                match most with
                | None => Some 1
                | Some (ErrorBelow u t g psd) =>
                    if at_most 0 t && (is_zero t || below 0 rho) &&
                       positive_semidefinite (error_form P E level u t g) psd
                    then Some u else None
                end in
              match of_task P E task, high with
              | Some (compatible, error), Some high =>
                  let low := greatest low 0 in let high := least high 1 in
                  if at_most level compatible && at_most low error && at_most low high
                  then Some (WorstErrorIs (its P) features eps (Between low high)) else None
              | _, _ => None
              end
          end
      end
  | HasTask _ features rho task most =>
      match encoder P features with
      | None => None
      | Some columns =>
          match unexplained P columns with
          | None => None
          | Some E =>
              let level := mul rho rho in
              let low :=
                match task with
                | None => Some None
                | Some task =>
                    match of_task P E task with
                    | Some (compatible, error) =>
                        if same compatible level && at_most 0 rho then Some (Some error) else None
                    | None => None
                    end
                end in
              let high :=
                match most with
                | None => Some None
                | Some (ErrorBelow u t g psd) =>
                    if positive_semidefinite (error_form P E level u t g) psd then Some (Some u) else None
                end in
              match low, high with
              | Some None, Some None => None
              | Some low, Some high => Some (TaskErrorIs (its P) features rho low high)
              | _, _ => None
              end
          end
      end
  | Pencil _ _ _ => None
  end.

(** A pencil is about no context. *)
Definition about_of (w : witness) : option about :=
  match w with
  | Pencil _ _ _ => None
  | Spectrum a _ | SingularSystem a _ _ | Ritz a _ _ | Learns a _ _ _ _ _ | MissesTop a _ _ _ _ _ _ _
  | WorstError a _ _ _ _ _ | HasTask a _ _ _ _ => Some a
  end.
Definition view_named (contexts : list view) (a : about) : option view :=
  let named x := find (fun P => String.eqb (fst (its P)) x) contexts in
  match a with Straight x => named x | Transposed x => option_map transposed (named x) end.
(** All witnesses, or nothing. *)
Definition checked (contexts : list view) (ws : list witness) : option (list fact) :=
  let check w :=
    match w, about_of w with
    | Pencil form mass bounds, _ => pencil form mass bounds
    | _, Some a => match view_named contexts a with Some P => checked_on P w | None => None end
    | _, None => None
    end in
  all_some (map check ws).

(** ** What is known. *)
Definition system_in (facts : list fact) (P : view) : option system :=
  fold_left (fun found f => match f with
    | SystemIs k s => if equal_keys k (its P) then Some s else found | _ => found end) facts None.
Definition meet (a b : list interval) : list interval :=
  zip (fun x y => Between (greatest (lo x) (lo y)) (least (hi x) (hi y))) a b.
(** The intervals of s_0^2 .. s_(N-1)^2. *)
Definition spectrum_in (facts : list fact) (P : view) : list interval :=
  match system_in facts P with
  | Some s => map point (values s)
  | None =>
      point 1 ::
      fold_left (fun found f => match f with
        | SpectrumIs k l => if equal_keys k (its P) then meet found l else found | _ => found end)
        facts (repeat (Between 0 1) (N P - 1))
  end.
Definition ritz_in (facts : list fact) (P : view) (features : matrix) : list interval :=
  fold_left (fun found f => match f with
    | RitzIs k g l => if equal_keys k (its P) && equal_matrices g features then meet found l else found
    | _ => found end) facts (repeat (Between 0 1) (length (centred_basis P (columns (width_of features) features)))).
Definition learns_in (facts : list fact) (P : view) (features : matrix) : option bool :=
  fold_left (fun found f => match f with
    | LearnsIs k g b => if equal_keys k (its P) && equal_matrices g features then Some b else found
    | _ => found end) facts None.
Definition worst_error_in (facts : list fact) (P : view) (features : matrix) (eps : Q) : option interval :=
  fold_left (fun found f => match f with
    | WorstErrorIs k g e i =>
        if equal_keys k (its P) && equal_matrices g features && same e eps
        then Some match found with
                  | Some j => Between (greatest (lo i) (lo j)) (least (hi i) (hi j))
                  | None => i
                  end
        else found
    | _ => found end) facts None.
(** Whether there is a task with at least the error, where that is shown. *)
Definition has_task_in (facts : list fact) (P : view) (features : matrix) (rho : Q) (error : interval) : truth :=
  fold_left (fun found f => match f with
    | TaskErrorIs k g r low high =>
        if equal_keys k (its P) && equal_matrices g features && same r rho then
          match low, high with
          | Some low, _ => if at_most (hi error) low then Some true else
              match high with Some high => if below high (lo error) then Some false else found | None => found end
          | None, Some high => if below high (lo error) then Some false else found
          | None, None => found
          end
        else found
    | _ => found end) facts None.
