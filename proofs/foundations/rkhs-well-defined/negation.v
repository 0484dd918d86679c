(* statement: sha256:900d713286b3a39d5d7ca00fef41598e4604d96ee92ec37791b09d3a567668f1 *)
(** The accepted file refutation.v, read as a theorem: the claim fails over every real closed field. *)
From Coq Require Import String ZArith QArith List.
From mathcomp Require Import all_ssreflect all_algebra.
From Refute Require Import refutes.
From Contexture Require Import vocabulary.
From Negation Require Import meaning instances.
Require refutation statement.
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
Definition instance_of t f g k : list (string * value) :=
  [("P", Ctx (the_view t)); ("f", Tab (function_table t f)); ("g", Tab (function_table t g));
   ("k", Tab (function_table t k))].

(** The instance is in the domains of the variables. *)
Lemma assignedE ins values : assigned clauses ins [] [] = Some values ->
  exists t f g k, [/\ is_context t, shaped (N (the_view t)) 1 f, shaped (N (the_view t)) 1 g,
    shaped (N (the_view t)) 1 k & values = ([the_view t], instance_of t f g k)].
Proof.
move=> /assigned_context[t [v [ok /assigned_function/(_ (the_view t) (erefl _))[f [v1 [sf]]]]]].
move=> /assigned_function/(_ (the_view t) (erefl _))[g [v2 [sg]]] /assigned_function/(_ (the_view t) (erefl _))[k [v3 [sk [<-] e3]]] e2 e1 e.
by exists t, f, g, k; split=> //; rewrite e e1 e2 e3.
Qed.

(** How the walk through the hypothesis and the claim ends. *)
Lemma conclusionE t f g k known : conclusion clauses (instance_of t f g k) [the_view t] known [] =
  match compare_two Equal (multiplied (Tab (T_star_table t)) (Tab (function_table t f)))
                    (multiplied (Tab (T_star_table t)) (Tab (function_table t g))) with
  | Value (Truth (Some true)) =>
      Some (compare_two Equal (number_value (quantity.inner [the_view t] (function_table t f) (function_table t k)))
                        (number_value (quantity.inner [the_view t] (function_table t g) (function_table t k))))
  | _ => None
  end.
Proof. reflexivity. Qed.

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
case h: (compare_two Equal (multiplied _ _) _) => [[|[[]|]| | | | |]|||] //.
case c: (compare_two Equal (number_value _) _) => [[|[[]|]| | | | |]|||] // _ R claim.
have [n [m [P [n0 st entries]]]] := given_reads R ok.
rewrite (the_N st) in sf sg sk; have rT := T_star_reads n0 st entries.
have rf := function_reads R t sf; have rg := function_reads R t sg.
have [_ [_ [/multipliedP[tf ef ->] /multipliedP[tg eg ->] /related_tables e]]] := compare_twoP h.
have image := equal_tables_eq (reads_product rT rf ef) (reads_product rT rg eg) e.
have [_ [_ [/numberP[i ei ->] /numberP[j ej ->] different]]] := compare_twoP c.
have /(i_eqP (inner_reads st entries sf sk ei) (inner_reads st entries sg sk ej)) : i_eq i j = Some false by case: different.
by rewrite (claim _ _ P _ (mx R n 1 g)) ?eqxx.
Qed.

(** The claim as it stands in the ledger is false. *)
Theorem rkhs_well_defined_fails (R : rcfType) : ~ statement.statement R.
Proof.
have read : statement_of refutation.text = Some clauses by vm_compute.
exact: (negated read refutation.refuted).
Qed.
