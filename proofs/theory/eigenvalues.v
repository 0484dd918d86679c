(** * The eigenvalues of an operator, largest first.                        *)
(** The i-th largest root of the characteristic polynomial, with            *)
(** multiplicities; an eigenbasis, if there is one, has these on its diagonal. *)
From mathcomp Require Import all_ssreflect all_algebra.
From mathcomp Require Import polyorder polyrcf.
From Contexture Require Import context geometry selfadjoint kyfan.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

(** The roots of a polynomial, repeated by multiplicity, in decreasing order. *)
Definition roots_desc (R : rcfType) (f : {poly R}) : seq R :=
  rev (flatten [seq nseq (\mu_r f) r | r <- rootsR f]).

(** The i-th largest eigenvalue, counted from 1. *)
Definition eigenvalue (R : rcfType) n (M : 'M[R]_n) (i : nat) : R :=
  nth 0 (roots_desc (char_poly M)) i.-1.

Section Product.
Variable R : rcfType.
Implicit Types l r : seq R.
Let prodX l : {poly R} := \prod_(c <- l) ('X - c%:P).

Lemma prodX_neq0 l : prodX l != 0.
Proof. by rewrite monic_neq0 // monic_prod_XsubC. Qed.

Lemma mu_prodX l x : \mu_x (prodX l) = count_mem x l.
Proof.
rewrite /prodX; elim: l => [|c l IH]; first by rewrite big_nil -polyC1 mu_polyC.
have h := prodX_neq0 (c :: l); rewrite /prodX big_cons in h *.
rewrite mu_mul // IH /=; congr (_ + _)%N; rewrite [c == x]eq_sym.
have [->|ne] := eqVneq x c; first by rewrite mu_XsubC.
by rewrite muNroot // root_XsubC.
Qed.

Lemma count_nseqs (k : R -> nat) r x : uniq r ->
  count_mem x (flatten [seq nseq (k c) c | c <- r]) = if x \in r then k x else 0%N.
Proof.
elim: r => //= c r IH /andP[cr ur]; rewrite count_cat count_nseq IH //= inE.
rewrite [c == x]eq_sym; have [->|ne] := eqVneq x c => /=; last by rewrite mul0n.
by rewrite (negPf cr) mul1n addn0.
Qed.

Lemma sorted_nseqs (k : R -> nat) r : sorted <=%R r ->
  sorted <=%R (flatten [seq nseq (k c) c | c <- r]).
Proof.
rewrite !(sorted_pairwise le_trans) => sr.
elim: r sr => //= c r IH /andP[/allP cr sr].
rewrite pairwise_cat IH // andbT; apply/andP; split.
  apply/allrelP => a b /nseqP[-> _] /flatten_mapP[z zr /nseqP[-> _]]; exact: cr.
by elim: (k c) => //= j ->; rewrite andbT; apply/allP => z /nseqP[->]; rewrite lexx.
Qed.

Lemma roots_descE l : sorted >=%R l -> roots_desc (prodX l) = l.
Proof.
move=> sl; rewrite /roots_desc -[RHS]revK; congr (rev _).
have [ur sr] : uniq (rootsR (prodX l)) /\ sorted <%R (rootsR (prodX l)).
  by split; [apply: uniq_roots | apply: sorted_roots].
apply: (sorted_eq le_trans le_anti).
- by apply: sorted_nseqs; rewrite lt_sorted_uniq_le in sr; case/andP: sr.
- by rewrite rev_sorted.
apply/allP => x _; apply/eqP; rewrite count_nseqs // count_rev mu_prodX.
case: ifP => // /negbT xr; symmetry; apply/count_memPn; apply: contra xr => xl.
by rewrite -(roots_on_rootsR (prodX_neq0 l)) root_prod_XsubC xl.
Qed.
End Product.

Section Eigenbasis.
Variables (R : rcfType) (n : nat) (w : 'rV[R]_n) (K : 'M[R]_n) (E : eigenbasis w K).

Lemma char_poly_basis : char_poly K = \prod_j ('X - (ev E 0 j)%:P).
Proof.
pose e := map_mx polyC (ef E); pose e' := map_mx polyC ((ef E)^T *m diag_mx w).
have ee' : e *m e' = 1%:M by rewrite -map_mxM ef_inv map_mx1.
have KE : map_mx polyC K *m e = e *m diag_mx (map_mx polyC (ev E)).
  by rewrite -map_mxM ef_eig map_mxM map_diag_mx.
have ee : e' *m e = 1%:M by apply: mulmx1C.
transitivity (\det (e' *m char_poly_mx K *m e)).
  by rewrite !det_mulmx mulrAC -det_mulmx ee det1 mul1r.
rewrite /char_poly_mx mulmxBr mul_mx_scalar mulmxBl -scalemxAl ee.
rewrite -(mulmxA e') KE mulmxA ee mul1mx scalemx1.
rewrite (_ : _ - _ = diag_mx (\row_j ('X - (ev E 0 j)%:P))); last first.
  by apply/matrixP => i j; rewrite !mxE mulrnBl.
by rewrite det_diag; apply: eq_bigr => j _; rewrite mxE.
Qed.

Lemma roots_basis : roots_desc (char_poly K) = [seq ev E 0 j | j <- enum 'I_n].
Proof.
have -> : char_poly K = \prod_(c <- [seq ev E 0 j | j <- enum 'I_n]) ('X - c%:P).
  by rewrite char_poly_basis big_map big_enum.
apply: roots_descE; rewrite sorted_map.
have : sorted (fun i j : 'I_n => (i <= j)%N) (enum 'I_n).
  have := iota_sorted 0 n; rewrite -val_enum_ord sorted_map.
  by apply: sub_sorted => i j.
by apply: sub_sorted => i j; apply: ev_sorted.
Qed.

(** The eigenvalues of an eigenbasis are those of the operator. *)
Theorem eigenvalueE (i : 'I_n) : eigenvalue K i.+1 = ev E 0 i.
Proof.
by rewrite /eigenvalue roots_basis /= (nth_map i) ?size_enum_ord // nth_ord_enum.
Qed.

(** There are n of them. *)
Lemma eigenvalue_beyond i : (n <= i)%N -> eigenvalue K i.+1 = 0.
Proof. by move=> ni; rewrite /eigenvalue roots_basis nth_default // size_map size_enum_ord. Qed.
End Eigenbasis.
