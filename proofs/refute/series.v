(** * Exponentials and logarithms, by power series: docs/certificates.md. *)
From Coq Require Import QArith List Bool.
From Refute Require Import outcome number.
Local Open Scope Z_scope.

(** Numbers are multiples of 2^-768; each step is rounded to the side that [up] says. *)
Definition digits : Z := 768.
Definition unit_ : Z := Z.shiftl 1 digits.
Definition quotient (up : bool) (n d : Z) : Z := if up then - (- n / d) else n / d.
(** n / unit *)
Definition reduced (up : bool) (n : Z) : Z := if up then - Z.shiftr (- n) digits else Z.shiftr n digits.
Definition in_units (up : bool) (a : Q) : Z := quotient up (Z.shiftl (Qnum a) digits) (Zpos (Qden a)).
(** Outwards, to multiples of 2^-256. *)
Definition ended (up : bool) (n : Z) : Q :=
  let n := if up then - Z.shiftr (- n) 512 else Z.shiftr n 512 in Qred (n # 2 ^ 256).

(** The terms from one on, down to a unit; what follows is less than two units. [None] without fuel. *)
Fixpoint exponential_terms (fuel : nat) (up : bool) (z term found j : Z) : option Z :=
  if term <=? 1 then Some (if up then found + 2 else found)
  else match fuel with
  | O => None
  | S fuel => exponential_terms fuel up z (quotient up (reduced up (term * z)) (j + 1)) (found + term) (j + 1)
  end.
(** [sum z^j / j!] for [0 <= z <= 1/4]. *)
Definition exponential_series (up : bool) (z : Z) : option Z := exponential_terms 600 up z unit_ 0 0.
Fixpoint artanh_terms (fuel : nat) (up : bool) (square term found j : Z) : option Z :=
  if term <=? 1 then Some (if up then found + 2 else found)
  else match fuel with
  | O => None
  | S fuel => artanh_terms fuel up square (reduced up (term * square)) (found + quotient up term j) (j + 2)
  end.
(** [sum z^(2j+1) / (2j+1)] for [0 <= z <= 1/3]. *)
Definition artanh_series (up : bool) (z : Z) : option Z := artanh_terms 600 up (reduced up (z * z)) z 0 1.
Definition artanh (up : bool) (t : Q) : option Z :=
  if Qle_bool 0 t then artanh_series up (in_units up t)
  else option_map Z.opp (artanh_series (negb up) (in_units (negb up) (Qopp t))).

(** [exp v = exp(v / 1024)^1024], and [exp (-v) = 1 / exp v]. *)
Definition exponential_end (up : bool) (v : Q) : option Q :=
  if is_zero v then Some 1%Q
  else
    let positive := below 0 v in
    let side := if positive then up else negb up in
    match exponential_series side (in_units side (absolute v / 1024)) with
    | None => None
    | Some found =>
        let found := Nat.iter 10 (fun x => reduced side (x * x)) found in
        Some (ended up (if positive then found else quotient up (Z.shiftl unit_ digits) found))
    end.
(** [ln v = 2 e artanh(1/3) + 2 artanh((y - 1)/(y + 1))] of [v = 2^e y] with y between 1/2 and 2. *)
Definition size (n : Z) : Z := Z.log2 n + 1.
Definition logarithm_end (up : bool) (v : Q) : option Q :=
  let v := Qred v in
  if same v 1 then Some 0%Q
  else
    let e := size (Qnum v) - size (Zpos (Qden v)) in
    let y := if 0 <=? e then (v / inject_Z (2 ^ e))%Q else (v * inject_Z (2 ^ (- e)))%Q in
    match artanh up (div (y - 1) (y + 1)), artanh (if 0 <=? e then up else negb up) (1 # 3) with
    | Some a, Some third => Some (ended up (2 * (a + e * third)))
    | _, _ => None
    end.

Definition between (low high : option Q) : outcome interval :=
  match low, high with Some low, Some high => Value (Between low high) | _, _ => NotShown end.
Definition exponential (a : interval) : outcome interval :=
  if below (lo a) (-256) || below 256 (hi a) then NotShown
  else between (exponential_end false (lo a)) (exponential_end true (hi a)).
Definition logarithm (a : interval) : outcome interval :=
  if at_most (hi a) 0 then Undefined
  else if at_most (lo a) 0 then NotShown
  else between (logarithm_end false (lo a)) (logarithm_end true (hi a)).
