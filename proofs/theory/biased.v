(** * With an intercept: constants in features and labels do not matter.      *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import context geometry operators selfadjoint ratio centred.
From Contexture Require Import labels orthonormal singular encoders extract losses span risk.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

(** p T = q: a function keeps its mean. *)
Lemma law_T (R : realFieldType) N M (P : context R N M) : law P *m expect P = law (dual P).
Proof.
apply/matrixP => i a; rewrite !ord1 [LHS]mxE [RHS]mxE; apply: eq_bigr => x _.
by rewrite law_expect mxE.
Qed.

Section Centring.
Variables (R : rcfType) (N M : nat) (P : context R N M).
Notation pX := (law P).

Lemma cmxD d (F G : 'M[R]_(N, d)) : cmx P (F + G) = cmx P F + cmx P G.
Proof. by rewrite /cmx !mulmxDr opprD addrACA. Qed.
Lemma cmxB d (F G : 'M[R]_(N, d)) : cmx P (F - G) = cmx P F - cmx P G.
Proof. by rewrite cmxD; congr (_ + _); rewrite /cmx !mulmxN opprB opprK addrC. Qed.
Lemma cmx_constant d (b : 'rV[R]_d) : cmx P (one *m b) = 0.
Proof.
rewrite cmx_mul (_ : cmx P one = 0) ?mul0mx //.
by apply/cmx_eq0; exists 1; rewrite scale1r.
Qed.
(** T takes centred labels to centred predictions. *)
Lemma cmx_T k (v : 'M[R]_(M, k)) : cmx P (T P *m v) = T P *m cmx (dual P) v.
Proof. by rewrite /cmx mulmxBr (mulmxA pX) law_T (mulmxA (T P)) expect1. Qed.

(** |f|^2 is at least |f~|^2. *)
Lemma square_cmx_le d (F : 'M[R]_(N, d)) : square pX (cmx P F) <= square pX F.
Proof. by apply: ler_sum => j _; rewrite center_col center_le. Qed.
End Centring.

Section Biased.
Variables (R : rcfType) (N M k d : nat) (P : context R N M) (v : 'M[R]_(M, k)).
Notation pX := (p P).
Notation p0 := (law_gt0 P).
Notation v' := (cmx (dual P) v).
Notation H := (target_operator pX (T P *m v')).
Implicit Types Phi : 'M[R]_(N, d).

Lemma biased_risk Phi r :
  risk_is (supervised_biased_loss P v) Phi r <-> r = \tr H - seen pX H (cmx P Phi) + noise P v.
Proof.
pose rest (Wb : 'M[R]_(d, k) * 'rV[R]_k) := Phi *m Wb.1 + one *m Wb.2 - T P *m v.
have centred Wb : cmx P (rest Wb) = cmx P Phi *m Wb.1 - T P *m v'.
  by rewrite cmxB cmxD cmx_constant addr0 cmx_mul cmx_T.
have least : risk_is (supervised_biased_loss P v) Phi (\tr H - seen pX H (cmx P Phi) + noise P v).
  split=> [|Wb _]; rewrite ?/supervised_biased_loss; last first.
    rewrite square_lossE ler_add2r; apply: le_trans (square_cmx_le _ _); rewrite -/(rest Wb) centred.
    by apply: least_squares_ge; apply: p0.
  have [W WE] := least_squares_eq (T P *m v') p0 (cmx P Phi).
  exists (W, - (pX *m (Phi *m W - T P *m v))); split=> //.
  rewrite square_lossE -WE; congr (square _ _ + _).
  have -> : cmx P Phi *m W - T P *m v' = cmx P (Phi *m W - T P *m v) by rewrite cmxB cmx_mul cmx_T.
  by rewrite /cmx /= mulmxN addrAC.
split=> [[[W' [_ WE']] low]|-> //]; have [[Z [_ ZE]] lowest] := least.
by apply/eqP; rewrite eq_le -{1}ZE low //= -WE' lowest.
Qed.

(** The targets have mean zero; so do those who extract. *)
Lemma target_centred (X : 'M[R]_(N, d)) : cmx P (H *m X) = H *m X.
Proof.
rewrite /cmx (_ : pX *m (H *m X) = 0) ?mulmx0 ?subr0 // /target_operator !mulmxA law_T.
by rewrite (law_cmx (dual P)) !mul0mx.
Qed.

Theorem biased_minimises Phi : (d <= N)%N -> 0 < eigenvalue H d ->
  minimises_supervised_biased P v Phi <-> extracts pX H (cmx P Phi).
Proof.
move=> dN pos; have sH := target_selfadj pX (T P *m v'); have hH := target_psd pX (T P *m v').
rewrite (seen_extracts p0 sH hH (cmx P Phi) pos); split=> [[r [/biased_risk -> low]]|top].
  have [Best ext] := extracts_exists p0 sH dN.
  have [X XE] := extracts_range p0 sH hH pos ext.
  apply/eqP; rewrite eq_le seen_le //=; last exact: p0.
  have := low Best _ ((biased_risk Best _).2 erefl).
  rewrite (_ : cmx P Best = Best) ?(extracts_seen p0 ext); last by rewrite XE target_centred.
  by rewrite ler_add2r ler_add2l ler_opp2.
exists (\tr H - seen pX H (cmx P Phi) + noise P v); split; first exact/biased_risk.
move=> Phi' r' /biased_risk ->; rewrite top ler_add2r ler_add2l ler_opp2 seen_le //.
exact: p0.
Qed.
End Biased.
