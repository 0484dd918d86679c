(** * A context seen from one of its sides. *)
From Coq Require Import String QArith List Bool.
From Refute Require Import number matrix.
Import ListNotations.
Local Open Scope Q_scope.

(** Which variable, and whether X and A are exchanged. *)
Definition key : Type := string * bool.
Definition equal_keys (a b : key) : bool := String.eqb (fst a) (fst b) && Bool.eqb (snd a) (snd b).

(** N, M, the table, its margins, and D K with entries sum_a P(x,a) P(y,a) / q(a): f^T D K h is <f, K h>.
    The points of A of a graph are those of X. *)
Record view :=
  View { its : key; N : nat; M : nat; joint : matrix; p : vector; q : vector; DK : matrix; graph : bool }.
Definition view_of (k : key) (table : matrix) : view :=
  let n := length table in
  let m := length (nth 0 table []) in
  let q := map total (columns m table) in
  let given := map (fun r => zip div r q) table in
  View k n m table (map total table) q (map (fun u => map (dot u) table) given) false.
Definition as_graph (P : view) : view := View (its P) (N P) (M P) (joint P) (p P) (q P) (DK P) true.
Definition transposed (P : view) : view :=
  let exchanged := view_of (fst (its P), negb (snd (its P))) (columns (M P) (joint P)) in
  if graph P then as_graph exchanged else exchanged.

(** At most 64 points on a side, cells that are not negative, sum 1, no row and no column of zeros. *)
Definition is_context (table : matrix) : bool :=
  let n := length table in
  let m := length (nth 0 table []) in
  Nat.leb 1 n && Nat.leb n 64 && Nat.leb 1 m && Nat.leb m 64 && shaped n m table &&
  forallb (forallb (at_most 0)) table &&
  forallb (fun l => below 0 (total l)) (table ++ columns m table) &&
  same (total (map total table)) 1.

Definition D (P : view) : matrix := diagonal (p P).
(** (D 1)(D 1)^T *)
Definition ones (P : view) : matrix := outer (p P) (p P).
(** The forms <f~, h~> and <T* f~, T* h~>. *)
Definition inner_form (P : view) : matrix := less (D P) (ones P).
Definition image_form (P : view) : matrix := less (DK P) (ones P).
Definition T (P : view) : matrix := zip (fun r w => map (fun x => div x w) r) (joint P) (p P).
Definition T_star (P : view) : matrix := T (transposed P).
(** K = T T* and kX. *)
Definition K (P : view) : matrix := zip (fun r w => map (fun x => div x w) r) (DK P) (p P).
Definition kernel (P : view) : matrix := map (fun r => zip div r (p P)) (K P).
Definition mean (P : view) (f : vector) : Q := dot (p P) f.
Definition centred (P : view) (f : vector) : vector := let m := mean P f in map (fun x => sub x m) f.

(** The leftmost independent columns of Phi~. *)
Definition centred_basis (P : view) (features : matrix) : matrix := leftmost (map (centred P) features).
(** The form E: <f~ - (Phi~ w), h~> for the best w, by the normal equations. Features are columns. *)
Definition unexplained (P : view) (features : matrix) : option matrix :=
  let basis := centred_basis P features in
  let weighted := map (times (p P)) basis in
  match solve (length basis) (on_vectors basis (D P)) (N P) weighted with
  | Some best => Some (less (inner_form P) (product (N P) (columns (N P) weighted) best))
  | None => None
  end.

(** ** Singular functions up to their norms. *)
Record system := SystemOf { of_ : view; left_functions : matrix; right_functions : matrix; values : vector }.
Definition first_entry (v : vector) : option nat :=
  find (fun i => negb (is_zero (at_ v i))) (seq 0 (length v)).
(** c with [u = c v]. *)
Definition multiple (u v : vector) : option Q :=
  match first_entry v with
  | None => None
  | Some i => let c := div (at_ u i) (at_ v i) in if equal_vectors u (scaled c v) then Some c else None
  end.
Fixpoint all_some {A} (l : list (option A)) : option (list A) :=
  match l with
  | [] => Some []
  | x :: r => match x, all_some r with Some a, Some b => Some (a :: b) | _, _ => None end
  end.
(** Functions of one side: the first constant 1, none zero, pairwise orthogonal. *)
Definition orthogonal_functions (weights : vector) (fs : matrix) : bool :=
  let n := length weights in
  shaped n n fs && forallb (fun x => same x 1) (nth 0 fs []) && forallb (fun f => negb (vanishes f)) fs &&
  forallb (fun i => forallb (fun j => Nat.eqb i j || is_zero (dot (times weights (nth i fs [])) (nth j fs [])))
                            (seq 0 n)) (seq 0 n).
Fixpoint decreasing (l : vector) : bool :=
  match l with a :: (b :: _) as r => at_most b a && decreasing r | _ => true end.
Definition system_of (P : view) (left right : matrix) : option system :=
  if orthogonal_functions (p P) left && orthogonal_functions (q P) right then
    let K := K P in let T := T P in let T_star := T_star P in
    match all_some (map (fun v => multiple (apply K v) v) left) with
    | None => None
    | Some values =>
        let right_fits i :=
          let w := nth i right [] in
          if Nat.ltb i (Nat.min (N P) (M P)) && below 0 (at_ values i) then
            match multiple w (apply T_star (nth i left [])) with Some c => below 0 c | None => false end
          else vanishes (apply T w) in
        if decreasing values && forallb right_fits (seq 0 (M P))
        then Some (SystemOf P left right values) else None
    end
  else None.
