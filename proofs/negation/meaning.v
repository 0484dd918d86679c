(** * What the checker of refutations computes, over every ordered field. *)
(** Its rationals and intervals as numbers of the field, its tables as matrices, its contexts as those of [context]. *)
From Coq Require Import ZArith QArith.
From mathcomp Require Import all_ssreflect all_algebra ssrZ ring.
From Contexture Require Import context soundness.
From Refute Require number.
From Refute Require matrix view value quantity.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

(** The rational 0; in this file 0 is that of a ring. *)
Notation q0 := (Qmake Z0 xH).

Section Rationals.
Variable R : realFieldType.
Notation zr := (zr R).

(** A rational as a number of the field. *)
Definition qr (a : Q) : R := zr (Qnum a) / zr (Zpos (Qden a)).

Lemma den_gt0 p : 0 < zr (Zpos p). Proof. exact: zr_gt0. Qed.
Lemma den_neq0 p : zr (Zpos p) != 0. Proof. exact/lt0r_neq0/den_gt0. Qed.
Lemma zr_lt x y : Z.lt x y -> zr x < zr y.
Proof. by move=> h; rewrite -subr_gt0 -zrB; apply/zr_gt0/Z.ltb_lt/Z.lt_0_sub. Qed.
Lemma zr_inj x y : zr x = zr y -> x = y.
Proof.
by move=> e; case: (Z.lt_total x y) => [|[//|]] /zr_lt; rewrite e ltxx.
Qed.
Lemma qrP a b : qr a = qr b <-> Qeq a b.
Proof.
rewrite /qr /Qeq; split=> [/eqP|e].
  by rewrite eqr_div ?den_neq0 // -!zrM => /eqP /zr_inj ->.
by apply/eqP; rewrite eqr_div ?den_neq0 // -!zrM e.
Qed.
Lemma qr_red a : qr (Qred a) = qr a. Proof. by apply/qrP; apply: Qred_correct. Qed.
Lemma qr_leP a b : (qr a <= qr b) <-> Qle a b.
Proof.
rewrite /qr /Qle ler_pdivr_mulr ?den_gt0 // mulrAC ler_pdivl_mulr ?den_gt0 // -!zrM.
split=> [h|/Z.leb_le]; last exact: zr_le.
by apply/Z.nlt_ge => /zr_lt; rewrite ltNge h.
Qed.
Lemma qr0 : qr 0 = 0. Proof. by rewrite /qr mul0r. Qed.
Lemma qr1 : qr 1 = 1. Proof. by rewrite /qr divff ?den_neq0. Qed.
Lemma qrD a b : qr (Qplus a b) = qr a + qr b.
Proof. by rewrite /qr /= Pos2Z.inj_mul zrD !zrM addf_div ?den_neq0. Qed.
Lemma qrN a : qr (Qopp a) = - qr a. Proof. by rewrite /qr /= zrN mulNr. Qed.
Lemma qrM a b : qr (Qmult a b) = qr a * qr b.
Proof. by rewrite /qr /= Pos2Z.inj_mul !zrM mulf_div. Qed.
Lemma qrV a : qr (Qinv a) = (qr a)^-1.
Proof.
case: a => [[|n|n] d]; rewrite /qr /Qinv /=; first by rewrite !mul0r invr0.
  by rewrite invf_div.
by rewrite -![Z.neg _]Pos2Z.opp_pos !zrN invf_div invrN mulrN mulNr.
Qed.

(** ** The arithmetic of the checker. *)
Import number.
Lemma qr_add a b : qr (add a b) = qr a + qr b. Proof. by rewrite /add qr_red qrD. Qed.
Lemma qr_mul a b : qr (mul a b) = qr a * qr b. Proof. by rewrite /mul qr_red qrM. Qed.
Lemma qr_div a b : qr (div a b) = qr a / qr b. Proof. by rewrite /div qr_red /Qdiv qrM qrV. Qed.
Lemma at_mostP a b : reflect (qr a <= qr b) (at_most a b).
Proof. by apply: (iffP idP) => [/Qle_bool_iff/qr_leP|/qr_leP/Qle_bool_iff]. Qed.
Lemma belowP a b : reflect (qr a < qr b) (below a b).
Proof.
have -> : below a b = ~~ at_most b a by [].
by rewrite ltNge; apply: (iffP idP); apply: contraNN => /at_mostP.
Qed.
Lemma sameP a b : reflect (qr a = qr b) (same a b).
Proof. by apply: (iffP idP) => [/Qeq_bool_iff/qrP|/qrP/Qeq_bool_iff]. Qed.
Lemma least_le a b : qr (least a b) <= qr a /\ qr (least a b) <= qr b.
Proof. by rewrite /least; case: at_mostP => [|/negP]; rewrite ?lexx // -ltNge => /ltW. Qed.
Lemma greatest_ge a b : qr a <= qr (greatest a b) /\ qr b <= qr (greatest a b).
Proof. by rewrite /greatest; case: at_mostP => [|/negP]; rewrite ?lexx // -ltNge => /ltW. Qed.

(** ** Intervals. *)
(** The number lies in the interval. *)
Definition within (x : R) (i : interval) := qr (lo i) <= x <= qr (hi i).
Lemma within_point a : within (qr a) (point a).
Proof. by rewrite /within /= qr_red lexx. Qed.
Lemma within_exact x i : is_point i -> within x i -> x = qr (lo i).
Proof. by move=> /sameP e /andP[l u]; apply/le_anti; rewrite l e u. Qed.
Lemma within_add x y i j : within x i -> within y j -> within (x + y) (i_add i j).
Proof. by move=> /andP[a b] /andP[c d]; rewrite /within /= !qr_add !ler_add. Qed.
Lemma within_opp x i : within x i -> within (- x) (i_opp i).
Proof. by move=> /andP[a b]; rewrite /within /= !qrN !ler_opp2 a b. Qed.
(** A product lies between those of the ends. *)
Lemma product_ends (a x b c y d : R) : a <= x <= b -> c <= y <= d ->
  [|| a * c <= x * y, a * d <= x * y, b * c <= x * y | b * d <= x * y] /\
  [|| x * y <= a * c, x * y <= a * d, x * y <= b * c | x * y <= b * d].
Proof.
move=> /andP[ax xb] /andP[cy yd].
have [y0|/ltW y0] := lerP 0 y.
  have e1 : a * y <= x * y by rewrite ler_wpmul2r.
  have e2 : x * y <= b * y by rewrite ler_wpmul2r.
  split.
    have [a0|/ltW a0] := lerP 0 a; apply/orP; [left|right; apply/orP; left]; apply: le_trans e1.
      by rewrite ler_wpmul2l.
    by rewrite ler_wnmul2l.
  have [b0|/ltW b0] := lerP 0 b; apply/orP; right; apply/orP; right; apply/orP; [right|left]; apply: (le_trans e2).
    by rewrite ler_wpmul2l.
  by rewrite ler_wnmul2l.
have e1 : b * y <= x * y by rewrite ler_wnmul2r.
have e2 : x * y <= a * y by rewrite ler_wnmul2r.
split.
  have [b0|/ltW b0] := lerP 0 b; apply/orP; right; apply/orP; right; apply/orP; [left|right]; apply: le_trans e1.
    by rewrite ler_wpmul2l.
  by rewrite ler_wnmul2l.
have [a0|/ltW a0] := lerP 0 a; apply/orP; [right; apply/orP; left|left]; apply: (le_trans e2).
  by rewrite ler_wpmul2l.
by rewrite ler_wnmul2l.
Qed.
Lemma within_mul x y i j : within x i -> within y j -> within (x * y) (i_mul i j).
Proof.
move=> wx wy; rewrite /i_mul; case: ifP => [/andP[pi pj]|_].
  by rewrite (within_exact pi wx) (within_exact pj wy) -qrM; apply: within_point.
rewrite /within /=.
have [l u] := product_ends wx wy; rewrite -!qr_mul in l u.
set w := mul (lo i) (lo j) in l u *; set v := mul (lo i) (hi j) in l u *.
set y' := mul (hi i) (lo j) in l u *; set z := mul (hi i) (hi j) in l u *.
have [ll lr] := least_le (least w v) (least y' z); have [l1 l2] := least_le w v; have [l3 l4] := least_le y' z.
have [gl gr] := greatest_ge (greatest w v) (greatest y' z).
have [g1 g2] := greatest_ge w v; have [g3 g4] := greatest_ge y' z.
apply/andP; split.
  by case/or4P: l; apply: le_trans; [apply: (le_trans ll)|apply: (le_trans ll)|apply: (le_trans lr)|apply: (le_trans lr)].
by case/or4P: u => h; apply: (le_trans h); [apply: le_trans gl|apply: le_trans gl|apply: le_trans gr|apply: le_trans gr].
Qed.
Lemma i_eqP x y i j b : within x i -> within y j -> i_eq i j = Some b -> (x == y) = b.
Proof.
move=> wx wy; rewrite /i_eq; case: ifP => [/andP[pi pj] [<-]|_].
  rewrite (within_exact pi wx) (within_exact pj wy).
  by apply/eqP/sameP.
case: ifP => // /orP h [<-]; apply/negP => /eqP e; move: wx wy; rewrite e => /andP[a c] /andP[d f].
by case: h => /belowP; rewrite ltNge => /negP; apply; [apply: le_trans c|apply: le_trans f].
Qed.
Lemma i_leP x y i j b : within x i -> within y j -> i_le i j = Some b -> (x <= y) = b.
Proof.
move=> /andP[a c] /andP[d f]; rewrite /i_le /i_lt /outcome.negation.
case: belowP => [h [<-]|_] /=; first exact/lt_geF/(le_lt_trans f)/(lt_le_trans h).
by case: at_mostP => //= h [<-]; rewrite (le_trans c) // (le_trans h).
Qed.

(** ** Vectors and matrices. *)
Import matrix.
Definition entry (t : matrix.matrix) (i j : nat) : R := qr (at_ (List.nth i t nil) j).
(** The matrix of a table; entries that are not there are 0. *)
Definition mx n m (t : matrix.matrix) : 'M[R]_(n, m) := \matrix_(i, j) entry t i j.
Lemma qr_total l n : List.length l = n -> qr (total l) = \sum_(i < n) qr (at_ l i).
Proof.
elim: l n => [|a l IH] [|n] //=; first by rewrite qr0 big_ord0.
by move=> [e]; rewrite qr_add big_ord_recl (IH n).
Qed.
Lemma zip_length A B C (f : A -> B -> C) u v n : List.length u = n -> List.length v = n ->
  List.length (zip f u v) = n.
Proof. by elim: u v n => [|a u IH] [|b v] [|n] //= [hu] [hv]; rewrite (IH v n). Qed.
Lemma zip_nth A B C (f : A -> B -> C) u v n i a b c : List.length u = n -> List.length v = n -> (i < n)%N ->
  List.nth i (zip f u v) c = f (List.nth i u a) (List.nth i v b).
Proof. by elim: u v n i => [|x u IH] [|y v] [|n] [|i] //= [hu] [hv] lt; apply: (IH v n). Qed.
Lemma map_nth_in A B (f : A -> B) l n i a b : List.length l = n -> (i < n)%N ->
  List.nth i (List.map f l) b = f (List.nth i l a).
Proof. by elim: l n i => [|x l IH] [|n] [|i] //= [e] lt; apply: (IH n). Qed.
Lemma nth_seq n i : (i < n)%N -> List.nth i (List.seq 0 n) 0%N = i.
Proof. by move=> lt; rewrite List.seq_nth //; apply/ssrnat.ltP. Qed.
Lemma shapedP c n t : shaped c n t ->
  List.length t = c /\ forall i, (i < c)%N -> List.length (List.nth i t nil) = n.
Proof.
move=> /andP[/Nat.eqb_eq e /List.forallb_forall h]; split=> // i lt.
by apply/Nat.eqb_eq/h/List.nth_In; rewrite e; apply/ssrnat.ltP.
Qed.
Lemma columns_length w t : List.length (columns w t) = w.
Proof. by rewrite List.map_length List.seq_length. Qed.
Lemma columns_nth w t j : (j < w)%N -> List.nth j (columns w t) nil = List.map (fun r => at_ r j) t.
Proof. by move=> lt; rewrite (map_nth_in _ 0%N nil (List.seq_length w 0)) // nth_seq. Qed.
Lemma columns_entry c w t i j : List.length t = c -> (i < c)%N -> (j < w)%N -> entry (columns w t) j i = entry t i j.
Proof.
by move=> e li lj; rewrite /entry columns_nth // /at_ (map_nth_in _ nil _ e li).
Qed.

(** ** A context. *)
Import view.
Lemma margin_entry c n t i : shaped c n t -> (i < c)%N -> qr (at_ (List.map total t) i) = \sum_(j < n) entry t i j.
Proof.
move=> /shapedP[e h] lt; rewrite /at_ (map_nth_in _ nil _ e lt).
exact: qr_total (h i lt).
Qed.
(** Every row over its sum. *)
Definition conditional (t : matrix.matrix) := zip (fun r w => List.map (fun x => div x w) r) t (List.map total t).
Lemma conditional_entry c n t i j : shaped c n t -> (i < c)%N -> (j < n)%N ->
  entry (conditional t) i j = entry t i j / \sum_(k < n) entry t i k.
Proof.
move=> s li lj; have [e h] := shapedP s; rewrite -(margin_entry s li) /entry /conditional.
rewrite (zip_nth _ nil q0 nil e _ li) ?List.map_length // /at_.
by rewrite (map_nth_in _ q0 _ (h i li) lj) qr_div.
Qed.
Lemma conditional_shaped c n t : shaped c n t -> shaped c n (conditional t).
Proof.
move=> /shapedP[e h]; apply/andP; split.
  by apply/Nat.eqb_eq/zip_length; rewrite ?List.map_length.
apply/List.forallb_forall => r /(List.In_nth _ _ nil)[i [lt <-]]; apply/Nat.eqb_eq.
have lc : (i < c)%N by move: lt; rewrite (zip_length _ e) ?List.map_length // => /ssrnat.ltP.
by rewrite (zip_nth _ nil q0 nil e _ lc) ?List.map_length // h.
Qed.
Lemma columns_shaped c n t : shaped c n t -> shaped n c (columns n t).
Proof.
move=> /shapedP[e h]; apply/andP; split; first by apply/Nat.eqb_eq/columns_length.
apply/List.forallb_forall => r /(List.In_nth _ _ nil)[i [lt <-]]; apply/Nat.eqb_eq.
by rewrite columns_length in lt; rewrite columns_nth ?List.map_length //; apply/ssrnat.ltP.
Qed.

Section Context.
Variables (n m : nat) (P : context R n m) (k : key) (t : matrix.matrix).
Hypotheses (n_gt0 : (0 < n)%N) (shape : shaped n m t).
Hypothesis entries : forall (x : 'I_n) (a : 'I_m), entry t x a = P x a.
Let V := view_of k t.

Lemma view_N : N V = n. Proof. by have [] := shapedP shape. Qed.
Lemma view_M : M V = m. Proof. by have [_ h] := shapedP shape; apply: h. Qed.
Lemma view_p (x : 'I_n) : qr (at_ (p V) x) = law P 0 x.
Proof. by rewrite (margin_entry shape) // mxE; apply: eq_bigr => a _; apply: entries. Qed.
Lemma view_p_length : List.length (p V) = n.
Proof. by rewrite List.map_length; have [] := shapedP shape. Qed.
Lemma T_starE : T_star V = conditional (columns m t).
Proof. by rewrite /T_star /T /transposed view_M. Qed.
Lemma T_star_shaped : shaped m n (T_star V).
Proof. by rewrite T_starE; apply/conditional_shaped/columns_shaped. Qed.
Lemma T_star_entry (a : 'I_m) (x : 'I_n) : entry (T_star V) a x = expect (dual P) a x.
Proof.
have [e _] := shapedP shape.
rewrite T_starE (conditional_entry (columns_shaped shape)) // (columns_entry e) // !mxE entries; congr (_ / _).
by apply: eq_bigr => y _; rewrite (columns_entry e) // mxE entries.
Qed.
End Context.

(** ** A table of the instance that is a context. *)
Section Given.
Variable t : matrix.matrix.
Hypothesis ok : is_context t.
Let n := List.length t.
Let m := List.length (List.nth 0 t nil).
Let J : 'M[R]_(n, m) := mx n m t.
Fact okP : [/\ (0 < n)%N, shaped n m t, List.forallb (List.forallb (at_most 0)) t,
  List.forallb (fun l => below 0 (total l)) (List.app t (columns m t)) & same (total (List.map total t)) 1].
Proof.
move: ok; rewrite /is_context -/n -/m => /andP[/andP[/andP[/andP[/andP[/andP[/andP[n0 _] _] _] s] c] l] e].
by split=> //; apply/ssrnat.leP/Nat.leb_le.
Qed.
Fact given_ge0 x a : 0 <= J x a.
Proof.
have [_ /shapedP[e h] /List.forallb_forall c _ _] := okP; rewrite mxE /entry -qr0; apply/at_mostP.
have /List.forallb_forall d := c _ (List.nth_In t nil (elimT ssrnat.ltP (ltn_ord x))).
by apply/d/List.nth_In; rewrite h //; apply/ssrnat.ltP.
Qed.
Fact given_row (x : 'I_n) : qr (total (List.nth x t nil)) = \sum_a J x a.
Proof.
have [_ /shapedP[e h] _ _ _] := okP; rewrite (qr_total (h x (ltn_ord x))).
by apply: eq_bigr => a _; rewrite mxE.
Qed.
Fact given_sum1 : \sum_x \sum_a J x a = 1.
Proof.
have [_ s _ _ /sameP] := okP; rewrite qr1 => <-.
rewrite (@qr_total _ n) ?List.map_length //; apply: eq_bigr => x _.
by rewrite (margin_entry s) //; apply: eq_bigr => a _; rewrite mxE.
Qed.
Fact given_rowP x : 0 < \sum_a J x a.
Proof.
have [_ /shapedP[e h] _ /List.forallb_forall c _] := okP; rewrite -given_row -qr0; apply/belowP/c.
by apply/List.in_or_app; left; apply/List.nth_In/ssrnat.ltP/ltn_ord.
Qed.
Fact given_colP a : 0 < \sum_x J x a.
Proof.
have [_ /shapedP[e h] _ /List.forallb_forall c _] := okP.
have -> : \sum_x J x a = qr (total (List.nth a (columns m t) nil)).
  rewrite (@qr_total _ n) ?columns_nth ?List.map_length //; apply: eq_bigr => x _.
  by rewrite mxE /entry /at_ (map_nth_in _ nil _ e (ltn_ord x)).
rewrite -qr0; apply/belowP/c/List.in_or_app; right.
by apply/List.nth_In; rewrite columns_length; apply/ssrnat.ltP.
Qed.
(** The context that the table says. *)
Definition given_context : context R n m := Context given_ge0 given_sum1 given_rowP given_colP.
End Given.

(** ** Tables of intervals. *)
Import value.
Definition reads n m (B : 'M[R]_(n, m)) (t : table) :=
  [/\ List.length (cells t) = n, width t = m, forall i, (i < n)%N -> List.length (List.nth i (cells t) nil) = m
    & forall i j, within (B i j) (cell t i j)].
Lemma within_total k (x : 'I_k -> R) l : List.length l = k ->
  (forall i : 'I_k, within (x i) (List.nth i l (point 0))) -> within (\sum_i x i) (i_total l).
Proof.
elim: k x l => [|k IH] x [|a l] //= => [_ _|[e] h].
  by rewrite big_ord0 -qr0; apply: within_point.
rewrite big_ord_recl; apply: within_add; first exact: (h ord0).
by apply: IH => // i; have := h (lift ord0 i).
Qed.
Lemma within_dot k (x y : 'I_k -> R) u v : List.length u = k -> List.length v = k ->
  (forall i : 'I_k, within (x i) (List.nth i u (point 0))) ->
  (forall i : 'I_k, within (y i) (List.nth i v (point 0))) -> within (\sum_i x i * y i) (i_dot u v).
Proof.
move=> eu ev hu hv; apply: within_total => [|i]; first exact: zip_length.
by rewrite (zip_nth _ (point 0) (point 0) _ eu ev) //; apply: within_mul.
Qed.
Lemma reads_exact r c n m t : shaped n m t ->
  match exact_table r c m t with Tab u => reads (mx n m t) u | _ => False end.
Proof.
move=> /shapedP[e h]; split; rewrite /= ?List.map_length //.
  by move=> i lt; rewrite (map_nth_in _ nil _ e) // List.map_length h.
move=> i j; rewrite mxE /cell /= (map_nth_in _ nil _ e) // (map_nth_in _ q0 _ (h i (ltn_ord i))) //; exact: within_point.
Qed.
Lemma table_columns_nth t n j : List.length (cells t) = n -> (j < width t)%N ->
  List.nth j (table_columns t) nil = List.map (fun i => cell t i j) (List.seq 0 n).
Proof. by move=> e lt; rewrite /table_columns /height e (map_nth_in _ 0%N nil (List.seq_length _ 0)) // nth_seq. Qed.
Lemma column_within n m (B : 'M[R]_(n, m)) t (i : 'I_n) (j : 'I_m) : reads B t ->
  within (B i j) (List.nth i (List.map (fun i => cell t i j) (List.seq 0 n)) (point 0)).
Proof. by case=> e w _ h; rewrite (map_nth_in _ 0%N (point 0) (List.seq_length n 0)) // nth_seq. Qed.
Lemma reads_product n m l (B : 'M[R]_(n, m)) (C : 'M[R]_(m, l)) b c t :
  reads B b -> reads C c -> table_product b c = outcome.Value t -> reads (B *m C) t.
Proof.
move=> rb rc; have [eb wb lb hb] := rb; have [ec wc lc hc] := rc.
rewrite /table_product; case: ifP => // _ [<-].
have row i : (i < n)%N -> List.nth i (List.map (fun r => List.map (i_dot r) (table_columns c)) (cells b)) nil
    = List.map (i_dot (List.nth i (cells b) nil)) (table_columns c).
  by move=> lt; rewrite (map_nth_in _ nil nil eb lt).
split=> /=; rewrite ?List.map_length ?wc //.
  by move=> i lt; rewrite row // !List.map_length List.seq_length.
move=> i j; rewrite mxE /cell /= row // (map_nth_in (n := l) _ nil) ?List.map_length ?List.seq_length ?wc //.
rewrite (table_columns_nth ec) ?wc //; apply: within_dot; rewrite ?lb ?List.map_length ?List.seq_length //.
  by move=> q; apply: hb.
by move=> q; apply: column_within.
Qed.
Lemma all_true l i : List.fold_right outcome.conjunction (Some true) l = Some true -> (i < List.length l)%N ->
  List.nth i l (Some true) = Some true.
Proof.
elim: l i => [|a l IH] // [|i] /=; case: a => [[]|] //; case e: (List.fold_right _ _ l) => [[]|] // _ lt.
exact: IH.
Qed.
Lemma equal_tables_eq n m (B C : 'M[R]_(n, m)) b c : reads B b -> reads C c ->
  equal_tables b c = Some true -> B = C.
Proof.
move=> [eb wb lb hb] [ec wc lc hc] e; apply/matrixP => i j; apply/eqP.
have lt : (i < List.length (List.combine (cells b) (cells c)))%N.
  by rewrite List.combine_length eb ec Nat.min_id.
have := all_true e; rewrite List.map_length => /(_ i lt).
rewrite (map_nth_in _ (nil, nil) _ (erefl _) lt) List.combine_nth ?eb // => /all_true /(_ _).
have len : List.length (zip i_eq (List.nth i (cells b) nil) (List.nth i (cells c) nil)) = m.
  by apply: zip_length; rewrite ?lb ?lc.
rewrite len => /(_ j (ltn_ord j)); rewrite (zip_nth _ (point 0) (point 0) _ (lb i _) (lc i _)) //.
exact: i_eqP (hb i j) (hc i j).
Qed.
(** An inner product of functions, by the weights of their side. *)
Lemma inner_within n (B C : 'cV[R]_n) b c contexts w (p : 'rV[R]_n) i : reads B b -> reads C c ->
  quantity.weights contexts (rows b) = outcome.Value w -> List.length w = n ->
  (forall x : 'I_n, qr (at_ w x) = p 0 x) ->
  quantity.inner contexts b c = outcome.Value i -> within (ip p B C) i.
Proof.
move=> rb rc ew lw hw; have [eb wb lb hb] := rb; have [ec wc lc hc] := rc.
have tb : table_columns b = (List.map (fun i => cell b i 0) (List.seq 0 n) :: nil)%list.
  by rewrite /table_columns wb /height eb.
have tc : table_columns c = (List.map (fun i => cell c i 0) (List.seq 0 n) :: nil)%list.
  by rewrite /table_columns wc /height ec.
rewrite /quantity.inner /quantity.gram /single_column wb wc ew tb tc [outcome.bind _ _]/=.
case: ifP => //= _ [<-]; rewrite /cell [List.nth _ _ _]/=.
have -> : ip p B C = \sum_x (p 0 x * B x 0) * C x 0 by apply: eq_bigr => x _; rewrite mulrA.
have col (D : 'cV[R]_n) d : reads D d -> forall x : 'I_n, within (D x 0) (List.nth x (List.map (fun i => cell d i 0) (List.seq 0 n)) (point 0)).
  by move=> rd x; exact: (column_within x (0 : 'I_1) rd).
apply: within_dot; rewrite ?List.map_length ?List.seq_length //.
- by apply: zip_length; rewrite List.map_length ?List.seq_length.
- move=> x; rewrite (zip_nth (n := n) _ (point 0) (point 0)) ?List.map_length ?List.seq_length //.
  by apply: within_mul; [rewrite (map_nth_in _ q0 _ lw) // -hw; apply: within_point|apply: col].
- exact: col.
Qed.
End Rationals.
