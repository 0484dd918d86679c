(** * Numbers: rationals in lowest terms, and closed intervals of them. *)
From Coq Require Import QArith List Bool.
From Refute Require Import outcome.
Import ListNotations.
Local Open Scope Q_scope.

Definition add (a b : Q) : Q := Qred (a + b).
Definition sub (a b : Q) : Q := Qred (a - b).
Definition mul (a b : Q) : Q := Qred (a * b).
(** Callers have seen that b is not zero. *)
Definition div (a b : Q) : Q := Qred (a / b).
Definition at_most (a b : Q) : bool := Qle_bool a b.
Definition below (a b : Q) : bool := negb (Qle_bool b a).
Definition same (a b : Q) : bool := Qeq_bool a b.
Definition is_zero (a : Q) : bool := same a 0.
Definition least (a b : Q) : Q := if at_most a b then a else b.
Definition greatest (a b : Q) : Q := if at_most a b then b else a.
Definition absolute (a : Q) : Q := if at_most 0 a then a else Qopp a.
Definition total (l : list Q) : Q := fold_right add 0 l.

(** [lo <= hi]; a number that is known is a point. *)
Record interval := Between { lo : Q; hi : Q }.
Definition point (a : Q) : interval := let a := Qred a in Between a a.
Definition is_point (i : interval) : bool := same (lo i) (hi i).
Definition exactly (i : interval) : outcome Q := if is_point i then Value (lo i) else NotShown.
Definition of_Z (n : Z) : interval := point (inject_Z n).
Definition of_nat (n : nat) : interval := of_Z (Z.of_nat n).

Definition i_add (a b : interval) := Between (add (lo a) (lo b)) (add (hi a) (hi b)).
Definition i_opp (a : interval) := Between (Qopp (hi a)) (Qopp (lo a)).
Definition i_sub (a b : interval) := i_add a (i_opp b).
Definition i_mul (a b : interval) :=
  if is_point a && is_point b then point (lo a * lo b)
  else
    let w := mul (lo a) (lo b) in let x := mul (lo a) (hi b) in
    let y := mul (hi a) (lo b) in let z := mul (hi a) (hi b) in
    Between (least (least w x) (least y z)) (greatest (greatest w x) (greatest y z)).
Definition i_div (a b : interval) : outcome interval :=
  if at_most (lo b) 0 && at_most 0 (hi b) then if is_point b then Undefined else NotShown
  else Value (i_mul a (Between (div 1 (hi b)) (div 1 (lo b)))).
Definition i_abs (a : interval) : interval :=
  if at_most 0 (lo a) then a
  else if at_most (hi a) 0 then i_opp a else Between 0 (greatest (Qopp (lo a)) (hi a)).
Definition i_total (l : list interval) : interval := fold_right i_add (point 0) l.

Fixpoint power (a : interval) (n : positive) : interval :=
  match n with
  | xH => a
  | xO n => let s := power a n in i_mul s s
  | xI n => let s := power a n in i_mul a (i_mul s s)
  end.
Definition i_power (a : interval) (n : Z) : outcome interval :=
  if (Z.abs n <=? 4096)%Z then
    match n with
    | Z0 => Value (point 1)
    | Zpos n => Value (power a n)
    | Zneg n => i_div (point 1) (power a n)
    end
  else NotShown.

(** The root of the square of a rational. *)
Definition exact_root (a : Q) : option Q :=
  let a := Qred a in
  let n := Z.sqrt (Qnum a) in let d := Z.sqrt (Zpos (Qden a)) in
  if ((n * n =? Qnum a) && (d * d =? Zpos (Qden a)))%Z then Some (Qred (n # Z.to_pos d)) else None.
Definition shifted (a : Q) : Z := (Qnum a * 2 ^ 512)%Z.
Definition root_below (a : Q) : Q :=
  match exact_root a with
  | Some r => r
  | None => Qred (Z.sqrt (shifted a / Zpos (Qden a)) # (2 ^ 256))
  end.
Definition root_above (a : Q) : Q :=
  match exact_root a with
  | Some r => r
  | None =>
      let square := (- (- shifted a / Zpos (Qden a)))%Z in
      let k := Z.sqrt square in
      Qred ((if (k * k =? square)%Z then k else k + 1)%Z # (2 ^ 256))
  end.
Definition i_root (a : interval) : outcome interval :=
  if below (hi a) 0 then Undefined
  else if below (lo a) 0 then NotShown
  else Value (Between (root_below (lo a)) (root_above (hi a))).

(** The largest and the least of several numbers. *)
Definition largest_of (l : list interval) : outcome interval :=
  match l with
  | [] => Undefined
  | a :: r => Value (fold_left (fun x y => Between (greatest (lo x) (lo y)) (greatest (hi x) (hi y))) r a)
  end.
Definition least_of (l : list interval) : outcome interval :=
  match l with
  | [] => Undefined
  | a :: r => Value (fold_left (fun x y => Between (least (lo x) (lo y)) (least (hi x) (hi y))) r a)
  end.

(** Decided if every pair of numbers agrees. *)
Definition i_lt (a b : interval) : truth :=
  if below (hi a) (lo b) then Some true else if at_most (hi b) (lo a) then Some false else None.
Definition i_le (a b : interval) : truth := negation (i_lt b a).
Definition i_eq (a b : interval) : truth :=
  if is_point a && is_point b then Some (same (lo a) (lo b))
  else if below (hi a) (lo b) || below (hi b) (lo a) then Some false else None.
