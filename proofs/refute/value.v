(** * Values of terms: numbers, truths, contexts, points, samples, tables, singular functions. *)
From Coq Require Import String QArith List Bool.
From Refute Require Import outcome number matrix view.
Import ListNotations.

(** What the rows or columns of a table are: the points of X (false) or A (true) of a context's variable, or numbered
    places. *)
Definition space := option (string * bool).
Definition equal_spaces (a b : space) : bool :=
  match a, b with Some a, Some b => equal_keys a b | None, None => true | _, _ => false end.
Definition side_X (P : view) : space := Some (if graph P then (fst (its P), false) else its P).
Definition side_A (P : view) : space :=
  Some (if graph P then (fst (its P), false) else (fst (its P), negb (snd (its P)))).

Record table := Table { rows : space; columns_ : space; width : nat; cells : list (list interval) }.
Definition height (t : table) : nat := length (cells t).
Definition cell (t : table) (i j : nat) : interval := nth j (nth i (cells t) []) (point 0).

Inductive value :=
| Num (i : interval)
| Truth (t : truth)
| Ctx (P : view)
| Pt (s : space) (index : nat)
| Smp (s : space) (counts : list nat)
| Tab (t : table)
| Sys (s : system).

(** ** Values of a kind; another kind is nonsense. *)
Definition as_number (v : value) : outcome interval := match v with Num i => Value i | _ => Nonsense end.
Definition as_truth (v : value) : outcome truth := match v with Truth t => Value t | _ => Nonsense end.
Definition as_context (v : value) : outcome view := match v with Ctx P => Value P | _ => Nonsense end.
Definition as_sample (v : value) : outcome (space * list nat) :=
  match v with Smp s counts => Value (s, counts) | _ => Nonsense end.
Definition as_table (v : value) : outcome table := match v with Tab t => Value t | _ => Nonsense end.
Definition as_rational (v : value) : outcome Q := let* i := as_number v in exactly i.
Definition as_integer (v : value) : outcome Z :=
  let* a := as_rational v in let a := Qred a in if Pos.eqb (Qden a) 1 then Value (Qnum a) else Nonsense.

(** ** Tables. *)
Definition exact_table (rows columns : space) (width : nat) (m : matrix) : value :=
  Tab (Table rows columns width (map (map point) m)).
Definition function_on (s : space) (f : vector) : value := exact_table s None 1 (map (fun x => [x]) f).
Definition known (t : table) : outcome matrix := gather (map (fun r => gather (map exactly r)) (cells t)).
Definition same_shape (a b : table) : bool :=
  equal_spaces (rows a) (rows b) && equal_spaces (columns_ a) (columns_ b) &&
  Nat.eqb (height a) (height b) && Nat.eqb (width a) (width b).
Definition table_map (f : interval -> interval) (t : table) : table :=
  Table (rows t) (columns_ t) (width t) (map (map f) (cells t)).
Definition table_zip (f : interval -> interval -> interval) (a b : table) : table :=
  Table (rows a) (columns_ a) (width a) (zip (zip f) (cells a) (cells b)).
Definition table_columns (t : table) : list (list interval) :=
  map (fun j => map (fun i => cell t i j) (seq 0 (height t))) (seq 0 (width t)).
Definition table_transpose (t : table) : table := Table (columns_ t) (rows t) (height t) (table_columns t).
Definition i_dot (u v : list interval) : interval := i_total (zip i_mul u v).
(** The inner spaces are the same. *)
Definition table_product (a b : table) : outcome table :=
  if equal_spaces (columns_ a) (rows b) && Nat.eqb (width a) (height b) then
    let cs := table_columns b in
    Value (Table (rows a) (columns_ b) (width b) (map (fun r => map (i_dot r) cs) (cells a)))
  else Nonsense.
Definition table_identity (s : space) (n : nat) : table := Table s s n (map (map point) (identity n)).
Definition is_square (t : table) : bool := Nat.eqb (height t) (width t) && equal_spaces (rows t) (columns_ t).
Definition single_column (t : table) : outcome (list interval) :=
  if Nat.eqb (width t) 1 then Value (map (fun i => cell t i 0) (seq 0 (height t))) else Nonsense.

(** An exact table on a side, as columns, or as rows; an exact function on it. *)
Definition features_on (s : space) (v : value) : outcome matrix :=
  let* t := as_table v in
  if equal_spaces (rows t) s && equal_spaces (columns_ t) None then
    let* m := known t in Value (columns (width t) m) else Nonsense.
Definition rows_on (s : space) (v : value) : outcome matrix :=
  let* t := as_table v in
  if equal_spaces (rows t) s && equal_spaces (columns_ t) None then known t else Nonsense.
Definition exact_function_on (s : space) (v : value) : outcome vector :=
  let* c := features_on s v in match c with [f] => Value f | _ => Nonsense end.
(** The same where the columns may be points. *)
Definition columns_on (s : space) (v : value) : outcome matrix :=
  let* t := as_table v in
  if equal_spaces (rows t) s then let* m := known t in Value (columns (width t) m) else Nonsense.
Definition exact_columns (v : value) : outcome (matrix * table) :=
  let* t := as_table v in let* m := known t in Value (columns (width t) m, t).

(** ** Comparison. *)
Definition equal_tables (a b : table) : truth :=
  fold_right conjunction (Some true) (map (fun '(u, v) => fold_right conjunction (Some true) (zip i_eq u v))
                                          (combine (cells a) (cells b))).
