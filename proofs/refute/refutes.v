(** * What a certificate shows of a statement's text. *)
From Coq Require Import String QArith List Bool.
From Refute Require Export outcome number series matrix view certificate facts top value sample quantity learning objective best syntax walk.
Import ListNotations.

Definition given_to (x : string) (instance : list (string * given)) : option given :=
  option_map snd (find (fun e => String.eqb (fst e) x) instance).

(** The value of a variable, if it is one of its domain. *)
Section Domains.
Variables (contexts : list view) (env : environment).
Definition value_of (t : term) : option value := match eval contexts [] env t with Value v => Some v | _ => None end.
Definition integer_of (t : term) : option Z :=
  match value_of t with
  | Some v => match as_integer v with Value n => Some n | _ => None end
  | None => None
  end.
Definition rational_of (t : term) : option Q :=
  match value_of t with
  | Some v => match as_rational v with Value a => Some a | _ => None end
  | None => None
  end.
Definition context_of (t : term) : option view := match value_of t with Some (Ctx P) => Some P | _ => None end.
Definition extent_of (e : extent) : option (space * nat) :=
  match e with
  | PointsOf s P => option_map (points s) (context_of P)
  | Count n =>
      match integer_of n with
      | Some n => if Z.leb 0 n then Some (None, Z.to_nat n) else None
      | None => None
      end
  end.
Definition whole_number (a : Q) : bool := Pos.eqb (Qden (Qred a)) 1.
Definition in_domain (x : string) (d : domain) (g : given) : option value :=
  match d, g with
  | Contexts, Joint table => if is_context table then Some (Ctx (view_of (x, false) (map (map Qred) table))) else None
  | Graphs, Joint table =>
      if is_context table && symmetric table
      then Some (Ctx (as_graph (view_of (x, false) (map (map Qred) table)))) else None
  | AnyInteger, Rational a => if whole_number a then Some (Num (point a)) else None
  | AnyRational, Rational a => Some (Num (point a))
  | Among (Integers first last), Rational a =>
      match integer_of first, integer_of last with
      | Some first, Some last =>
          if whole_number a && in_range first last (Qnum (Qred a)) then Some (Num (point a)) else None
      | _, _ => None
      end
  | Among (Points s P), PointAt x =>
      match context_of P with
      | Some P => let (s, size) := points s P in if Nat.ltb x size then Some (Pt s x) else None
      | None => None
      end
  | Among (Samples P n), Rows m =>
      match context_of P, integer_of n, counts_of m with
      | Some P, Some n, Some counts =>
          if Nat.eqb (List.length counts) (N P) && Z.eqb (Z.of_nat (draws_in counts)) n && Z.leb n 4096
          then Some (Smp (side_X P) counts) else None
      | _, _, _ => None
      end
  | Cube c size amount, Joint table =>
      match integer_of size, rational_of amount with
      | Some size, Some amount =>
          if is_context table && in_range 0 6 size then
            match corrupted c (Z.to_nat size) amount with
            | Some made =>
                if equal_matrices made table then Some (Ctx (view_of (x, false) (map (map Qred) table))) else None
            | None => None
            end
          else None
      | _, _ => None
      end
  | Tables r c, Rows m =>
      match extent_of r, extent_of c with
      | Some (r, height), Some (c, width) =>
          if shaped height width m then Some (exact_table r c width m) else None
      | _, _ => None
      end
  | SingularSystems P, Functions on_X on_A =>
      match context_of P with Some P => option_map Sys (system_of P on_X on_A) | None => None end
  | _, _ => None
  end.
End Domains.

(** Values for the variables; names of terms stand for what they are before anything is shown of the spectrum. *)
Fixpoint assigned (cs : list clause) (instance : list (string * given)) (contexts : list view) (env : environment)
    : option (list view * list (string * value)) :=
  match cs with
  | [] => Some (contexts, [])
  | For x d :: cs =>
      match given_to x instance with
      | None => None
      | Some g =>
          match in_domain contexts env x d g with
          | None => None
          | Some v =>
              let contexts := match v with Ctx P => P :: contexts | _ => contexts end in
              match assigned cs instance contexts ((x, Value v) :: env) with
              | Some (contexts, values) => Some (contexts, (x, v) :: values)
              | None => None
              end
          end
      end
  | Let x t :: cs => assigned cs instance contexts ((x, eval contexts [] env t) :: env)
  | _ :: cs => assigned cs instance contexts env
  end.

(** What comes of the claim, if every hypothesis is true. *)
Fixpoint conclusion (cs : list clause) (values : list (string * value)) (contexts : list view) (known : list fact)
    (env : environment) : option (outcome value) :=
  match cs with
  | [] => None
  | For x _ :: cs =>
      match find (fun e => String.eqb (fst e) x) values with
      | Some (_, v) => conclusion cs values contexts known ((x, Value v) :: env)
      | None => None
      end
  | Let x t :: cs => conclusion cs values contexts known ((x, eval contexts known env t) :: env)
  | Assume t :: cs =>
      match eval contexts known env t with
      | Value (Truth (Some true)) => conclusion cs values contexts known env
      | _ => None
      end
  | Claim t :: _ => Some (eval contexts known env t)
  end.

Definition systems_of (values : list (string * value)) : list fact :=
  flat_map (fun e => match snd e with Sys s => [SystemIs (its (of_ s)) s] | _ => [] end) values.
Definition variables_of (cs : list clause) : list string :=
  flat_map (fun c => match c with For x _ => [x] | _ => [] end) cs.
(** None where the text is no statement, the instance does not fit, a witness fails or a hypothesis is not true. *)
Definition outcome_of (text : string) (c : certificate) : option (outcome value) :=
  match statement_of text with
  | None => None
  | Some cs =>
      if distinct (map fst (instance c)) && Nat.eqb (List.length (instance c)) (List.length (variables_of cs)) then
        match assigned cs (instance c) [] [] with
        | None => None
        | Some (contexts, values) =>
            match checked contexts (witnesses c) with
            | None => None
            | Some facts => conclusion cs values contexts (systems_of values ++ facts) []
            end
        end
      else None
  end.

(** Every hypothesis is true and the claim is false. *)
Definition refutes (text : string) (c : certificate) : bool :=
  match outcome_of text c with Some (Value (Truth (Some false))) => true | _ => false end.
(** Every hypothesis is true and a term of the claim has no value. *)
Definition leaves_undefined (text : string) (c : certificate) : bool :=
  match outcome_of text c with Some Undefined => true | _ => false end.
