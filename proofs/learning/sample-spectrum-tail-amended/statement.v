(* statement: sha256:00017407d13f023e73e8a5aef52c44a8589f1a0eb69d96fd97a5c943d76223c1 *)
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
  forall t : R,
  let k := F *m F^T in
  let average := expectation (p P) (fun S : sample N n => top_sum_of ((drawn R S)^T *m k *m drawn R S) d) / n%:R in
  0 < t ->
  (exists largest1 : R, maximum_is any (fun x : 'I_N => k x x) largest1 /\ 0 < largest1) ->
  (forall S : sample N n, symmetric ((drawn R S)^T *m k *m drawn R S)
      /\ forall S : sample N n, symmetric ((drawn R S)^T *m k *m drawn R S))
      /\ exists probability2 : R, probability_is (p P) (fun S : sample N n
      => symmetric ((drawn R S)^T *m k *m drawn R S)
      /\ (forall S : sample N n, symmetric ((drawn R S)^T *m k *m drawn R S))
      /\ t <= `|top_sum_of ((drawn R S)^T *m k *m drawn R S) d / n%:R - average|) probability2
      /\ exists largest1 : R, maximum_is any (fun x : 'I_N => k x x) largest1 /\ largest1 ^+ 2 != 0
      /\ probability2 <= 2%:R * exp E (- 2%:R * n%:R * t ^+ 2 / largest1 ^+ 2).
