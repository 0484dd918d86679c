(* statement: sha256:36e6b669900948e021ff233968860a8c5750bb569c13373a88bc220a2c47aa90 *)
(* Generated from statement.claim; do not edit. The words are those of theory/statements.v. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Import statements.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Definition statement (R : rcfType) : Prop :=
  forall (N M : nat) (P : context R N M),
  forall F : 'M[R]_(N, N),
  forall eta : R,
  forall m : nat,
  (1 <= m <= 3)%N ->
  let k := F *m F^T in
  let L := integral_operator (p P) k in
  let one_ := diag_mx (@one R N)^T in
  selfadj (p P) L /\ eigenvalue L 1 != 0 /\ 0 < eta < 1 / eigenvalue L 1 ->
  let ks := invmx (one_ - eta *: L) *m k in
  let rest := ks - \sum_(1 <= e < m.+1) eta ^+ (e - 1)%N *: (power L (e - 1)%N *m k) in
  (one_ - eta *: L \in unitmx /\ psd_matrix ks) /\ (one_ - eta *: L \in unitmx
      /\ rest = eta ^+ m *: (power L m *m ks)) /\ forall x : 'I_N, forall y : 'I_N, one_ - eta *: L \in unitmx
      /\ selfadj (p P) L /\ exists largest1 : R, maximum_is any (fun z : 'I_N => ks z z) largest1
      /\ `|rest x y| <= (eta * eigenvalue L 1) ^+ m * largest1.
