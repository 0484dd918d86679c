(** * Samples and corrupted bits: docs/certificates.md, "Samples" and "Corrupted bits". *)
From Coq Require Import QArith List Bool.
From Refute Require Import outcome number matrix.
Import ListNotations.
Local Open Scope Q_scope.

(** ** How often each point was drawn. *)
Definition of_count (c : nat) : Q := inject_Z (Z.of_nat c).
Definition draws_in (counts : list nat) : nat := fold_right Nat.add O counts.
(** The drawn points in the order of the side. *)
Definition drawn_points (counts : list nat) : list nat :=
  flat_map (fun '(x, c) => repeat x c) (combine (seq 0 (length counts)) counts).
(** A column for each draw. *)
Definition draw_rows (counts : list nat) : matrix :=
  let points := drawn_points counts in
  map (fun x => map (fun y => if Nat.eqb x y then 1 else 0) points) (seq 0 (length counts)).
Definition support (counts : list nat) : list nat :=
  filter (fun x => negb (Nat.eqb (nth x counts O) 0)) (seq 0 (length counts)).
(** The counts that a certificate gives. *)
Definition count_of (a : Q) : option nat :=
  let a := Qred a in
  if (Pos.eqb (Qden a) 1 && Z.leb 0 (Qnum a) && Z.leb (Qnum a) 4096)%bool then Some (Z.to_nat (Qnum a)) else None.
Fixpoint counts_of (rows : matrix) : option (list nat) :=
  match rows with
  | [] => Some []
  | [a] :: rows => match count_of a, counts_of rows with Some c, Some l => Some (c :: l) | _, _ => None end
  | _ => None
  end.

(** ** All outcomes of n draws, with their probabilities. *)
(** All lists of so many counts that sum to n, those with more in front first. *)
Fixpoint compositions (parts n : nat) : list (list nat) :=
  match parts with
  | O => match n with O => [[]] | S _ => [] end
  | S parts => flat_map (fun left => map (cons (n - left)%nat) (compositions parts left)) (seq 0 (S n))
  end.
Fixpoint factorial (n : nat) : Z := match n with O => 1 | S m => (Z.of_nat n * factorial m)%Z end.
Fixpoint raised (a : Q) (n : nat) : Q := match n with O => 1 | S n => mul a (raised a n) end.
(** n! / prod c! prod p^c *)
Definition chance (weights : vector) (counts : list nat) : Q :=
  let ways := fold_right (fun c ways => div ways (inject_Z (factorial c))) (inject_Z (factorial (draws_in counts))) counts in
  mul ways (fold_right mul 1 (zip raised weights counts)).
(** binom(n + N - 1, N - 1) *)
Definition how_many (points n : nat) : Z :=
  fold_left (fun count i => (count * (Z.of_nat n + Z.of_nat i) / Z.of_nat i)%Z) (seq 1 (points - 1)) 1%Z.
Definition outcomes (weights : vector) (n : Z) : outcome (list (list nat * Q)) :=
  if Z.ltb n 0 then Undefined
  else if Z.ltb 4096 n then NotShown
  else
    let n := Z.to_nat n in
    if Z.ltb 65536 (how_many (length weights) n) then NotShown
    else
      let all := map (fun counts => (counts, chance weights counts)) (compositions (length weights) n) in
      if same (total (map snd all)) 1 then Value all else NotShown.

(** ** Bits. *)
Fixpoint ones_in (n : positive) : nat := match n with xH => 1 | xO n => ones_in n | xI n => S (ones_in n) end.
Definition bits_of (n : Z) : nat := match n with Zpos n => ones_in n | _ => O end.
(** -1 where an odd number of bits is set in both. *)
Definition character (x j : nat) : Q := if Nat.even (bits_of (Z.land (Z.of_nat x) (Z.of_nat j))) then 1 else -(1).
Definition is_power_of_two (n : nat) : bool := Z.eqb (Z.land (Z.of_nat n) (Z.of_nat n - 1)) 0.

Inductive corruption := Mask | Flip | BlockMask.
(** So many digits, the lowest first: 0 for 1, 1 for -1, 2 for a bit that is masked. *)
Fixpoint digits (base size k : nat) : list nat :=
  match size with O => [] | S size => Nat.modulo k base :: digits base size (Nat.div k base) end.
(** P(a|x) *)
Definition masked (alpha : Q) (x a : list nat) : Q :=
  fold_right mul 1 (zip (fun b s => if Nat.eqb s 2 then alpha else if Nat.eqb s b then sub 1 alpha else 0) x a).
Definition flipped (alpha : Q) (x a : list nat) : Q :=
  let flip := div alpha 2 in
  fold_right mul 1 (zip (fun b s => if Nat.eqb s 2 then 0 else if Nat.eqb s b then sub 1 flip else flip) x a).
(** The length of the block, and the number of its places. *)
Definition block_masked (length_ places : nat) (x a : list nat) : Q :=
  let hidden start i := Nat.leb start i && Nat.ltb i (start + length_) in
  let hides start :=
    forallb (fun '(i, (b, s)) => Nat.eqb s (if hidden start i then 2 else b)%nat)
            (combine (seq 0 (length x)) (combine x a)) in
  div (of_count (length (filter hides (seq 0 places)))) (of_count places).
(** The joint table of so many bits and what is seen of them, points equally likely; views without mass are left out.
    None where bits are not corrupted by so much. *)
Definition corrupted (c : corruption) (size : nat) (amount : Q) : option matrix :=
  let share := match c with
    | Mask => if at_most 0 amount && at_most amount 1 then Some (masked amount) else None
    | Flip => if at_most 0 amount && at_most amount 1 then Some (flipped amount) else None
    | BlockMask =>
        match count_of amount with
        | Some b => if Nat.leb b size then Some (block_masked b (S size - b)) else None
        | None => None
        end
    end in
  match share with
  | None => None
  | Some share =>
      let numbers base := map (digits base size) (seq 0 (Nat.pow base size)) in
      let points := numbers 2%nat in
      let column a := map (fun x => div (share x a) (of_count (length points))) points in
      Some (columns (length points) (filter (fun f => negb (vanishes f)) (map column (numbers 3%nat))))
  end.
