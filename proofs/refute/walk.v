(** * The walk through a statement's terms: docs/certificates.md, "Evaluation". *)
From Coq Require Import String QArith List Bool.
From Refute Require Import outcome number matrix view facts value sample quantity best syntax.
Import ListNotations.
Local Open Scope string_scope.

(** A name stands for what has come of its term, so that it is undefined only where it is used. *)
Definition environment := list (string * outcome value).
Definition lookup (x : string) (env : environment) : outcome value :=
  match find (fun e => String.eqb (fst e) x) env with Some (_, v) => v | None => Nonsense end.
Definition bound_in (x : string) (env : environment) : bool := existsb (fun e => String.eqb (fst e) x) env.

(** ** Operators on values. *)
Definition added (a b : value) : outcome value :=
  match a, b with
  | Num a, Num b => Value (Num (i_add a b))
  | Tab a, Tab b => if same_shape a b then Value (Tab (table_zip i_add a b)) else Nonsense
  | _, _ => Nonsense
  end.
Definition negative (a : value) : outcome value :=
  match a with Num a => Value (Num (i_opp a)) | Tab t => Value (Tab (table_map i_opp t)) | _ => Nonsense end.
Definition multiplied (a b : value) : outcome value :=
  match a, b with
  | Num a, Num b => Value (Num (i_mul a b))
  | Num a, Tab t | Tab t, Num a => Value (Tab (table_map (i_mul a) t))
  | Tab a, Tab b => let* t := table_product a b in Value (Tab t)
  | _, _ => Nonsense
  end.
Definition divided (a b : value) : outcome value :=
  match a, b with
  | Num a, Num b => let* c := i_div a b in Value (Num c)
  | Tab t, Num b => let* c := i_div (point 1) b in Value (Tab (table_map (i_mul c) t))
  | _, _ => Nonsense
  end.
Definition operated (o : arithmetic) (a b : value) : outcome value :=
  match o with
  | Add => added a b
  | Subtract => let* b := negative b in added a b
  | Multiply => multiplied a b
  | Divide => divided a b
  end.
Fixpoint table_power (t : table) (n : nat) : outcome table :=
  match n with
  | O => Value (table_identity (rows t) (height t))
  | S n => let* s := table_power t n in table_product s t
  end.
Definition powered (a n : value) : outcome value :=
  let* n := as_integer n in
  match a with
  | Num a => let* c := i_power a n in Value (Num c)
  | Tab t =>
      if negb (is_square t) then Nonsense
      else if Z.ltb n 0 then Undefined
      else if Z.ltb 4096 n then NotShown
      else let* t := table_power t (Z.to_nat n) in Value (Tab t)
  | _ => Nonsense
  end.

Definition related (r : relation) (a b : value) : outcome truth :=
  let equal :=
    match a, b with
    | Num a, Num b => Value (i_eq a b)
    | Tab a, Tab b => if same_shape a b then Value (equal_tables a b) else Nonsense
    | Pt s x, Pt t y => if equal_spaces s t then Value (Some (Nat.eqb x y)) else Nonsense
    | Truth (Some a), Truth (Some b) => Value (Some (Bool.eqb a b))
    | Truth _, Truth _ => Value None
    | _, _ => Nonsense
    end in
  match r, a, b with
  | Equal, _, _ => equal
  | Unequal, _, _ => let* t := equal in Value (negation t)
  | Less, Num a, Num b => Value (i_lt a b)
  | AtMost, Num a, Num b => Value (i_le a b)
  | Greater, Num a, Num b => Value (i_lt b a)
  | AtLeast, Num a, Num b => Value (i_le b a)
  | _, _, _ => Nonsense
  end.
(** The conjunction of the pairs of a chain. *)
Fixpoint compared (vs : list value) (rs : list relation) : outcome truth :=
  match vs, rs with
  | a :: (b :: _) as rest, r :: rs =>
      let* t := related r a b in let* u := compared rest rs in Value (conjunction t u)
  | [_], [] => Value (Some true)
  | _, _ => Nonsense
  end.

(** Row or column of an entry: a point of its side, or an integer from 1. *)
Definition place_of (s : space) (size : nat) (v : value) : outcome nat :=
  match v with
  | Pt t x => if equal_spaces s t && Nat.ltb x size then Value x else Nonsense
  | _ =>
      let* i := as_integer v in
      if in_range 1 (Z.of_nat size) i then Value (Z.to_nat i - 1)%nat else Undefined
  end.
Definition entry (t : value) (places : list value) : outcome value :=
  let* t := as_table t in
  match places with
  | [i] =>
      if Nat.eqb (width t) 1 then let* i := place_of (rows t) (height t) i in Value (Num (cell t i 0))
      else Nonsense
  | [i; j] =>
      let* (i, j) := both (place_of (rows t) (height t) i) (place_of (columns_ t) (width t) j) in
      Value (Num (cell t i j))
  | _ => Nonsense
  end.
Definition extreme (k : fold_kind) (vs : list value) : outcome value :=
  let* l := gather (map as_number vs) in
  let* i := match k with Largest => largest_of l | Least => least_of l | _ => Nonsense end in Value (Num i).
Definition summed (vs : list value) (zero : outcome value) : outcome value :=
  match vs with
  | [] => zero
  | v :: rest => fold_left (fun sum v => let* sum := sum in added sum v) rest (let* _ := added v v in Value v)
  end.
Definition integers (first last : Z) : list Z :=
  map (fun k => first + Z.of_nat k)%Z (seq 0 (Z.to_nat (last - first + 1))).
Definition points (s : side) (P : view) : space * nat :=
  match s with X => (side_X P, N P) | A => (side_A P, M P) end.

(** All samples of so many draws from X, with their probabilities. *)
Definition samples (P n : outcome value) : outcome (list (value * Q)) :=
  let* (P, n) := both P n in
  let* P := as_context P in let* n := as_integer n in
  let* all := outcomes (p P) n in Value (map (fun '(counts, share) => (Smp (side_X P) counts, share)) all).
(** What an outcome of so much probability adds. An event that is not decided has some part of it. *)
Definition shared (k : fold_kind) (share : Q) (v : value) : outcome value :=
  match k, v with
  | Expectation, Num i => Value (Num (i_mul (point share) i))
  | Expectation, Tab t => Value (Tab (table_map (i_mul (point share)) t))
  | Probability, Truth (Some b) => Value (Num (point (if b then share else 0)))
  | Probability, Truth None => Value (Num (Between 0 share))
  | _, _ => Nonsense
  end.

(** ** Terms. *)
Section Walk.
Variables (contexts : list view) (known : list fact).

(** The shape of a term over nothing: rows and their number, columns and theirs; none for a number. *)
Definition shape : Type := option ((space * nat) * (space * nat)).
Definition shape_of_value (v : value) : outcome shape :=
  match v with
  | Num _ => Value None
  | Tab t => Value (Some ((rows t, height t), (columns_ t, width t)))
  | _ => Nonsense
  end.
Definition sizes_of (v : outcome value) : outcome view :=
  let* v := v in match v with Ctx P => Value P | Sys s => Value (of_ s) | _ => Nonsense end.
Fixpoint shape_of (env : environment) (t : term) : outcome shape :=
  match t with
  | Number _ | Entry _ _ | Extreme _ _ | Fold Largest _ _ _ | Fold Least _ _ _ | Fold Probability _ _ _ => Value None
  (* A variable is a number, a point or a sample, none of which is a table. *)
  | Fold Sum bs _ body | Fold Expectation bs _ body => shape_of (map (fun b => (fst b, Value (Num (point 0)))) bs ++ env)%list body
  | Name x => let* v := lookup x env in shape_of_value v
  | Negative a | Power a _ | Arithmetic Add a _ | Arithmetic Subtract a _ | Arithmetic Divide a _ => shape_of env a
  | Arithmetic Multiply a b =>
      let* a := shape_of env a in let* b := shape_of env b in
      Value match a, b with Some (r, _), Some (_, c) => Some (r, c) | None, s | s, None => s end
  | Call f arguments =>
      if member f ["s"; "N"; "M"; "inner"; "norm"; "mean"; "abs"; "sqrt"; "trace"; "compatibility"; "eigenvalue";
                   "generalised_eigenvalue"; "eigenvalue_sum"; "bits"] then Value None
      else
        match arguments with
        | Name x :: _ =>
            let* P := sizes_of (lookup x env) in
            let on s := Value (Some (points s P, (None, 1%nat))) in
            if member f ["mu"; "one_X"; "p"] then on X
            else if member f ["nu"; "one_A"; "q"] then on A
            else NotShown
        | _ => NotShown
        end
  | _ => NotShown
  end.
Definition zero (s : shape) : value :=
  match s with
  | None => Num (point 0)
  | Some ((r, height), (c, width)) => Tab (Table r c width (repeat (repeat (point 0) width) height))
  end.

Fixpoint eval (env : environment) (t : term) {struct t} : outcome value :=
  let truth_of env t := let* v := eval env t in as_truth v in
  match t with
  | Number n => Value (Num (of_Z n))
  | Name x => lookup x env
  | Call f arguments => let* vs := gather (map (eval env) arguments) in asked contexts known f vs
  | Defined t =>
      match eval env t with
      | Value _ => Value (Truth (Some true))
      | Undefined => Value (Truth (Some false))
      | NotShown => NotShown
      | Nonsense => Nonsense
      end
  | Negative a => let* v := eval env a in negative v
  | Arithmetic o a b => let* (a, b) := both (eval env a) (eval env b) in operated o a b
  | Power a n => let* (a, n) := both (eval env a) (eval env n) in powered a n
  | Entry t places =>
      let* (t, places) := both (eval env t) (gather (map (eval env) places)) in entry t places
  | Compare ts rs => let* vs := gather (map (eval env) ts) in let* t := compared vs rs in Value (Truth t)
  | Not a => let* t := truth_of env a in Value (Truth (negation t))
  | Connect And a b => let* t := all_of [truth_of env a; truth_of env b] in Value (Truth t)
  | Connect Or a b => let* t := any_of [truth_of env a; truth_of env b] in Value (Truth t)
  | Connect Implies a b =>
      let* t := any_of [(let* t := truth_of env a in Value (negation t)); truth_of env b] in Value (Truth t)
  | Connect Iff a b =>
      let* (a, b) := both (truth_of env a) (truth_of env b) in
      let* t := related Equal (Truth a) (Truth b) in Value (Truth t)
  | Extreme k ts => let* vs := gather (map (eval env) ts) in extreme k vs
  | Fold ((Expectation | Probability) as k) binders _ body =>
      (* What each outcome of all samples adds, the first sample outermost. *)
      let shares :=
        (fix each (env : environment) (bs : list (string * range term)) (share : Q) {struct bs}
            : list (outcome value) :=
          match bs with
          | [] => [(let* v := eval env body in shared k share v)]
          | (x, Samples P n) :: bs =>
              if bound_in x env then [Nonsense]
              else
                match samples (eval env P) (eval env n) with
                | Value all => flat_map (fun '(v, own) => each ((x, Value v) :: env) bs (mul share own)) all
                | NotShown => [NotShown]
                | Undefined => [Undefined]
                | Nonsense => [Nonsense]
                end
          | _ => [Nonsense]
          end) env binders 1%Q in
      let* vs := gather shares in summed vs Nonsense
  | Fold k binders where_ body =>
      (* What comes of the body for one value of the variables after another, the first variable outermost. *)
      let instances :=
        (fix each (env : environment) (bs : list (string * range term)) {struct bs} : list (outcome value) :=
          match bs with
          | [] =>
              match where_ with
              | None => [eval env body]
              | Some w =>
                  match truth_of env w with
                  | Value (Some true) => [eval env body]
                  | Value (Some false) => []
                  | Value None | NotShown => [NotShown]
                  | Undefined => [Undefined]
                  | Nonsense => [Nonsense]
                  end
              end
          | (x, r) :: bs =>
              let values :=
                match r with
                | Samples P n => let* all := samples (eval env P) (eval env n) in Value (map fst all)
                | Integers first last =>
                    let* (first, last) := both (eval env first) (eval env last) in
                    let* (first, last) := both (as_integer first) (as_integer last) in
                    if Z.ltb 65536 (last - first + 1) then NotShown
                    else Value (map (fun n => Num (of_Z n)) (integers first last))
                | Points s P =>
                    let* P := eval env P in let* P := as_context P in
                    let (s, size) := points s P in Value (map (Pt s) (seq 0 size))
                end in
              if bound_in x env then [Nonsense]
              else
                match values with
                | Value vs => flat_map (fun v => each ((x, Value v) :: env) bs) vs
                | NotShown => [NotShown]
                | Undefined => [Undefined]
                | Nonsense => [Nonsense]
                end
          end) env binders in
      let truths := map (fun v => let* v := v in as_truth v) instances in
      match k with
      | All => let* t := all_of truths in Value (Truth t)
      | Any => let* t := any_of truths in Value (Truth t)
      | Sum =>
          let* vs := gather instances in
          let bound := map (fun b => (fst b, Value (Num (point 0)))) binders in
          summed vs (let* s := shape_of (bound ++ env)%list body in Value (zero s))
      | _ => let* vs := gather instances in extreme k vs
      end
  end.
End Walk.
