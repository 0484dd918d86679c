(** * Quantities of samples, kernels and bits: docs/certificates.md, "Kernels and samples". *)
From Coq Require Import String QArith List Bool.
From Refute Require Import outcome number matrix view facts top value sample quantity.
Import ListNotations.
Local Open Scope Q_scope.

Section Learning.
Variables (contexts : list view) (known_facts : list fact).
Notation weights := (weights contexts).

(** Of operators without negative eigenvalues, or where all are summed, the trace. *)
Definition semidefinite (m : matrix) : bool := symmetric m && pivots_not_negative (length m) m.
Definition eigenvalue_sum (t : table) (m : matrix) (d : Z) : outcome interval :=
  let* w := match rows t with None => Value (repeat 1 (height t)) | s => weights s end in
  let* form := self_adjoint w m in
  if Z.ltb d 0 then Undefined
  else if Z.leb (Z.of_nat (length m)) d || (semidefinite form && Z.leb (Z.of_nat (rank form)) d)
  then Value (point (trace m))
  else let* l := leading known_facts (form, diagonal w) d in Value (i_total l).

(** c^T f for some c with [k c = f]. *)
Definition kernel_square (k : matrix) (f : vector) : option Q :=
  option_map (fun c => dot (map (fun r => at_ r 0) c) f) (solve (length k) k 1 (map (fun x => [x]) f)).
Definition smoothness (w : vector) (k : matrix) (f : vector) : outcome Q :=
  if negb (semidefinite k) || vanishes f then Undefined
  else match kernel_square k f with
       | Some square => Value (div (dot w (times f f)) square)
       | None => Value 0
       end.
(** Of all positive empirical eigenvalues, the trace of k D k against k on the span of the drawn points; of some of them,
    between 0 and that. *)
Definition kernel_pca (w : vector) (k : matrix) (counts : list nat) (d : Z) : outcome interval :=
  if negb (semidefinite k) then Undefined
  else
    let drawn := support counts in
    let entry x y := at_ (nth x k []) y in
    let basis := map (fun j => nth j drawn O) (independent (map (fun y => map (fun x => entry x y) drawn) drawn)) in
    let r := Z.of_nat (length basis) in
    if Z.ltb r d then Undefined
    else if Z.ltb d 0 || Nat.eqb (length drawn) 0 then Undefined
    else
      let inside := map (fun x => map (entry x) basis) basis in
      match solve (length basis) inside (length basis) (on_vectors (map (fun x => nth x k []) basis) (diagonal w)) with
      | Some quotient =>
          let all := trace quotient in
          Value (if Z.eqb d r then point all else if Z.eqb d 0 then point 0 else Between 0 all)
      | None => NotShown
      end.
(** E (f - y)^2 of the shortest best fit to points that are seen so often, if it is in the ball. Features are columns. *)
Definition least_squares (w seen : vector) (features : matrix) (y : vector) (radius : interval) : outcome Q :=
  if below (hi radius) 0 || vanishes seen then Undefined
  else if below (lo radius) 0 then NotShown
  else
    let weighted := map (times seen) features in
    let normal := map (fun u => map (dot u) features) weighted in
    let d := length features in
    match solve d (product d normal normal) 1 (map (fun u => [dot u y]) weighted) with
    | None => NotShown
    | Some half =>
        let fit := apply normal (map (fun r => at_ r 0) half) in
        let error w_ :=
          let rest := minus (map (fun x => dot (map (fun f => at_ f x) features) w_) (seq 0 (length y))) y in
          dot w (times rest rest) in
        if at_most (dot fit fit) (mul (lo radius) (lo radius)) then Value (error fit)
        else if at_most (hi radius) 0 then Value (error (repeat 0 d)) else NotShown
    end.

(** ** The table of names. *)
Local Open Scope string_scope.
Definition learning : list (string * (list value -> outcome value)) := [
  ("eigenvalue_sum", fun vs =>
      match vs with
      | [Tab m; d] =>
          let* d := as_integer d in let* (t, m) := square_matrix (Tab m) in number_value (eigenvalue_sum t m d)
      | _ => Nonsense
      end);
  ("diagonal", fun vs =>
      match vs with
      | [Tab w] =>
          let* c := single_column w in
          if Nat.ltb 1000 (height w) then NotShown
          else
            let places := seq 0 (height w) in
            let entry i j := if Nat.eqb i j then nth i c (point 0) else point 0 in
            Value (Tab (Table (rows w) (rows w) (height w) (map (fun i => map (entry i) places) places)))
      | _ => Nonsense
      end);
  ("draws", fun vs =>
      match vs with
      | [Smp s counts] => Value (exact_table s None (draws_in counts) (draw_rows counts))
      | _ => Nonsense
      end);
  ("empirical", fun vs =>
      match vs with
      | [Smp s counts] =>
          let n := of_count (draws_in counts) in
          if is_zero n then Undefined else Value (function_on s (map (fun c => div (of_count c) n) counts))
      | _ => Nonsense
      end);
  ("bits", fun vs =>
      match vs with
      | [n] => let* n := as_integer n in if Z.ltb n 0 then Undefined else num (of_count (bits_of n))
      | _ => Nonsense
      end);
  ("characters", fun vs =>
      match vs with
      | [Ctx P] =>
          if is_power_of_two (N P) then
            let points := seq 0 (N P) in
            Value (exact_table (side_X P) (side_X P) (N P) (map (fun x => map (character x) points) points))
          else Undefined
      | _ => Nonsense
      end);
  ("kernel_norm", fun vs =>
      match vs with
      | [k; f] =>
          let* (t, k) := square_matrix k in let* f := exact_function_on (rows t) f in
          if negb (Nat.eqb (length f) (length k)) then Nonsense
          else if symmetric k then match kernel_square k f with Some a => root a | None => Undefined end
          else Undefined
      | _ => Nonsense
      end);
  ("smoothness", fun vs =>
      match vs with
      | [k; f] =>
          let* (t, k) := square_matrix k in let* w := weights (rows t) in
          let* f := exact_function_on (rows t) f in rational_value (smoothness w k f)
      | _ => Nonsense
      end);
  ("kernel_pca", fun vs =>
      match vs with
      | [k; Smp s counts; d] =>
          let* d := as_integer d in
          let* (t, k) := square_matrix k in let* w := weights (rows t) in
          if equal_spaces (rows t) s then number_value (kernel_pca w k counts d) else Nonsense
      | _ => Nonsense
      end);
  ("fit_risk", fun vs =>
      match vs with
      | [features; Smp s counts; y; radius] =>
          let* radius := as_number radius in
          let* features := features_on s features in let* y := exact_function_on s y in
          let* w := weights s in rational_value (least_squares w (map of_count counts) features y radius)
      | _ => Nonsense
      end);
  ("least_risk", fun vs =>
      match vs with
      | [Tab features; y; radius] =>
          let s := rows features in
          let* radius := as_number radius in
          let* features := features_on s (Tab features) in let* y := exact_function_on s y in
          let* w := weights s in rational_value (least_squares w w features y radius)
      | _ => Nonsense
      end)].
End Learning.
