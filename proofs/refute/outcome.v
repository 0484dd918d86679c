(** * What comes of a term: a value, or why there is none. *)
From Coq Require Import List Bool.
Import ListNotations.

(** [Undefined]: the term has no value. [NotShown]: the certificate does not show whether it has one, or which.
    [Nonsense]: the text is no statement, or the checker does not know what it says. *)
Inductive outcome (A : Type) := Value (a : A) | NotShown | Undefined | Nonsense.
Arguments Value {A} a.
Arguments NotShown {A}.
Arguments Undefined {A}.
Arguments Nonsense {A}.

Definition bind {A B} (x : outcome A) (f : A -> outcome B) : outcome B :=
  match x with Value a => f a | NotShown => NotShown | Undefined => Undefined | Nonsense => Nonsense end.
Notation "'let*' a := x 'in' b" := (bind x (fun a => b)) (at level 200, a pattern, b at level 200).

(** Terms that are all evaluated: one that is undefined leaves the whole undefined, even if another is not shown. *)
Definition both {A B} (x : outcome A) (y : outcome B) : outcome (A * B) :=
  match x, y with
  | Nonsense, _ | _, Nonsense => Nonsense
  | Undefined, _ | _, Undefined => Undefined
  | NotShown, _ | _, NotShown => NotShown
  | Value a, Value b => Value (a, b)
  end.
Fixpoint gather {A} (l : list (outcome A)) : outcome (list A) :=
  match l with
  | [] => Value []
  | x :: r => let* (a, b) := both x (gather r) in Value (a :: b)
  end.
Definition if_some {A} (x : option A) (otherwise : outcome A) : outcome A :=
  match x with Some a => Value a | None => otherwise end.

(** [None] is a truth that is not decided; it is a value all the same. *)
Definition truth := option bool.
Definition negation (t : truth) : truth := option_map negb t.
Definition conjunction (s t : truth) : truth :=
  match s, t with
  | Some false, _ | _, Some false => Some false
  | None, _ | _, None => None
  | Some true, Some true => Some true
  end.

(** A long `or` (decisive: true) or `and` (false), from left to right as far as it is not settled. What is undefined
    after something that is not decided might not be evaluated. *)
Fixpoint settled (decisive : bool) (so_far : truth) (l : list (outcome truth)) : outcome truth :=
  match l with
  | [] => Value so_far
  | Value (Some b) :: r => if Bool.eqb b decisive then Value (Some decisive) else settled decisive so_far r
  | Value None :: r => settled decisive None r
  | Undefined :: _ => match so_far with None => NotShown | Some _ => Undefined end
  | NotShown :: _ => NotShown
  | Nonsense :: _ => Nonsense
  end.
Definition any_of := settled true (Some false).
Definition all_of := settled false (Some true).
