(** * Contexts whose labels are functions of x: T is a table of zeros and ones. *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import context geometry operators labels.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section Deterministic.
Variables (R : rcfType) (N M : nat) (P : context R N M).

(** Where a label is certain the others are impossible. *)
Lemma label_unique x a b : T P x a = 1 -> b != a -> T P x b = 0.
Proof.
move=> xa ba; have := expect_sum1 P x; rewrite (bigD1 a) //= xa => /eqP.
rewrite -subr_eq0 addrC addKr psumr_eq0 => [/allP h|c _]; last exact: expect_ge0.
by have := h b (mem_index_enum _); rewrite ba => /eqP.
Qed.

Hypothesis det : deterministic P.

Lemma indicatorE x a : T P x a = (T P x a == 1)%:R.
Proof.
have [b xb] := det x; have [->|ab] := eqVneq a b; first by rewrite xb eqxx.
by rewrite (label_unique xb ab) eq_sym oner_eq0.
Qed.

(** T* T = 1: labels are recovered from x. *)
Lemma recover : T_star P *m T P = 1%:M.
Proof.
apply/matrixP => a b; rewrite [LHS]mxE [RHS]mxE.
have qa := law_neq0 (dual P) a; apply: (mulfI qa); rewrite mulr_sumr.
have term x : q P 0 a * (T_star P a x * T P x b) = (a == b)%:R * P x a.
  rewrite mulrA law_expect [P^T _ _]mxE -(law_expect P).
  have [c xc] := det x; have [->|ac] := eqVneq a c.
    have [<-|cb] := eqVneq c b; first by rewrite xc !mulr1 mul1r.
    by rewrite eq_sym in cb; rewrite (label_unique xc cb) mulr0 mul0r.
  by rewrite (label_unique xc ac) mulr0 mul0r mulr0.
rewrite (eq_bigr _ (fun x _ => term x)) -mulr_sumr mulrC; congr (_ * _).
by rewrite [RHS]mxE; apply: eq_bigr => x _; rewrite mxE.
Qed.
End Deterministic.
