(** * Contexts from tables of counts: their laws and operators, and arithmetic with numbers that are written out. *)
From Coq Require Import ZArith.
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import vocabulary.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

(** The number at row x and column a; 0 where there is none. *)
Definition count (t : seq (seq nat)) (x a : nat) : nat := nth 0%N (nth [::] t x) a.
(** The matrix with these rows. *)
Definition rows (R : ringType) n m (t : seq (seq R)) : 'M[R]_(n, m) := \matrix_(x, a) nth 0 (nth [::] t x) a.

Section Counts.
Variables (n m : nat) (t : seq (seq nat)).
Definition row_count (x : nat) : nat := sumn [seq count t x a | a <- iota 0 m].
Definition column_count (a : nat) : nat := sumn [seq count t x a | x <- iota 0 n].
Definition total_count : nat := sumn [seq row_count x | x <- iota 0 n].
(** There is a point, and no row or column is zero. *)
Definition is_table : bool :=
  [&& (0 < n)%N, all (fun x => (0 < row_count x)%N) (iota 0 n) & all (fun a => (0 < column_count a)%N) (iota 0 m)].

Fact count_sum k (F : nat -> nat) : sumn [seq F i | i <- iota 0 k] = (\sum_(i < k) F i)%N.
Proof. by rewrite sumnE big_map -[k]subn0 -/(index_iota 0 k) big_mkord subn0. Qed.

Variable R : realFieldType.
Hypothesis ok : is_table.
Notation total := (total_count%:R : R).

Fact row_gt0 (x : 'I_n) : (0 < row_count x)%N.
Proof. by case/and3P: ok => _ /allP h _; apply: h; rewrite mem_iota /= ltn_ord. Qed.
Fact column_gt0 (a : 'I_m) : (0 < column_count a)%N.
Proof. by case/and3P: ok => _ _ /allP h; apply: h; rewrite mem_iota /= ltn_ord. Qed.
Fact total_gt0 : 0 < total.
Proof.
case/and3P: (ok) => n0 _ _; rewrite ltr0n /total_count count_sum (bigD1 (Ordinal n0)) //= addn_gt0.
by rewrite (row_gt0 (Ordinal n0)).
Qed.
Let law_of : 'M[R]_(n, m) := \matrix_(x, a) ((count t x a)%:R / total).
Fact row_law (x : 'I_n) : \sum_a law_of x a = (row_count x)%:R / total.
Proof. by rewrite /row_count count_sum natr_sum mulr_suml; apply: eq_bigr => a _; rewrite mxE. Qed.
Fact column_law (a : 'I_m) : \sum_x law_of x a = (column_count a)%:R / total.
Proof. by rewrite /column_count count_sum natr_sum mulr_suml; apply: eq_bigr => x _; rewrite mxE. Qed.
Fact law_of_ge0 x a : 0 <= law_of x a. Proof. by rewrite mxE divr_ge0 ?ler0n. Qed.
Fact law_of_sum1 : \sum_x \sum_a law_of x a = 1.
Proof.
rewrite (eq_bigr (fun x : 'I_n => (row_count x)%:R / total)) => [|x _]; last exact: row_law.
by rewrite -mulr_suml -natr_sum -(count_sum n row_count) divff ?gt_eqF ?total_gt0.
Qed.
Fact law_of_row x : 0 < \sum_a law_of x a.
Proof. by rewrite row_law divr_gt0 ?total_gt0 ?ltr0n ?row_gt0. Qed.
Fact law_of_column a : 0 < \sum_x law_of x a.
Proof. by rewrite column_law divr_gt0 ?total_gt0 ?ltr0n ?column_gt0. Qed.
(** The context with these counts. *)
Definition table_context : context R n m := Context law_of_ge0 law_of_sum1 law_of_row law_of_column.
Notation P := table_context.

Lemma table_joint x a : P x a = (count t x a)%:R / total. Proof. by rewrite mxE. Qed.
Lemma table_p i x : p P i x = (row_count x)%:R / total. Proof. by rewrite mxE row_law. Qed.
Lemma table_q i a : q P i a = (column_count a)%:R / total.
Proof. by rewrite mxE -column_law; apply: eq_bigr => x _; rewrite mxE. Qed.
Lemma table_T x a : T P x a = (count t x a)%:R / (row_count x)%:R.
Proof. by rewrite mxE table_joint table_p invfM invrK mulrA mulrAC mulfVK // gt_eqF ?total_gt0. Qed.
Lemma table_T_star a x : T_star P a x = (count t x a)%:R / (column_count a)%:R.
Proof. by rewrite mxE mxE table_joint table_q invfM invrK mulrA mulrAC mulfVK // gt_eqF ?total_gt0. Qed.
End Counts.

(** ** Contexts where A has one point: X has one, two, three equally likely ones. *)
Section OneOfA.
Variable R : realFieldType.
Definition one_point : context R 1 1 := table_context R (erefl : is_table 1 1 [:: [:: 1]]%N).
Definition two_points : context R 2 1 := table_context R (erefl : is_table 2 1 [:: [:: 1]; [:: 1]]%N).
Definition three_points : context R 3 1 := table_context R (erefl : is_table 3 1 [:: [:: 1]; [:: 1]; [:: 1]]%N).
End OneOfA.

(** ** Tactics. *)
Lemma product_entry (R : ringType) n m l (A : 'M[R]_(n, m)) (B : 'M[R]_(m, l)) x y :
  (A *m B) x y = \sum_a A x a * B a y.
Proof. exact: mxE. Qed.
Lemma rows_entry (R : ringType) n m (t : seq (seq R)) x a :
  (rows n m t) x a = nth 0 (nth [::] t x) a.
Proof. exact: mxE. Qed.
Lemma diagonal_entry (R : ringType) n (d : 'rV[R]_n) x y : diag_mx d x y = d 0 x *+ (x == y).
Proof. exact: mxE. Qed.
Lemma gram_entry (R : rcfType) n c e (w : 'rV[R]_n) (F : 'M[R]_(n, c)) (G : 'M[R]_(n, e)) i j :
  gram w F G i j = \sum_x w 0 x * (F x i * G x j).
Proof. by rewrite mxE; apply: eq_bigr => x _; rewrite !mxE. Qed.
Lemma kernel_entry (R : rcfType) n m (P : context R n m) x y :
  kX P x y = (\sum_a P x a / q P 0 a * (P y a / q P 0 a) * q P 0 a) / (p P 0 x * p P 0 y).
Proof. exact: mxE. Qed.
(** Closed equations between numbers. *)
Ltac numbers := field; rewrite ?pnatr_eq0 //.
(** Entries of tables, as quotients of numbers; sums over few points, term by term. *)
Ltac written :=
  rewrite ?gram_entry ?kernel_entry ?product_entry ?big_ord_recl ?big_ord0 ?product_entry ?big_ord_recl ?big_ord0;
  rewrite ?diagonal_entry ?table_p ?table_q ?table_T ?table_T_star ?table_joint ?rows_entry;
  rewrite /total_count /row_count /column_count /count /= /addn /addn_rec /=.
(** Equations of matrices with few entries, entry by entry. *)
Ltac entry_by_entry := apply/matrixP; case=> [[|[|[|?]]] ?] // [[|[|[|?]]] ?] //; written.
