(** * Sets that a formula of the first order defines: one of numbers changes only at the roots of a polynomial. *)
(** From the elimination of quantifiers in real closed fields. *)
From mathcomp Require Import all_ssreflect all_algebra.
From mathcomp Require Import polyrcf ordered_qelim qe_rcf.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section Definable.
Variable R : rcfType.
Implicit Types (a : nat -> R) (A B : (nat -> R) -> Prop) (g h : (nat -> R) -> R).

(** ** What can be said of the values a_0, a_1, .. of variables. *)
Definition definable A := exists F : ord.formula R,
  forall (e : seq R) a, nth 0 e =1 a -> (ord.holds e F <-> A a).
(** Polynomials in them. *)
Definition polynomial g := exists t : GRing.term R, forall (e : seq R) a, nth 0 e =1 a -> GRing.eval e t = g a.

Lemma polynomial_const c : polynomial (fun=> c).
Proof. by exists (GRing.Const c). Qed.
Lemma polynomial_place i : polynomial (fun a => a i).
Proof. by exists (GRing.Var R i) => e a /= ->. Qed.
Lemma polynomial_add g h : polynomial g -> polynomial h -> polynomial (fun a => g a + h a).
Proof. by move=> [t tP] [u uP]; exists (GRing.Add t u) => e a ea /=; rewrite (tP _ _ ea) (uP _ _ ea). Qed.
Lemma polynomial_mul g h : polynomial g -> polynomial h -> polynomial (fun a => g a * h a).
Proof. by move=> [t tP] [u uP]; exists (GRing.Mul t u) => e a ea /=; rewrite (tP _ _ ea) (uP _ _ ea). Qed.
Lemma polynomial_sum (I : Type) (r : seq I) (F : I -> (nat -> R) -> R) :
  (forall i, polynomial (F i)) -> polynomial (fun a => \sum_(i <- r) F i a).
Proof.
move=> FP; elim: r => [|i r IH].
  by exists (GRing.Const 0) => e a _; rewrite big_nil.
have [t tP] := polynomial_add (FP i) IH; exists t => e a ea.
by rewrite big_cons -(tP _ _ ea).
Qed.

Lemma definable_lt g h : polynomial g -> polynomial h -> definable (fun a => g a < h a).
Proof. by move=> [t tP] [u uP]; exists (ord.Lt t u) => e a ea /=; rewrite (tP _ _ ea) (uP _ _ ea). Qed.
Lemma definable_le g h : polynomial g -> polynomial h -> definable (fun a => g a <= h a).
Proof. by move=> [t tP] [u uP]; exists (ord.Le t u) => e a ea /=; rewrite (tP _ _ ea) (uP _ _ ea). Qed.
Lemma definable_and A B : definable A -> definable B -> definable (fun a => A a /\ B a).
Proof.
by move=> [F FP] [G GP]; exists (ord.And F G) => e a ea /=; have := FP e a ea; have := GP e a ea; tauto.
Qed.
Lemma definable_not A : definable A -> definable (fun a => ~ A a).
Proof. by move=> [F FP]; exists (ord.Not F) => e a ea /=; have := FP e a ea; tauto. Qed.

(** Some vector: its entries are the variables k .. k+n-1, and those before k keep their values. *)
Fixpoint fill (xs : seq R) (k : nat) (e : seq R) : seq R :=
  if xs is x :: xs' then fill xs' k.+1 (set_nth 0 e k x) else e.
Fact fill_nth xs k e j : nth 0 (fill xs k e) j = if (k <= j < k + size xs)%N then nth 0 xs (j - k) else nth 0 e j.
Proof.
elim: xs k e => [|x xs IH] k e /=; first by rewrite addn0; case: leqP => //= kj; rewrite ltnNge kj.
rewrite IH nth_set_nth /= addnS addSn; case: (ltngtP k j) => [kj|jk|<-] /=.
- by rewrite -(ltn_predK kj) subSS subSn // -ltnS (ltn_predK kj).
- by [].
by rewrite ltnS leq_addr subnn.
Qed.
Fact fill_exists F k n e : ord.holds e (foldr (@ord.Exists R) F (iota k n)) <->
  exists xs, size xs = n /\ ord.holds (fill xs k e) F.
Proof.
elim: n k e => [|n IH] k e /=; first by split=> [h|[xs [/size0nil -> h]]]; [exists [::] | ].
split=> [[x /IH[xs [sx h]]]|[[|x xs] [//= sx h]]]; first by exists (x :: xs); rewrite /= sx.
by case: sx => sx; exists x; apply/IH; exists xs.
Qed.

Lemma definable_vector n k (Q : (nat -> R) -> 'cV[R]_n -> Prop) :
  (forall a a' f, (forall j, (j < k)%N -> a j = a' j) -> Q a f -> Q a' f) ->
  definable (fun a => Q a (\col_i a (k + i)%N)) -> definable (fun a => exists f, Q a f).
Proof.
move=> local [F FP]; exists (foldr (@ord.Exists R) F (iota k n)) => e a ea; rewrite fill_exists.
have before xs j : (j < k)%N -> nth 0 (fill xs k e) j = a j by move=> jk; rewrite fill_nth leqNgt jk /= ea.
split=> [[xs [sx h]]|[f Qf]].
  have [/(_ h) Qx _] := FP _ _ (frefl (nth 0 (fill xs k e))).
  by eexists; apply: local Qx => j; apply: before.
pose xs := [seq f i 0 | i <- enum 'I_n]; exists xs; rewrite size_map size_enum_ord; split=> //.
apply/(FP _ _ (frefl _)); have -> : \col_i nth 0 (fill xs k e) (k + i)%N = f.
  apply/colP => i; rewrite mxE fill_nth size_map size_enum_ord leq_addr ltn_add2l ltn_ord addKn.
  by rewrite (nth_map i) ?size_enum_ord // nth_ord_enum.
by apply: local Qf => j /before ->.
Qed.

(** ** Sets of numbers. *)
(** P is the same at x and y if the polynomial b has no root from x to y. *)
Definition steady (P : pred R) (b : {poly R}) :=
  forall x y, x <= y -> (forall z, x <= z <= y -> ~~ root b z) -> P x = P y.

Fact sign_steady (b : {poly R}) (rel : pred R) : (forall x, rel x = rel (Num.sg x)) ->
  exists2 c : {poly R}, c != 0 & steady (fun x => rel b.[x]) c.
Proof.
move=> relE; have [->|b0] := eqVneq b 0.
  by exists 1; rewrite ?oner_eq0 // => x y _ _; rewrite !horner0.
exists b => // x y xy no; rewrite relE [in RHS]relE.
by rewrite (@polyrN0_itv _ `[x, y]%R b _ y x) // in_itv /= lexx ?xy.
Qed.

Fact formula_steady (F : ord.formula R) : ord.qf_form F && ord.rformula F ->
  exists2 b : {poly R}, b != 0 & steady (fun x => ord.qf_eval [:: x] F) b.
Proof.
have horner (t : GRing.term R) : GRing.rterm t -> exists b : {poly R}, forall x, GRing.eval [:: x] t = b.[x].
  move=> rt; exists (qe_rcf.eval_poly [::] (qe_rcf.abstrX 0 (qe_rcf.to_rterm t))) => x.
  by rewrite abstrXP evalE to_rtermE.
have compare (rel : pred R) (t u : GRing.term R) : (forall x, rel x = rel (Num.sg x)) ->
    GRing.rterm t && GRing.rterm u -> exists2 b : {poly R}, b != 0 &
      steady (fun x => rel (GRing.eval [:: x] t - GRing.eval [:: x] u)) b.
  move=> relE /andP[/horner[b bP] /horner[c cP]]; have [d d0 dP] := sign_steady (b - c) relE.
  by exists d => // x y xy no; have := dP x y xy no; rewrite !hornerD !hornerN -!bP -!cP.
have same (P Q : pred R) : P =1 Q -> (exists2 b : {poly R}, b != 0 & steady P b) -> exists2 b : {poly R}, b != 0 & steady Q b.
  by move=> PQ [b b0 bP]; exists b => // x y xy no; rewrite -!PQ; apply: bP.
have both (op : bool -> bool -> bool) (P Q : pred R) : (exists2 b : {poly R}, b != 0 & steady P b) ->
    (exists2 b : {poly R}, b != 0 & steady Q b) -> exists2 b : {poly R}, b != 0 & steady (fun x => op (P x) (Q x)) b.
  move=> [b b0 bP] [c c0 cP]; exists (b * c); first by rewrite mulf_neq0.
  move=> x y xy no; congr op; [apply: bP | apply: cP] => // z /no; by rewrite rootM negb_or => /andP[].
elim: F => //= [v _|t u r|t u r|t u r|F IH G IH'|F IH G IH'|F IH G IH'|F IH /IH[b b0 bP]].
- by exists 1; rewrite ?oner_eq0.
- by apply: same (compare (fun x => x == 0) t u (fun x => esym (sgr_eq0 x)) r) => x; rewrite subr_eq0.
- by apply: same (compare (fun x => x < 0) t u (fun x => esym (sgr_lt0 x)) r) => x; rewrite subr_lt0.
- by apply: same (compare (fun x => x <= 0) t u (fun x => esym (sgr_le0 x)) r) => x; rewrite subr_le0.
- by rewrite andbACA => /andP[/IH FP /IH' GP]; apply: (both andb).
- by rewrite andbACA => /andP[/IH FP /IH' GP]; apply: (both orb).
- by rewrite andbACA => /andP[/IH FP /IH' GP]; apply: (both implb).
by exists b => // x y xy no; rewrite (bP x y xy no).
Qed.

Fact definable_steady A : definable A -> exists (P : pred R) (b : {poly R}),
  [/\ b != 0, steady P b & forall x, P x <-> A (fun i => if i == 0%N then x else 0)].
Proof.
move=> [F FP]; pose G := ord.to_rform F; pose H := ord.quantifier_elim (@wproj R) G.
have rG : ord.rformula G := ord.to_rform_rformula F.
have [b b0 bP] := formula_steady (ord.quantifier_elim_wf (@wf_QE_wproj R) rG).
exists (fun x => ord.qf_eval [:: x] H), b; split=> // x.
have HP := ord.quantifier_elim_rformP (@wf_QE_wproj R) (@valid_QE_wproj R) [:: x] rG.
have e : nth 0 [:: x] =1 (fun i => if i == 0%N then x else 0) by case=> //= i; rewrite nth_nil.
have := FP _ _ e; have := ord.to_rformP [:: x] F.
by split=> [/HP|] h; [tauto | apply/HP; tauto].
Qed.

(** A definable set that has u but not v > u changes somewhere between: it ends at some t, with t or before t. *)
Theorem definable_end A (L := fun x => A (fun i => if i == 0%N then x else 0)) u v : definable A -> u < v -> L u -> ~ L v ->
  exists t r, [/\ u <= t, t <= v & [/\ ~ L t, r < t & forall x, r < x < t -> L x] \/
    [/\ L t, t < r & forall x, t < x < r -> ~ L x]].
Proof.
move=> /definable_steady[P [b [b0 bP PL]]] uv Lu Lv.
have ends : forall (s : seq R) x, P x -> u <= x -> path <%R x s -> last x s = v ->
    (forall z, x < z < v -> root b z -> z \in s) -> exists y z, [/\ u <= y, y < z, z <= v & [/\ P y, ~~ P z
      & forall t, y < t < z -> ~~ root b t]].
  elim=> [|z s IH] x Px ux /=; first by move=> _ xv; case: Lv; apply/PL; rewrite -xv.
  case/andP=> xz zs sv roots.
  have above t : t \in s -> z < t by have /allP := order_path_min lt_trans zs; apply.
  have zv : z <= v by have := mem_last z s; rewrite sv inE => /predU1P[->|/above/ltW].
  have inside z' : x < z' < z -> ~~ root b z'.
    move=> /andP[xz' z'z]; apply/negP => rz; have := roots z'; rewrite xz' (lt_le_trans z'z zv) => /(_ isT rz).
    by rewrite inE lt_eqF //= => /above; rewrite ltNge ltW.
  have [Pz|nPz] := boolP (P z); last by exists x, z.
  apply: (IH z) => //; first exact: le_trans ux (ltW xz).
  move=> t /andP[zt tv] rt; have := roots t; rewrite (lt_trans xz zt) tv => /(_ isT rt).
  by rewrite inE gt_eqF.
have [|||||y [z [uy yz zv [Py nPz no]]]] := ends (rcons (roots b u v) v) u; rewrite ?last_rcons //.
- exact/PL.
- by rewrite rcons_path path_roots last_roots_le.
- by move=> z zuv rz; rewrite mem_rcons inE root_in_roots ?orbT // in_itv.
pose m := (y + z) / 2%:R; have ym : y < m by rewrite (midf_lt yz).
have mz : m < z by rewrite (midf_lt yz).
have constant x : y < x < z -> P x = P m.
  case/andP=> yx xz; have [xm|mx] := lerP x m; [|apply/esym]; apply: bP => //; try exact: ltW.
    by move=> t /andP[xt tm]; apply: no; rewrite (lt_le_trans yx) // (le_lt_trans tm).
  by move=> t /andP[mt tx]; apply: no; rewrite (lt_le_trans ym) // (le_lt_trans tx).
have [Pm|nPm] := boolP (P m).
  exists z, y; split=> //; first by rewrite ltW // (le_lt_trans uy).
  by left; split=> // [/PL|x xyz]; [apply/negP | apply/PL; rewrite constant].
exists y, z; split=> //; first by rewrite ltW // (lt_le_trans yz).
by right; split=> // [|x xyz]; [apply/PL | move/PL; rewrite constant //; apply/negP].
Qed.
End Definable.
