(** * Systems that the checker solves, and ranks that it counts. *)
From Coq Require Import ZArith QArith List.
From mathcomp Require Import all_ssreflect all_algebra ssrZ ring.
From Contexture Require Import context.
From Refute Require Import number matrix.
From Negation Require Import meaning elimination.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section Solving.
Variable R : realFieldType.
Notation qr := (qr R). Notation value := (value R).

Lemma shaped_fit n c m : shaped n c m -> rows_fit c m.
Proof.
move=> /shapedP[e h] r /(List.In_nth _ _ nil)[i [lt <-]]; apply: h.
by rewrite -e; apply/ssrnat.ltP.
Qed.
Lemma beside_nth n (m right : matrix) i : List.length m = n -> List.length right = n -> (i < n)%N ->
  List.nth i (zip (@List.app Q) m right) nil = List.app (List.nth i m nil) (List.nth i right nil).
Proof. by move=> em er lt; rewrite (zip_nth _ nil nil nil em er lt). Qed.

Lemma skip_at w (r : vector) q : at_ (List.skipn w r) q = at_ r (w + q)%N.
Proof.
by rewrite /at_; elim: w r => [|w IH] [|x r] //=; case: (q).
Qed.
Lemma vanishes_value (r : vector) j : vanishes r -> value r j = 0.
Proof.
move=> /List.forallb_forall h; rewrite /elimination.value /at_; case: (List.nth_in_or_default j r q0) => [/h/(is_zeroP R) //|->].
exact: qr0.
Qed.

Section Solve.
Variables (n w c : nat) (m right Y : matrix).
Hypotheses (sm : shaped n w m) (sr : shaped n c right).
Hypothesis solved : solve w m c right = Some Y.
Let L := (w + c)%N.
Let all := zip (@List.app Q) m right.

Fact all_fit : rows_fit L all.
Proof.
have [em hm] := shapedP sm; have [er hr] := shapedP sr.
move=> r /(List.In_nth _ _ nil)[i [lt <-]]; have ln : (i < n)%N by rewrite -(zip_length (@List.app Q) em er); apply/ssrnat.ltP.
by rewrite (beside_nth em er ln) List.app_length hm // hr.
Qed.

Lemma row_of_pivotP j pivots (rows : matrix) : List.length rows = List.length pivots ->
  match row_of_pivot j pivots rows with
  | Some r => exists i, [/\ (i < List.length pivots)%N, List.nth i pivots 0%N = j & r = List.nth i rows nil]
  | None => forall i, (i < List.length pivots)%N -> List.nth i pivots 0%N <> j end.
Proof.
elim: pivots rows => [|p pivots IH] [|r rows] //= [e]; case: Nat.eqb_spec => [->|pj]; first by exists 0%N.
have := IH rows e; case: (row_of_pivot j pivots rows) => [x [i [lt ij xE]]|no]; first by exists i.+1.
by case=> [|i] // lt; apply: no.
Qed.

(** The column k of what is found, as far as the unknowns go; then -1 in the place of the right side's column k. *)
Theorem solveP i k : (i < n)%N -> (k < c)%N ->
  \sum_(j < w) entry R m i j * entry R Y j k = entry R right i k.
Proof.
move=> ln kc; have [em hm] := shapedP sm; have [er hr] := shapedP sr.
have := echelonP R all_fit (leq_addr c w : (w <= L)%N); move: solved; rewrite /solve -/all.
case: (echelon w all) => [[finished rest] pivots]; case van: (List.forallb vanishes rest) => // -[YE] [st sol].
have [f a ip un lo] := st.
pose tail j := match row_of_pivot j pivots finished with Some r => List.skipn w r | None => List.repeat q0 c end.
have Ynth j : (j < w)%N -> List.nth j Y nil = tail j.
  by move=> jw; rewrite -YE (map_nth_in (n := w) _ 0%N nil) ?List.seq_length // nth_seq.
pose y (j : nat) : R := if (j < w)%N then entry R Y j k else if j == (w + k)%N then -1 else 0.
have kL : (w + k < L)%N by rewrite ltn_add2l.
have pairE (r : vector) : pair L r y = \sum_(j < w) value r j * entry R Y j k - value r (w + k).
  rewrite /pair /L big_split_ord /=; congr (_ + _); first by apply: eq_bigr => j _; rewrite /y ltn_ord.
  rewrite (bigD1 (Ordinal kc)) //= big1 ?addr0 => [|j jk]; first by rewrite /y ltnNge leq_addr /= eqxx mulrN1.
  rewrite /y ltnNge leq_addr /= eqn_add2l (_ : (j == k :> nat) = false) ?mulr0 //.
  by apply: contraNF jk => /eqP e; apply/eqP/val_inj.
have pivot_val b : (b < List.length pivots)%N -> (List.nth b pivots 0%N < w)%N ->
    entry R Y (List.nth b pivots 0%N) k = value (List.nth b finished nil) (w + k).
  move=> lb bw; rewrite /entry Ynth // /tail; have := row_of_pivotP (List.nth b pivots 0%N) a.
  case: (row_of_pivot _ _ _) => [r [b' [lb' bb ->]]|no]; last by case: (no b lb).
  have -> : b' = b.
    apply/eqP; have := un b' b lb' lb; rewrite -bb un // eqxx => e; apply: contraT => ne.
    by move: e; rewrite (negPf ne) => /eqP; rewrite oner_eq0.
  by rewrite skip_at.
have zero : solutions L (List.app finished rest) y.
  move=> r /List.in_app_iff[/(List.In_nth _ _ nil)[b [lb <-]]|ir].
    have lb' : (b < List.length pivots)%N by rewrite -a; apply/ssrnat.ltP.
    have [/List.in_seq[_ bw] bL] := ip _ (List.nth_In pivots 0%N (elimT ssrnat.ltP lb')).
    have pw : (List.nth b pivots 0%N < w)%N by apply/ssrnat.ltP.
    rewrite pairE; apply/eqP; rewrite subr_eq0; apply/eqP.
    rewrite (bigD1 (Ordinal pw)) //= un // eqxx mul1r pivot_val // big1 ?addr0 // => j jp.
    rewrite /entry Ynth // /tail; have := row_of_pivotP j a.
    case: (row_of_pivot _ _ _) => [r' [b' [lb2 bj r'E]]|_]; last first.
      by rewrite /at_ List.nth_repeat qr0 mulr0.
    rewrite -bj un // (_ : (b == b') = false) ?mul0r //.
    by apply: contraNF jp => /eqP e; apply/eqP/val_inj; rewrite /= -bj e.
  have vr : vanishes r by move/List.forallb_forall: van; apply.
  by rewrite /pair big1 // => j _; rewrite vanishes_value ?mul0r.
have row : List.nth i all nil = List.app (List.nth i m nil) (List.nth i right nil) := beside_nth em er ln.
have ia : List.In (List.nth i all nil) all.
  by apply: List.nth_In; rewrite (zip_length _ em er); apply/ssrnat.ltP.
have := proj2 (sol y) zero _ ia; rewrite pairE row => /eqP; rewrite subr_eq0 => /eqP e.
rewrite [RHS]/entry (_ : at_ _ k = at_ (List.app (List.nth i m nil) (List.nth i right nil)) (w + k)); last first.
  rewrite /at_ List.app_nth2 hm //; last exact/ssrnat.leP/leq_addr.
  by congr (List.nth _ _ _); rewrite -[RHS]/((w + k)%N - w)%N addKn.
rewrite -[RHS]e; apply: eq_bigr => j _; congr (_ * _).
by rewrite /entry /elimination.value /at_ List.app_nth1 // hm //; apply/ssrnat.ltP.
Qed.
End Solve.

(** ** Ranks. *)
Section Rank.
Variables (n c : nat) (A : matrix).
Hypothesis sA : shaped n c A.

Fact mx_pair (y : 'cV[R]_c) i : (mx R n c A *m y) i 0 = pair c (List.nth i A nil) (fun k => if insub k is Some o then y o 0 else 0).
Proof. by rewrite mxE; apply: eq_bigr => k _; rewrite mxE valK. Qed.

Lemma echelon_rank : let '(_, _, pivots) := echelon c A in List.length pivots = \rank (mx R n c A).
Proof.
have [eA hA] := shapedP sA; have := echelonP R (shaped_fit sA) (leqnn c).
case: (echelon c A) => [[finished rest] pivots] [[f a ip un lo] sol].
set k := List.length pivots; pose F : 'M[R]_(k, c) := mx R k c finished.
have rF : \rank F = k.
  apply/eqP; change (row_free F); apply/row_freeP; exists (\matrix_(j, i) (j == List.nth i pivots 0%N :> nat)%:R).
  apply/matrixP => i b; rewrite !mxE; have lb : (b < k)%N := ltn_ord b.
  have [_ pc] := ip _ (List.nth_In pivots 0%N (elimT ssrnat.ltP lb)).
  rewrite (bigD1 (Ordinal pc)) //= big1 ?addr0 => [|j jp]; last first.
    by rewrite !mxE (_ : (_ == _ :> nat) = false) ?mulr0 //; apply: contraNF jp => /eqP e; apply/eqP/val_inj.
  by rewrite !mxE eqxx mulr1; apply: (un i b (ltn_ord i) lb).
have same y : mx R n c A *m y = 0 <-> F *m y = 0 :> 'cV[R]_k.
  pose y' (j : nat) : R := if insub j is Some o then y o 0 else 0.
  have FE i : (F *m y) i 0 = pair c (List.nth i finished nil) y' by rewrite mxE; apply: eq_bigr => j _; rewrite mxE /y' valK.
  split=> z; apply/colP => i; rewrite [RHS]mxE.
    rewrite FE; apply: (proj1 (sol y') _); last by apply/List.in_or_app; left; apply/List.nth_In; rewrite a; apply/ssrnat.ltP.
    move=> r /(List.In_nth _ _ nil)[q [lq <-]]; have ln : (q < n)%N by rewrite -eA; apply/ssrnat.ltP.
    by rewrite -(mx_pair y (Ordinal ln)) z mxE.
  rewrite mx_pair; apply: (proj2 (sol y') _); last by apply/List.nth_In; rewrite eA; apply/ssrnat.ltP.
  move=> r /List.in_app_iff[/(List.In_nth _ _ nil)[q [lq <-]]|ir].
    have lk : (q < k)%N by rewrite /k -a; apply/ssrnat.ltP.
    by rewrite -(FE (Ordinal lk)) z mxE.
  rewrite /pair big1 // => j _; rewrite lo ?mul0r //; apply/List.in_seq; split; first exact/ssrnat.leP.
  exact/ssrnat.ltP.
have kers : (kermx (mx R n c A)^T == kermx F^T)%MS.
  apply/andP; split; apply/rV_subP => v /sub_kermxP z; apply/sub_kermxP; apply: trmx_inj; rewrite trmx_mul trmxK trmx0.
    by apply/same; apply: trmx_inj; rewrite trmx_mul trmxK trmx0.
  by apply/same; apply: trmx_inj; rewrite trmx_mul trmxK trmx0.
have := mxrank_ker F^T; rewrite -(eqmx_rank kers) mxrank_ker !mxrank_tr => e.
by rewrite -rF -[LHS](subKn (rank_leq_col _)) -e subKn // rank_leq_col.
Qed.
End Rank.

(** The rank of some vectors. *)
Theorem rankP n c vs : shaped c n vs -> rank vs = \rank (mx R c n vs).
Proof.
move=> s; have [e h] := shapedP s; rewrite /rank /independent.
case: vs s e h => [|v vs] s e h; first by apply/esym/eqP; rewrite -leqn0 (leq_trans (rank_leq_row _)) // -e.
have lv : List.length v = n by apply: (h 0%N); rewrite -e.
rewrite e lv; have := echelon_rank (columns_shaped s); case: (echelon _ _) => [[f r] p] /= ->.
rewrite -mxrank_tr; congr (\rank _); apply/matrixP => i j; rewrite !mxE.
exact: (columns_entry R e (ltn_ord i) (ltn_ord j)).
Qed.

End Solving.
