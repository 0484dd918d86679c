(** * A context as the checker sees it: the operators T and T T*, margins, products, exact functions. *)
From Coq Require Import ZArith QArith List.
From mathcomp Require Import all_ssreflect all_algebra ssrZ ring.
From Contexture Require Import context.
From Refute Require Import outcome number matrix view.
From Refute Require value quantity.
From Negation Require Import meaning elimination solving.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section Views.
Variable R : realFieldType.
Notation qr := (qr R). Notation entry := (meaning.entry R). Notation mx := (mx R).

(** ** Sums of products. *)
Lemma times_nth n u v i : List.length u = n -> List.length v = n -> (i < n)%N -> qr (at_ (times u v) i) = qr (at_ u i) * qr (at_ v i).
Proof. by move=> eu ev lt; rewrite /at_ /times (zip_nth _ q0 q0 _ eu ev lt) qr_mul. Qed.
Lemma dotE n u v : List.length u = n -> List.length v = n -> qr (dot u v) = \sum_(i < n) qr (at_ u i) * qr (at_ v i).
Proof.
move=> eu ev; rewrite /dot (@qr_total _ _ n) /times; last exact: zip_length.
by apply: eq_bigr => i _; rewrite -/(times u v) (times_nth eu ev).
Qed.
Lemma apply_length m v : List.length (apply m v) = List.length m. Proof. exact: List.map_length. Qed.
Lemma apply_nth n c m v i : shaped n c m -> List.length v = c -> (i < n)%N ->
  qr (at_ (apply m v) i) = \sum_(j < c) entry m i j * qr (at_ v j).
Proof. by move=> /shapedP[e h] ev lt; rewrite /at_ /apply (map_nth_in _ nil _ e lt) (dotE (h i lt) ev). Qed.
Lemma product_shaped n c l a b : shaped n c a -> shaped n l (product l a b).
Proof.
move=> /shapedP[e h]; apply/andP; split; first by rewrite List.map_length e Nat.eqb_refl.
apply/List.forallb_forall => r /List.in_map_iff[z [<- _]]; rewrite List.map_length columns_length.
exact: Nat.eqb_refl.
Qed.
Lemma product_entry n c l a b i j : shaped n c a -> shaped c l b -> (i < n)%N -> (j < l)%N ->
  entry (product l a b) i j = \sum_(k < c) entry a i k * entry b k j.
Proof.
move=> /shapedP[ea ha] /shapedP[eb hb] li lj; rewrite {1}/meaning.entry /product (map_nth_in _ nil _ ea li) /at_.
rewrite (map_nth_in (n := l) _ nil _ (columns_length l b) lj) (@dotE c) ?ha //; last first.
  by rewrite columns_nth // List.map_length.
apply: eq_bigr => k _; congr (_ * _); exact: (columns_entry R eb (ltn_ord k) lj).
Qed.

Section Context.
Variables (n m : nat) (P : context R n m) (k : key) (t : matrix.matrix).
Hypotheses (n_gt0 : (0 < n)%N) (shape : shaped n m t).
Hypothesis entries : forall (x : 'I_n) (a : 'I_m), entry t x a = P x a.
Let V := view_of k t.

Lemma view_qE : q V = List.map total (columns m t).
Proof. by rewrite -(view_M k n_gt0 shape). Qed.
Lemma view_q (a : 'I_m) : qr (at_ (q V) a) = law (dual P) 0 a.
Proof.
have [e _] := shapedP shape; rewrite view_qE (margin_entry R (columns_shaped shape) (ltn_ord a)) mxE.
by apply: eq_bigr => x _; rewrite (columns_entry R e) // mxE entries.
Qed.
Lemma view_q_length : List.length (q V) = m.
Proof. by rewrite view_qE List.map_length columns_length. Qed.

Lemma T_shaped : shaped n m (T V). Proof. exact: (conditional_shaped shape). Qed.
Lemma T_entry (x : 'I_n) (a : 'I_m) : entry (T V) x a = expect P x a.
Proof.
rewrite [LHS](conditional_entry R shape) // !mxE entries; congr (_ / _); apply: eq_bigr => b _; exact: entries.
Qed.

(** D T T* *)
Lemma DK_length : List.length (DK V) = n.
Proof. by have [e _] := shapedP shape; rewrite /= !List.map_length. Qed.
Lemma DK_row i : (i < n)%N -> List.length (List.nth i (DK V) nil) = n.
Proof.
move=> lt; have [e h] := shapedP shape; rewrite /= (map_nth_in (n := n) _ nil nil) ?List.map_length //.
Qed.
Lemma DK_entry (x y : 'I_n) : entry (DK V) x y = \sum_a P x a / law (dual P) 0 a * P y a.
Proof.
have [e h] := shapedP shape; rewrite /meaning.entry /= (map_nth_in (n := n) _ nil nil) ?List.map_length //.
have lq : List.length (List.map total (columns m t)) = m by rewrite List.map_length columns_length.
have m_first : List.length (List.nth 0 t nil) = m by apply: h.
rewrite (map_nth_in (n := n) _ nil nil e) // m_first /at_ (map_nth_in _ nil _ e (ltn_ord y)).
rewrite (dotE (n := m)); [|exact: zip_length (h x (ltn_ord x)) lq|exact: h].
apply: eq_bigr => a _; congr (_ * _); last exact: entries.
rewrite /at_ (zip_nth _ q0 q0 _ (h x (ltn_ord x)) lq (ltn_ord a)) qr_div; congr (_ / _); first exact: entries.
by rewrite -view_q view_qE.
Qed.
Lemma K_shaped : shaped n n (K V).
Proof.
apply/andP; split; first by apply/Nat.eqb_eq/zip_length; [exact: DK_length | exact: (view_p_length k shape)].
apply/List.forallb_forall => r /(List.In_nth _ _ nil)[i [lt <-]]; apply/Nat.eqb_eq.
have li : (i < n)%N by move: lt; rewrite (zip_length _ DK_length (view_p_length k shape)) => /ssrnat.ltP.
by rewrite (zip_nth _ nil q0 nil DK_length (view_p_length k shape) li) List.map_length DK_row.
Qed.
Lemma K_entry (x y : 'I_n) : entry (K V) x y = (expect P *m expect (dual P)) x y.
Proof.
rewrite /meaning.entry /K (zip_nth _ nil q0 nil DK_length (view_p_length k shape) (ltn_ord x)) /at_.
have DE := DK_entry x y; rewrite /meaning.entry /at_ in DE.
have pE := view_p k shape entries x; rewrite /at_ in pE.
rewrite (map_nth_in _ q0 _ (DK_row (ltn_ord x)) (ltn_ord y)) qr_div DE pE mulr_suml [RHS]mxE; apply: eq_bigr => a _.
rewrite [expect P x a]mxE [expect (dual P) a y]mxE [dual P a y]mxE.
by rewrite mulrAC [LHS]mulrAC -!mulrA; congr (_ * _); rewrite mulrCA [in RHS]mulrCA; congr (_ * _); rewrite mulrC.
Qed.
End Context.

(** ** Exact tables. *)
Import value.
Lemma gatherP A (l : list (outcome A)) vs : gather l = Value vs ->
  List.length vs = List.length l /\ forall i d, (i < List.length l)%N -> List.nth i l NotShown = Value (List.nth i vs d).
Proof.
elim: l vs => [|x l IH] vs /=; first by move=> [<-].
case: x => [a|||]; case g: (gather l) => [r|||] //= [<-]; have [e h] := IH r g; split=> [|[|i] d lt] //=; first by rewrite e.
exact: h.
Qed.
Lemma knownP n m (B : 'M[R]_(n, m)) t v : reads B t -> known t = Value v ->
  shaped n m v /\ forall (i : 'I_n) (j : 'I_m), entry v i j = B i j.
Proof.
case=> e w l h; rewrite /known => /gatherP[ev nv]; rewrite List.map_length e in ev nv.
have row i : (i < n)%N -> List.length (List.nth i v nil) = m /\
    forall j, (j < m)%N -> exactly (cell t i j) = Value (at_ (List.nth i v nil) j).
  move=> li; have := nv i nil li; rewrite (map_nth_in _ nil _ e li) => /gatherP[er nr].
  rewrite List.map_length l // in er nr; split=> // j lj; have := nr j q0 lj.
  by rewrite (map_nth_in _ (point 0) _ (l i li) lj).
split=> [|i j]; last first.
  have [_ /(_ j (ltn_ord j))] := row i (ltn_ord i); rewrite /exactly; case: ifP => // p [E].
  by rewrite /meaning.entry -E (within_exact p (h i j)).
apply/andP; split; first exact/Nat.eqb_eq.
apply/List.forallb_forall => r /(List.In_nth _ _ nil)[i [lt <-]]; apply/Nat.eqb_eq.
by have [] := row i; rewrite // -ev; apply/ssrnat.ltP.
Qed.
Lemma exact_functionP n (B : 'cV[R]_n) s t f : reads B t -> exact_function_on s (Tab t) = Value f ->
  List.length f = n /\ forall i : 'I_n, qr (at_ f i) = B i 0.
Proof.
move=> rB; have [e w l h] := rB; rewrite /exact_function_on /features_on /=.
case: ifP => // _; case g: (known t) => [v|||] //=; have [/shapedP[ev hv] en] := knownP rB g.
rewrite w /columns /= => -[<-]; split; first by rewrite List.map_length.
by move=> i; rewrite /at_ (map_nth_in _ nil _ ev) // -/(at_ _ _) -(en i 0).
Qed.
Lemma column_matrix n f : List.length f = n -> shaped n 1 (List.map (fun x : Q => x :: nil) f).
Proof.
move=> e; apply/andP; split; first by rewrite List.map_length e Nat.eqb_refl.
by apply/List.forallb_forall => r /List.in_map_iff[z [<- _]].
Qed.
Lemma column_entry n f i : List.length f = n -> (i < n)%N -> entry (List.map (fun x : Q => x :: nil) f) i 0 = qr (at_ f i).
Proof. by move=> e lt; rewrite /meaning.entry (map_nth_in _ q0 _ e lt). Qed.
End Views.
