(** * Quantifiers over points, and entries: what it means that the checker finds them true. *)
From Coq Require Import String ZArith QArith List.
From mathcomp Require Import all_ssreflect all_algebra.
From Contexture Require Import context.
From Refute Require Import refutes.
From Negation Require Import meaning instances.
Import Order.TTheory ListNotations.
Set Implicit Arguments. Unset Strict Implicit. Unset Printing Implicit Defensive.
Local Open Scope string_scope.

(** ** Long conjunctions and disjunctions. *)
Lemma settled_all so_far l : settled false so_far l = Value (Some true) ->
  so_far = Some true /\ forall x, List.In x l -> x = Value (Some true).
Proof.
elim: l so_far => [|[[[]|]|||] l IH] so_far //=; first by move=> [->].
- by move=> /IH[-> h]; split=> // x [<-|/h].
- by move=> /IH[].
by case: so_far.
Qed.
Lemma settled_any so_far l : settled true so_far l = Value (Some true) ->
  so_far = Some true \/ List.In (Value (Some true)) l.
Proof.
elim: l so_far => [|[[[]|]|||] l IH] so_far //=; first by move=> [->]; left.
- by move=> _; right; left.
- by move=> /IH[->|h]; [left | right; right].
- by move=> /IH[//|h]; right; right.
by case: so_far.
Qed.
Lemma truthP (x : outcome truth) : (let* t := x in Value (Truth t)) = Value (Truth (Some true)) -> x = Value (Some true).
Proof. by case: x => [t|||] //= [->]. Qed.
Lemma as_truthP (x : outcome value) : (let* v := x in as_truth v) = Value (Some true) -> x = Value (Truth (Some true)).
Proof. by case: x => [[]|||] //= t [->]. Qed.

(** ** Hypotheses, one after another. *)
Definition fails (o : option (outcome value)) : bool :=
  match o with Some (Value (Truth (Some false))) => true | _ => false end.
Definition after (hypothesis : outcome value) (rest : option (outcome value)) : option (outcome value) :=
  match hypothesis with Value (Truth (Some true)) => rest | _ => None end.
Lemma afterP h rest : fails (after h rest) -> h = Value (Truth (Some true)) /\ fails rest.
Proof. by case: h => [[i|[[]|]|P|s i|s c|u|S]|||]. Qed.

(** ** Quantifiers. *)
(** One variable over the points of a side. *)
Lemma all_points s n (body : value -> outcome value) i :
  (let* t := all_of (List.map (fun v => let* v := v in as_truth v)
     (List.flat_map (fun v => [body v]) (List.map (Pt s) (List.seq 0 n)))) in Value (Truth t)) = Value (Truth (Some true)) ->
  (i < n)%N -> body (Pt s i) = Value (Truth (Some true)).
Proof.
move=> /truthP/settled_all[_ h] lt; apply: as_truthP; apply: h.
apply: (List.in_map (fun v => let* v := v in as_truth v)); apply/List.in_flat_map; exists (Pt s i); split; last by left.
by apply/List.in_map/List.in_seq; split; [apply/ssrnat.leP | apply/ssrnat.ltP].
Qed.
Lemma any_point s n (body : value -> outcome value) :
  (let* t := any_of (List.map (fun v => let* v := v in as_truth v)
     (List.flat_map (fun v => [body v]) (List.map (Pt s) (List.seq 0 n)))) in Value (Truth t)) = Value (Truth (Some true)) ->
  exists i, (i < n)%N /\ body (Pt s i) = Value (Truth (Some true)).
Proof.
move=> /truthP/settled_any[//|] /List.in_map_iff[y [/as_truthP e]] /List.in_flat_map[v [/List.in_map_iff[i [<- /List.in_seq[_ lt]]] [yE|//]]].
by exists i; split; [apply/ssrnat.ltP | rewrite yE].
Qed.
(** Two variables. *)
Lemma all_pairs s n r m (body : value -> value -> outcome value) i j :
  (let* t := all_of (List.map (fun v => let* v := v in as_truth v)
     (List.flat_map (fun v => List.flat_map (fun w => [body v w]) (List.map (Pt r) (List.seq 0 m)))
        (List.map (Pt s) (List.seq 0 n)))) in Value (Truth t)) = Value (Truth (Some true)) ->
  (i < n)%N -> (j < m)%N -> body (Pt s i) (Pt r j) = Value (Truth (Some true)).
Proof.
move=> /truthP/settled_all[_ h] li lj; apply: as_truthP; apply: h.
apply: (List.in_map (fun v => let* v := v in as_truth v)); apply/List.in_flat_map; exists (Pt s i); split.
  by apply/List.in_map/List.in_seq; split; [apply/ssrnat.leP | apply/ssrnat.ltP].
apply/List.in_flat_map; exists (Pt r j); split; last by left.
by apply/List.in_map/List.in_seq; split; [apply/ssrnat.leP | apply/ssrnat.ltP].
Qed.

(** ** Entries. *)
Lemma entry_oneP t s i v : walk.entry (Tab t) [Pt s i] = Value v -> v = Num (cell t i 0).
Proof.
rewrite /walk.entry /=; case: ifP => // _; case: ifP => // _ /=.
by move=> [<-].
Qed.
Lemma entry_twoP t s i r j v : walk.entry (Tab t) [Pt s i; Pt r j] = Value v -> v = Num (cell t i j).
Proof.
rewrite /walk.entry /=; case: ifP => // _; case: ifP => // _ /=.
by move=> [<-].
Qed.
Lemma related_numbers (R : realFieldType) (x y : R) i j : within x i -> within y j ->
  related Equal (Num i) (Num j) = Value (Some true) -> x = y.
Proof. by move=> wx wy [/(i_eqP wx wy)/eqP]. Qed.
Lemma related_greater (R : realFieldType) (x y : R) i j : within x i -> within y j ->
  related Greater (Num i) (Num j) = Value (Some true) -> (y < x)%R.
Proof.
move=> wx wy [h]; have /(i_leP wx wy) : i_le i j = Some false by rewrite /i_le h.
by move=> e; rewrite ltNge e.
Qed.
