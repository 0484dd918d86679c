(* statement: sha256:1839a1d674838a01b7c834c2db0c933fd7b3e2135a5712fe9a647f081408b824 *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import statements geometry operators orthonormal singular expansion errors defined.
Require statement.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section CompatSpectral.
Variables (R : rcfType) (N M : nat) (P : context R N M).

Theorem compat_spectral_amended (S : singular_system P) (f : 'cV[R]_N)
    (g := \sum_(1 <= i < minn N M) (s P i * ip (p P) f (mu S i)) *: nu S i) :
  0 < norm (q P) (T_star P *m center (p P) f) ->
  [/\ compatibility P f ^+ 2 =
        (\sum_(1 <= i < N) s P i ^+ 2 * ip (p P) f (mu S i) ^+ 2) / (\sum_(1 <= i < N) ip (p P) f (mu S i) ^+ 2),
      (\sum_(1 <= i < N) s P i ^+ 2 * ip (p P) f (mu S i) ^+ 2) / (\sum_(1 <= i < N) ip (p P) f (mu S i) ^+ 2) =
        norm (q P) (T_star P *m center (p P) f) ^+ 2 / norm (p P) (center (p P) f) ^+ 2
    & compatibility P f =
        ip (p P) (center (p P) f) (T P *m g) / (norm (p P) (center (p P) f) * norm (q P) g)].
Proof.
move=> nt; have p0 := law_gt0 P; have q0 := law_gt0 (dual P).
set h := center (p P) f in nt *.
have h0 : ip (p P) h (mu S 0) = 0 by rewrite mu_0 ipC -[one]/(const_mx 1) -mean_ip center_mean.
have hi i : (1 <= i < N)%N -> ip (p P) h (mu S i) = ip (p P) f (mu S i).
  move=> iN; rewrite /h /center ipBl (_ : const_mx _ = mean (p P) f *: one); last first.
    by apply/colP => x; rewrite !mxE mulr1.
  by rewrite ipZl -[one]/(const_mx 1) -mean_ip left_mean // mulr0 subr0.
have e1 : sqn (p P) h = \sum_(1 <= i < N) ip (p P) f (mu S i) ^+ 2.
  rewrite /sqn (left_parseval S) (big_ltn (N_gt0 P)) h0 mul0r add0r.
  by apply: eq_big_nat => i iN; rewrite hi // expr2.
have e2 : sqn (q P) (T_star P *m h) = \sum_(1 <= i < N) s P i ^+ 2 * ip (p P) f (mu S i) ^+ 2.
  rewrite (Ts_sqn S) (big_ltn (N_gt0 P)) h0 expr0n mulr0 add0r.
  by apply: eq_big_nat => i iN; rewrite hi.
have gE : g = T_star P *m h.
  apply: (basis_ext (right_orthonormal S)) => j jM; rewrite -/(nu S j) [RHS]ipC Ts_coord.
  have lin (F : nat -> 'cV[R]_M) m : ip (q P) (nu S j) (\sum_(1 <= i < m) F i) = \sum_(1 <= i < m) ip (q P) (nu S j) (F i).
    by elim/big_rec2: _ => [|i x y _ IH]; rewrite ?ip0r // ipDr IH.
  rewrite /g lin (eq_big_nat _ _ (F2 := fun i => s P i * ip (p P) f (mu S i) * (j == i)%:R)); last first.
    by move=> i /andP[_ iM]; rewrite ipZr right_ip // (leq_trans iM) // geq_minr.
  case: j jM {lin} => [|j] jM; first by rewrite h0 mulr0 big_nat_cond big1 // => i /andP[/andP[i1 _] _]; rewrite lt_eqF ?mulr0.
  have [jm|mj] := ltnP j.+1 (minn N M); last first.
    rewrite (s_beyond P mj) mul0r big_nat_cond big1 // => i /andP[/andP[_ im] _].
    by rewrite gtn_eqF ?mulr0 // (leq_trans im).
  rewrite (bigD1_seq j.+1) ?mem_index_iota ?iota_uniq //= eqxx mulr1 big1 ?addr0.
    by rewrite hi //= (leq_trans jm) // geq_minl.
  by move=> i; rewrite eq_sym => /negPf ->; rewrite mulr0.
have c2 : compatibility P f ^+ 2 = sqn (q P) (T_star P *m h) / sqn (p P) h by rewrite -rho2_compatibility.
rewrite -e1 -e2 gE (norm_sq p0) (norm_sq q0); split=> //.
rewrite expect_adjoint -/(sqn _ _) -(norm_sq q0) /compatibility -/h expr2.
by rewrite invfM mulrA mulrAC mulfK // gt_eqF.
Qed.
End CompatSpectral.

Theorem compat_spectral_amended_stated (R : rcfType) : statement.statement R.
Proof.
move=> N M P S f g; rewrite centred_function => pos; have [e1 e2 e3] := compat_spectral_amended S pos.
have c0 : center (p P) f != 0.
  by apply: contraTneq pos => ->; rewrite mulmx0 (norm_gt0 (law_gt0 (dual P))) eqxx.
(* The compatibility is positive, so none of the divisors of which it is a quotient is zero. *)
have rho : 0 < compatibility P f by rewrite divr_gt0 // (norm_gt0 (law_gt0 P)).
have divisor (a b c : R) : 0 < c -> c = a / b -> b != 0.
  by move=> c_gt0 cE; apply: contraTneq c_gt0 => b0; rewrite cE b0 invr0 mulr0 ltxx.
have rho2 : 0 < compatibility P f ^+ 2 by rewrite exprn_gt0.
split; last by split=> //; split=> //; apply: divisor rho e3.
split=> //; split; first exact: divisor rho2 e1.
by split=> //; apply: divisor rho2 (etrans e1 e2).
Qed.
