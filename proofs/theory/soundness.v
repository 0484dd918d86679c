(** * What an accepted certificate means, over every ordered field.         *)
From Coq Require Import ZArith.
From mathcomp Require Import all_ssreflect all_algebra ssrZ ring.
From Contexture Require Import context geometry operators.
From Contexture Require checker.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section Reading.
Variable R : realFieldType.
Definition zr (z : Z) : R := (int_of_Z z)%:~R.

Lemma zrD x y : zr (Z.add x y) = zr x + zr y.
Proof. by rewrite /zr -intrD -(rmorphD ZInstances.int_of_Z_rmorphism). Qed.
Lemma zrM x y : zr (Z.mul x y) = zr x * zr y.
Proof. by rewrite /zr -intrM -(rmorphM ZInstances.int_of_Z_rmorphism). Qed.
Lemma zr0 : zr Z0 = 0. Proof. by []. Qed.
Lemma zrN x : zr (Z.opp x) = - zr x.
Proof.
have := zrD x (Z.opp x); rewrite Z.add_opp_diag_r zr0 addrC => /esym/eqP.
by rewrite addr_eq0 => /eqP.
Qed.
Lemma zrB x y : zr (Z.sub x y) = zr x - zr y.
Proof. by rewrite zrD zrN. Qed.
Lemma zr_gt0 x : Z.ltb Z0 x -> 0 < zr x.
Proof.
case: x => // p _; rewrite /zr ltr0z /=.
by rewrite ltz_nat; apply/ssrnat.ltP/Pos2Nat.is_pos.
Qed.
Lemma zr_ge0 x : Z.leb Z0 x -> 0 <= zr x.
Proof. by case: x => // p _; apply/ltW/zr_gt0. Qed.
Lemma zr_le x y : Z.leb x y -> zr x <= zr y.
Proof.
move/Z.leb_le=> h; rewrite -subr_ge0 -zrB; apply: zr_ge0.
by apply/Z.leb_le/Z.le_0_sub.
Qed.
Lemma zr_abs x : zr (Z.abs x) = `|zr x|.
Proof.
case: x => [|p|p]; first by rewrite zr0 normr0.
  by rewrite ger0_norm // zr_ge0.
rewrite -normrN -zrN ger0_norm //; exact: zr_ge0.
Qed.

Lemma zr_sum n f : zr (checker.sum_to n f) = \sum_(i < n) zr (f i).
Proof. by elim: n => [|n IH]; rewrite ?big_ord0 // big_ord_recr /= zrD IH. Qed.
Lemma all_belowP n f : checker.all_below n f -> forall i : 'I_n, f i.
Proof.
elim: n => [_ []//|n IH] /= /andP[fn h] i.
have [e|ne] := eqVneq (i : nat) n; first by rewrite e.
have lt : (i < n)%N by rewrite ltn_neqAle ne -ltnS ltn_ord.
exact: (IH h (Ordinal lt)).
Qed.

Notation at_ := checker.at_.
Lemma zr_dot u v k : List.length u = k -> List.length v = k ->
  zr (checker.dot u v) = \sum_(i < k) zr (at_ u i) * zr (at_ v i).
Proof.
elim: u v k => [|a u IH] [|b v] [|k] //=; rewrite ?big_ord0 // => -[hu] [hv].
by rewrite zrD zrM big_ord_recl (IH v k).
Qed.
Lemma had_len u v k : List.length u = k -> List.length v = k -> List.length (checker.had u v) = k.
Proof. by elim: u v k => [|a u IH] [|b v] [|k] //= [hu] [hv]; rewrite (IH v k). Qed.
Lemma had_at u v k i : List.length u = k -> List.length v = k ->
  zr (at_ (checker.had u v) i) = zr (at_ u i) * zr (at_ v i).
Proof.
elim: u v k i => [|a u IH] [|b v] [|k] [|i] //=; rewrite ?zr0 ?mul0r //.
  by move=> _ _; apply: zrM.
by move=> [hu] [hv]; apply: (IH v k).
Qed.

(** The dominated remainder: Gershgorin without eigenvalues. *)
Lemma dominant_psd n (B : 'I_n -> 'I_n -> R) (x : 'I_n -> R) :
  (forall i j, B i j = B j i) ->
  (forall i, \sum_j `|B i j| <= 2%:R * B i i) ->
  0 <= \sum_i \sum_j B i j * (x i * x j).
Proof.
move=> sym dom.
pose t i j : R := 2%:R * (B i j * (x i * x j)) + `|B i j| * (x i ^+ 2 + x j ^+ 2).
have t0 i j : 0 <= t i j.
  rewrite /t; have [b|b] := ger0P (B i j).
    have -> : 2%:R * (B i j * (x i * x j)) + B i j * (x i ^+ 2 + x j ^+ 2)
      = B i j * (x i + x j) ^+ 2 :> R by ring.
    by rewrite mulr_ge0 ?sqr_ge0.
  have -> : 2%:R * (B i j * (x i * x j)) + - B i j * (x i ^+ 2 + x j ^+ 2)
    = - B i j * (x i - x j) ^+ 2 :> R by ring.
  by rewrite mulr_ge0 ?sqr_ge0 // oppr_ge0 ltW.
pose s i := \sum_j `|B i j|.
have abs2 : \sum_i \sum_j `|B i j| * (x i ^+ 2 + x j ^+ 2)
    = 2%:R * \sum_i s i * x i ^+ 2.
  rewrite (eq_bigr (fun i => s i * x i ^+ 2 + \sum_j `|B i j| * x j ^+ 2)) => [|i _]; last first.
    by rewrite /s mulr_suml -big_split; apply: eq_bigr => j _ /=; rewrite mulrDr.
  rewrite big_split /= [X in _ + X]exchange_big /= mulr_natl mulr2n; congr (_ + _).
  by apply: eq_bigr => j _; rewrite /s mulr_suml; apply: eq_bigr => i _; rewrite sym.
have diag : 2%:R * (\sum_i s i * x i ^+ 2) <= \sum_i \sum_j t i j.
  rewrite mulr_sumr; apply: ler_sum => i _; rewrite (bigD1 i) //=.
  apply: le_trans (_ : t i i <= _); last by rewrite ler_addl sumr_ge0.
  rewrite (_ : t i i = 2%:R * ((B i i + `|B i i|) * x i ^+ 2)); last by rewrite /t; ring.
  rewrite ler_pmul2l ?ltr0n // ler_wpmul2r ?sqr_ge0 //; apply: le_trans (dom i) _.
  by rewrite mulr_natl mulr2n ler_add2l ler_norm.
rewrite -(pmulr_rge0 _ (ltr0Sn R 1)).
have -> : 2%:R * (\sum_i \sum_j B i j * (x i * x j))
    = (\sum_i \sum_j t i j) - 2%:R * (\sum_i s i * x i ^+ 2).
  rewrite -abs2 mulr_sumr -sumrB; apply: eq_bigr => i _.
  by rewrite mulr_sumr -sumrB; apply: eq_bigr => j _; rewrite /t addrK.
by rewrite subr_ge0.
Qed.

(** An accepted witness proves nonnegativity of the quadratic form. *)
Theorem check_psdP n (A : nat -> nat -> Z) c : checker.check_psd n A c ->
  forall x : 'I_n -> R, 0 <= \sum_(i < n) \sum_(j < n) zr (A i j) * (x i * x j).
Proof.
rewrite /checker.check_psd => /andP[/andP[/andP[/andP[/andP[sc w0] rows] len] sym] dom] x.
set L := checker.factor c in rows len; set w := checker.weights c in w0 rows.
set k := List.length w in rows.
have rowk i : (i < n)%N -> List.length (checker.row L i) = k.
  move=> lt; move/List.forallb_forall: rows => h; apply/Nat.eqb_eq/h/List.nth_In.
  by move/Nat.eqb_eq: len => ->; apply/ssrnat.ltP.
have w_ge0 (q : 'I_k) : 0 <= zr (at_ w q).
  move/List.forallb_forall: w0 => h; apply/zr_ge0/h/List.nth_In.
  exact/ssrnat.ltP/ltn_ord.
pose l (i : nat) (q : 'I_k) := zr (at_ (checker.row L i) q).
pose gram (i j : nat) := \sum_(q < k) zr (at_ w q) * (l i q * l j q).
pose s := zr (checker.scale c); have s_gt0 : 0 < s by apply: zr_gt0.
have remE (i j : 'I_n) :
    zr (checker.rem A c (checker.had (checker.row L i) w) i j) = s * zr (A i j) - gram i j.
  rewrite zrB zrM; congr (_ - _); rewrite (zr_dot (k := k)) ?rowk ?(had_len (k := k)) ?rowk //.
  by apply: eq_bigr => q _; rewrite (had_at (k := k)) ?rowk // mulrAC mulrC.
pose B (i j : 'I_n) := s * zr (A i j) - gram i j.
have Bsym i j : B i j = B j i.
  congr (_ * _ - _); last by apply: eq_bigr => q _; ring.
  by have := all_belowP (all_belowP sym i) j => /Z.eqb_eq ->.
have Bdom i : \sum_j `|B i j| <= 2%:R * B i i.
  have := zr_le (all_belowP dom i); rewrite zrM zr_sum remE => h.
  rewrite (eq_bigr (fun j : 'I_n => zr (Z.abs (checker.rem A c
    (checker.had (checker.row L i) w) i j)))) // => j _.
  by rewrite zr_abs remE.
have Bpsd := dominant_psd x Bsym Bdom.
have Gpsd : 0 <= \sum_(i < n) \sum_(j < n) gram i j * (x i * x j).
  have -> : \sum_(i < n) \sum_(j < n) gram i j * (x i * x j)
      = \sum_(q < k) zr (at_ w q) * (\sum_(i < n) l i q * x i) ^+ 2.
    transitivity (\sum_(i < n) \sum_(q < k) \sum_(j < n)
        zr (at_ w q) * (l i q * x i) * (l j q * x j)).
      apply: eq_bigr => i _; rewrite exchange_big; apply: eq_bigr => j _ /=.
      by rewrite /gram mulr_suml; apply: eq_bigr => q _; ring.
    rewrite exchange_big; apply: eq_bigr => q _ /=; rewrite expr2 mulr_suml mulr_sumr.
    apply: eq_bigr => i _; rewrite mulr_sumr mulr_sumr; apply: eq_bigr => j _.
    by rewrite !mulrA.
  by apply: sumr_ge0 => q _; rewrite mulr_ge0 ?sqr_ge0.
rewrite -(pmulr_rge0 _ s_gt0).
have -> : s * (\sum_(i < n) \sum_(j < n) zr (A i j) * (x i * x j))
    = (\sum_(i < n) \sum_(j < n) B i j * (x i * x j))
    + (\sum_(i < n) \sum_(j < n) gram i j * (x i * x j)).
  rewrite mulr_sumr -big_split; apply: eq_bigr => i _ /=.
  rewrite mulr_sumr -big_split; apply: eq_bigr => j _ /=.
  by rewrite /B; ring.
exact: addr_ge0.
Qed.
End Reading.
