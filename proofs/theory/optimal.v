(** * An orthonormal encoder that explains the most learns the contexture.   *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import context geometry operators selfadjoint kyfan ratio spectral worstcase centred equality.
From Contexture Require Import eigenvalues vocabulary orthonormal singular existence expansion encoders.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

(** The number of indices in 1 .. j, below n+1. *)
Lemma count_prefix j n : (\sum_(0 <= i < n.+1) (0 < i <= j))%N = minn j n.
Proof.
elim: n => [|n IH]; first by rewrite big_nat1 minn0.
rewrite big_nat_recr //= IH; have [h|h] := leqP n.+1 j.
  by rewrite (minn_idPr (ltnW h)) addn1.
by move: h; rewrite ltnS => h; rewrite (minn_idPl h) addn0.
Qed.

Section Optimal.
Variables (R : rcfType) (N M : nat) (P : context R N M).
Notation pX := (law P). Notation D := (diag_mx pX). Notation K0 := (KX0 P). Notation s := (s P).
Notation one := (one : 'cV[R]_N).
Variables (d : nat) (dN : (d < N)%N) (Phi : 'M[R]_(N, d)).
Hypothesis oc : orthonormal_centred P Phi.
Hypothesis best : \sum_(1 <= i < d.+1) s i ^+ 2 <= explained P Phi.
Let p0 := law_gt0 P.
Let c := s d ^+ 2.
Let Pi := gram_proj pX Phi.

Fact gram1 : Phi^T *m D *m Phi = 1%:M. Proof. by rewrite -gramE; case: oc. Qed.
Fact Phi_unit : Phi^T *m D *m Phi \in unitmx. Proof. by rewrite gram1 unitmx1. Qed.
Fact Pi_projector : projector pX Pi. Proof. exact: gram_projP Phi_unit. Qed.
Fact Pi_trace : \tr Pi = d%:R. Proof. exact: gram_proj_trace Phi_unit. Qed.
Fact Pi_Phi : Pi *m Phi = Phi. Proof. exact: gram_proj_id Phi_unit. Qed.
Fact Pi_span (f : 'cV[R]_N) : Pi *m f = Phi *m (Phi^T *m (D *m f)).
Proof. by rewrite /Pi /gram_proj gram1 invmx1 mulmx1 -!mulmxA. Qed.
Fact Phi_centred : cmx P Phi = Phi. Proof. by apply: cmx_id; case: oc. Qed.
Fact Pi_one : Pi *m one = 0.
Proof.
have := cmx_one P Phi; rewrite Phi_centred => h.
by rewrite Pi_span (mulmxA Phi^T) [X in Phi *m X]h mulmx0.
Qed.
Fact Pi_attains (S : singular_system P) :
  \sum_(j < N | (j < d)%N) ev (centred_basis S) 0 j <= \tr (Pi *m K0).
Proof.
rewrite (eq_bigr (fun j : 'I_N => s j.+1 ^+ 2)) => [|j _]; last by rewrite centred_basis_ev.
rewrite top_sum; last exact: ltnW.
apply: le_trans best _; rewrite explained_ratio_trace // ratio_trace_proj ?Phi_centred //.
Qed.

Section WithSystem.
Variable S : singular_system P.
Let E := centred_basis S.
Fact E_above (j : 'I_N) : (j < d)%N -> c <= ev E 0 j.
Proof. by move=> jd; rewrite centred_basis_ev s_sq_decreasing. Qed.
Fact E_below (j : 'I_N) : (d <= j)%N -> ev E 0 j <= c.
Proof. by move=> jd; rewrite centred_basis_ev s_sq_decreasing // ltnW. Qed.
Fact commutes : K0 *m Pi = Pi *m K0.
Proof. exact: (equality_commutes p0 Pi_projector Pi_trace E_above E_below (Pi_attains S)). Qed.
Fact range (f : 'cV[R]_N) : Pi *m f = f -> c * sqn pX f <= ip pX f (K0 *m f).
Proof. exact: (equality_range p0 Pi_projector Pi_trace E_above E_below (Pi_attains S)). Qed.
Fact off_range (f : 'cV[R]_N) : Pi *m f = 0 -> ip pX f (K0 *m f) <= c * sqn pX f.
Proof. exact: (equality_kernel p0 Pi_projector Pi_trace E_above E_below (Pi_attains S)). Qed.
End WithSystem.

(** Eigenfunctions of T T* - 1 p + Pi are in the span of Phi or orthogonal to it. *)
Fact pure (f : 'cV[R]_N) m : (K0 + Pi) *m f = m *: f -> f != 0 ->
  (Pi *m f = f /\ K0 *m f = (m - 1) *: f /\ c <= m - 1) \/ (Pi *m f = 0 /\ K0 *m f = m *: f /\ m <= c).
Proof.
move=> Hf fn0; have [S _] := system_exists P; have [idem sa] := Pi_projector.
pose u := Pi *m f; pose v := f - u.
have Pu : Pi *m u = u by rewrite /u mulmxA idem.
have Pv : Pi *m v = 0 by rewrite /v mulmxBr Pu subrr.
have Ku : K0 *m u = (m - 1) *: u.
  have := congr1 (mulmx Pi) Hf; rewrite mulmxA mulmxDr idem -(commutes S) mulmxDl -mulmxA -/u -scalemxAr -/u.
  by rewrite scalerBl scale1r => <-; rewrite addrK.
have Kv : K0 *m v = m *: v.
  rewrite /v mulmxBr Ku scalerBr scalerBl scale1r -Hf [(K0 + Pi) *m f]mulmxDl -/u.
  by rewrite opprB addrA.
have [u0|un0] := eqVneq u 0.
  right; have vf : v = f by rewrite /v u0 subr0.
  rewrite vf in Kv; split=> //; split=> //; have := off_range S u0; rewrite Kv ipZr.
  by rewrite -/(sqn pX f) ler_pmul2r // sqn_gt0.
have mc : c <= m - 1.
  by have := range S Pu; rewrite Ku ipZr -/(sqn pX u) ler_pmul2r // sqn_gt0.
have [v0|vn0] := eqVneq v 0.
  left; have uf : u = f by apply/esym/eqP; rewrite -subr_eq0 -/v v0.
  by rewrite uf in Ku; rewrite -/u uf.
have : m <= c by have := off_range S Pv; rewrite Kv ipZr -/(sqn pX v) ler_pmul2r // sqn_gt0.
by move=> h; have := le_trans h mc; rewrite ler_subr_addl -ler_subr_addr subrr ler10.
Qed.

Theorem best_learns : learns P Phi.
Proof.
have [S0 _] := system_exists P; have [idem sa] := Pi_projector.
have H_sa : selfadj pX (K0 + Pi).
  by rewrite /selfadj [(_ + _)^T]linearD /= mulmxDr mulmxDl (KX0_selfadj P) sa.
have mean1 : mean pX one = 1 by rewrite mean_ip -/(sqn _ _) sqn_one.
have H1 : (K0 + Pi) *m one = 0.
  by rewrite [LHS]mulmxDl Pi_one addr0 /KX0 mulmxBl KX_one -(mulmxA one) mean_mx mean1 mulmx1 subrr.
have H_le (f : 'cV[R]_N) : ip pX f ((K0 + Pi) *m f) <= 2%:R * sqn pX f.
  rewrite [(K0 + Pi) *m f]mulmxDl ipDr mulr_natl mulr2n; apply: ler_add; last exact: (projector_le p0 f Pi_projector).
  by rewrite KX0_form; apply: le_trans (adjoint_contract _ _) (center_le _ _).
have [F [m [FF F0 HF srt]]] := basis_with_one H_sa H1 H_le.
pose i0 : 'I_N := Ordinal (N_gt0 P).
have n1 j : sqn pX (col j F) = 1 by rewrite /sqn -ip_gram FF mxE eqxx.
have fn0 j : col j F != 0 by rewrite -(sqn_gt0 p0) n1 ltr01.
pose inside (j : 'I_N) := Pi *m col j F == col j F.
have cases j : j != i0 -> if inside j then K0 *m col j F = (m j - 1) *: col j F /\ c <= m j - 1
    else [/\ Pi *m col j F = 0, K0 *m col j F = m j *: col j F & m j <= c].
  move=> ji; case: (pure (HF j ji) (fn0 j)) => [[h1 [h2 h3]]|[h1 [h2 h3]]]; rewrite /inside h1 ?eqxx //.
  by rewrite eq_sym (negPf (fn0 j)).
have out0 : ~~ inside i0 by rewrite /inside F0 Pi_one eq_sym -F0 fn0.
have Pi_col j : Pi *m col j F = (inside j)%:R *: col j F.
  have [->|ji] := eqVneq j i0; first by rewrite (negPf out0) F0 Pi_one scale0r.
  have := cases j ji; case: ifP => [/eqP -> _|_ [-> _ _]]; by rewrite ?scale1r ?scale0r.
have count : (\sum_j (inside j : nat))%N = d.
  apply/eqP; rewrite -(eqr_nat R) -Pi_trace natr_sum.
  have FFi := mulmx1C FF.
  have -> : \tr Pi = \sum_j ip pX (col j F) (Pi *m col j F).
    transitivity (\tr (F^T *m D *m (Pi *m F))).
      by rewrite [RHS]mxtrace_mulC -(mulmxA Pi) FFi mulmx1.
    by apply: eq_bigr => j _; rewrite ip_gram !colE mulmxA.
  by apply/eqP/eq_bigr => j _; rewrite Pi_col ipZr -/(sqn _ _) n1 mulr1.
have up (i j : 'I_N) : i != i0 -> (i <= j)%N -> inside j -> inside i.
  move=> ii ij inj; have ji : j != i0 by apply: contraTneq inj => ->.
  have := cases i ii; case: ifP => // _ [_ _ mi]; have := cases j ji; rewrite inj => -[_ mj].
  have := le_trans (srt i j ii ij) mi => h; have := le_trans h mj.
  by rewrite ler_subr_addl -ler_subr_addr subrr ler10.
have NE : N = N.-1.+1 by rewrite prednK // (N_gt0 P).
have insideE (j : 'I_N) : inside j = (0 < j <= d)%N.
  have [->|ji] := eqVneq j i0; first exact: negPf out0.
  have j0 : (0 < j)%N by rewrite lt0n; apply: contra ji => /eqP h; apply/eqP/val_inj.
  have jN : (j <= N.-1)%N by rewrite -ltnS -NE ltn_ord.
  rewrite j0 /=; apply/idP/idP => [inj|].
    rewrite -count -(minn_idPl jN) -count_prefix -NE big_mkord; apply: leq_sum => i _.
    case: (boolP (0 < i <= j)%N) => // /andP[i1 ij]; rewrite (up i j) //.
    by apply: contraTneq i1 => ->.
  apply: contraLR => notin; rewrite -ltnNge -count.
  apply: (@leq_ltn_trans j.-1); last by rewrite prednK.
  have jN' : (j.-1 <= N.-1)%N by apply: leq_trans (leq_pred _) jN.
  rewrite -(minn_idPl jN') -count_prefix -NE big_mkord; apply: leq_sum => i _.
  case: (boolP (inside i)) => // ini; have ii : i != i0 by apply: contraTneq ini => ->.
  have i1 : (0 < i)%N by rewrite lt0n; apply: contra ii => /eqP h; apply/eqP/val_inj.
  rewrite i1 (_ : (i <= j.-1)%N) // -ltnS prednK // ltnNge; apply/negP => ji'.
  by rewrite (up j i ji ji' ini) in notin.
pose m' j := m j - (inside j)%:R.
have KF j : j != i0 -> K0 *m col j F = m' j *: col j F.
  by move=> ji; have := cases j ji; rewrite /m'; case: ifP => _ [] //; rewrite subr0.
have srt' (i j : 'I_N) : i != i0 -> (i <= j)%N -> m' j <= m' i.
  move=> ii ij; rewrite /m'; have ji : j != i0.
    by apply: contra ii => /eqP h; rewrite h in ij; apply/eqP/val_inj/eqP; rewrite -leqn0.
  have mji := srt i j ii ij; have ci := cases i ii; have cj := cases j ji; have u := up i j ii ij.
  move: u ci cj; case: (inside j); case: (inside i) => u ci cj; rewrite ?subr0 ?ler_sub //.
    by have := u isT.
  by case: ci => _ ci; case: cj => _ _ cj; apply: le_trans cj ci.
have [E EF] := basis_of_rest FF F0 KF srt'.
have first : column (ef E) 0 = one by rewrite EF (column_lt _ (N_gt0 P)).
have [S SE] := system_of_basis first.
pose top := top_functions d S; have [top1 _] := top_orthonormal S dN; rewrite -/top in top1.
have Pi_top : Pi *m top = top.
  apply: eq_columns => j jd; have jN : (j.+1 < N)%N by apply: leq_ltn_trans dN.
  rewrite -column_mul (column_lt _ jd) top_col /mu SE EF (column_lt _ jN) Pi_col insideE /=.
  by rewrite jd scale1r.
pose B := Phi^T *m D *m top.
have topE : top = Phi *m B by rewrite -{1}Pi_top /Pi /gram_proj gram1 invmx1 mulmx1 /B -!mulmxA.
have BB : B^T *m B = 1%:M.
  have e : top^T *m D *m top = B^T *m (Phi^T *m D *m Phi) *m B by rewrite [in LHS]topE trmx_mul !mulmxA.
  by rewrite -top1 gramE e gram1 mulmx1.
have PE : Phi = top *m B^T by rewrite topE -mulmxA (mulmx1C BB) mulmx1.
exists S; split=> w; [exact: factor_span PE w | exact: factor_span topE w].
Qed.
End Optimal.
