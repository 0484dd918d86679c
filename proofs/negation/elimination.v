(** * The elimination of the checker: what it keeps, and the ranks and solutions that come of it. *)
From Coq Require Import ZArith QArith List.
From mathcomp Require Import all_ssreflect all_algebra ssrZ ring.
From Contexture Require Import context.
From Refute Require Import number matrix.
From Negation Require Import meaning.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section Elimination.
Variable R : realFieldType.
Notation qr := (qr R).

Lemma qr_sub a b : qr (sub a b) = qr a - qr b.
Proof. by rewrite /sub qr_red /Qminus qrD qrN. Qed.
Lemma is_zeroP a : reflect (qr a = 0) (is_zero a).
Proof. by rewrite -(qr0 R); apply: sameP. Qed.

(** ** Rows of one length, paired with a vector. *)
Variable L : nat.
Definition value (r : vector) (k : nat) : R := qr (at_ r k).
Definition pair (r : vector) (y : nat -> R) : R := \sum_(k < L) value r k * y k.
Definition rows_fit (rows : matrix) := forall r, List.In r rows -> List.length r = L.
(** The vectors whose pairing with every row is 0. *)
Definition solutions (rows : matrix) (y : nat -> R) := forall r, List.In r rows -> pair r y = 0.

Lemma scaled_value c r k : List.length r = L -> (k < L)%N -> value (scaled c r) k = qr c * value r k.
Proof. by move=> e lt; rewrite /value /at_ /scaled (map_nth_in _ q0 _ e lt) qr_mul. Qed.
Lemma clear_value j pivot r k : List.length pivot = L -> List.length r = L -> (k < L)%N ->
  value (clear j pivot r) k = value r k - value r j * value pivot k.
Proof.
move=> ep er lt; have es : List.length (scaled (at_ r j) pivot) = L by rewrite List.map_length.
rewrite {1}/value /at_ /clear /minus (zip_nth _ q0 q0 _ er es lt) qr_sub.
by congr (_ - _); exact: (scaled_value (at_ r j) ep lt).
Qed.
Lemma clear_length j pivot r : List.length pivot = L -> List.length r = L -> List.length (clear j pivot r) = L.
Proof. by move=> ep er; apply: zip_length; rewrite ?List.map_length. Qed.
Lemma scaled_length c (r : vector) : List.length (scaled c r) = List.length r. Proof. exact: List.map_length. Qed.

Lemma pair_scaled c r y : List.length r = L -> pair (scaled c r) y = qr c * pair r y.
Proof. by move=> e; rewrite /pair mulr_sumr; apply: eq_bigr => k _; rewrite scaled_value // mulrA. Qed.
Lemma pair_clear j pivot r y : List.length pivot = L -> List.length r = L ->
  pair (clear j pivot r) y = pair r y - value r j * pair pivot y.
Proof.
move=> ep er; rewrite /pair mulr_sumr -sumrB; apply: eq_bigr => k _; rewrite clear_value // mulrBl.
by rewrite mulrA.
Qed.

(** ** One step. *)
Lemma pickP j rows : match pick j rows with
  | Some (_, r, others) => value r j != 0 /\ forall x, List.In x rows <-> x = r \/ List.In x others
  | None => forall x, List.In x rows -> value x j = 0 end.
Proof.
elim: rows => [|r rows IH] //=; case: is_zeroP => [z|n].
  case: (pick j rows) IH => [[[k f] o]|] /=; last by move=> h x [<-|/h].
  move=> [fn h]; split=> // x; split=> [[<-|/h[->|i]]|[->|[<-|i]]]; try by [right; left|left|right; right|left].
  - by right; apply/h; left.
  by right; apply/h; right.
by split=> [|x]; [apply/eqP | split=> [[<-|i]|[->|i]]; [left|right|left|right]].
Qed.

Section Step.
Variables (j : nat) (finished rest : matrix) (r : vector) (others : matrix).
Hypotheses (fit : rows_fit (finished ++ rest)) (jL : (j < L)%N).
Hypotheses (r0 : value r j != 0) (same_rows : forall x, List.In x rest <-> x = r \/ List.In x others).
Let u := scaled (div 1 (at_ r j)) r.
Let next := (List.app (List.app (List.map (clear j u) finished) [:: u]) (List.map (clear j u) others)).

Fact r_fit : List.length r = L. Proof. by apply: fit; apply/List.in_or_app; right; apply/same_rows; left. Qed.
Fact u_fit : List.length u = L. Proof. by rewrite scaled_length r_fit. Qed.
Fact finished_fit x : List.In x finished -> List.length x = L.
Proof. by move=> i; apply: fit; apply/List.in_or_app; left. Qed.
Fact others_fit x : List.In x others -> List.length x = L.
Proof. by move=> i; apply: fit; apply/List.in_or_app; right; apply/same_rows; right. Qed.
Fact u_value k : (k < L)%N -> value u k = value r k / value r j.
Proof. by move=> lt; rewrite scaled_value ?r_fit // qr_div qr1 mul1r mulrC. Qed.
Fact u_one : value u j = 1. Proof. by rewrite u_value // divff. Qed.

Fact next_fit : rows_fit next.
Proof.
move=> x; rewrite /next => /List.in_app_iff[/List.in_app_iff[/List.in_map_iff[z [<- /finished_fit i]]|[<-|//]]|/List.in_map_iff[z [<- /others_fit i]]].
- exact: clear_length u_fit i.
- exact: u_fit.
exact: clear_length u_fit i.
Qed.

Fact next_solutions y : solutions (finished ++ rest) y <-> solutions next y.
Proof.
have pu : pair u y = pair r y / value r j by rewrite pair_scaled ?r_fit // qr_div qr1 mul1r mulrC.
split=> h x.
  have zr : pair u y = 0 by rewrite pu h ?mul0r //; apply/List.in_or_app; right; apply/same_rows; left.
  rewrite /next => /List.in_app_iff[/List.in_app_iff[/List.in_map_iff[z [<- i]]|[<-|//]]|/List.in_map_iff[z [<- i]]] //.
    rewrite pair_clear ?u_fit ?(finished_fit i) // zr mulr0 subr0 h //; exact/List.in_or_app/or_introl.
  rewrite pair_clear ?u_fit ?(others_fit i) // zr mulr0 subr0 h //; apply/List.in_or_app; right; apply/same_rows; by right.
have zu : pair u y = 0 by apply: h; apply/List.in_or_app; left; apply/List.in_or_app; right; left.
have zr : pair r y = 0 by apply/eqP; move/eqP: zu; rewrite pu mulf_eq0 invr_eq0 (negPf r0) orbF.
have cleared z : List.length z = L -> pair (clear j u z) y = 0 -> pair z y = 0.
  by move=> e; rewrite pair_clear ?u_fit // zu mulr0 subr0.
move=> /List.in_app_iff[i|/same_rows[->//|i]].
  apply: cleared (finished_fit i) _; apply: h; apply/List.in_or_app; left; apply/List.in_or_app; left.
  exact: List.in_map.
by apply: cleared (others_fit i) _; apply: h; apply/List.in_or_app; right; apply: List.in_map.
Qed.
End Step.

(** ** The whole. *)
(** Finished rows are 1 in the column of their own pivot and 0 in those of the others; what is left is 0 in all columns
    that are done. *)
Record state (done : list nat) (finished rest : matrix) (pivots : list nat) : Prop := State {
  fit : rows_fit (finished ++ rest);
  as_many : List.length finished = List.length pivots;
  in_range : forall j, List.In j pivots -> List.In j done /\ (j < L)%N;
  unit_rows : forall i k, (i < List.length pivots)%N -> (k < List.length pivots)%N ->
    value (List.nth i finished nil) (List.nth k pivots 0%N) = (i == k)%:R;
  left_over : forall x j, List.In x rest -> List.In j done -> value x j = 0 }.

Lemma eliminate_state js done finished rest pivots : state done finished rest pivots ->
  (forall j, List.In j js -> (j < L)%N) ->
  let '(finished', rest', pivots') := eliminate js finished rest pivots in
  state (List.app done js) finished' rest' pivots' /\
  forall y, solutions (finished ++ rest) y <-> solutions (finished' ++ rest') y.
Proof.
elim: js done finished rest pivots => [|j js IH] done finished rest pivots st jsL /=; first by rewrite List.app_nil_r; split.
have jL : (j < L)%N by apply: jsL; left.
have jsL' k : List.In k js -> (k < L)%N by move=> i; apply: jsL; right.
have appE : List.app done (j :: js) = List.app (List.app done [:: j]) js by rewrite -List.app_assoc.
rewrite appE; have := pickP j rest; case: (pick j rest) => [[[k r] others] [r0 sr]|none]; last first.
  apply: IH => //; case: st => f a i u l; split=> // [p ip|x p ix].
    by have [d pL] := i p ip; split=> //; apply/List.in_or_app; left.
  by move=> /List.in_app_iff[|[<-|//]]; [apply: l | apply: none].
set u := scaled _ r.
have [f a i un l] := st; have fit' := next_fit (j := j) f sr; rewrite -/u in fit'; have sol y := next_solutions f r0 sr y.
have uL := u_fit j f sr; have u1 := u_one f jL r0 sr; rewrite -/u in uL u1.
have fF x : List.In x finished -> List.length x = L := finished_fit f (x := x).
have fO x : List.In x others -> List.length x = L := others_fit f sr (x := x).
have u_old p : List.In p pivots -> value u p = 0.
  move=> /i[d pL]; rewrite (u_value j f sr) // (l r p) ?mul0r //; apply/sr; by left.
have st' : state (List.app done [:: j]) (List.app (List.map (clear j u) finished) [:: u]) (List.map (clear j u) others)
    (List.app pivots [:: j]).
  split.
  - by [].
  - by rewrite !List.app_length List.map_length a.
  - move=> p /List.in_app_iff[/i[d pL]|[<-|//]]; split=> //; apply/List.in_or_app; [by left|by right; left].
  - move=> b c; rewrite List.app_length /= Nat.add_1_r !ltnS => lb lc.
    have row_old q : (q < List.length pivots)%N ->
        List.nth q (List.app (List.map (clear j u) finished) [:: u]) nil = clear j u (List.nth q finished nil).
      move=> lt; rewrite List.app_nth1 ?List.map_length ?a; last exact/ssrnat.ltP.
      by rewrite (map_nth_in (n := List.length pivots) _ nil nil).
    have row_new : List.nth (List.length pivots) (List.app (List.map (clear j u) finished) [:: u]) nil = u.
      by rewrite List.app_nth2 ?List.map_length ?a ?Nat.sub_diag //; apply/ssrnat.leP.
    have col_old q : (q < List.length pivots)%N -> List.nth q (List.app pivots [:: j]) 0%N = List.nth q pivots 0%N.
      by move=> lt; rewrite List.app_nth1 //; apply/ssrnat.ltP.
    have col_new : List.nth (List.length pivots) (List.app pivots [:: j]) 0%N = j.
      by rewrite List.app_nth2 ?Nat.sub_diag //; apply/ssrnat.leP.
    have in_old q : (q < List.length pivots)%N -> List.In (List.nth q pivots 0%N) pivots.
      by move=> lt; apply/List.nth_In/ssrnat.ltP.
    have len_old q : (q < List.length pivots)%N -> List.length (List.nth q finished nil) = L.
      by move=> lt; apply/fF/List.nth_In; rewrite a; apply/ssrnat.ltP.
    move: lb lc; rewrite leq_eqVlt => /orP[/eqP->|lb]; rewrite leq_eqVlt => /orP[/eqP->|lc].
    + by rewrite row_new col_new u1 eqxx.
    + by rewrite row_new col_old // (u_old _ (in_old _ lc)) gtn_eqF.
    + by rewrite row_old // col_new clear_value ?len_old // u1 mulr1 subrr ltn_eqF.
    rewrite row_old // col_old // clear_value ?len_old //; last by have [] := i _ (in_old _ lc).
    by rewrite un // (u_old _ (in_old _ lc)) mulr0 subr0.
  move=> x p /List.in_map_iff[z [<- iz]] /List.in_app_iff[dp|[<-|//]]; last first.
    by rewrite (clear_value j uL (fO _ iz) jL) u1 mulr1 subrr.
  have [pL|Lp] := ltnP p L.
    rewrite (clear_value j uL (fO _ iz) pL) (l z p) //; last by apply/sr; right.
    rewrite (u_value j f sr) // (l r p) ?mul0r ?mulr0 ?subr0 //; apply/sr; by left.
  rewrite /value /at_ List.nth_overflow ?qr0 // (clear_length j uL (fO _ iz)); exact/ssrnat.leP.
have := IH _ _ _ _ st' jsL'; case: (eliminate js _ _ _) => [[f' r'] p'] [s' e']; split=> // y.
by rewrite sol; apply: e'.
Qed.

Lemma echelonP w m : rows_fit m -> (w <= L)%N -> let '(finished, rest, pivots) := echelon w m in
  state (List.seq 0 w) finished rest pivots /\ forall y, solutions m y <-> solutions (finished ++ rest) y.
Proof.
move=> fm wL; have st : state nil nil m nil by split.
have lt j : List.In j (List.seq 0 w) -> (j < L)%N.
  by move=> /List.in_seq[_ /ssrnat.ltP h]; apply: leq_trans wL.
exact: (eliminate_state st lt).
Qed.
End Elimination.
