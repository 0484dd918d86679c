(** * The inner product of the range of T*, as the checker solves for it. *)
From Coq Require Import String ZArith QArith List.
From mathcomp Require Import all_ssreflect all_algebra ssrZ.
From Contexture Require Import context vocabulary geometry operators expansion spectralinner.
From Refute Require Import outcome number matrix value.
From Refute Require view quantity.
From Negation Require Import meaning elimination solving views instances.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Import GRing.Theory.
Local Open Scope ring_scope.

Section Preimages.
Variables (R : rcfType) (t : matrix.matrix) (n m : nat) (P : context R n m).
Hypotheses (n_gt0 : (0 < n)%N) (shape : shaped n m (reduced t)).
Hypothesis entries : forall (x : 'I_n) (a : 'I_m), meaning.entry R (reduced t) x a = P x a.
Notation V := (the_view t).

(** T* z for a z with [Op z = k]. *)
Lemma image_of_solutionP l (Op : 'M[R]_(l, n)) op (k g : vector) (K : 'cV[R]_l) :
  shaped l n op -> (forall (i : 'I_l) (j : 'I_n), meaning.entry R op i j = Op i j) ->
  List.length k = l -> (forall i : 'I_l, qr R (at_ k i) = K i 0) ->
  quantity.image_of_solution V n op k = Value g ->
  List.length g = m /\ exists z : 'cV[R]_n, Op *m z = K /\ forall a : 'I_m, qr R (at_ g a) = (T_star P *m z) a 0.
Proof.
move=> so eo lk ek; rewrite /quantity.image_of_solution; case s: (solve n op 1 _) => [Y|] // [<-].
have lY : List.length Y = n.
  by move: s; rewrite /solve; case: (echelon _ _) => [[f r] p]; case: ifP => // _ [<-]; rewrite List.map_length List.seq_length.
have sT := T_star_shaped ("P"%string, false) n_gt0 shape; have [eT _] := shapedP sT.
split; first by rewrite apply_length.
exists (\col_j meaning.entry R Y j 0); split=> [|a].
  apply/colP => i; have := solveP R so (column_matrix lk) s (ltn_ord i) (ltn0Sn 0).
  rewrite (column_entry R lk (ltn_ord i)) ek => <-; rewrite mxE.
  by apply: eq_bigr => j _; rewrite mxE eo.
rewrite (apply_nth R sT _ (ltn_ord a)) ?List.map_length // [RHS]mxE; apply: eq_bigr => j _.
rewrite (T_star_entry ("P"%string, false) n_gt0 shape entries); congr (_ * _).
by rewrite [RHS]mxE /at_ (map_nth_in _ nil _ lY (ltn_ord j)).
Qed.

(** K T* z = k says that k is T* of T T* z. *)
Lemma spectral_inner_solution (S : singular_system P) (f z : 'cV[R]_n) k : T_star P *m (T P *m T_star P) *m z = k ->
  spectral_inner S (T_star P *m f) k = ip (q P) (T_star P *m f) (T_star P *m z).
Proof.
move=> <-; rewrite spectral_innerC -!mulmxA -spectral_inner_range; last by exists (T_star P *m z).
by rewrite ipC expect_adjoint.
Qed.

Lemma spectral_inner_reads (S : singular_system P) (f : 'cV[R]_n) (K : 'cV[R]_m) (h k : table) known v :
  reads (T_star P *m f) h -> reads K k ->
  quantity.quantity [:: V]%SEQ known "spectral_inner" [:: Ctx V; Tab h; Tab k]%SEQ = Value v ->
  exists2 i, v = Num i & within (spectral_inner S (T_star P *m f) K) i.
Proof.
move=> rh rk.
change (quantity.quantity _ _ _ _) with (let* h := exact_function_on (side_A V) (Tab h) in let* k := exact_function_on (side_A V) (Tab k) in
  match solve (view.N V) (view.T_star V) 1 (List.map (fun x => x :: nil)%list h) with
  | None => Undefined
  | Some _ => let* g := quantity.image_of_solution V (view.N V) (product (view.N V) (view.T_star V) (view.K V)) k in quantity.num (dot (view.q V) (times h g))
  end).
case eh: (exact_function_on _ (Tab h)) => [h'|||] //; have [lh vh] := exact_functionP rh eh.
case ek: (exact_function_on _ (Tab k)) => [k'|||] //; have [lk vk] := exact_functionP rk ek.
rewrite /bind; case: (solve (view.N V) (view.T_star V) 1 _) => // _.
rewrite (the_N shape); case ei: (quantity.image_of_solution V n _ k') => [g|||] // [<-]; eexists; first by [].
have sT := T_star_shaped ("P"%string, false) n_gt0 shape; have sK := K_shaped ("P"%string, false) shape.
have so : shaped m n (product n (view.T_star V) (view.K V)) by apply: product_shaped sT.
have eo (i : 'I_m) (j : 'I_n) : meaning.entry R (product n (view.T_star V) (view.K V)) i j = (T_star P *m (T P *m T_star P)) i j.
  rewrite (product_entry R sT sK) // [RHS]mxE; apply: eq_bigr => x _.
  by rewrite (T_star_entry ("P"%string, false) n_gt0 shape entries) (K_entry ("P"%string, false) n_gt0 shape entries).
have [lg [z [zK zg]]] := image_of_solutionP so eo lk vk ei.
rewrite (spectral_inner_solution S f zK).
suff -> : ip (q P) (T_star P *m f) (T_star P *m z) = qr R (dot (view.q V) (times h' g)) by apply: within_point.
have lq := view_q_length ("P"%string, false) n_gt0 shape.
rewrite (@dotE _ m) //; last exact: zip_length.
apply: eq_bigr => a _; rewrite (times_nth R lh lg) // vh zg; congr (_ * _).
by rewrite (view_q ("P"%string, false) n_gt0 shape entries).
Qed.
End Preimages.
