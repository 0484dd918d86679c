(* statement: sha256:48685e6e1765879fc6176f0c929302324ce2c1616a4407ce2efd6cf2219a9ffa *)
(* Generated from statement.claim; do not edit. The words are those of theory/statements.v. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Import statements.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Definition statement (R : rcfType) : Prop :=
  forall (N M : nat) (P : context R N M),
  forall f : 'cV[R]_N,
  forall g : 'cV[R]_N,
  forall l1 : R,
  forall l2 : R,
  forall U : 'M[R]_(N, 2),
  let e1 := centred_encoder P f in
  let t := centred_encoder P U *m (centred_encoder P U)^T in
  (N = 3)%N /\ 0 < l1 /\ 0 < l2 /\ l1 != l2 ->
  0 < norm (p P) e1 ->
  let e2 := centred_encoder P g - ip (p P) (centred_encoder P g) e1 / ip (p P) e1 e1 *: e1 in
  ip (p P) e1 e1 != 0 /\ 0 < norm (p P) e2 ->
  ((\rank t) = 2)%N ->
  (ip (p P) e1 e1 != 0 /\ psd_matrix t /\ e1 + e2 != 0
      /\ exists smoothness1 : R, smoothness_is (p P) t (e1 + e2) smoothness1 /\ e1 - e2 != 0
      /\ exists smoothness2 : R, smoothness_is (p P) t (e1 - e2) smoothness2 /\ smoothness1 = smoothness2) ->
  (psd_matrix t /\ e1 != 0 /\ exists smoothness5 : R, smoothness_is (p P) t e1 smoothness5 /\ ip (p P) e1 e1 != 0
      /\ e2 != 0 /\ exists smoothness6 : R, smoothness_is (p P) t e2 smoothness6) /\ (l2 < l1 <-> (psd_matrix t
      /\ e1 != 0 /\ exists smoothness3 : R, smoothness_is (p P) t e1 smoothness3 /\ ip (p P) e1 e1 != 0 /\ e2 != 0
      /\ exists smoothness4 : R, smoothness_is (p P) t e2 smoothness4 /\ smoothness4 <= smoothness3)) ->
  psd_matrix t /\ e1 != 0 /\ exists smoothness7 : R, smoothness_is (p P) t e1 smoothness7 /\ ip (p P) e1 e1 != 0
      /\ ip (p P) e1 e1 != 0 /\ e2 != 0 /\ exists smoothness8 : R, smoothness_is (p P) t e2 smoothness8
      /\ ip (p P) e2 e2 != 0
      /\ t = smoothness7 / ip (p P) e1 e1 *: e1 *m e1^T + smoothness8 / ip (p P) e2 e2 *: e2 *m e2^T.
