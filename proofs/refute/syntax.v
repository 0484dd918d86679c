(** * Statements of the language of docs/language-reference.md, and how their text is read. *)
From Coq Require Import ZArith List Bool String Ascii.
From Refute Require Import sample.
Import ListNotations.
Local Open Scope string_scope.

Inductive side := X | A.
Inductive arithmetic := Add | Subtract | Multiply | Divide.
Inductive relation := Equal | Unequal | Less | AtMost | Greater | AtLeast.
Inductive connective := And | Or | Implies | Iff.
Inductive fold_kind := All | Any | Sum | Largest | Least | Expectation | Probability.

(** What a bound variable runs over. *)
Inductive range (term : Type) :=
  Integers (first last : term) | Points (s : side) (P : term) | Samples (P n : term).
Arguments Integers {term}.
Arguments Points {term}.
Arguments Samples {term}.

Inductive term :=
| Number (n : Z)
| Name (x : string)
| Call (f : string) (arguments : list term)
| Defined (t : term)
| Negative (t : term)
| Arithmetic (o : arithmetic) (a b : term)
| Power (a n : term)
| Entry (t : term) (places : list term)
| Compare (terms : list term) (relations : list relation)
| Not (t : term)
| Connect (c : connective) (a b : term)
| Fold (k : fold_kind) (binders : list (string * range term)) (where_ : option term) (body : term)
| Extreme (k : fold_kind) (terms : list term).

(** As many rows or columns as points, or as an integer says. *)
Inductive extent := PointsOf (s : side) (P : term) | Count (n : term).
Inductive domain :=
| Contexts
| Graphs
| AnyInteger
| AnyRational
| Among (r : range term)
| Tables (rows columns : extent)
| SingularSystems (P : term)
| Cube (c : corruption) (size amount : term).
Inductive clause := For (x : string) (d : domain) | Let (x : string) (t : term) | Assume (t : term) | Claim (t : term).

(** ** Words. *)
Definition digit (c : ascii) : bool := let n := nat_of_ascii c in Nat.leb 48 n && Nat.leb n 57.
Definition letter (c : ascii) : bool :=
  let n := nat_of_ascii c in
  (Nat.leb 65 n && Nat.leb n 90) || (Nat.leb 97 n && Nat.leb n 122) || Nat.eqb n 95.
Definition blank (c : ascii) : bool := let n := nat_of_ascii c in Nat.eqb n 32 || (Nat.leb 9 n && Nat.leb n 13).
Definition word_character (c : ascii) : bool := digit c || letter c.
Definition one (c : ascii) : string := String c "".
Definition member (x : string) (l : list string) : bool := existsb (String.eqb x) l.

Fixpoint take_word (s : string) : string * string :=
  match s with
  | "" => ("", "")
  | String c r => if word_character c then let (w, r') := take_word r in (String c w, r') else ("", s)
  end.
Definition starts (test : ascii -> bool) (s : string) : bool := match s with "" => false | String c _ => test c end.
Fixpoint every (test : ascii -> bool) (s : string) : bool :=
  match s with "" => true | String c r => test c && every test r end.

(** A word is a number, a name, or a symbol. *)
Fixpoint words (fuel : nat) (s : string) : option (list string) :=
  match fuel, s with
  | _, "" => Some []
  | O, _ => None
  | S fuel, String c r =>
      let cons w := option_map (cons w) in
      if blank c then words fuel r
      else if word_character c then
        let (w, r) := take_word s in
        if digit c && negb (every digit w) then None else cons w (words fuel r)
      else
        let two := substring 0 2 s in
        if member two [".."; "!="; "<="; ">="] then cons two (words fuel (substring 1 (length r) r))
        else if member (one c) ["("; ")"; "["; "]"; ","; ":"; "+"; "*"; "/"; "^"; "="; "<"; ">"; "-"]
        then cons (one c) (words fuel r)
        else None
  end.

(** ** Terms, by recursive descent from the loosest operator to the tightest. *)
Definition reserved : list string :=
  ["for"; "all"; "exists"; "in"; "where"; "and"; "or"; "not"; "implies"; "iff"; "sum"; "max"; "min"; "defined";
   "X"; "A"; "context"; "graph"; "function"; "encoder"; "matrix"; "integer"; "rational"; "singular_system";
   "maximises"; "maximum"; "minimises"; "minimum"; "let"; "assume"; "claim"; "true"; "false";
   "expect"; "prob"; "sample"; "masked"; "flipped"; "block_masked"].
(** Before the name of an objective: [minimises(kise, k, Phi)] is the quantity `minimises kise`. *)
Definition of_objectives : list string := ["maximises"; "maximum"; "minimises"; "minimum"].
Definition is_name (w : string) : bool := starts letter w && negb (member w reserved).
Definition is_number (w : string) : bool := starts digit w.
Fixpoint value_of_digits (so_far : Z) (s : string) : Z :=
  match s with "" => so_far | String c r => value_of_digits (10 * so_far + Z.of_nat (nat_of_ascii c - 48))%Z r end.

Definition parser (A : Type) := list string -> option (A * list string).
Notation "'let+' p := x 'in' b" := (match x with Some p => b | None => None end)
  (at level 200, p pattern, b at level 200).
Definition expect {A} (w : string) (ws : list string) (f : list string -> option A) : option A :=
  match ws with v :: rest => if String.eqb v w then f rest else None | [] => None end.

(** [operand (op operand)*], to the left. *)
Fixpoint chain (fuel : nat) (op : string -> option (term -> term -> term)) (operand : parser term) (a : term)
    : parser term := fun ws =>
  match fuel, ws with
  | O, _ => None
  | S fuel, w :: rest =>
      match op w with
      | Some f => let+ (b, ws) := operand rest in chain fuel op operand (f a b) ws
      | None => Some (a, ws)
      end
  | _, [] => Some (a, [])
  end.
Definition relation_of (w : string) : option relation :=
  if String.eqb w "=" then Some Equal else if String.eqb w "!=" then Some Unequal
  else if String.eqb w "<" then Some Less else if String.eqb w "<=" then Some AtMost
  else if String.eqb w ">" then Some Greater else if String.eqb w ">=" then Some AtLeast else None.
(** The terms and relations after the first term of a comparison. *)
Fixpoint compared (fuel : nat) (operand : parser term) : parser (list term * list relation) := fun ws =>
  match fuel, ws with
  | O, _ => None
  | S fuel, w :: rest =>
      match relation_of w with
      | Some r =>
          let+ (t, ws) := operand rest in
          let+ ((ts, rs), ws) := compared fuel operand ws in Some ((t :: ts, r :: rs), ws)
      | None => Some (([], []), ws)
      end
  | _, [] => Some (([], []), [])
  end.
(** [a, b, c)] with its closing word, which may come at once. *)
Fixpoint more_terms (fuel : nat) (close : string) (operand : parser term) : parser (list term) := fun ws =>
  match fuel with
  | O => None
  | S fuel =>
      let+ (t, ws) := operand ws in
      match ws with
      | w :: rest =>
          if String.eqb w close then Some ([t], rest)
          else if String.eqb w "," then let+ (ts, ws) := more_terms fuel close operand rest in Some (t :: ts, ws)
          else None
      | [] => None
      end
  end.
Definition terms (fuel : nat) (close : string) (operand : parser term) : parser (list term) := fun ws =>
  match ws with
  | w :: rest => if String.eqb w close then Some ([], rest) else more_terms fuel close operand ws
  | [] => None
  end.
Definition range_of (fuel : nat) (sum whole : parser term) : parser (range term) := fun ws =>
  let points s rest :=
    let+ (P, ws) := expect "(" rest whole in expect ")" ws (fun ws => Some (Points s P, ws)) in
  match ws with
  | "X" :: rest => points X rest
  | "A" :: rest => points A rest
  | _ =>
      let+ (first, ws) := sum ws in
      let+ (last, ws) := expect ".." ws sum in Some (Integers first last, ws)
  end.
(** [(a, b)] *)
Definition two_terms (fuel : nat) (whole : parser term) : parser (term * term) := fun ws =>
  let+ (ts, ws) := expect "(" ws (terms fuel ")" whole) in
  match ts with [a; b] => Some ((a, b), ws) | _ => None end.
Definition sample_of (fuel : nat) (whole : parser term) : parser (range term) := fun ws =>
  let+ ((P, n), ws) := expect "sample" ws (two_terms fuel whole) in Some (Samples P n, ws).
(** [x in range, S: sample(P, n)]. *)
Fixpoint binders (fuel : nat) (sum whole : parser term) : parser (list (string * range term)) := fun ws =>
  match fuel, ws with
  | S fuel, x :: rest =>
      if is_name x then
        let+ (r, ws) := match rest with
                        | ":" :: rest => sample_of fuel whole rest
                        | _ => expect "in" rest (range_of fuel sum whole)
                        end in
        match ws with
        | "," :: rest => let+ (bs, ws) := binders fuel sum whole rest in Some ((x, r) :: bs, ws)
        | _ => Some ([(x, r)], ws)
        end
      else None
  | _, _ => None
  end.
(** [binders where t: t]. *)
Definition folded (fuel : nat) (k : fold_kind) (sum whole : parser term) : parser term := fun ws =>
  let+ (bs, ws) := binders fuel sum whole ws in
  let+ (w, ws) := match ws with
            | "where" :: rest => let+ (t, ws) := whole rest in Some (Some t, ws)
            | _ => Some (None, ws)
            end in
  let+ (body, ws) := expect ":" ws whole in
  let of_samples := forallb (fun b => match snd b with Samples _ _ => true | _ => false end) bs in
  match k, w with
  | Expectation, None | Probability, None => if of_samples then Some (Fold k bs w body, ws) else None
  | Expectation, _ | Probability, _ => None
  | _, _ => Some (Fold k bs w body, ws)
  end.

Fixpoint term_at (fuel level : nat) {struct fuel} : parser term := fun ws =>
  match fuel with
  | O => None
  | S fuel =>
      let whole := term_at fuel 0 in
      let sum := term_at fuel 6 in
      let next := term_at fuel (S level) in
      let called k rest :=
        match rest with
        | "(" :: _ :: "in" :: _ | "(" :: _ :: ":" :: _ =>
            let+ (t, ws) := folded fuel k sum whole (tl rest) in expect ")" ws (fun ws => Some (t, ws))
        | "(" :: rest =>
            let+ (ts, ws) := terms fuel ")" whole rest in
            match k with
            | Sum | Expectation | Probability => None
            | _ => if Nat.leb 2 (List.length ts) then Some (Extreme k ts, ws) else None
            end
        | _ => None
        end in
      match level with
      | 0 => (* iff *)
          let+ (a, ws) := next ws in
          match ws with
          | "iff" :: rest =>
              let+ (b, ws) := next rest in
              match ws with "iff" :: _ => None | _ => Some (Connect Iff a b, ws) end
          | _ => Some (a, ws)
          end
      | 1 => (* implies, to the right *)
          let+ (a, ws) := next ws in
          match ws with
          | "implies" :: rest => let+ (b, ws) := term_at fuel 1 rest in Some (Connect Implies a b, ws)
          | _ => Some (a, ws)
          end
      | 2 =>
          let+ (a, ws) := next ws in
          chain fuel (fun w => if String.eqb w "or" then Some (Connect Or) else None) next a ws
      | 3 =>
          let+ (a, ws) := next ws in
          chain fuel (fun w => if String.eqb w "and" then Some (Connect And) else None) next a ws
      | 4 =>
          match ws with
          | "not" :: rest => let+ (t, ws) := term_at fuel 4 rest in Some (Not t, ws)
          | "for" :: "all" :: rest => folded fuel All sum whole rest
          | "exists" :: rest => folded fuel Any sum whole rest
          | _ => next ws
          end
      | 5 =>
          let+ (a, ws) := next ws in
          let+ ((ts, rs), ws) := compared fuel next ws in
          Some (match ts with [] => a | _ => Compare (a :: ts) rs end, ws)
      | 6 =>
          let+ (a, ws) := next ws in
          chain fuel (fun w => if String.eqb w "+" then Some (Arithmetic Add)
                               else if String.eqb w "-" then Some (Arithmetic Subtract) else None) next a ws
      | 7 =>
          let+ (a, ws) := next ws in
          chain fuel (fun w => if String.eqb w "*" then Some (Arithmetic Multiply)
                               else if String.eqb w "/" then Some (Arithmetic Divide) else None) next a ws
      | 8 =>
          match ws with
          | "-" :: rest => let+ (t, ws) := term_at fuel 8 rest in Some (Negative t, ws)
          | _ => next ws
          end
      | 9 => (* a power, whose exponent may have a sign *)
          let+ (a, ws) := next ws in
          match ws with
          | "^" :: rest => let+ (n, ws) := term_at fuel 8 rest in Some (Power a n, ws)
          | _ => Some (a, ws)
          end
      | 10 => (* entries *)
          let+ (a, ws) := next ws in
          (fix entries (count : nat) (a : term) : parser term := fun ws =>
             match count, ws with
             | S count, "[" :: rest =>
                 let+ (places, ws) := terms fuel "]" whole rest in entries count (Entry a places) ws
             | O, _ => None
             | _, _ => Some (a, ws)
             end) fuel a ws
      | _ =>
          match ws with
          | "(" :: rest => let+ (t, ws) := whole rest in expect ")" ws (fun ws => Some (t, ws))
          | "defined" :: rest =>
              let+ (t, ws) := expect "(" rest whole in expect ")" ws (fun ws => Some (Defined t, ws))
          | "sum" :: rest => called Sum rest
          | "max" :: rest => called Largest rest
          | "min" :: rest => called Least rest
          | "expect" :: rest => called Expectation rest
          | "prob" :: rest => called Probability rest
          | w :: rest =>
              if is_number w then Some (Number (value_of_digits 0 w), rest)
              else if member w of_objectives then
                let+ (objective, ws) := expect "(" rest (fun ws =>
                  match ws with objective :: ws => Some (objective, ws) | [] => None end) in
                let+ (ts, ws) := expect "," ws (terms fuel ")" whole) in
                Some (Call (w ++ " " ++ objective) ts, ws)
              else if is_name w then
                match rest with
                | "(" :: rest => let+ (ts, ws) := terms fuel ")" whole rest in Some (Call w ts, ws)
                | _ => Some (Name w, rest)
                end
              else None
          | [] => None
          end
      end
  end.
Definition enough (ws : list string) : nat := 20 * (5 + List.length ws).
Definition whole_term (ws : list string) : option term :=
  match term_at (enough ws) 0 ws with Some (t, []) => Some t | _ => None end.

(** ** Clauses. *)
Definition side_of (w : string) : option side :=
  if String.eqb w "X" then Some X else if String.eqb w "A" then Some A else None.
(** The rows or columns of a matrix: [X(P)], [A(P)], or an integer. *)
Definition read_extent (fuel : nat) : parser extent := fun ws =>
  match ws with
  | "X" :: _ | "A" :: _ =>
      let+ (r, ws) := range_of fuel (term_at fuel 6) (term_at fuel 0) ws in
      match r with Points s P => Some (PointsOf s P, ws) | _ => None end
  | _ => let+ (n, ws) := term_at fuel 0 ws in Some (Count n, ws)
  end.
(** What follows the colon of a variable. *)
Definition domain_of (fuel : nat) : parser domain := fun ws =>
  let whole := term_at fuel 0 in
  let cube c rest := let+ ((size, amount), ws) := two_terms fuel whole rest in Some (Cube c size amount, ws) in
  match ws with
  | "context" :: rest => Some (Contexts, rest)
  | "graph" :: rest => Some (Graphs, rest)
  | "integer" :: rest => Some (AnyInteger, rest)
  | "rational" :: rest => Some (AnyRational, rest)
  | "singular_system" :: "(" :: rest =>
      let+ (P, ws) := whole rest in expect ")" ws (fun ws => Some (SingularSystems P, ws))
  | "function" :: "(" :: rest =>
      let+ (P, ws) := whole rest in
      match ws with
      | "," :: w :: ")" :: rest =>
          match side_of w with Some s => Some (Tables (PointsOf s P) (Count (Number 1)), rest) | None => None end
      | _ => None
      end
  | "encoder" :: "(" :: rest =>
      let+ (P, ws) := whole rest in
      match ws with
      | "," :: w :: "," :: rest =>
          match side_of w with
          | Some s =>
              let+ (d, ws) := whole rest in
              expect ")" ws (fun ws => Some (Tables (PointsOf s P) (Count d), ws))
          | None => None
          end
      | _ => None
      end
  | "matrix" :: "(" :: rest =>
      let+ (r, ws) := read_extent fuel rest in
      let+ (c, ws) := expect "," ws (read_extent fuel) in
      expect ")" ws (fun ws => Some (Tables r c, ws))
  | "sample" :: _ => let+ (r, ws) := sample_of fuel whole ws in Some (Among r, ws)
  | "masked" :: rest => cube Mask rest
  | "flipped" :: rest => cube Flip rest
  | "block_masked" :: rest => cube BlockMask rest
  | _ => None
  end.
(** [P: context, d in 1..N(P)], to the end. *)
Fixpoint variables (count fuel : nat) (ws : list string) : option (list clause) :=
  match count, ws with
  | S count, x :: rest =>
      let found :=
        match rest with
        | ":" :: rest => domain_of fuel rest
        | "in" :: rest =>
            let+ (r, ws) := range_of fuel (term_at fuel 6) (term_at fuel 0) rest in Some (Among r, ws)
        | _ => None
        end in
      if is_name x then
        match found with
        | Some (d, []) => Some [For x d]
        | Some (d, "," :: rest) => option_map (cons (For x d)) (variables count fuel rest)
        | _ => None
        end
      else None
  | _, _ => None
  end.
Definition clauses_of (keyword : string) (body : string) : option (list clause) :=
  match words (S (length body)) body with
  | None => None
  | Some ws =>
      match keyword, ws with
      | "for", _ => variables (enough ws) (enough ws) ws
      | "let", x :: "=" :: rest => if is_name x then option_map (fun t => [Let x t]) (whole_term rest) else None
      | "assume", _ => option_map (fun t => [Assume t]) (whole_term ws)
      | "claim", _ => option_map (fun t => [Claim t]) (whole_term ws)
      | _, _ => None
      end
  end.

(** A keyword begins a clause at the first column; indented lines continue it; a line that begins with # is a comment. *)
Definition newline : ascii := ascii_of_nat 10.
Fixpoint lines (s : string) : list string :=
  match s with
  | "" => [""]
  | String c r =>
      match lines r with
      | l :: ls => if Ascii.eqb c newline then "" :: l :: ls else String c l :: ls
      | [] => []
      end
  end.
Definition header : list string := ["statement"; "source"; "reading"; "amends"; "expect"].
(** Clauses with their keywords; a clause is open until a comment. *)
Fixpoint layout (ls : list string) (open : option (string * string)) : option (list (string * string)) :=
  let close (rest : option (list (string * string))) :=
    match open with Some c => option_map (cons c) rest | None => rest end in
  match ls with
  | [] => close (Some [])
  | l :: ls =>
      if every blank l then layout ls open
      else if starts (Ascii.eqb "#") l then close (layout ls None)
      else if starts blank l then
        match open with
        | Some (keyword, body) => layout ls (Some (keyword, body ++ " " ++ l))
        | None => None
        end
      else let (keyword, body) := take_word l in close (layout ls (Some (keyword, body)))
  end.
Definition concatenated {T} (l : list (option (list T))) : option (list T) :=
  fold_right (fun x rest => match x, rest with Some a, Some b => Some (List.app a b) | _, _ => None end) (Some []) l.
Fixpoint distinct (l : list string) : bool :=
  match l with [] => true | x :: r => negb (member x r) && distinct r end.

(** ** Names: every name is bound, and every quantity is one of the language, with as many arguments. *)
Definition language : list (string * nat) := [
  ("N", 1); ("M", 1); ("joint", 1); ("p", 1); ("q", 1); ("transposed", 1); ("components", 1); ("independent", 1);
  ("T", 1); ("T_star", 1); ("kX", 1); ("kA", 1); ("integral_operator", 1);
  ("s", 2); ("mu", 2); ("nu", 2); ("eigenvalue", 2); ("generalised_eigenvalue", 3); ("extracts", 2); ("maximal_correlation", 1);
  ("one_X", 1); ("one_A", 1); ("indicator", 1); ("inner", 2); ("norm", 1); ("mean", 1); ("centred", 1); ("gram", 2);
  ("covariance", 1); ("identity", 1); ("transpose", 1); ("column", 2); ("beside", 2); ("trace", 1);
  ("determinant", 1); ("inverse", 1); ("rank", 1); ("symmetric", 1); ("psd", 1); ("same_span", 2); ("in_span", 2);
  ("distance", 3); ("abs", 1); ("sqrt", 1); ("exp", 1); ("ln", 1);
  ("compatibility", 2); ("in_F", 3); ("share", 3); ("dispersion", 2); ("least_preimage", 2); ("spectral_inner", 3);
  ("learns", 2); ("expected_covariance", 2); ("centred_rank", 2); ("ratio_trace", 2); ("ritz_value", 3);
  ("trace_gap", 2); ("explained", 2); ("contrastive", 2); ("probe_error", 3); ("worst_error", 3);
  ("top_worst_error", 3); ("has_task", 4);
  ("total_inertia", 1); ("chi_squared", 1); ("cramers_v", 1); ("tschuprows_t", 1); ("contingency_coefficient", 1);
  ("lambda_X", 1); ("lambda_A", 1); ("tau_X", 1); ("tau_A", 1); ("mutual_information", 1); ("kernel_deviation", 1);
  ("context_complexity", 1); ("tau", 4); ("usefulness", 3); ("decay_rate", 1); ("kernel_lipschitz", 2);
  ("function_lipschitz", 2); ("one_hot", 1);
  ("eigenvalue_sum", 2); ("diagonal", 1); ("kernel_norm", 2); ("smoothness", 2); ("draws", 1); ("empirical", 1);
  ("kernel_pca", 3); ("fit_risk", 4); ("least_risk", 3); ("characters", 1); ("bits", 1);
  ("minimises contrastive", 2); ("minimum contrastive", 2); ("maximises explained", 2);
  ("spectral_contrastive", 2); ("minimises spectral_contrastive", 2); ("minimum spectral_contrastive", 2);
  ("barlow_twins", 3); ("vicreg", 6); ("info_nce", 3); ("nt_xent", 3);
  ("noncontrastive", 2); ("minimises noncontrastive", 2); ("minimum noncontrastive", 2);
  ("supervised", 3); ("minimises supervised", 3); ("minimum supervised", 3);
  ("supervised_biased", 3); ("minimises supervised_biased", 3); ("minimum supervised_biased", 3);
  ("balanced", 2); ("minimises balanced", 2); ("minimum balanced", 2);
  ("graph_loss", 2); ("minimises graph_loss", 2); ("minimum graph_loss", 2);
  ("svme", 3); ("minimises svme", 3); ("minimum svme", 2);
  ("kise", 2); ("minimises kise", 2); ("minimum kise", 2);
  ("low_rank", 3); ("minimises low_rank", 3); ("minimum low_rank", 2);
  ("two_sided", 3); ("minimises two_sided", 3); ("minimum two_sided", 2);
  ("nested", 3); ("maximises nested", 3); ("maximum nested", 2)].
(** A name can be bound if nothing has it yet. *)
Definition free (scope : list string) (x : string) : bool :=
  negb (member x scope) && negb (member x (map fst language)).
Fixpoint understood (scope : list string) (t : term) {struct t} : bool :=
  match t with
  | Number _ => true
  | Name x => member x scope
  | Call f ts =>
      existsb (fun e => String.eqb (fst e) f && Nat.eqb (snd e) (List.length ts)) language &&
      forallb (understood scope) ts
  | Defined a | Negative a | Not a => understood scope a
  | Arithmetic _ a b | Power a b | Connect _ a b => understood scope a && understood scope b
  | Entry a ts => understood scope a && forallb (understood scope) ts
  | Compare ts _ | Extreme _ ts => forallb (understood scope) ts
  | Fold _ bs w body =>
      (fix each (scope : list string) (bs : list (string * range term)) {struct bs} : bool :=
         match bs with
         | [] => match w with None => true | Some w => understood scope w end && understood scope body
         | (x, r) :: bs =>
             match r with
             | Integers a b | Samples a b => understood scope a && understood scope b
             | Points _ P => understood scope P
             end
             && free scope x && each (x :: scope) bs
         end) scope bs
  end.
Definition understood_extent (scope : list string) (e : extent) : bool :=
  match e with PointsOf _ t | Count t => understood scope t end.
Definition understood_domain (scope : list string) (d : domain) : bool :=
  match d with
  | Contexts | Graphs | AnyInteger | AnyRational => true
  | Among (Integers a b) | Among (Samples a b) | Cube _ a b => understood scope a && understood scope b
  | Among (Points _ P) | SingularSystems P => understood scope P
  | Tables r c => understood_extent scope r && understood_extent scope c
  end.
(** Exactly the last clause is a claim. *)
Fixpoint understood_clauses (scope : list string) (cs : list clause) : bool :=
  match cs with
  | [] => false
  | [Claim t] => understood scope t
  | Claim _ :: _ => false
  | For x d :: cs => understood_domain scope d && free scope x && understood_clauses (x :: scope) cs
  | Let x t :: cs => understood scope t && free scope x && understood_clauses (x :: scope) cs
  | Assume t :: cs => understood scope t && understood_clauses scope cs
  end.

(** The clauses of a text. *)
Definition statement_of (text : string) : option (list clause) :=
  match layout (lines text) None with
  | None => None
  | Some cs =>
      let clauses c := let '(keyword, body) := c in if member keyword header then Some [] else clauses_of keyword body in
      match concatenated (map clauses cs) with
      | Some cs =>
          if understood_clauses [] cs then Some cs else None
      | None => None
      end
  end.
