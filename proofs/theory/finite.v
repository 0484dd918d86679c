(** * Contexts from laws on finite types, and the laws of masked and flipped bits. *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import vocabulary geometry operators complexity.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

(** ** A law on X x A as a context *)
Section Finite.
Variables (R : rcfType) (X A : finType) (J : X -> A -> R).
(** The points of A that have mass; the others carry no function and are left out. *)
Definition massive : {set A} := [set a | \sum_x J x a != 0].
Definition table : 'M[R]_(#|X|, #|massive|) := \matrix_(i, j) J (enum_val i) (enum_val j).
(** The context P is the law J. *)
Definition is_law (P : context R #|X| #|massive|) := P = table :> 'M[R]_(_, _).

Hypotheses (J0 : forall x a, 0 <= J x a) (J1 : \sum_x \sum_a J x a = 1).
Hypothesis JX : forall x, 0 < \sum_a J x a.

Lemma massless x a : a \notin massive -> J x a = 0.
Proof.
rewrite inE negbK psumr_eq0 => [/allP h|y _]; last exact: J0.
by apply/eqP/(h x); rewrite mem_index_enum.
Qed.
Lemma sum_massive (h : A -> R) : (forall a, a \notin massive -> h a = 0) -> \sum_(j < #|massive|) h (enum_val j) = \sum_a h a.
Proof.
move=> h0; rewrite (bigID (mem massive)) /= [X in _ = _ + X]big1 ?addr0 //.
by rewrite [RHS]big_enum_val.
Qed.
Lemma sum_points (h : X -> R) : \sum_(i < #|X|) h (enum_val i) = \sum_x h x.
Proof. by rewrite [RHS]big_enum_val. Qed.

Fact table_ge0 i j : 0 <= table i j. Proof. by rewrite mxE. Qed.
Fact table_row i : \sum_j table i j = \sum_a J (enum_val i) a.
Proof.
rewrite -(sum_massive (h := J (enum_val i))) => [|a]; last exact: massless.
by apply: eq_bigr => j _; rewrite mxE.
Qed.
Fact table_col j : \sum_i table i j = \sum_x J x (enum_val j).
Proof. by rewrite -(sum_points (J^~ (enum_val j))); apply: eq_bigr => i _; rewrite mxE. Qed.
Fact table_sum1 : \sum_i \sum_j table i j = 1.
Proof. by rewrite -J1 -(sum_points (fun x => \sum_a J x a)); apply: eq_bigr => i _; rewrite table_row. Qed.
Fact table_rowP i : 0 < \sum_j table i j. Proof. by rewrite table_row. Qed.
Fact table_colP j : 0 < \sum_i table i j.
Proof.
rewrite table_col lt_def sumr_ge0 // andbT; have := enum_valP j.
by rewrite inE.
Qed.
Definition law_context : context R #|X| #|massive| := Context table_ge0 table_sum1 table_rowP table_colP.
Lemma law_contextP : is_law law_context. Proof. by []. Qed.

(** The kernel of such a context, summed over all of A: where q(a) = 0 the term is 0. *)
Lemma law_kernel (P : context R #|X| #|massive|) i k : is_law P ->
  kX P i k = (\sum_a J (enum_val i) a * J (enum_val k) a / \sum_x J x a)
    / ((\sum_a J (enum_val i) a) * \sum_a J (enum_val k) a).
Proof.
move=> PE; have pE l : p P 0 l = \sum_a J (enum_val l) a by rewrite mxE PE table_row.
rewrite [kX _ _ _]mxE !pE; congr (_ / _).
rewrite -(sum_massive (h := fun a => J (enum_val i) a * J (enum_val k) a / \sum_x J x a)) => [|a am]; last first.
  by rewrite massless // mul0r mul0r.
apply: eq_bigr => j _; have qE : q P 0 j = \sum_x J x (enum_val j).
  by rewrite -table_col mxE; apply: eq_bigr => l _; rewrite mxE PE.
have q0 := law_neq0 (dual P) j; move: (q P 0 j) q0 qE => c c0 cE; rewrite -cE PE !mxE.
by rewrite -!mulrA; congr (_ * _); rewrite mulVf // mulr1 mulrC.
Qed.
End Finite.

(** ** Independent bits *)
Section Product.
Variables (R : rcfType) (D : nat) (B : finType) (j : bool -> B -> R).
(** Each bit has the law j with its view, independently of the others. *)
Definition product_law (x : {ffun 'I_D -> bool}) (a : {ffun 'I_D -> B}) : R := \prod_i j (x i) (a i).

Lemma product_row x : \sum_a product_law x a = \prod_i \sum_b j (x i) b.
Proof. by rewrite bigA_distr_bigA. Qed.
Lemma product_col a : \sum_x product_law x a = \prod_i \sum_b j b (a i).
Proof. by rewrite (bigA_distr_bigA (fun i b => j b (a i))). Qed.
Lemma product_total : \sum_x \sum_a product_law x a = \prod_(i < D) \sum_b \sum_c j b c.
Proof. by rewrite bigA_distr_bigA; apply: eq_bigr => x _; rewrite product_row. Qed.
Lemma product_kernel x y : \sum_a product_law x a * product_law y a / (\sum_z product_law z a) =
  \prod_i \sum_b j (x i) b * j (y i) b / (\sum_c j c b).
Proof.
rewrite bigA_distr_bigA; apply: eq_bigr => a _; rewrite product_col -prodfV -!big_split.
by apply: eq_bigr => i _.
Qed.
End Product.
