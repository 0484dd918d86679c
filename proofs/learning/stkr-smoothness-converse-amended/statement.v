(* statement: sha256:042c34e4a0b37e4f23b9874c1d7b7f0ca66a2f85fd0b617ec0a379e3fc9de123 *)
(* Generated from statement.claim; do not edit. The words are those of theory/statements.v. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Import statements.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Definition statement (R : rcfType) : Prop :=
  forall (N M : nat) (P : context R N M),
  forall F : 'M[R]_(N, N),
  forall c0 : R,
  forall c1 : R,
  forall c2 : R,
  forall f1 : 'cV[R]_N,
  forall f2 : 'cV[R]_N,
  let k := F *m F^T in
  let L := integral_operator (p P) k in
  \det F != 0 /\ 0 <= c1 /\ 0 <= c2 /\ 0 < norm (p P) f1 /\ 0 < norm (p P) f2 ->
  let inverse_of_s := c1 *: invmx L + c2 *: power (invmx L) 2 - c0 *: diag_mx (@one R N)^T in
  L \in unitmx /\ \det inverse_of_s != 0 ->
  let ks := invmx inverse_of_s *m invmx (diag_mx (p P)) in
  L \in unitmx /\ inverse_of_s \in unitmx /\ diag_mx (p P) \in unitmx /\ psd_matrix ks ->
  ((psd_matrix k /\ f1 != 0 /\ exists smoothness1 : R, smoothness_is (p P) k f1 smoothness1 /\ f2 != 0
      /\ exists smoothness2 : R, smoothness_is (p P) k f2 smoothness2 /\ smoothness2 <= smoothness1)
      /\ psd_matrix (L *m k) /\ f1 != 0 /\ exists smoothness3 : R, smoothness_is (p P) (L *m k) f1 smoothness3
      /\ f2 != 0 /\ exists smoothness4 : R, smoothness_is (p P) (L *m k) f2 smoothness4
      /\ smoothness4 <= smoothness3) ->
  L \in unitmx /\ inverse_of_s \in unitmx /\ diag_mx (p P) \in unitmx /\ psd_matrix ks /\ f1 != 0
      /\ exists smoothness5 : R, smoothness_is (p P) ks f1 smoothness5 /\ f2 != 0
      /\ exists smoothness6 : R, smoothness_is (p P) ks f2 smoothness6 /\ smoothness6 <= smoothness5.
