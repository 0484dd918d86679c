(* statement: sha256:6f5adaff9d397ebb46618b228945ffafdbe17d213a69d79245e7e0f45a0ead9b *)
(* Generated from statement.claim; do not edit. The words are those of theory/statements.v. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Import statements.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Definition statement (R : rcfType) (E : exponential R) : Prop :=
  forall (N M : nat) (P : context R N M),
  forall r : nat,
  (1 <= r <= 2)%N ->
  forall F : 'M[R]_(N, r),
  forall n : nat,
  (1 <= n <= 3)%N ->
  forall d : nat,
  (1 <= d <= 2)%N ->
  forall delta : R,
  let k := F *m F^T in
  let top := top_sum_of (integral_operator (p P) k) d in
  0 < delta < 1 ->
  (forall S : sample N n, selfadj (p P) (integral_operator (p P) k) /\ psd_matrix k
      /\ exists pca2 : R, kernel_pca_is (p P) k S d pca2 /\ delta != 0 /\ 0 < 2%:R / delta
      /\ 0 <= 2%:R * ln E (2%:R / delta) /\ exists largest1 : R, maximum_is any (fun x : 'I_N => k x x) largest1
      /\ (0 : R) <= d%:R / n%:R)
      /\ exists probability4 : R, probability_is (p P) (fun S : sample N n
      => selfadj (p P) (integral_operator (p P) k) /\ psd_matrix k /\ exists pca3 : R, kernel_pca_is (p P) k S d pca3
      /\ delta != 0 /\ 0 < 2%:R / delta /\ 0 <= 2%:R * ln E (2%:R / delta)
      /\ exists largest1 : R, maximum_is any (fun x : 'I_N => k x x) largest1 /\ (0 : R) <= d%:R / n%:R
      /\ top - pca3
      <= (2%:R + Num.sqrt (2%:R * ln E (2%:R / delta))) * largest1 * Num.sqrt (d%:R / n%:R)) probability4
      /\ 1 - delta <= probability4.
