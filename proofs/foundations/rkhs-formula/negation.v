(* statement: sha256:9e0a2366f1ed8ac56540eef31c5eb8d254e4445bd59409d820392d8a82ab123e *)
(** The accepted file refutation.v, read as a theorem: the claim fails over every real closed field. *)
From Coq Require Import String ZArith QArith List.
From mathcomp Require Import all_ssreflect all_algebra.
From Refute Require Import refutes.
From Contexture Require Import vocabulary.
From Negation Require Import meaning instances preimages.
Require refutation statement.
Import ListNotations.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope string_scope.

(** What the checker reads in the text. *)
Definition clauses : list clause :=
  let image x := Arithmetic Multiply (Call "T_star" [Name "P"]) (Name x) in
  let functions := Tables (PointsOf X (Name "P")) (Count (Number 1)) in
  [For "P" Contexts; For "f" functions; For "g" functions;
   Claim (Compare [Call "inner" [Name "f"; Name "g"]; Call "spectral_inner" [Name "P"; image "f"; image "g"]] [Equal])].
Definition instance_of t f g : list (string * value) :=
  [("P", Ctx (the_view t)); ("f", Tab (function_table t f)); ("g", Tab (function_table t g))].

Lemma assignedE ins values : assigned clauses ins [] [] = Some values ->
  exists t f g, [/\ is_context t, shaped (N (the_view t)) 1 f, shaped (N (the_view t)) 1 g
    & values = ([the_view t], instance_of t f g)].
Proof.
move=> /assigned_context[t [v [ok /assigned_function/(_ (the_view t) (erefl _))[f [v1 [sf]]]]]].
move=> /assigned_function/(_ (the_view t) (erefl _))[g [v2 [sg [<-] e2]]] e1 e.
by exists t, f, g; split=> //; rewrite e e1 e2.
Qed.

Lemma conclusionE t f g known : conclusion clauses (instance_of t f g) [the_view t] known [] =
  let image v := multiplied (Tab (T_star_table t)) (Tab (function_table t v)) in
  Some (compare_two Equal (number_value (quantity.inner [the_view t] (function_table t f) (function_table t g)))
    (let* vs := gather [Value (Ctx (the_view t)); image f; image g] in
     quantity.quantity [the_view t] known "spectral_inner" vs)).
Proof. reflexivity. Qed.

(** Whatever the certificate is: if the checker accepts it, the claim fails. *)
Lemma negated text evidence :
  statement_of text = Some clauses -> refutes text evidence ->
  forall R : rcfType, ~ (forall N M (P : context R N M) (f g : 'cV[R]_N),
    exists S : singular_system P, (ip (p P) f g = spectral_inner S (T_star P *m f) (T_star P *m g))%R).
Proof.
rewrite /refutes /outcome_of => ->; case: (_ && _)%bool => //.
case a: (assigned _ _ _ _) => [values|] //.
have [t [f [g [ok sf sg ->]]]] := assignedE a.
case: (checked _ _) => [known|] //; rewrite conclusionE; cbv zeta.
case c: (compare_two _ _ _) => [[|[[]|]| | | | |]|||] // _ R claim.
have [n [m [P [n0 st entries]]]] := given_reads R ok.
rewrite (the_N st) in sf sg; have rT := T_star_reads n0 st entries.
have rf := function_reads R t sf; have rg := function_reads R t sg.
have [_ [x [/numberP[i ei ->] es different]]] := compare_twoP c.
move: es; case ef: (multiplied _ (Tab (function_table t f))) => [h|||];
  case eg: (multiplied _ (Tab (function_table t g))) => [k|||] //.
have [h' eh hE] := multipliedP ef; have [k' ek kE] := multipliedP eg; rewrite hE kE => es.
have [S e] := claim _ _ P (mx R n 1 f) (mx R n 1 g).
have [j xE wj] : exists2 j, x = Num j & within (spectral_inner S (T_star P *m mx R n 1 f) (T_star P *m mx R n 1 g))%R j.
  by apply: (spectral_inner_reads (known := known) n0 st entries S (reads_product rT rf eh) (reads_product rT rg ek)); exact: es.
have : i_eq i j = Some false by move: different; rewrite xE => -[].
by move/(i_eqP (inner_reads st entries sf sg ei) wj); rewrite e eqxx.
Qed.

(** The claim as it stands in the ledger is false: [spectral_inner] takes a singular system, and none will do. *)
Theorem rkhs_formula_fails (R : rcfType) : ~ statement.statement R.
Proof.
have read : statement_of refutation.text = Some clauses by vm_compute.
move=> claim; apply: (negated read refutation.refuted (R := R)) => N M P f g.
by have [_ [_ [_ [[S <-] e]]]] := claim N M P f g; exists S.
Qed.
