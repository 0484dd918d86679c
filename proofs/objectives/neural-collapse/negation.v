(* statement: sha256:a1e476e4d433db7ee7de3284e04f3ad15d2d3b46609c36808bb8036216e4919a *)
(** The accepted file refutation.v, read as a theorem: the claim of statement.claim fails over every real closed field. *)
(** Its instance meets the hypotheses; no instance that does has independent features, for they add up to zero. *)
From Coq Require Import String ZArith QArith List.
From mathcomp Require Import all_ssreflect all_algebra.
From Refute Require Import refutes.
From Contexture Require Import objectives labels.
From Contexture Require operators singular.
From Negation Require Import meaning views instances folds.
Require refutation statement.
Import GRing.Theory Num.Theory ListNotations.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope string_scope.

(** What the checker reads in the text. *)
Definition own_share (x : string) : term := Entry (Call "q" [Name "P"]) [Name x].
Definition balanced : term :=
  Fold All [("a", Points A (Name "P")); ("b", Points A (Name "P"))] None (Compare [own_share "a"; own_share "b"] [Equal]).
Definition certain : term :=
  Fold All [("x", Points X (Name "P"))] None (Fold Any [("a", Points A (Name "P"))] None
    (Compare [Entry (Call "T" [Name "P"]) [Name "x"; Name "a"]; Number 1] [Equal])).
Definition positive : term := Compare [Name "c"; Number 0] [Greater].
Definition collapsed : term :=
  let on f x := Call f [x] in let P := Name "P" in
  Call "extracts"
    [Arithmetic Multiply (Arithmetic Multiply (on "T" P) (on "integral_operator" (on "one_hot" P))) (on "T_star" P);
     Arithmetic Multiply (Name "c") (Arithmetic Subtract (on "T" P)
       (Arithmetic Divide (Arithmetic Multiply (on "one_X" P) (on "transpose" (on "one_A" P))) (on "M" P)))].
Definition clauses : list clause :=
  [For "P" Contexts; For "c" AnyRational; Assume balanced; Assume certain; Assume positive; Claim collapsed].
Definition instance_of t c : list (string * value) := [("P", Ctx (the_view t)); ("c", Num (point c))].

Lemma assignedE ins values : assigned clauses ins [] [] = Some values ->
  exists t c, is_context t /\ values = ([the_view t], instance_of t c).
Proof.
move=> /assigned_context[t [v [ok /assigned_rational[c [v1 [[<-] e1]]] e]]].
by exists t, c; rewrite e e1.
Qed.

Lemma conclusionE t c known : conclusion clauses (instance_of t c) [the_view t] known [] =
  let env := [("c", Value (Num (point c))); ("P", Value (Ctx (the_view t)))] in
  let holds := eval [the_view t] known env in
  after (holds balanced) (after (holds certain) (after (holds positive) (Some (holds collapsed)))).
Proof. reflexivity. Qed.

Section Hypotheses.
Variables (R : rcfType) (t : matrix.matrix) (n m : nat) (P : context R n m) (known : list fact) (c : Q).
Hypotheses (n_gt0 : (0 < n)%N) (shape : shaped n m (reduced t)).
Hypothesis entries : forall (x : 'I_n) (a : 'I_m), (meaning.entry R (reduced t) x a = P x a)%R.
Let V := the_view t.
Let env := [("c", Value (Num (point c))); ("P", Value (Ctx V))].
Fact the_M : view.M V = m. Proof. exact: (view_M ("P", false) n_gt0 shape). Qed.

Lemma balanced_holds : eval [V] known env balanced = Value (Truth (Some true)) -> forall a b, (q P 0 a = q P 0 b)%R.
Proof.
pose table_q := Table (side_A V) None 1 (List.map (List.map point) (List.map (fun x => [x]) (view.q V))).
pose own v := walk.entry (Tab table_q) [v].
change (eval [V] known env balanced) with
  (let* t := all_of (List.map (fun v => let* v := v in as_truth v) (List.flat_map (fun v => List.flat_map
     (fun w => [compare_two Equal (own v) (own w)]) (List.map (Pt (side_A V)) (List.seq 0 (view.M V))))
     (List.map (Pt (side_A V)) (List.seq 0 (view.M V))))) in Value (Truth t)).
rewrite the_M => h a b; have lq := view_q_length ("P", false) n_gt0 shape.
have [x [y [/entry_oneP -> /entry_oneP -> e]]] := compare_twoP (all_pairs h (ltn_ord a) (ltn_ord b)).
have rq := reads_exact R (side_A V) None (column_matrix lq); have [_ _ _ w] := rq.
rewrite -!(view_q ("P", false) n_gt0 shape entries) -!(column_entry R lq) //.
by have := related_numbers (w a 0%R) (w b 0%R) e; rewrite !mxE.
Qed.

Lemma certain_holds : eval [V] known env certain = Value (Truth (Some true)) -> forall x, exists a, (T P x a = 1)%R.
Proof.
pose table_T := Table (side_X V) (side_A V) (view.M V) (List.map (List.map point) (view.T V)).
change (eval [V] known env certain) with
  (let* t := all_of (List.map (fun v => let* v := v in as_truth v) (List.flat_map (fun v =>
     [let* t := any_of (List.map (fun v => let* v := v in as_truth v) (List.flat_map (fun w =>
        [compare_two Equal (walk.entry (Tab table_T) [v; w]) (Value (Num (of_Z 1)))])
        (List.map (Pt (side_A V)) (List.seq 0 (view.M V))))) in Value (Truth t)])
     (List.map (Pt (side_X V)) (List.seq 0 (view.N V))))) in Value (Truth t)).
rewrite (the_N shape) the_M => h x; have [b [lb]] := any_point (all_points h (ltn_ord x)).
case/compare_twoP => [v [w [/entry_twoP -> [<-] e]]]; exists (Ordinal lb).
have sT := T_shaped ("P", false) shape.
have [_ _ _ within_T] : reads (mx R n m (view.T V)) table_T by rewrite /table_T the_M; exact: (reads_exact R _ _ sT).
rewrite -(T_entry ("P", false) shape entries) -(qr1 R).
by have := related_numbers (within_T x (Ordinal lb)) (within_point R (inject_Z 1)) e; rewrite mxE.
Qed.

Lemma positive_holds : eval [V] known env positive = Value (Truth (Some true)) -> (0 < qr R c)%R.
Proof.
change (eval [V] known env positive) with (compare_two Greater (Value (Num (point c))) (Value (Num (of_Z 0)))).
case/compare_twoP => [x [y [[<-] [<-] e]]].
by have := related_greater (within_point R c) (within_point R (inject_Z 0)) e; rewrite qr0.
Qed.
End Hypotheses.

(** The features add up to zero. *)
Lemma dependent (R : rcfType) n m (P : context R n m) (c : R) :
  ~ independent_columns (c *: (T P - m%:R^-1 *: (one *m one^T)))%R.
Proof.
move=> /(_ (const_mx 1)%R); have m0 := singular.M_gt0 P.
have sum : ((one : 'cV[R]_m)^T *m const_mx 1 = m%:R%:M :> 'M_1)%R.
  apply/matrixP => i j; rewrite !ord1 !mxE eqxx mulr1n (eq_bigr (fun=> 1%R)) ?sumr_const ?card_ord // => k _.
  by rewrite !mxE mulr1.
rewrite -scalemxAl mulmxBl (operators.expect1 P) -scalemxAl -mulmxA sum mul_mx_scalar scalerA mulVf; last first.
  by rewrite pnatr_eq0 -lt0n.
rewrite scale1r subrr scaler0 => /(_ (erefl _))/colP/(_ (Ordinal m0)); rewrite !mxE => /eqP.
by rewrite oner_eq0.
Qed.

(** Whatever the certificate is: if the checker accepts it, the claim fails. *)
Lemma negated text evidence :
  statement_of text = Some clauses -> refutes text evidence ->
  forall R : rcfType, ~ (forall N M (P : context R N M) (c : R),
    (forall a b, q P 0 a = q P 0 b) -> (forall x, exists a, T P x a = 1) -> 0 < c ->
    extracts (p P) (T P *m integral_operator (q P) one_hot *m T_star P) (c *: (T P - M%:R^-1 *: (one *m one^T))))%R.
Proof.
rewrite /refutes /outcome_of => ->; case: (_ && _)%bool => //.
case a: (assigned _ _ _ _) => [values|] //; have [t [c [ok ->]]] := assignedE a.
case: (checked _ _) => [known|] //; move=> accepted R claim.
have {accepted} : fails (conclusion _ _ _ _ _) := accepted.
rewrite conclusionE => /afterP[h1 /afterP[h2 /afterP[h3 _]]].
have [n [m [P [n0 st entries]]]] := given_reads R ok.
have [] := claim _ _ P _ (balanced_holds n0 st entries h1) (certain_holds n0 st entries h2) (positive_holds R h3).
by move/dependent.
Qed.

(** The claim as it stands in the ledger, and that it is false. *)
Theorem neural_collapse_fails (R : rcfType) : ~ statement.statement R.
Proof.
have read : statement_of refutation.text = Some clauses by vm_compute.
move=> claim; apply: (negated read refutation.refuted (R := R)) => N M P c equal certain c0.
by have [_] := claim N M P c equal certain c0.
Qed.
