(** * The instance of a certificate: the values of the variables, one clause after another. *)
From Coq Require Import String ZArith QArith List.
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Import context.
From Refute Require Import refutes.
From Negation Require Import meaning.
Import ListNotations.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope string_scope.

(** The table in lowest terms, its context as the checker sees it, and tables made of it. *)
Definition reduced (t : matrix.matrix) := List.map (List.map Qred) t.
Definition the_view t := view_of ("P", false) (reduced t).
Definition function_table t (f : matrix.matrix) : table :=
  Table (side_X (the_view t)) None 1 (List.map (List.map point) f).
Definition T_star_table t : table :=
  Table (side_A (the_view t)) (side_X (the_view t)) (N (the_view t)) (List.map (List.map point) (view.T_star (the_view t))).

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

(** ** Clauses. *)
Section Clauses.
Variables (cs : list clause) (ins : list (string * given)) (contexts : list view) (env : environment).
Notation after contexts env values := (assigned cs ins contexts env = Some values).

Lemma assigned_context values : assigned (For "P" Contexts :: cs) ins contexts env = Some values ->
  exists t v, [/\ is_context t, after (the_view t :: contexts) (("P", Value (Ctx (the_view t))) :: env) v
    & values = (fst v, ("P", Ctx (the_view t)) :: snd v)].
Proof.
rewrite /assigned -/assigned; case: (given_to "P" ins) => [[q|i|f|t|l r]|] //.
change (in_domain contexts env "P" Contexts (Joint t)) with (if is_context t then Some (Ctx (the_view t)) else None).
case ok: (is_context t) => //.
by case e: (assigned cs _ _ _) => [[a b]|] // [<-]; exists t, (a, b).
Qed.

Lemma assigned_function x values :
  assigned (For x (Tables (PointsOf X (Name "P")) (Count (Number 1))) :: cs) ins contexts env = Some values ->
  forall V, lookup "P" env = Value (Ctx V) -> exists f v, let u := Tab (Table (side_X V) None 1 (List.map (List.map point) f)) in
    [/\ shaped (N V) 1 f, after contexts ((x, Value u) :: env) v & values = (fst v, (x, u) :: snd v)].
Proof.
move=> given V look; move: given; rewrite /assigned -/assigned.
case: (given_to x ins) => [[q|i|f|t|l r]|] //; rewrite /in_domain //.
have -> : extent_of contexts env (PointsOf X (Name "P")) = Some (side_X V, N V).
  by rewrite /extent_of /context_of /value_of /eval look.
change (extent_of contexts env (Count (Number 1))) with (Some (@None (string * bool), 1%nat)).
cbv beta iota zeta delta [exact_table]; case s: (shaped (N V) 1 f) => //.
set env' := (x, _) :: env.
by case e: (assigned cs ins contexts env') => [[a b]|] // [<-]; exists f, (a, b).
Qed.

Lemma assigned_rational x values : assigned (For x AnyRational :: cs) ins contexts env = Some values ->
  exists a v, [/\ after contexts ((x, Value (Num (point a))) :: env) v & values = (fst v, (x, Num (point a)) :: snd v)].
Proof.
rewrite /assigned -/assigned; case: (given_to x ins) => [[a|i|f|t|l r]|] //; cbv beta iota zeta delta [in_domain].
set env' := (x, _) :: env.
by case e: (assigned cs ins contexts env') => [[b c]|] // [<-]; exists a, (b, c).
Qed.
End Clauses.

(** ** Comparisons. *)
Definition compare_two r (a b : outcome value) : outcome value :=
  let* vs := gather [a; b] in let* t := compared vs [r] in Value (Truth t).
Lemma compare_twoP r a b t : compare_two r a b = Value (Truth (Some t)) ->
  exists x y, [/\ a = Value x, b = Value y & related r x y = Value (Some t)].
Proof.
case: a => [x|||]; case: b => [y|||] //.
change (compare_two r (Value x) (Value y)) with
  (let* t := let* t := related r x y in Value (conjunction t (Some true)) in Value (Truth t)).
by case e: (related r x y) => [[[]|]|||] //= [<-]; exists x, y; split.
Qed.
Lemma multipliedP s t v : multiplied (Tab s) (Tab t) = Value v -> exists2 u, table_product s t = Value u & v = Tab u.
Proof. by rewrite /multiplied; case: (table_product s t) => [u|||] //= [<-]; exists u. Qed.
Lemma related_tables s t : related Equal (Tab s) (Tab t) = Value (Some true) -> equal_tables s t = Some true.
Proof. by rewrite /related; case: ifP => // _ []. Qed.
Lemma numberP x v : number_value x = Value v -> exists2 i, x = Value i & v = Num i.
Proof. by case: x => [i|||] //= [<-]; exists i. Qed.

(** ** The context, its functions and T*, as matrices. *)
Section Given.
Variables (R : realFieldType) (t : matrix.matrix).
Lemma given_reads : is_context t -> exists n m (P : context R n m),
  [/\ (0 < n)%N, shaped n m (reduced t) & forall (x : 'I_n) (a : 'I_m), meaning.entry R (reduced t) x a = P x a].
Proof.
move=> ok; have [n_gt0 st _ _ _] := okP ok.
exists (List.length t), (List.length (List.nth 0 t nil)), (given_context R ok); split=> // [|x a]; first exact: reduced_shaped.
by rewrite (reduced_entry R st) // mxE.
Qed.

Variables (n m : nat) (P : context R n m).
Hypotheses (n_gt0 : (0 < n)%N) (shape : shaped n m (reduced t)).
Hypothesis entries : forall (x : 'I_n) (a : 'I_m), meaning.entry R (reduced t) x a = P x a.

Lemma the_N : N (the_view t) = n. Proof. exact: view_N shape. Qed.
Lemma function_reads f : shaped n 1 f -> reads (mx R n 1 f) (function_table t f).
Proof. by move=> s; exact: (reads_exact R _ _ s). Qed.
Lemma T_star_reads : reads (context.expect (dual P)) (T_star_table t).
Proof.
rewrite /T_star_table the_N.
have -> : context.expect (dual P) = mx R m n (view.T_star (the_view t)).
  by apply/matrixP => b x; rewrite [RHS]mxE (T_star_entry ("P", false) n_gt0 shape entries).
exact: (reads_exact R _ _ (T_star_shaped ("P", false) n_gt0 shape)).
Qed.
Lemma inner_reads (f g : matrix.matrix) i : shaped n 1 f -> shaped n 1 g ->
  quantity.inner [the_view t] (function_table t f) (function_table t g) = Value i ->
  within (ip (context.law P) (mx R n 1 f) (mx R n 1 g)) i.
Proof.
move=> sf sg; have w : quantity.weights [the_view t] (rows (function_table t f)) = Value (view.p (the_view t)) by [].
apply: (inner_within (function_reads sf) (function_reads sg) w); first exact: view_p_length shape.
by move=> x; have := view_p ("P", false) shape entries x.
Qed.
End Given.
