(** * The vectors on which a quadratic form is greatest: they exist, form a subspace, and move steadily. *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import context geometry selfadjoint kyfan spectral worstcase vocabulary orthonormal pencil.
From Contexture Require Import leastgap.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section Forms.
Variables (R : rcfType) (n : nat) (w : 'rV[R]_n).
Hypothesis w0 : forall x, 0 < w 0 x.
Notation D := (diag_mx w). Notation form K f := (ip w f (K *m f)). Notation sq f := (sqn w f).
Implicit Types (K A B : 'M[R]_n) (f g h u v : 'cV[R]_n).

Lemma form_add A B t f : form (A + t *: B) f = form A f + t * form B f.
Proof. by rewrite mulmxDl -scalemxAl ipDr ipZr. Qed.

Lemma selfadj_add A B t : selfadj w A -> selfadj w B -> selfadj w (A + t *: B).
Proof.
move=> sA sB; rewrite /selfadj mulmxDr -scalemxAr sA sB scalemxAl -mulmxDl; congr (_ *m _).
by apply/matrixP => x y; rewrite !mxE.
Qed.

Lemma selfadj_opp B : selfadj w B -> selfadj w (- B).
Proof.
by move=> sB; rewrite /selfadj mulmxN sB -mulNmx; congr (_ *m _); apply/matrixP => x y; rewrite !mxE.
Qed.

Lemma form_opp B f : form (- B) f = - form B f.
Proof. by rewrite mulNmx ipNr. Qed.

(** ** On a subspace. *)
Lemma top_on d (Phi : 'M[R]_(n, d)) K : selfadj w K -> (exists x : 'cV[R]_d, Phi *m x != 0) ->
  exists (x : 'cV[R]_d) l, [/\ Phi *m x != 0, form K (Phi *m x) = l * sq (Phi *m x)
    & forall y : 'cV[R]_d, form K (Phi *m y) <= l * sq (Phi *m y)].
Proof.
move=> sK [x0 x0n]; have [Z [g [A ZE] [B BE]]] := orthonormal_span Phi w0.
set r := \rank _ in Z g A ZE B BE; rewrite gramE in g.
pose S := Z^T *m D *m (K *m Z); have sS : S^T = S.
  by rewrite /S !trmx_mul trmxK tr_diag_mx !mulmxA -(mulmxA Z^T K^T D) -sK !mulmxA.
have [E _] := eigenbasis_exists (@flat_gt0 R r) (flat_selfadj sS).
have sqZ (y : 'cV[R]_r) : sq (Z *m y) = sqn (flat R r) y.
  by rewrite /sqn flat_ip ipE trmx_mul !mulmxA -(mulmxA y^T) -(mulmxA y^T) g mulmx1.
have formZ (y : 'cV[R]_r) : form K (Z *m y) = ip (flat R r) y (S *m y).
  by rewrite flat_ip ipE /S trmx_mul !mulmxA.
have r0 : (0 < r)%N.
  rewrite lt0n; apply: contraNneq x0n => r0; rewrite BE -mulmxA (_ : B *m x0 = 0) ?mulmx0 //.
  by apply/colP => -[i ir]; exfalso; move: ir; rewrite r0.
pose i0 := Ordinal r0; pose y0 := col i0 (ef E); have y1 : sqn (flat R r) y0 = 1 by apply: sqn_basis.
have ZA (y : 'cV[R]_r) : Z *m y = Phi *m (A *m y) by rewrite ZE mulmxA.
exists (A *m y0), (ev E 0 i0); split; rewrite -?ZA.
- by rewrite -(sqn_gt0 w0) sqZ y1 ltr01.
- by rewrite formZ sqZ y1 eig_col ipZr -/(sqn _ _) y1.
move=> y; rewrite BE -mulmxA formZ sqZ; move: (B *m y) => z; rewrite -[z](coordK E) form_coord /sqn ip_coord.
by rewrite mulr_sumr; apply: ler_sum => j _; rewrite -expr2 ler_wpmul2r ?sqr_ge0 // ev_sorted.
Qed.

Lemma top_of K f0 : selfadj w K -> f0 != 0 ->
  exists f l, [/\ f != 0, form K f = l * sq f & forall g, form K g <= l * sq g].
Proof.
move=> sK f0n; have [|x [l [xn xl le]]] := @top_on _ 1%:M K sK; first by exists f0; rewrite mul1mx.
by exists x, l; rewrite mul1mx in xn xl; split=> // g; have := le g; rewrite mul1mx.
Qed.

(** The top vectors are a subspace, and elsewhere the form falls short by as much as the rest of the vector. *)
Lemma top_space K l : selfadj w K -> (forall g, form K g <= l * sq g) -> exists (Pi : 'M[R]_n) (delta : R),
  [/\ 0 < delta, forall g, sq g = sq (Pi *m g) + sq (g - Pi *m g), forall g, form K (Pi *m g) = l * sq (Pi *m g)
    & forall g, form K g <= l * sq g - delta * sq (g - Pi *m g)].
Proof.
move=> sK le; have [E _] := eigenbasis_exists w0 sK.
pose top j := ev E 0 j == l; pose short j := if top j then 1 else l - ev E 0 j.
have ev_le j : ev E 0 j <= l by have := le (col j (ef E)); rewrite eig_col ipZr -/(sqn _ _) sqn_basis !mulr1.
have short0 j : 0 < short j.
  by rewrite /short /top; case: eqP => [_|/eqP jl]; rewrite ?ltr01 // subr_gt0 lt_neqAle jl ev_le.
pose total := \sum_j (short j)^-1 + 1; have total0 : 0 < total.
  by rewrite ltr_paddl ?ltr01 // sumr_ge0 // => j _; rewrite invr_ge0 ltW.
have delta_le j : total^-1 <= short j.
  rewrite -[short j]invrK lef_pinv ?posrE ?invr_gt0 // /total (bigD1 j) //= -addrA ler_addl.
  by rewrite addr_ge0 ?ler01 // sumr_ge0 // => i _; rewrite invr_ge0 ltW.
pose chi : 'M[R]_n := diag_mx (\row_j (top j)%:R).
pose Pi := ef E *m chi *m ((ef E)^T *m D).
have PiE g : Pi *m g = ef E *m (\col_j ((top j)%:R * coord E g j 0)).
  rewrite /Pi -!(mulmxA (ef E)) -(mulmxA chi) -/(coord E g); congr (_ *m _); apply/colP => j.
  by rewrite mul_diag_mx [LHS]mxE [RHS]mxE [(\row_j _) _ _]mxE.
have restE g : g - Pi *m g = ef E *m (\col_j ((~~ top j)%:R * coord E g j 0)).
  rewrite PiE -{1}[g](coordK E) -mulmxBr; congr (_ *m _); apply/colP => j; rewrite !mxE.
  by case: (top j); rewrite ?mul1r ?mul0r ?subrr ?subr0.
have coordinates g : exists c : 'cV[R]_n, [/\ g = ef E *m c, Pi *m g = ef E *m (\col_j ((top j)%:R * c j 0))
    & g - Pi *m g = ef E *m (\col_j ((~~ top j)%:R * c j 0))].
  by exists (coord E g); rewrite coordK restE PiE.
have sqE (c : 'cV[R]_n) : sq (ef E *m c) = \sum_j c j 0 ^+ 2.
  by rewrite /sqn ip_coord; apply: eq_bigr => j _; rewrite expr2.
exists Pi, total^-1; split=> [|g|g|g]; first by rewrite invr_gt0.
all: have [c [gE uE vE]] := coordinates g; rewrite ?vE ?uE ?gE ?form_coord ?sqE.
- rewrite -big_split; apply: eq_bigr => j _ /=; rewrite !mxE.
  by case: (top j); rewrite /= ?mul1r ?mul0r ?expr0n ?addr0 ?add0r.
- rewrite mulr_sumr; apply: eq_bigr => j _; rewrite !mxE /top.
  by case: eqP => [->|_] //; rewrite mul0r expr0n !mulr0.
rewrite !mulr_sumr -sumrB; apply: ler_sum => j _; rewrite !mxE.
case tj: (top j); rewrite /= ?mul0r ?expr0n ?mulr0 ?subr0; first by rewrite ler_wpmul2r ?sqr_ge0.
rewrite mul1r -mulrBl ler_wpmul2r ?sqr_ge0 // ler_subr_addr -ler_subr_addl.
by have := delta_le j; rewrite /short tj.
Qed.

Lemma on_top_space K l (Pi : 'M[R]_n) delta g : 0 < delta -> form K g <= l * sq g - delta * sq (g - Pi *m g) ->
  l * sq g <= form K g -> g = Pi *m g.
Proof.
move=> delta0 below top; have := le_trans top below; rewrite ler_subr_addl ger_addr pmulr_rle0 // => le.
have : sq (g - Pi *m g) == 0 by rewrite eq_le le sqn_ge0.
by rewrite sqn_eq0 // subr_eq0 => /eqP.
Qed.

(** ** Following the top vectors. *)
Definition best K f := forall g, form K g * sq f <= form K f * sq g.

Lemma best_value K f l : f != 0 -> form K f = l * sq f -> (forall g, form K g <= l * sq g) -> best K f.
Proof. by move=> fn fl le g; rewrite fl mulrAC ler_wpmul2r ?sqn_ge0. Qed.

Lemma value_best K f : f != 0 -> best K f -> exists l, form K f = l * sq f /\ forall g, form K g <= l * sq g.
Proof.
move=> fn bf; have f0 : 0 < sq f by rewrite sqn_gt0.
exists (form K f / sq f); split=> [|g]; first by rewrite divfK ?gt_eqF.
by rewrite mulrAC ler_pdivl_mulr.
Qed.

Lemma best_add K u f x : selfadj w K -> u != 0 -> f != 0 -> best K u -> best K f -> u + x *: f != 0 ->
  best K (u + x *: f).
Proof.
move=> sK un fn bu bf sum_n; have [l [ul le]] := value_best un bu.
have fl : l * sq f <= form K f by have := bf u; rewrite ul mulrAC ler_pmul2r // sqn_gt0.
have [Pi [delta [delta0 _ on_top below]]] := top_space sK le.
have uPi : u = Pi *m u by apply: (on_top_space delta0 (below u)); rewrite ul.
have fPi : f = Pi *m f by apply: (on_top_space delta0 (below f)).
apply: best_value sum_n _ le; have -> : u + x *: f = Pi *m (u + x *: f).
  by rewrite mulmxDr -scalemxAr -uPi -fPi.
exact: on_top.
Qed.

Lemma bounded K f0 : selfadj w K -> f0 != 0 -> exists2 b, 0 <= b & forall g, form K g <= b * sq g.
Proof.
move=> sK f0n; have [f [l [_ _ le]]] := top_of sK f0n; exists `|l|; first exact: normr_ge0.
by move=> g; apply: le_trans (le g) _; rewrite ler_wpmul2r ?sqn_ge0 // ler_norm.
Qed.

(** If a + t b has top vectors with b >= 0 for t as small as one likes, so has a. *)
Lemma follow A B f : selfadj w A -> selfadj w B -> f != 0 -> best A f ->
  (forall rho, 0 < rho -> exists t g, [/\ 0 < t, t < rho, g != 0, 0 <= form B g & best (A + t *: B) g]) ->
  exists u, [/\ u != 0, best A u & 0 <= form B u].
Proof.
move=> sA sB fn bf near; have [l [fl le]] := value_best fn bf.
have [Pi [delta [delta0 split_sq on_top below]]] := top_space sA le.
have f0 : 0 < sq f by rewrite sqn_gt0.
have fPi : f = Pi *m f by apply: (on_top_space delta0 (below f)); rewrite fl.
have [|x [eta [un ueta etale]]] := @top_on _ Pi B sB; first by exists f; rewrite -fPi.
have [eta0|eta0] := lerP 0 eta.
  exists (Pi *m x); split=> //; first exact: best_value un (on_top _) le.
  by rewrite ueta mulr_ge0 ?sqn_ge0.
(* Otherwise b is negative on the top vectors of a, and the vectors nearby would have to be zero. *)
pose e := - eta; have e0 : 0 < e by rewrite oppr_gt0.
have sBB : selfadj w (B *m B) by rewrite /selfadj trmx_mul mulmxA sB -mulmxA sB mulmxA.
have [b1 b10 b1P] := bounded sB fn; have [b2 b20 b2P] := bounded (selfadj_opp sB) fn.
have [b3 b30 b3P] := bounded sBB fn.
pose c := (2%:R * b3 + e * b1); pose c' := (b1 + b2) * (c + e ^+ 2 / 2%:R).
have half0 : 0 < e ^+ 2 / 2%:R by rewrite divr_gt0 ?exprn_gt0 ?ltr0n.
have c0 : 0 <= c by rewrite addr_ge0 ?mulr_ge0 ?ler0n // ltW.
have c'0 : 0 <= c' by apply: mulr_ge0; apply: addr_ge0 => //; apply: ltW.
have c'1 : 0 < c' + 1 by rewrite ltr_paddl ?ltr01.
have [|t [g [t0 tlt gn bg gbest]]] := near (e ^+ 2 / 2%:R * delta / (c' + 1)).
  by apply: divr_gt0 => //; apply: mulr_gt0.
rewrite ltr_pdivl_mulr // in tlt.
have := split_sq g; set u := Pi *m g; set v := g - u => gE.
have gS : g = u + v by rewrite /v addrC subrK.
have v0 : 0 <= sq v := sqn_ge0 w0 v; have u0 : 0 <= sq u := sqn_ge0 w0 u.
have Bv : sqn w (B *m v) <= b3 * sq v by have := b3P v; rewrite -mulmxA (selfadjP sB).
have cross : 2%:R * e * ip w u (B *m v) <= e ^+ 2 / 2%:R * sq u + 2%:R * sqn w (B *m v).
  have := sqn_ge0 w0 (e / 2%:R *: u - B *m v); rewrite sqnD sqnN sqnZ ipNr ipZl.
  move: (sq u) (ip w u _) (sqn w (B *m v)) => X Y Z h; rewrite -subr_ge0.
  have -> : e ^+ 2 / 2%:R * X + 2%:R * Z - 2%:R * e * Y =
    2%:R * ((e / 2%:R) ^+ 2 * X + Z + 2%:R * - (e / 2%:R * Y)) by field.
  by rewrite mulr_ge0 ?ler0n.
have small_u : e ^+ 2 / 2%:R * sq u <= c * sq v.
  have bgE : form B g = form B u + 2%:R * ip w u (B *m v) + form B v.
    rewrite gS mulmxDr ipDl !ipDr (selfadjP sB v u) (ipC w (B *m v) u).
    by move: (form B u) (form B v) (ip w u _) => X Y Z; ring.
  have bu : form B u <= - e * sq u by rewrite opprK; apply: etale.
  have := b1P v; have : 0 <= e * form B g by rewrite mulr_ge0 // ltW.
  rewrite bgE => h1 h2.
  have h3 : e * form B u <= e * (- e * sq u) by rewrite ler_pmul2l.
  have h4 : e * form B v <= e * (b1 * sq v) by rewrite ler_pmul2l.
  have h5 : 2%:R * sqn w (B *m v) <= 2%:R * (b3 * sq v) by rewrite ler_pmul2l ?ltr0n.
  move: h1 h3 h4 h5 cross; rewrite /c; move: (form B u) (form B v) (ip w u _) (sqn w (B *m v)) (sq u) (sq v).
  move=> X Y Z W U V h1 h3 h4 h5 h6.
  have := ler_add (ler_add (ler_add h3 h4) (ler_add h5 h6)) h1.
  rewrite -subr_ge0 => h; rewrite -subr_ge0; apply: le_trans h _.
  rewrite le_eqVlt; apply/orP; left; apply/eqP; by field.
have small_v : delta * sq v <= t * ((b1 + b2) * (sq u + sq v)).
  have := gbest f; rewrite !form_add fl -gE => h.
  have h1 := below g; have h2 := b1P g; have := b2P f; rewrite form_opp => h3.
  rewrite -(ler_pmul2r f0).
  have h4 := ler_wpmul2r (ltW f0) h1; have h5 := ler_wpmul2r (mulr_ge0 (ltW t0) (ltW f0)) h2.
  have h6 := ler_wpmul2r (mulr_ge0 (ltW t0) (sqn_ge0 w0 g)) h3.
  move: h h4 h5 h6; rewrite -/v; move: (form A g) (form B g) (form B f) (sq f) (sq g) (sq v) => a b b' F G V.
  move=> h h4 h5 h6; have := ler_add (ler_add h h4) (ler_add h5 h6).
  rewrite -subr_ge0 => k; rewrite -subr_ge0; apply: le_trans k _.
  rewrite le_eqVlt; apply/orP; left; apply/eqP; by ring.
have vz : sq v = 0.
  apply/eqP; rewrite eq_le v0 andbT leNgt; apply/negP => vpos.
  have h1 := ler_wpmul2l (ltW half0) small_v.
  have h2 := ler_wpmul2l (mulr_ge0 (ltW t0) (addr_ge0 b10 b20)) small_u.
  have h3 : t * (c' + 1) * sq v < e ^+ 2 / 2%:R * delta * sq v by rewrite ltr_pmul2r.
  have h4 : 0 < t * sq v by rewrite mulr_gt0.
  have := ltr_le_add h3 (ler_add h1 h2); rewrite /c' ltNge => /negP; apply.
  move: h4; move: (sq u) (sq v) => U V h4; rewrite -subr_ge0; apply: le_trans (ltW h4) _.
  rewrite le_eqVlt; apply/orP; left; apply/eqP; by ring.
have uz : sq u = 0.
  by apply/eqP; rewrite eq_le u0 andbT -(pmulr_rle0 _ half0) (le_trans small_u) // vz mulr0.
by move: gn; rewrite -(sqn_eq0 w0) gE uz vz addr0 eqxx.
Qed.
End Forms.
