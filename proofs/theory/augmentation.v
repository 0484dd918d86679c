(** * Augmentations of D bits: masks, flips, masked blocks: the definitions. *)
From mathcomp Require Import all_ssreflect all_algebra ring.
From Contexture Require Import finite.
Import Order.TTheory GRing.Theory Num.Theory.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope ring_scope.

Section Augmentation.
Variables (R : rcfType) (D : nat) (alpha : R).
(** A string of D bits, uniform; and one in which some bits are masked: None. *)
Notation string := {ffun 'I_D -> bool}.
Notation masked := {ffun 'I_D -> option bool}.

(** A fair bit and its view: masked with probability alpha. *)
Definition mask_bit (b : bool) (c : option bool) : R :=
  if c is Some c' then if b == c' then (1 - alpha) / 2%:R else 0 else alpha / 2%:R.
(** A fair bit and its view: flipped with probability alpha / 2. *)
Definition flip_bit (b c : bool) : R := if b == c then (1 - alpha / 2%:R) / 2%:R else alpha / 2%:R / 2%:R.

Definition mask_law : string -> masked -> R := product_law mask_bit.
Definition flip_law : string -> string -> R := product_law flip_bit.
(** The parity of the bits in V, as 1 and -1. *)
Definition parity (V : {set 'I_D}) (x : string) : R := \prod_(i in V) (-1) ^+ x i.

(** A uniform string, and the same with the b bits from s on masked, s uniform in 0 .. D - b. *)
Definition mask_block (b : nat) (x : string) (s : nat) : masked :=
  [ffun i : 'I_D => if (s <= i < s + b)%N then None else Some (x i)].
Definition block_law (b : nat) (x : string) (a : masked) : R :=
  \sum_(s < (D - b).+1) (a == mask_block b x s)%:R / ((D - b).+1%:R * 2%:R ^+ D).
End Augmentation.
