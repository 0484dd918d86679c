(* statement: sha256:900d713286b3a39d5d7ca00fef41598e4604d96ee92ec37791b09d3a567668f1 *)
(** The accepted file refutation.v, read as a theorem: the claim of statement.claim fails over every real closed field. *)
From Coq Require Import String ZArith QArith List.
From mathcomp Require Import all_ssreflect all_algebra.
From Refute Require Import refutes.
From Contexture Require Import vocabulary.
From Negation Require Import meaning.
Require refutation.
Import ListNotations.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope string_scope.

(** ** What the checker reads in the text and evaluates. *)
Definition clauses : list clause :=
  let image x := Arithmetic Multiply (Call "T_star" [Name "P"]) (Name x) in
  let product x y := Call "inner" [Name x; Name y] in
  let functions := Tables (PointsOf X (Name "P")) (Count (Number 1)) in
  [For "P" Contexts; For "f" functions; For "g" functions; For "k" functions;
   Assume (Compare [image "f"; image "g"] [Equal]); Claim (Compare [product "f" "k"; product "g" "k"] [Equal])].
(** The table in lowest terms, its context as the checker sees it, and tables made of it. *)
Definition reduced (t : matrix.matrix) := List.map (List.map Qred) t.
Definition the_view t := view_of ("P", false) (reduced t).
Definition function_table t (f : matrix.matrix) : table :=
  Table (side_X (the_view t)) None 1 (List.map (List.map point) f).
Definition T_star_table t : table :=
  Table (side_A (the_view t)) (side_X (the_view t)) (N (the_view t)) (List.map (List.map point) (view.T_star (the_view t))).

Definition instance_of t f g k : list (string * value) :=
  [("P", Ctx (the_view t)); ("f", Tab (function_table t f)); ("g", Tab (function_table t g));
   ("k", Tab (function_table t k))].

(** The instance is in the domains of the variables. *)
Lemma assignedE ins values : assigned clauses ins [] [] = Some values ->
  exists t f g k, [/\ is_context t, shaped (N (the_view t)) 1 f, shaped (N (the_view t)) 1 g,
    shaped (N (the_view t)) 1 k & values = ([the_view t], instance_of t f g k)].
Proof.
rewrite /assigned /clauses.
case: (given_to "P" ins) => [[q|i|f|t|l r]|] //.
change (in_domain [] [] "P" Contexts (Joint t)) with (if is_context t then Some (Ctx (the_view t)) else None).
case ok: (is_context t) => //.
case: (given_to "f" ins) => [[q|i|f|t'|l r]|] //.
set env := [("P", Value (Ctx (the_view t)))].
change (in_domain [the_view t] env "f" (Tables (PointsOf X (Name "P")) (Count (Number 1))) (Rows f))
  with (if shaped (N (the_view t)) 1 f then Some (Tab (function_table t f)) else None).
case sf: (shaped _ 1 f) => //.
case: (given_to "g" ins) => [[q|i|g|t'|l r]|] //.
set env' := [("f", _); _].
change (in_domain [the_view t] env' "g" (Tables (PointsOf X (Name "P")) (Count (Number 1))) (Rows g))
  with (if shaped (N (the_view t)) 1 g then Some (Tab (function_table t g)) else None).
case sg: (shaped _ 1 g) => //.
case: (given_to "k" ins) => [[q|i|k|t'|l r]|] //.
set env'' := [("g", _); _; _].
change (in_domain [the_view t] env'' "k" (Tables (PointsOf X (Name "P")) (Count (Number 1))) (Rows k))
  with (if shaped (N (the_view t)) 1 k then Some (Tab (function_table t k)) else None).
case sk: (shaped _ 1 k) => //.
by move=> [<-]; exists t, f, g, k; split.
Qed.

(** How the walk through the hypothesis and the claim ends. *)
Definition compare_two (a b : outcome value) : outcome value :=
  let* vs := gather [a; b] in let* t := compared vs [Equal] in Value (Truth t).
Lemma conclusionE t f g k known : conclusion clauses (instance_of t f g k) [the_view t] known [] =
  match compare_two (multiplied (Tab (T_star_table t)) (Tab (function_table t f)))
                    (multiplied (Tab (T_star_table t)) (Tab (function_table t g))) with
  | Value (Truth (Some true)) =>
      Some (compare_two (number_value (quantity.inner [the_view t] (function_table t f) (function_table t k)))
                        (number_value (quantity.inner [the_view t] (function_table t g) (function_table t k))))
  | _ => None
  end.
Proof. reflexivity. Qed.

Lemma compare_twoP a b r : compare_two a b = Value (Truth (Some r)) ->
  exists x y, [/\ a = Value x, b = Value y & related Equal x y = Value (Some r)].
Proof.
case: a => [x|||]; case: b => [y|||] //.
change (compare_two (Value x) (Value y)) with
  (let* t := let* t := related Equal x y in Value (conjunction t (Some true)) in Value (Truth t)).
by case e: (related Equal x y) => [[[]|]|||] //= [<-]; exists x, y; split.
Qed.
Lemma multipliedP s t v : multiplied (Tab s) (Tab t) = Value v -> exists2 u, table_product s t = Value u & v = Tab u.
Proof. by rewrite /multiplied; case: (table_product s t) => [u|||] //= [<-]; exists u. Qed.
Lemma related_tables s t : related Equal (Tab s) (Tab t) = Value (Some true) -> equal_tables s t = Some true.
Proof. by rewrite /related; case: ifP => // _ []. Qed.
Lemma numberP x v : number_value x = Value v -> exists2 i, x = Value i & v = Num i.
Proof. by case: x => [i|||] //= [<-]; exists i. Qed.

Section Reduced.
Variable R : realFieldType.
Lemma reduced_shaped n m t : shaped n m t -> shaped n m (reduced t).
Proof.
move=> /shapedP[e h]; apply/andP; split; first by apply/Nat.eqb_eq; rewrite List.map_length.
apply/List.forallb_forall => r /List.in_map_iff[v [<- /(List.In_nth _ _ nil)[i [lt <-]]]]; apply/Nat.eqb_eq.
by rewrite List.map_length h //; rewrite -e; apply/ssrnat.ltP.
Qed.
Lemma reduced_entry n m t i j : shaped n m t -> (i < n)%N -> (j < m)%N ->
  meaning.entry R (reduced t) i j = meaning.entry R t i j.
Proof.
move=> /shapedP[e h] li lj; rewrite /entry /reduced (map_nth_in _ nil _ e li) /at_.
by rewrite (map_nth_in _ (Qmake Z0 xH) _ (h i li) lj) qr_red.
Qed.
End Reduced.

(** Whatever the certificate is: if the checker accepts it, the claim fails. *)
Lemma negated text evidence :
  statement_of text = Some clauses -> refutes text evidence ->
  forall R : rcfType, ~ (forall N M (P : context R N M) (f g k : 'cV[R]_N),
    (T_star P *m f = T_star P *m g -> ip (p P) f k = ip (p P) g k)%R).
Proof.
rewrite /refutes /outcome_of => ->; case: (_ && _)%bool => //.
case a: (assigned _ _ _ _) => [values|] //.
have [t [f [g [k [ok sf sg sk ->]]]]] := assignedE a.
case: (checked _ _) => [known|] //; rewrite conclusionE.
case h: (compare_two (multiplied _ _) _) => [[|[[]|]| | | | |]|||] //.
case c: (compare_two (number_value _) _) => [[|[[]|]| | | | |]|||] // _ R claim.
have [n_gt0 st _ _ _] := okP ok.
set n := List.length t in st; set m := List.length (List.nth 0 t nil) in st.
have sr := reduced_shaped st.
have NV : N (the_view t) = n by apply: view_N sr.
rewrite NV in sf sg sk.
pose P : context R n m := given_context R ok.
have entries (x : 'I_n) (b : 'I_m) : meaning.entry R (reduced t) x b = P x b by rewrite (reduced_entry R st) // mxE.
have rf : reads (mx R n 1 f) (function_table t f) by exact: (reads_exact R _ _ sf).
have rg : reads (mx R n 1 g) (function_table t g) by exact: (reads_exact R _ _ sg).
have rk : reads (mx R n 1 k) (function_table t k) by exact: (reads_exact R _ _ sk).
have rT : reads (T_star P) (T_star_table t).
  rewrite /T_star_table NV.
  have -> : T_star P = mx R m n (view.T_star (the_view t)).
    by apply/matrixP => b x; rewrite [RHS]mxE (T_star_entry ("P", false) n_gt0 sr entries).
  exact: (reads_exact R _ _ (T_star_shaped ("P", false) n_gt0 sr)).
have [_ [_ [/multipliedP[tf ef ->] /multipliedP[tg eg ->] /related_tables e]]] := compare_twoP h.
have image := equal_tables_eq (reads_product rT rf ef) (reads_product rT rg eg) e.
have [_ [_ [/numberP[i ei ->] /numberP[j ej ->] different]]] := compare_twoP c.
have length_p : List.length (view.p (the_view t)) = n by apply: view_p_length sr.
have weights_of v : quantity.weights [the_view t] (rows (function_table t v)) = Value (view.p (the_view t)) by [].
have value_of_p := view_p ("P", false) sr entries.
have wf := inner_within rf rk (weights_of f) length_p value_of_p ei.
have wg := inner_within rg rk (weights_of g) length_p value_of_p ej.
have /(i_eqP wf wg) : i_eq i j = Some false by case: different.
by rewrite (claim _ _ P _ (mx R n 1 g)) ?eqxx.
Qed.

(** The claim as it stands in the ledger, and that it is false. *)
Theorem rkhs_well_defined_fails (R : rcfType) :
  ~ (forall N M (P : context R N M) (f g k : 'cV[R]_N),
    (T_star P *m f = T_star P *m g -> ip (p P) f k = ip (p P) g k)%R).
Proof.
have read : statement_of refutation.text = Some clauses by vm_compute.
exact: (negated read refutation.refuted).
Qed.
Print Assumptions rkhs_well_defined_fails.
