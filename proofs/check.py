#!/usr/bin/env python3
"""A checker of certificates, written from `docs/certificates.md` and `docs/language-reference.md` alone.

    python3 proofs/check.py proofs/*/*/refutation.json
    python3 proofs/check.py found.json --statement conjecture.claim [--json]

It answers, for each certificate, whether it shows that the statement beside it is refuted or ill-posed. It shares no
code with the program that wrote the certificate, and computes with `fractions.Fraction` only.

What has to be trusted: this file, Python's integers and fractions, its JSON reader and its SHA-256; that the
statement is the one that was meant; and the few facts of linear algebra that `docs/certificates.md` names. It does
not check a statement's types in full: a term that cannot be evaluated is a rejection, never an acceptance.

The sections are those of the page: numbers, the file, the language, the instance, witnesses, evaluation, quantities.
Exit status: 0 if every certificate is accepted, 1 if one is rejected, 2 if one cannot be read.
"""

import argparse
import hashlib
import json
import os
import re
import sys
from fractions import Fraction
from functools import cached_property
from itertools import product
from math import comb, factorial, isqrt, lcm, prod

ZERO, ONE = Fraction(0), Fraction(1)


class Rejection(Exception):
    """Why a certificate is not accepted: one of the reasons of the page, and the details."""

    def __init__(self, reason, details):
        super().__init__(reason, details)
        self.reason, self.details = reason, details[:300]


class NoValue(Exception):
    """A term without a value that is known. The innermost term that has none is its place."""

    def __init__(self, why, node=None):
        super().__init__(why)
        self.why, self.node = why, node


class Undefined(NoValue):
    """The term has no value."""


class NotShown(NoValue):
    """The certificate does not show whether the term has a value, or which."""


class Fails(Exception):
    """The condition of a witness that does not hold."""


def malformed(details):
    return Rejection("format", details)


# Numbers: rationals, and closed intervals of them that are not points.

MAX_BITS = 1 << 18  # of a number on the way: more than the file's numbers can have
MAX_WORK = 60_000_000  # about so many operations on short numbers
MAX_ENTRIES = 1 << 20  # of a table that is computed


class Budget:
    """Bounds time and memory, whatever the file says."""

    def __init__(self):
        self.left = MAX_WORK

    def spend(self, bits, times=1):
        self.left -= times + (times * bits * bits >> 20)
        if bits > 2 * MAX_BITS or self.left < 0:
            raise NotShown("the computation is beyond the limits of this checker")


BUDGET = Budget()


def within(x):
    """The rational number, if the budget allows it."""
    BUDGET.spend(x.numerator.bit_length() + x.denominator.bit_length())
    return x


class Interval:
    """`[lo, hi]` with `lo < hi`. A point is a Fraction."""

    __slots__ = ("lo", "hi")

    def __init__(self, lo, hi):
        self.lo, self.hi = lo, hi


def interval(lo, hi):
    if lo > hi:
        raise NotShown("the bounds contradict each other")
    return lo if lo == hi else Interval(lo, hi)


def is_number(x):
    return isinstance(x, (Fraction, Interval))


def low(x):
    return x if isinstance(x, Fraction) else x.lo


def high(x):
    return x if isinstance(x, Fraction) else x.hi


def add(a, b):
    if isinstance(a, Fraction) and isinstance(b, Fraction):
        return within(a + b)
    return interval(within(low(a) + low(b)), within(high(a) + high(b)))


def negative(a):
    return -a if isinstance(a, Fraction) else Interval(-a.hi, -a.lo)


def subtract(a, b):
    return add(a, negative(b))


def multiply(a, b):
    if isinstance(a, Fraction) and isinstance(b, Fraction):
        return within(a * b)
    ends = [within(x * y) for x in (low(a), high(a)) for y in (low(b), high(b))]
    return interval(min(ends), max(ends))


def divide(a, b):
    if b == ZERO:
        raise Undefined("the divisor is zero")
    if low(b) <= 0 <= high(b):
        raise NotShown("the divisor may be zero")
    return multiply(a, interval(1 / high(b), 1 / low(b)))


def power(a, n):
    """`a^n` by repeated multiplication; `a^0 = 1`."""
    if abs(n) > 4096:
        raise NotShown("an exponent beyond 4096")
    result, square, left = ONE, a, abs(n)
    while left:
        if left % 2:
            result = multiply(result, square)
        left //= 2
        if left:
            square = multiply(square, square)
    return divide(ONE, result) if n < 0 else result


def exact_root(x):
    """The root of the square of a rational, or None."""
    n, d = isqrt(x.numerator), isqrt(x.denominator)
    return Fraction(n, d) if n * n == x.numerator and d * d == x.denominator else None


def root(a):
    """`sqrt`, between multiples of 2^-256 unless it is rational."""
    if high(a) < 0:
        raise Undefined("the radicand is negative")
    if low(a) < 0:
        raise NotShown("the radicand may be negative")
    lower, upper = exact_root(low(a)), exact_root(high(a))
    if lower is None:
        lower = Fraction(isqrt((low(a).numerator << 512) // low(a).denominator), 1 << 256)
    if upper is None:
        square = -((-high(a).numerator << 512) // high(a).denominator)
        k = isqrt(square)
        upper = Fraction(k if k * k == square else k + 1, 1 << 256)
    return interval(within(lower), within(upper))


# Series, in units of 2^-768; `up` says to which side a number is rounded.

UNIT, END = 1 << 768, 1 << 256


def rounded(n, d, up):
    return -(-n // d) if up else n // d


def series(z, up, odd):
    """`sum z^j / j!` for `0 <= z <= 1/4`; odd: `sum z^(2j+1) / (2j+1)` for `0 <= z <= 1/3`. The rest is less than two units."""
    step = rounded(z * z, UNIT, up) if odd else z
    term, found, j = (z, 0, 1) if odd else (UNIT, 0, 0)
    while term > 1:
        BUDGET.spend(768, 4)
        if odd:
            found += rounded(term, j, up)
            term, j = rounded(term * step, UNIT, up), j + 2
        else:
            found += term
            j += 1
            term = rounded(rounded(term * step, UNIT, up), j, up)
    return found + 2 if up else found


def exponential_end(v, up):
    """`exp(v)` is the 1024th power of `exp(v / 1024)`, and `1 / exp(-v)`."""
    if not v:
        return ONE
    side = up if v > 0 else not up
    found = series(rounded(abs(v.numerator) * UNIT, v.denominator << 10, side), side, False)
    for _ in range(10):
        found = rounded(found * found, UNIT, side)
    if v < 0:
        found = rounded(UNIT * UNIT, found, up)
    return Fraction(rounded(found * END, UNIT, up), END)


def exponential(a):
    """`exp`, between multiples of 2^-256; `exp(0) = 1`."""
    if low(a) < -256 or high(a) > 256:
        raise NotShown("an exponential of a number beyond 256")
    return interval(exponential_end(low(a), False), exponential_end(high(a), True))


def artanh(t, up):
    """For `|t| <= 1/3`, in units."""
    if t < 0:
        return -artanh(-t, not up)
    return series(rounded(t.numerator * UNIT, t.denominator, up), up, True)


def logarithm_end(v, up):
    """`ln v = 2 e artanh(1/3) + 2 artanh((y-1)/(y+1))`, `v = 2^e y` with y between 1/2 and 2."""
    if v == 1:
        return ZERO
    e = v.numerator.bit_length() - v.denominator.bit_length()
    y = v / Fraction(2) ** e
    found = artanh((y - 1) / (y + 1), up) + e * artanh(Fraction(1, 3), up if e >= 0 else not up)
    return Fraction(rounded(2 * found * END, UNIT, up), END)


def logarithm(a):
    """`ln`, between multiples of 2^-256; `ln 1 = 0`."""
    if high(a) <= 0:
        raise Undefined("a logarithm of a number that is not positive")
    if low(a) <= 0:
        raise NotShown("the argument of a logarithm may not be positive")
    return interval(within(logarithm_end(low(a), False)), within(logarithm_end(high(a), True)))


def absolute(a):
    if low(a) >= 0:
        return a
    return negative(a) if high(a) <= 0 else Interval(ZERO, max(-a.lo, a.hi))


def compare(relation, a, b):
    """True or False if every pair of numbers agrees, else None."""
    if relation in (">", ">="):
        return compare({">": "<", ">=": "<="}[relation], b, a)
    if relation == "!=":
        return negation(compare("=", a, b))
    if relation == "<":
        return True if high(a) < low(b) else False if low(a) >= high(b) else None
    if relation == "<=":
        return True if high(a) <= low(b) else False if low(a) > high(b) else None
    if isinstance(a, Fraction) and isinstance(b, Fraction):
        return a == b
    return False if high(a) < low(b) or high(b) < low(a) else None


# Truths: True, False, and None for one that has a value, but is not shown.


def negation(a):
    return None if a is None else not a


def both(a, b):
    return False if a is False or b is False else None if a is None or b is None else True


# Matrices are lists of rows.


def total(numbers):
    result = ZERO
    for x in numbers:
        result = add(result, x)
    return result


def dot(u, v):
    # Most entries of a diagonal, or of an empirical distribution, are zero.
    return total(multiply(x, y) for x, y in zip(u, v) if x != ZERO and y != ZERO)


def transpose(rows, width):
    return [[row[j] for row in rows] for j in range(width)]


def times(a, b, width):
    """The product with a matrix of so many columns."""
    if len(a) * width > MAX_ENTRIES:
        raise NotShown("a table is beyond the limits of this checker")
    columns = transpose(b, width)
    return [[dot(row, column) for column in columns] for row in a]


def apply(matrix, v):
    return [dot(row, v) for row in matrix]


def combine(*parts):
    """The sum of multiples `(number, matrix)` of matrices of one shape."""
    rows, columns = len(parts[0][1]), len(parts[0][1][0]) if parts[0][1] else 0
    entry = lambda i, j: dot([c for c, _ in parts], [m[i][j] for _, m in parts])
    return [[entry(i, j) for j in range(columns)] for i in range(rows)]


def outer(u):
    return [[multiply(a, b) for b in u] for a in u]


def scalar(n, value=ONE):
    return diagonal([value] * n)


def diagonal(entries):
    n = len(entries)
    return [[entries[i] if i == j else ZERO for j in range(n)] for i in range(n)]


def scaled(matrix, weights, by=multiply):
    """Every row times its weight, or divided by it."""
    return [[by(x, w) for x in row] for row, w in zip(matrix, weights)]


def congruence(vectors, matrix):
    """`V^T M V` for the columns V."""
    images = [apply(matrix, v) for v in vectors]
    return [[dot(u, image) for image in images] for u in vectors]


def echelon(rows, width):
    """The reduced row echelon form and its pivots, looked for in the first `width` columns."""
    rows, pivots = [list(row) for row in rows], []
    for j in range(width):
        at = len(pivots)
        found = next((i for i in range(at, len(rows)) if rows[i][j]), None)
        if found is None:
            continue
        rows[at], rows[found] = rows[found], rows[at]
        pivot = rows[at][j]
        rows[at] = [x and within(x / pivot) for x in rows[at]]
        for i, row in enumerate(rows):
            if i != at and row[j]:
                factor = row[j]
                rows[i] = [within(x - factor * y) if y else x for x, y in zip(row, rows[at])]
        pivots.append(j)
    return rows, pivots


def independent(columns):
    """The places of the leftmost maximal independent columns."""
    if not columns:
        return []
    return echelon(transpose(columns, len(columns[0])), len(columns))[1]


def rank(columns):
    return len(independent(columns))


def solve(matrix, right, width):
    """A solution Y of `matrix Y = right`, whose columns are counted; None if there is none."""
    columns = len(matrix[0]) if matrix else 0
    rows, pivots = echelon([a + b for a, b in zip(matrix, right)], columns)
    if any(any(row[columns:]) for row in rows[len(pivots) :]):
        return None
    solution = [[ZERO] * width for _ in range(columns)]
    for row, j in zip(rows, pivots):
        solution[j] = row[columns:]
    return solution


def determinant(rows):
    rows, result = [list(row) for row in rows], ONE
    for j in range(len(rows)):
        found = next((i for i in range(j, len(rows)) if rows[i][j]), None)
        if found is None:
            return ZERO
        if found != j:
            rows[j], rows[found], result = rows[found], rows[j], -result
        result = within(result * rows[j][j])
        for i in range(j + 1, len(rows)):
            factor = within(rows[i][j] / rows[j][j])
            rows[i] = [within(x - factor * y) for x, y in zip(rows[i], rows[j])]
    return result


def pivots(rows):
    """Those of the elimination of a symmetric matrix in order; None where a row is not zero whose pivot is 0."""
    rows, found = [list(row) for row in rows], []
    for j in range(len(rows)):
        pivot = rows[j][j]
        found.append(pivot)
        if not pivot:
            if any(rows[j][j:]):
                return None
            continue
        for i in range(j + 1, len(rows)):
            factor = within(rows[i][j] / pivot)
            if factor:
                rows[i] = [within(x - factor * y) for x, y in zip(rows[i], rows[j])]
    return found


def is_symmetric(rows):
    return all(len(row) == len(rows) for row in rows) and all(
        rows[i][j] == rows[j][i] for i in range(len(rows)) for j in range(i)
    )


def is_positive_definite(rows):
    """Of a symmetric matrix."""
    found = pivots(rows)
    return found is not None and all(pivot > 0 for pivot in found)


def is_semidefinite(rows):
    found = pivots(rows) if is_symmetric(rows) else None
    return found is not None and all(pivot >= 0 for pivot in found)


def require_psd(matrix, squares, what, plus=()):
    """Fails unless the matrix, plus other squares, is the sum of the squares and something diagonally dominant."""
    if squares is None:
        raise Fails(f"there are no squares for {what}")
    n = len(matrix)
    if not is_symmetric(matrix):
        raise Fails(f"{what} is not symmetric")
    if any(weight < 0 for weight, _ in squares):
        raise Fails(f"a square of {what} has a negative weight")
    if any(len(vector) != n for _, vector in squares):
        raise Fails(f"a square of {what} has not {n} entries")
    squares = squares + [(-weight, vector) for weight, vector in plus]
    # Integers over one denominator.
    whole = [integral(vector) for _, vector in squares]
    scales = [weight / (d * d) for (weight, _), (_, d) in zip(squares, whole)]
    entries, denominator = integral([x for row in matrix for x in row] + scales)
    rest = [entries[i * n : i * n + n] for i in range(n)]
    for (vector, _), factor in zip(whole, entries[n * n :]):
        size = max((x.bit_length() for x in vector), default=0)
        BUDGET.spend(2 * size + factor.bit_length(), 1 + n * n // 8)
        for row, x in zip(rest, vector):
            left = factor * x
            if left:
                row[:] = [r - left * y for r, y in zip(row, vector)]
    for i, row in enumerate(rest):
        if row[i] < sum(map(abs, row)) - abs(row[i]):
            raise Fails(f"what the squares leave of {what} is not diagonally dominant in row {i}")


def integral(vector):
    """The vector times its least common denominator, and that."""
    denominator = 1
    for x in vector:
        denominator = lcm(denominator, x.denominator)
        BUDGET.spend(denominator.bit_length())
    return [x.numerator * (denominator // x.denominator) for x in vector], denominator


# The file.

MAX_BYTES = 8 << 20
MAX_DEPTH = 16
MAX_DIGITS = 20_000
MAX_WITNESSES = 1000
MAX_POINTS = 64
NUMBER = re.compile(r"(-?(?:0|[1-9][0-9]*))(?:/([1-9][0-9]*))?\Z")


def read_json(data):
    """The document in the bytes of a certificate."""
    if len(data) > MAX_BYTES:
        raise malformed("the file has more than 8 MiB")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        raise malformed("the file is not UTF-8") from None
    depth, outside = 0, text.replace("\\\\", "").replace('\\"', "").split('"')[::2]
    for bracket in re.findall(r"[\[{}\]]", "".join(outside)):
        depth += 1 if bracket in "[{" else -1
        if depth > MAX_DEPTH:
            raise malformed(f"nested more than {MAX_DEPTH} deep")

    def once(pairs):
        if len(dict(pairs)) < len(pairs):
            raise malformed("an object holds a member twice")
        return dict(pairs)

    def whole(digits):
        if len(digits) > 20:
            raise malformed("numbers are strings")
        return int(digits)

    def none(_):
        raise malformed("numbers are strings")

    try:
        return json.loads(text, object_pairs_hook=once, parse_float=none, parse_constant=none, parse_int=whole)
    except (ValueError, RecursionError) as error:
        raise malformed(f"not JSON: {error}") from None


def members(value, what, required, optional=()):
    """The members of an object, each read by its reader."""
    if not isinstance(value, dict):
        raise malformed(f"{what} is not an object")
    readers = {**dict(required), **dict(optional)}
    for name in required:
        if name not in value:
            raise malformed(f"{what} has no member {name!r}")
    for name in value:
        if name not in readers:
            raise malformed(f"{what} has a member {name!r}")
    return {name: readers[name](member, f"{name} of {what}") for name, member in value.items()}


def number(value, what):
    match = NUMBER.match(value) if isinstance(value, str) else None
    if not match:
        raise malformed(f"{what} is not a number: a string n or n/d")
    parts = [part for part in match.groups() if part]
    if any(len(part.lstrip("-")) > MAX_DIGITS for part in parts):
        raise malformed(f"{what} has more than {MAX_DIGITS} digits")
    fraction = Fraction(*map(int, parts))
    if value == "-0" or len(parts) == 2 and (fraction.denominator == 1 or fraction.denominator != int(parts[1])):
        raise malformed(f"{what} is not in lowest terms")
    return fraction


def text(value, what):
    if not isinstance(value, str):
        raise malformed(f"{what} is not a string")
    return value


def yes(value, what):
    if value is not True:
        raise malformed(f"{what} is true or missing")
    return value


def index(value, what):
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise malformed(f"{what} is not a JSON integer of at least 0")
    return value


def list_of(reader):
    def read(value, what):
        if not isinstance(value, list):
            raise malformed(f"{what} is not a list")
        return [reader(one, f"{what}[{i}]") for i, one in enumerate(value)]

    return read


vector = list_of(number)
vectors = list_of(vector)


def rows(value, what):
    read = vectors(value, what)
    if len({len(row) for row in read}) > 1:
        raise malformed(f"the rows of {what} are not of one length")
    return read


def record(*required, **optional):
    """A reader of an object; members that may be missing are keywords."""
    required = {name: reader for name, reader in required}
    return lambda value, what: members(value, what, required, optional)


square = record(("weight", number), ("vector", vector))


def psd(value, what):
    return [(one["weight"], one["vector"]) for one in list_of(square)(value, what)]


bounds = list_of(
    record(
        ("index", index), ("lower", number), ("upper", number),
        family=vectors, floor=number, lower_psd=psd, floor_psd=psd, outside=vectors, multiplier=number, upper_psd=psd,
    )
)  # fmt: skip
task = list_of(record(("weight", number), ("function", vector)))

ABOUT = {"of": text, "context": text}
WITNESSES = {
    "spectrum": ({"bounds": bounds}, {}),
    "system": ({"left": vectors, "right": vectors}, {}),
    "ritz": ({"features": rows, "bounds": bounds}, {}),
    "learns": (
        {"features": rows, "level": number},
        {"inside_psd": psd, "outside_psd": psd, "multiplier": number}
        | {"family": vectors, "floor": number, "floor_psd": psd, "low": vectors, "low_psd": psd},
    ),
    "worst_error": (
        {"features": rows, "eps": number, "task": task},
        {"lower": number, "upper": number, "multiplier": number, "constant": number, "psd": psd},
    ),
    "has_task": (
        {"features": rows, "rho": number},
        {"task": task, "upper": number, "multiplier": number, "constant": number, "psd": psd},
    ),
    "pencil": ({"form": rows, "mass": rows, "bounds": bounds}, {}),
}


def witness(value, what):
    of = value.get("of") if isinstance(value, dict) else None
    if not isinstance(of, str) or of not in WITNESSES:
        raise malformed(f"{what} is of no known kind")
    required, optional = WITNESSES[of]
    if of == "pencil":  # which is about no context
        return members(value, what, {"of": text, **required}, optional)
    return members(value, what, {**ABOUT, **required}, {"transposed": yes, **optional})


def any_value(value, what):
    """A value of the instance, by its form: whether that fits the variable is seen later."""
    if isinstance(value, str):
        return "number", number(value, what)
    if isinstance(value, int):
        return "point", index(value, what)
    if isinstance(value, list):
        return "table", rows(value, what)
    if isinstance(value, dict) and "joint" in value:
        labels = list_of(text)
        return "context", members(value, what, {"x": labels, "a": labels, "joint": rows})
    return "system", members(value, what, {"left": vectors, "right": vectors})


def read_certificate(data):
    document = read_json(data)
    if not isinstance(document, dict):
        raise malformed("the file is not an object")
    version = index(document.get("version"), "version")
    if version != 1:
        raise Rejection("version", f"this is version {version}, the checker knows version 1")

    def instance(value, what):
        if not isinstance(value, dict):
            raise malformed("the instance is not an object")
        return {name: any_value(one, f"the value of {name}") for name, one in value.items()}

    members_of = {"version": index, "statement": text, "finding": text}
    members_of.update(instance=instance, witnesses=list_of(witness))
    found = members(document, "the file", members_of)
    if not re.fullmatch(r"sha256:[0-9a-f]{64}", found["statement"]):
        raise malformed("the statement is not named by sha256: and 64 hexadecimal digits")
    if found["finding"] not in ("refuted", "ill-posed"):
        raise malformed("the finding is neither refuted nor ill-posed")
    if len(found["witnesses"]) > MAX_WITNESSES:
        raise malformed(f"more than {MAX_WITNESSES} witnesses")
    return found


# The statement language.

RESERVED = set(
    "for all exists in where and or not implies iff sum max min defined X A context graph function encoder matrix "
    "integer rational singular_system maximises maximum minimises minimum let assume claim true false "
    "expect prob sample masked flipped block_masked".split()
)
OF_OBJECTIVES = ("maximises", "maximum", "minimises", "minimum")  # the objective is named first
STRUCTURAL = set("for all exists in where and or implies iff let assume claim".split())
KEYWORDS = ["statement", "source", "reading", "amends", "expect", "for", "let", "assume", "claim"]
TOKEN = re.compile(
    r"\s+|(?P<number>[0-9]+)|(?P<name>[A-Za-z_][A-Za-z0-9_]*)|(?P<symbol>\.\.|!=|<=|>=|[()\[\],:+*/^=<>-])"
)
RELATIONS = ("=", "!=", "<", "<=", ">", ">=")
DOMAINS = {"context": 0, "graph": 0, "integer": 0, "rational": 0, "singular_system": 1}
DOMAINS.update(function=2, matrix=2, encoder=3, sample=2, masked=2, flipped=2, block_masked=2)
STRENGTH = {"iff": 0, "implies": 1, "or": 2, "and": 3}


class Node:
    """A term: what it is, its parts, and its place in the text."""

    __slots__ = ("kind", "parts", "start", "end", "height")

    def __init__(self, kind, parts, start, end, children=()):
        self.kind, self.parts, self.start, self.end = kind, parts, start, end
        self.height = 1 + max((child.height for child in children), default=0)
        if self.height > 200:
            raise malformed("statement: more than 200 operators, one inside another")


class Parser:
    """Recursive descent over the tokens of one clause, from the loosest operator to the tightest."""

    def __init__(self, text, start, end, scope):
        self.tokens, self.at, self.nesting, self.scope, self.bound = [], 0, 0, scope, 0
        while start < end:
            match = TOKEN.match(text, start, end)
            if not match:
                raise malformed(f"statement: unexpected {text[start]!r} at byte {start}")
            word, follows = match.group(), text[match.end() : match.end() + 1]
            if match.lastgroup == "number" and (len(word) > 1000 or re.match(r"\w", follows)):
                raise malformed(f"statement: not a number at {start}")
            if match.lastgroup:
                self.tokens.append((match.lastgroup, word, start, match.end()))
            start = match.end()
        self.tokens.append(("end", "", end, end))

    def peek(self):
        return self.tokens[self.at][1]

    def start(self):
        return self.tokens[self.at][2]

    def eat(self, word):
        if self.peek() != word or self.tokens[self.at][0] == "end":
            return False
        self.at += 1
        return True

    def expect(self, word):
        if not self.eat(word):
            raise malformed(f"statement: expected {word!r} at {self.start()}, found {self.peek()!r}")

    def name(self):
        kind, word, start, _ = self.tokens[self.at]
        if kind != "name":
            raise malformed(f"statement: expected a name at {start}, found {word!r}")
        self.at += 1
        return word

    def new_name(self):
        word = self.name()
        if word in RESERVED or word in QUANTITIES or word in NOT_COVERED or word in self.scope:
            raise malformed(f"statement: {word!r} cannot be bound, or is bound twice")
        self.bound += 1
        return word

    def node(self, kind, parts, start, children):
        return Node(kind, parts, start, self.tokens[self.at - 1][3], children)

    def deeper(self, rule, *arguments):
        if self.nesting == 64:
            raise malformed("statement: terms are nested more than 64 deep")
        self.nesting += 1
        result = rule(*arguments)
        self.nesting -= 1
        return result

    def finish(self):
        if self.tokens[self.at][0] != "end":
            raise malformed(f"statement: unexpected {self.peek()!r} at {self.start()}")

    def whole(self):
        term = self.term()
        self.finish()
        return term

    def quantified(self):
        """`P: context, d in 1..N(P)`, to the end."""
        found = []
        while True:
            name = self.new_name()
            if self.eat(":"):
                kind = self.name()
                arguments = self.terms(")") if self.eat("(") else []
                if DOMAINS.get(kind) != len(arguments):
                    raise malformed(f"statement: {kind} is no domain of {len(arguments)} arguments")
                found.append((name, (kind, arguments)))
            else:
                self.expect("in")
                found.append((name, self.range()))
            self.scope.add(name)
            if not self.eat(","):
                self.finish()
                return found

    def range(self):
        if self.peek() in ("X", "A"):
            side = self.name()
            self.expect("(")
            context = self.term()
            self.expect(")")
            return "points", [side, context]
        first = self.sum()
        self.expect("..")
        return "range", [first, self.sum()]

    def sample(self):
        """`sample(P, n)`"""
        self.expect("sample")
        self.expect("(")
        arguments = self.terms(")")
        if len(arguments) != 2:
            raise malformed("statement: a sample is of a context and so many draws")
        return "sample", arguments

    def term(self):
        return self.connected(0)

    def connected(self, weakest):
        start, left = self.start(), self.negation()
        while STRENGTH.get(self.peek(), -1) >= weakest:
            word = self.peek()
            self.at += 1
            own = STRENGTH[word]
            right = self.deeper(self.connected, own) if word == "implies" else self.connected(own + 1)
            left = self.node(word, [left, right], start, [left, right])
            if word == "iff" and self.peek() == "iff":
                raise malformed("statement: iff does not chain")
        return left

    def negation(self):
        start = self.start()
        if self.eat("not"):
            inner = self.deeper(self.negation)
            return self.node("not", [inner], start, [inner])
        if self.eat("for"):
            self.expect("all")
            return self.fold("all", start)
        if self.eat("exists"):
            return self.fold("exists", start)
        return self.comparison()

    def fold(self, word, start):
        return self.deeper(self.folded, word, start)

    def folded(self, word, start):
        binders = []
        while True:
            name = self.new_name()
            if self.eat(":"):
                binders.append((name, self.sample()))
            else:
                self.expect("in")
                binders.append((name, self.range()))
            self.scope.add(name)
            if not self.eat(","):
                break
        where = self.term() if self.eat("where") else None
        if word in ("expect", "prob") and (where or any(kind != "sample" for _, (kind, _) in binders)):
            raise malformed(f"statement: {word} is over samples, and over all of them")
        self.expect(":")
        body = self.term()
        self.scope.difference_update(name for name, _ in binders)
        inside = [part for _, (_, parts) in binders for part in parts if isinstance(part, Node)]
        return self.node(word, [binders, where, body], start, inside + [body] + ([where] if where else []))

    def comparison(self):
        start, terms, relations = self.start(), [self.sum()], []
        while self.peek() in RELATIONS:
            relations.append(self.peek())
            self.at += 1
            terms.append(self.sum())
        return self.node("compare", [terms, relations], start, terms) if relations else terms[0]

    def sum(self):
        return self.left_associative("+-", self.product)

    def product(self):
        return self.left_associative("*/", lambda: self.signed(self.power))

    def left_associative(self, words, operand):
        start, left = self.start(), operand()
        while self.peek() and self.peek() in words:
            word = self.peek()
            self.at += 1
            right = operand()
            left = self.node(word, [left, right], start, [left, right])
        return left

    def signed(self, inner):
        start = self.start()
        if not self.eat("-"):
            return inner()
        operand = self.deeper(self.signed, inner)
        return self.node("negative", [operand], start, [operand])

    def power(self):
        start, base = self.start(), self.entry()
        if not self.eat("^"):
            return base
        exponent = self.deeper(self.signed, self.power)
        return self.node("^", [base, exponent], start, [base, exponent])

    def entry(self):
        start, table = self.start(), self.atom()
        while self.eat("["):
            indices = self.terms("]")
            table = self.node("entry", [table, indices], start, [table] + indices)
        return table

    def atom(self):
        kind, word, start, _ = self.tokens[self.at]
        self.at += kind != "end"
        if kind == "number":
            return self.node("number", [Fraction(int(word))], start, [])
        if word == "(":
            inner = self.deeper(self.term)
            self.expect(")")
            return inner
        if kind != "name" or word in STRUCTURAL | {"not"}:
            raise malformed(f"statement: expected a term at {start}, found {word!r}")
        if word == "defined":
            self.expect("(")
            inner = self.deeper(self.term)
            self.expect(")")
            return self.node("defined", [inner], start, [inner])
        if word in ("sum", "max", "min", "expect", "prob"):
            self.expect("(")
            if self.tokens[min(self.at + 1, len(self.tokens) - 1)][1] in ("in", ":"):
                fold = self.fold(word, start)
                self.expect(")")
                return self.node(word, fold.parts, start, [fold])
            terms = self.terms(")")
            if word not in ("max", "min") or len(terms) < 2:
                raise malformed(f"statement: {word} of a single term at {start}")
            return self.node("extreme", [word, terms], start, terms)
        if not self.eat("("):
            if word not in self.scope and word not in ("X", "A"):
                raise malformed(f"statement: {word!r} is not bound")
            return self.node("name", [word], start, [])
        if word in OF_OBJECTIVES:
            word += " " + self.name()
            if self.peek() != ")":
                self.expect(",")
        arguments = self.terms(")")
        return self.node("call", [word, arguments], start, arguments)

    def terms(self, close):
        if self.eat(close):
            return []
        found = self.deeper(self.listed)
        self.expect(close)
        return found

    def listed(self):
        found = [self.term()]
        while self.eat(","):
            found.append(self.term())
        return found


class Statement:
    """A text's clauses `("for", name, domain)`, `("let", name, term)`, `("assume", term)`, and its claim."""

    def __init__(self, data):
        if len(data) > 64 << 10:
            raise malformed("statement: more than 64 KiB")
        try:
            self.text = data.decode("utf-8")
        except UnicodeDecodeError:
            raise malformed("statement: not UTF-8") from None
        self.digest = hashlib.sha256(data).hexdigest()
        self.clauses, self.claim = [], None
        scope, seen, bound = set(), [], 0
        for keyword, start, end in self.layout():
            rank_of = lambda word: min(KEYWORDS.index(word), 5) if word != "claim" else 6
            body = self.text[start:end]
            if not body.strip() or not body[0].isspace():
                raise malformed(f"statement: nothing stands after {keyword!r}")
            if seen and (rank_of(keyword) < rank_of(seen[-1]) or keyword == seen[-1] and rank_of(keyword) != 5):
                raise malformed(f"statement: {keyword!r} out of its order")
            seen.append(keyword)
            if keyword in KEYWORDS[:5]:
                continue
            parser = Parser(self.text, start, end, scope)
            if keyword == "for":
                new = [("for", name, domain) for name, domain in parser.quantified()]
            elif keyword == "let":
                name = parser.new_name()
                parser.expect("=")
                new = [("let", name, parser.whole())]
                scope.add(name)
            else:
                new = [("assume", parser.whole())]
            bound += parser.bound
            if keyword == "claim":
                self.claim = new[0][1]
            else:
                self.clauses += new
        if seen[:2] != ["statement", "source"] or self.claim is None:
            raise malformed("statement: it begins with statement and source, and ends with a claim")
        if bound > 64:
            raise malformed("statement: more than 64 variables")

    def layout(self):
        """Each clause's keyword and the place of what follows it."""
        found, open_clause, at = [], False, 0
        for line in self.text.split("\n"):
            content = line.rstrip()
            if content and content[0] == "#":
                open_clause = False
            elif content and content[0].isspace():
                if not open_clause:
                    raise malformed("statement: an indented line continues no clause")
                found[-1][2] = at + len(content)
            elif content:
                keyword = re.match(r"\w*", content).group()
                if keyword not in KEYWORDS:
                    raise malformed(f"statement: no clause begins with {content[:20]!r}")
                found.append([keyword, at + len(keyword), at + len(content)])
                open_clause = True
            at += len(line) + 1
        return found

    def place(self, node):
        """Where a term stands, and its beginning."""
        before, words = self.text[: node.start], " ".join(self.text[node.start : node.end].split())
        words = words if len(words) <= 60 else words[:57] + "..."
        return f"line {before.count(chr(10)) + 1}, column {node.start - before.rfind(chr(10))}: `{words}`"


# The instance.


class View:
    """A context, or the transposed one: its table, margins, and forms on functions on its X.

    Both sides of a graph are the same points.
    """

    def __init__(self, name, joint, flipped=False, graph=False):
        self.name, self.joint, self.flipped, self.graph = name, joint, flipped, graph
        self.n, self.m = len(joint), len(joint[0])
        self.p, self.q = list(map(total, joint)), list(map(total, zip(*joint)))
        self.key = name, flipped

    @cached_property
    def transposed(self):
        other = View(self.name, transpose(self.joint, self.m), not self.flipped, self.graph)
        other.transposed = self
        return other

    def space(self, side):
        """A side, named as that of the variable."""
        if self.graph:
            return self.name, "X"
        return self.name, side if not self.flipped else "XA"[side == "X"]

    @cached_property
    def T(self):
        return scaled(self.joint, self.p, divide)

    @cached_property
    def D(self):
        return diagonal(self.p)

    @cached_property
    def ones(self):
        """`(D 1)(D 1)^T`."""
        return outer(self.p)

    @cached_property
    def DK(self):
        """`D K`, with entries `sum_a P(x,a) P(y,a) / q(a)`: f^T D K h is <f, K h>."""
        given = [list(map(divide, row, self.q)) for row in self.joint]
        return [[dot(u, v) for v in self.joint] for u in given]

    @cached_property
    def centred_forms(self):
        """The forms of `C` and of `B`: `<f~, h~>`, and the same of T* f and T* h on A."""
        return [combine((ONE, form), (-ONE, self.ones)) for form in (self.D, self.DK)]

    @cached_property
    def K(self):
        return scaled(self.DK, self.p, divide)

    @cached_property
    def kernel(self):
        return [list(map(divide, row, self.p)) for row in self.K]

    def mean(self, f):
        return dot(self.p, f)

    def centred(self, f):
        mean = self.mean(f)
        return [subtract(x, mean) for x in f]

    def unexplained(self, columns):
        """The form E: `<f~ - (Phi~ w), h~>` for the best w."""
        basis = [self.centred(f) for f in columns]
        basis = [basis[j] for j in independent(basis)]
        inner = self.centred_forms[0]
        if not basis:
            return inner
        weighted = [list(map(multiply, f, self.p)) for f in basis]
        best = solve([[dot(u, f) for f in basis] for u in weighted], weighted, self.n)
        return combine((ONE, inner), (-ONE, times(transpose(weighted, self.n), best, self.n)))


def bilinear(form, f, h):
    return dot(f, apply(form, h))


class Point:
    """A point of a side."""

    def __init__(self, space, index):
        self.space, self.index = space, index


class Sample:
    """How often each point of a side was drawn."""

    def __init__(self, space, counts):
        self.space, self.counts = space, counts


class Table:
    """Entries, with what their rows and columns are: a side of a context variable, or None for numbered places."""

    def __init__(self, rows, columns, entries, width):
        self.rows, self.columns, self.entries, self.width = rows, columns, entries, width

    @property
    def shape(self):
        return self.rows, len(self.entries), self.columns, self.width

    def list(self):
        """The columns."""
        return transpose(self.entries, self.width)

    def map(self, function):
        entries = [[function(x) for x in row] for row in self.entries]
        return Table(self.rows, self.columns, entries, self.width)


class System:
    """Singular functions up to their norms, once they are checked."""

    def __init__(self, view, left, right):
        self.view, self.left, self.right = view, left, right
        n, m = view.n, view.m
        for functions, size, weights, side in ((left, n, view.p, "left"), (right, m, view.q, "right")):
            if len(functions) != size or any(len(f) != size for f in functions):
                raise Fails(f"there are not {size} {side} functions of {size} values")
            if any(x != 1 for x in functions[0]):
                raise Fails(f"the first {side} function is not constant 1")
            if not all(any(f) for f in functions):
                raise Fails(f"a {side} function is zero")
            weighted = [list(map(multiply, f, weights)) for f in functions]
            if any(dot(weighted[i], functions[j]) for i in range(size) for j in range(i)):
                raise Fails(f"two {side} functions are not orthogonal")
        self.values = []
        for i, v in enumerate(left):
            image, at = apply(view.K, v), next(x for x, value in enumerate(v) if value)
            self.values.append(divide(image[at], v[at]))
            if any(a != multiply(self.values[i], b) for a, b in zip(image, v)):
                raise Fails(f"the left function {i} is no eigenfunction")
        if any(a < b for a, b in zip(self.values, self.values[1:])):
            raise Fails("the singular values are not in their order")
        for i, w in enumerate(right):
            if i < min(n, m) and self.values[i] > 0:
                image = apply(view.transposed.T, left[i])
                at = next(a for a, value in enumerate(w) if value)
                scale = divide(image[at], w[at])
                if scale <= 0 or any(x != multiply(scale, y) for x, y in zip(image, w)):
                    raise Fails(f"the right function {i} is no positive multiple of the image of the left one")
            elif any(apply(view.T, w)):
                raise Fails(f"T does not map the right function {i} to zero")

    def function(self, side, i):
        """`mu_i` or `nu_i`, of norm 1."""
        view = self.view if side == "X" else self.view.transposed
        functions = self.left if side == "X" else self.right
        if not 0 <= i < len(functions):
            raise Undefined(f"singular functions have indices from 0 to {len(functions) - 1} here")
        f = functions[i]
        norm = root(bilinear(view.D, f, f))
        return Table(self.view.space(side), None, [[divide(x, norm)] for x in f], 1)


def read_context(name, value, graph=False):
    form, found = value
    if form != "context":
        raise Rejection("instance", f"{name} is a context")
    for side, labels in (("x", found["x"]), ("a", found["a"])):
        if not 1 <= len(labels) <= MAX_POINTS:
            raise Rejection("instance", f"{name} has not 1 to {MAX_POINTS} points {side}")
        if len(set(labels)) < len(labels) or not all(label.strip() for label in labels):
            raise Rejection("instance", f"{name} has labels {side} that are blank or not distinct")
    joint = found["joint"]
    if len(joint) != len(found["x"]) or any(len(row) != len(found["a"]) for row in joint):
        raise Rejection("instance", f"the table of {name} is not of the shape that its labels say")
    if any(cell < 0 for row in joint for cell in row):
        raise Rejection("instance", f"{name} has a negative cell")
    if not all(any(line) for line in list(joint) + list(zip(*joint))):
        raise Rejection("instance", f"{name} has a row or a column of zeros")
    if total(map(total, joint)) != 1:
        raise Rejection("instance", f"the cells of {name} do not sum to 1")
    if graph and not is_symmetric(joint):
        raise Rejection("instance", f"the table of the graph {name} is not symmetric")
    return View(name, joint, graph=graph)


MAX_BITS_OF_POINTS = 6  # 64 points on a side
MAX_DRAWS = 4096
MAX_OUTCOMES = 1 << 16


def corrupted(kind, size, amount):
    """The joint table of so many bits and what is seen of them; None where they are not corrupted by so much.

    Points and views are in the order of numbers of base 2 and 3, the first bit the lowest digit: 0 for 1, 1 for -1, 2
    for a masked bit. Views without mass are left out.
    """
    if kind == "block_masked":
        if amount.denominator != 1 or not 0 <= amount <= size:
            return None
        hidden = [range(start, start + int(amount)) for start in range(size - int(amount) + 1)]
        ways = lambda x, a: sum(all(s == (2 if i in h else b) for i, (b, s) in enumerate(zip(x, a))) for h in hidden)
        given = lambda x, a: Fraction(ways(x, a), len(hidden))
    elif not 0 <= amount <= 1:
        return None
    else:
        flip, mask = (ZERO, amount) if kind == "masked" else (amount / 2, ZERO)
        given = lambda x, a: prod((mask if s == 2 else 1 - flip - mask if s == b else flip) for b, s in zip(x, a))
    points, views = ([digits[::-1] for digits in product(range(base), repeat=size)] for base in (2, 3))
    columns = [[within(Fraction(given(x, a)) / len(points)) for x in points] for a in views]
    return transpose([column for column in columns if any(column)], len(points))


def compositions(n, parts):
    """All lists of so many counts that sum to n, those with more in front first."""
    if parts == 1:
        yield (n,)
        return
    for first in range(n, -1, -1):
        for rest in compositions(n - first, parts - 1):
            yield (first, *rest)


def outcomes(weights, n):
    """The counts of n independent draws, each with `n! / prod c! prod p^c`."""
    if n < 0:
        raise Undefined("a negative number of draws")
    if n > MAX_DRAWS or comb(n + len(weights) - 1, n) > MAX_OUTCOMES:
        raise NotShown("so many draws are beyond the limits of this checker")
    bits = n * max(w.denominator.bit_length() for w in weights)
    BUDGET.spend(bits, comb(n + len(weights) - 1, n) * len(weights))
    found, sum_of_all = [], ZERO
    for counts in compositions(n, len(weights)):
        ways = factorial(n) // prod(map(factorial, counts))
        probability = ways * prod((w**c for w, c in zip(weights, counts)), start=ONE)
        sum_of_all += probability
        found.append((counts, probability))
    if sum_of_all != 1:
        raise NotShown("the probabilities of the outcomes do not sum to 1")
    return found


# Witnesses. Each is checked before anything is evaluated.


def need(witness, name):
    if name not in witness:
        raise Fails(f"it has no {name}")
    return witness[name]


def shaped(vectors, count, size, what):
    if len(vectors) != count or any(len(v) != size for v in vectors):
        raise Fails(f"{what} is not a list of {count} lists of {size} numbers")
    return vectors


def above(witness, level, forms, family, floor, name):
    """Fails unless a form is at least so many times another, which is at least `floor`, on a family."""
    inner, form = (congruence(family, matrix) for matrix in forms)
    if floor <= 0:
        raise Fails("a floor is not positive")
    require_psd(combine((ONE, form), (-level, inner)), witness.get(name), name)
    require_psd(combine((ONE, inner), (-floor, scalar(len(family)))), witness.get("floor_psd"), "floor_psd")


def check_bounds(intervals, bounds, size, lower_forms, inner, form, within_one=True):
    """Courant-Fischer: narrows the intervals of eigenvalues, numbered from 1.

    Within one: they are known to be between 0 and 1, so that these bounds need nothing.
    """
    for bound in bounds:
        i, l, u = bound["index"], bound["lower"], bound["upper"]
        if not 1 <= i < len(intervals):
            raise Fails(f"there is no index {i}")
        if within_one and l < 0:
            raise Fails("a lower bound is negative")
        if l > 0 or not within_one:
            family = shaped(need(bound, "family"), i, size, "family")
            above(bound, l, lower_forms, family, need(bound, "floor"), "lower_psd")
        if u < 1 or not within_one:
            outside, m = shaped(need(bound, "outside"), i - 1, size, "outside"), need(bound, "multiplier")
            if m < 0:
                raise Fails("a multiplier is negative")
            plus = [(m, apply(inner, w)) for w in outside]
            require_psd(combine((u, inner), (ONE, form)), bound.get("upper_psd"), "upper_psd", plus)
        before = intervals[i] or (l, u)
        intervals[i] = max(l, before[0]), min(u, before[1])


def check_task(view, unexplained, task):
    """A function's `<f, K f>` and error, where it is the sum of those of a task."""
    functions, weights = [one["function"] for one in task], [one["weight"] for one in task]
    shaped(functions, len(functions), view.n, "the functions of the task")
    if any(w <= 0 for w in weights) or sum(weights) != 1:
        raise Fails("the weights of the task are not positive with sum 1")
    if any(view.mean(v) for v in functions) or not all(any(v) for v in functions):
        raise Fails("a function of the task is zero or has a mean")
    values = []
    for form, name in ((view.D, "<.,.>"), (view.DK, "<., K .>"), (unexplained, "E")):
        gram = congruence(functions, form)
        if any(gram[i][j] for i in range(len(gram)) for j in range(i)):
            raise Fails(f"two functions of the task are not orthogonal for {name}")
        values.append([gram[i][i] for i in range(len(gram))])
    share = lambda of: dot(weights, [within(a / b) for a, b in zip(of, values[0])])
    return share(values[1]), share(values[2])


def check_error_above(view, unexplained, witness, square):
    """Fails unless the error is at most `upper` for mean zero, norm 1 and `<f, K f>` on the level, by a multiplier."""
    u, t, g = (need(witness, name) for name in ("upper", "multiplier", "constant"))
    parts = [(u, view.D), (-ONE, unexplained), (t * square, view.D), (-t, view.DK), (g, view.ones)]
    require_psd(combine(*parts), witness.get("psd"), "psd")
    return u


class Witnesses:
    """What the witnesses show, for the arguments that they name."""

    def __init__(self, contexts):
        self.contexts = contexts
        self.systems = {}  # by view
        self.spectra = {}  # by view: intervals of s_i^2
        self.pencils = []  # form, mass, and intervals of the eigenvalues, None where there is no bound
        self.claims = {"ritz": [], "learns": [], "worst_error": [], "has_task": []}  # arguments and what is shown

    def check(self, number, witness):
        try:
            if witness["of"] == "pencil":
                return self.pencil(witness)
            view = self.contexts.get(witness["context"])
            if view is None:
                raise Fails(f"there is no context {witness['context']!r}")
            view = view.transposed if witness.get("transposed") else view
            features = witness.get("features")
            if features is not None and len(features) != view.n:
                raise Fails(f"the features have not {view.n} rows")
            getattr(self, witness["of"])(view, witness, features)
        except Fails as failure:
            raise Rejection("witness", f"{number} ({witness['of']}): {failure}") from None

    def interval(self, view, i):
        """The interval of `s_i^2`, for an index that exists."""
        if view.key in self.systems:
            return self.systems[view.key].values[i]
        return interval(*self.spectra.get(view.key, [(ONE, ONE)] + [(ZERO, ONE)] * (view.n - 1))[i])

    def eigenvalues(self, form, mass):
        """Those of the pencil that are shown, the largest first: numbers, or None."""
        same = [known for *pair, known in self.pencils if pair == [form, mass]]
        ends = [[known[i] for known in same if known[i]] for i in range(1, len(form) + 1)]
        return [interval(max(l for l, _ in one), min(u for _, u in one)) if one else None for one in ends]

    def about(self, of, view, features, *arguments):
        return [shown for about, shown in self.claims[of] if about == (view.key, features, *arguments)]

    def add(self, of, shown, view, *about):
        self.claims[of].append(((view.key, *about), shown))

    def spectrum(self, view, witness, _):
        intervals = self.spectra.setdefault(view.key, [(ONE, ONE)] + [(ZERO, ONE)] * (view.n - 1))
        form = combine((-ONE, view.DK), (ONE, view.ones))
        check_bounds(intervals, witness["bounds"], view.n, view.centred_forms, view.D, form)

    def system(self, view, witness, _):
        self.systems[view.key] = System(view, witness["left"], witness["right"])

    def ritz(self, view, witness, features):
        basis = ritz_basis(view, features)
        inner, form = congruence(basis, view.D), congruence(basis, view.DK)
        intervals = [None] + [(ZERO, ONE)] * len(basis)
        negated = [[-x for x in row] for row in form]
        check_bounds(intervals, witness["bounds"], len(basis), (inner, form), inner, negated)
        self.add("ritz", intervals, view, features)

    def pencil(self, witness):
        form, mass = witness["form"], witness["mass"]
        n = len(mass)
        if not 1 <= n <= MAX_POINTS:
            raise Fails(f"a pencil has 1 to {MAX_POINTS} rows")
        if len(form) != n or not is_symmetric(form):
            raise Fails("the form is not a symmetric matrix of the size of the mass")
        if not is_symmetric(mass) or not is_positive_definite(mass):
            raise Fails("the mass is not symmetric and positive definite")
        intervals = [None] * (n + 1)
        negated = [[-x for x in row] for row in form]
        check_bounds(intervals, witness["bounds"], n, (mass, form), mass, negated, within_one=False)
        self.pencils.append((form, mass, intervals))

    def learns(self, view, witness, features):
        columns, c = transpose(features, len(features[0])), witness["level"]
        if learns_by_ranks(view, columns) is not None:
            raise Fails("nothing is to be shown")
        inner, form = (congruence(columns, matrix) for matrix in view.centred_forms)
        learned = any(name in witness for name in ("inside_psd", "outside_psd", "multiplier"))
        if learned == any(name in witness for name in ("family", "floor", "floor_psd", "low", "low_psd")):
            raise Fails("it shows neither that the encoder learns nor that it does not, or both")
        if learned:
            m = need(witness, "multiplier")
            if m < 0:
                raise Fails("the multiplier is negative")
            require_psd(combine((ONE, form), (-c, inner)), witness.get("inside_psd"), "inside_psd")
            plus = [(m, apply(view.D, f)) for f in columns]
            outside = combine((c, view.D), (-ONE, view.DK), (ONE, view.ones))
            require_psd(outside, witness.get("outside_psd"), "outside_psd", plus)
            return self.add("learns", True, view, features)
        # s_k^2 > c, and the form is at most c on more than d - k dimensions of the span.
        d, k = len(columns), len(need(witness, "family"))
        if not 1 <= k <= d:
            raise Fails("the family has not 1 to d functions")
        family = shaped(witness["family"], k, view.n, "family")
        if need(witness, "floor") <= 0:
            raise Fails("the floor is not positive")
        norms, images = (congruence(family, matrix) for matrix in view.centred_forms)
        gap = combine((ONE, images), (-c, norms), (-witness["floor"], scalar(k)))
        require_psd(gap, witness.get("floor_psd"), "floor_psd")
        lowest = shaped(need(witness, "low"), d - k + 1, d, "low")
        if rank(lowest) < len(lowest):
            raise Fails("the vectors of low are dependent")
        require_psd(congruence(lowest, combine((c, inner), (-ONE, form))), witness.get("low_psd"), "low_psd")
        self.add("learns", False, view, features)

    def worst_error(self, view, witness, features):
        rho = max(ONE - witness["eps"], ZERO)
        unexplained = view.unexplained(transpose(features, len(features[0])))
        compatible, error = check_task(view, unexplained, witness["task"])
        if compatible < rho * rho:
            raise Fails("the task is not compatible enough")
        lower, upper = witness.get("lower", ZERO), ONE
        if error < lower:
            raise Fails("the task has not the error of the lower bound")
        if "upper" in witness:
            t = need(witness, "multiplier")
            if t < 0 or t > 0 and rho == 0:
                raise Fails("the multiplier is negative, or not zero where nothing is asked of tasks")
            upper = check_error_above(view, unexplained, witness, rho * rho)
        self.add("worst_error", (max(lower, ZERO), min(upper, ONE)), view, features, witness["eps"])

    def has_task(self, view, witness, features):
        rho, least, most = witness["rho"], None, None
        unexplained = view.unexplained(transpose(features, len(features[0])))
        if "task" not in witness and "upper" not in witness:
            raise Fails("it has neither a task nor an upper bound")
        if "task" in witness:
            compatible, least = check_task(view, unexplained, witness["task"])
            if compatible != rho * rho or rho < 0:
                raise Fails("the task has not the compatibility that is asked for")
        if "upper" in witness:
            most = check_error_above(view, unexplained, witness, rho * rho)
        self.add("has_task", (least, most), view, features, rho)


def learns_by_ranks(P, columns):
    """Whether an encoder learns, where that needs no witness; else None."""
    d = len(columns)
    if d == 0:
        return True
    images = [apply(P.K, f) for f in columns]
    if d > P.n - 1 or rank(columns) < d or any(map(P.mean, columns)) or rank(columns + images) > d:
        return False
    return None


def ritz_basis(view, features):
    """The leftmost independent columns of `Phi~`."""
    columns = [view.centred(f) for f in transpose(features, len(features[0]))]
    return [columns[j] for j in independent(columns)]


# Evaluation.


class Evaluation:
    """A walk through a statement's terms with the values of a certificate."""

    def __init__(self, statement, certificate):
        self.statement, self.certificate = statement, certificate
        self.names = {}  # of clauses: a value, or a term that a `let` names
        self.bound = {}  # of `for all`, `exists`, `sum`, `max` and `min`
        self.contexts = {}
        self.shown = Witnesses(self.contexts)

    def verdict(self):
        """Returns if the certificate shows its finding, and is rejected otherwise."""
        instance = self.certificate["instance"]
        quantified = [clause[1] for clause in self.statement.clauses if clause[0] == "for"]
        for name in quantified:
            if name not in instance:
                raise Rejection("instance", f"{name} has no value")
        for name in instance:
            if name not in quantified:
                raise Rejection("instance", f"{name} is no variable of the statement")
        for clause in self.statement.clauses:
            if clause[0] == "for":
                self.names[clause[1]] = self.in_domain(clause[1], clause[2], instance[clause[1]])
            elif clause[0] == "let":
                self.names[clause[1]] = clause[2]
        for i, witness in enumerate(self.certificate["witnesses"]):
            self.shown.check(i, witness)
        for clause in self.statement.clauses:
            if clause[0] == "assume":
                self.hypothesis(clause[1])
        self.claim(self.certificate["finding"])

    def hypothesis(self, term):
        place = self.statement.place(term)
        try:
            truth = self.truth(term)
        except Undefined as nothing:
            raise Rejection("hypothesis", f"{self.place(nothing)}: {nothing.why}") from None
        if truth is None:
            raise Rejection("not shown", f"{place} is not decided")
        if not truth:
            raise Rejection("hypothesis", f"{place} is false")

    def claim(self, finding):
        try:
            truth = self.truth(self.statement.claim)
        except Undefined as nothing:
            if finding != "ill-posed":
                raise Rejection("finding", f"{self.place(nothing)} is undefined: {nothing.why}") from None
            return
        if finding != "refuted":
            raise Rejection("finding", "the claim has a value")
        if truth is None:
            raise Rejection("not shown", f"{self.statement.place(self.statement.claim)} is not decided")
        if truth:
            raise Rejection("holds", "the claim is true")

    def place(self, nothing):
        return self.statement.place(nothing.node or self.statement.claim)

    # Domains.

    def in_domain(self, name, domain, value):
        kind, arguments = domain
        form, found = value
        outside = Rejection("instance", f"{name} is outside of its domain")
        try:
            if kind in ("context", "graph"):
                view = self.contexts[name] = read_context(name, value, kind == "graph")
                return view
            if kind in ("masked", "flipped", "block_masked"):
                view = self.contexts[name] = read_context(name, value)
                size, amount = (self.rational(self.value(argument)) for argument in arguments)
                if not 0 <= self.integer(size) <= MAX_BITS_OF_POINTS:
                    raise outside
                BUDGET.spend(amount.denominator.bit_length() * int(size), 6 ** int(size) * (int(size) + 1))
                if view.joint != corrupted(kind, int(size), amount):
                    raise outside
                return view
            if kind == "sample":
                space, size = self.side("X", arguments[0])
                draws = self.integer(self.value(arguments[1]))
                if form != "table" or len(found) != size or any(len(row) != 1 for row in found):
                    raise outside
                counts = [row[0] for row in found]
                if any(c < 0 or c.denominator != 1 for c in counts) or sum(counts) != draws or draws > MAX_DRAWS:
                    raise outside
                return Sample(space, [int(c) for c in counts])
            if kind in ("integer", "rational", "range"):
                if form != "number" or kind != "rational" and found.denominator != 1:
                    raise outside
                if kind == "range":
                    first, last = (self.integer(self.value(end)) for end in arguments)
                    if not first <= found <= last:
                        raise outside
                return found
            if kind == "points":
                space, size = self.side(*arguments)
                if form != "point" or not 0 <= found < size:
                    raise outside
                return Point(space, found)
            if kind == "singular_system":
                view = self.of_kind(View, self.value(arguments[0]))
                if form != "system":
                    raise outside
                system = self.shown.systems[view.key] = System(view, found["left"], found["right"])
                return system
            rows, columns = self.extents(kind, arguments)
            if form != "table" or len(found) != rows[1] or any(len(row) != columns[1] for row in found):
                raise outside
            return Table(rows[0], columns[0], found, columns[1])
        except Undefined as nothing:
            raise Rejection("instance", f"the domain of {name} has no value: {nothing.why}") from None
        except Fails as failure:
            raise Rejection("instance", f"{name}: {failure}") from None

    def extents(self, kind, arguments):
        """What rows and columns of a quantified table are, and how many."""
        if kind == "matrix":
            return self.extent(arguments[0]), self.extent(arguments[1])
        rows = self.side(arguments[1].kind == "name" and arguments[1].parts[0], arguments[0])
        return rows, self.extent(arguments[2]) if kind == "encoder" else (None, 1)

    def extent(self, node):
        if node.kind == "call" and node.parts[0] in ("X", "A") and len(node.parts[1]) == 1:
            return self.side(node.parts[0], node.parts[1][0])
        return None, self.integer(self.value(node))

    def side(self, side, node):
        view = self.of_kind(View, self.value(node))
        if side not in ("X", "A"):
            raise malformed(f"statement: {side} is no side")
        return view.space(side), view.n if side == "X" else view.m

    def weights(self, space):
        if space is None:
            raise malformed("statement: weights of what is not the points of a side")
        view = self.contexts[space[0]]
        return view.p if space[1] == "X" else view.q

    # Values of a kind.

    def of_kind(self, kind, value):
        if not isinstance(value, kind):
            raise malformed(f"statement: a {kind.__name__.lower()} is expected where another value stands")
        return value

    def real(self, value):
        return self.of_kind((Fraction, Interval), value) if is_number(value) else self.of_kind(Fraction, value)

    def rational(self, value):
        if isinstance(self.real(value), Interval):
            raise NotShown("a number is not known exactly")
        return value

    def integer(self, value):
        if self.rational(value).denominator != 1:
            raise Undefined("a number is not an integer")
        return value.numerator

    def exact(self, value):
        """A table of rationals."""
        if not all(isinstance(x, Fraction) for row in self.of_kind(Table, value).entries for x in row):
            raise NotShown("an entry is not known exactly")
        return value

    def square(self, table):
        if len(table.entries) != table.width:
            raise malformed("statement: a table is not square")
        return table

    def column(self, table):
        if table.width != 1:
            raise malformed("statement: a function is expected where another table stands")
        return [row[0] for row in table.entries]

    def argument(self, kind, value, earlier):
        if kind in "xa":
            table, space = self.exact(value), earlier[0].space(kind.upper())
            if table.rows != space:
                raise malformed("statement: a function stands on the wrong side")
            return table
        if kind in "CSptd":
            return self.of_kind({"C": View, "S": System, "p": Point, "t": Table, "d": Sample}[kind], value)
        return {"i": self.integer, "q": self.rational, "r": self.real, "m": self.exact}[kind](value)

    # Terms.

    def gather(self, thunks):
        """The values of terms that are all evaluated: one that is undefined leaves the whole undefined."""
        found, first = [], None
        for thunk in thunks:
            try:
                found.append(thunk())
            except NotShown as unknown:
                first = first or unknown
        if first:
            raise first
        return found

    def values(self, nodes):
        return self.gather((lambda node=node: self.value(node)) for node in nodes)

    def value(self, node):
        try:
            value = getattr(self, "of_" + WORDS.get(node.kind, node.kind))(node, *node.parts)
            BUDGET.spend(0, 1 + len(value.entries) * value.width // 16 if isinstance(value, Table) else 1)
            return value
        except NoValue as nothing:
            nothing.node = nothing.node or node
            raise

    def truth(self, node):
        value = self.value(node)
        if value is not None and not isinstance(value, bool):
            raise malformed(f"statement: {self.statement.place(node)} is no truth")
        return value

    def of_number(self, _, number):
        return number

    def of_name(self, _, name):
        if name in self.bound:
            return self.bound[name]
        value = self.names.get(name)
        if value is None:
            raise malformed(f"statement: {name!r} is no term here")
        if isinstance(value, Node):
            here, self.bound = self.bound, {}
            try:
                value = self.value(value)
            except NoValue as nothing:
                value = nothing
            self.names[name], self.bound = value, here
        if isinstance(value, NoValue):
            raise value
        return value

    def of_call(self, node, name, arguments):
        if name in NOT_COVERED:
            self.values(arguments)
            raise NotShown(f"{name} is not described")
        if name not in QUANTITIES:
            raise malformed(f"statement: there is no quantity {name!r}")
        kinds, function = QUANTITIES[name]
        if len(arguments) != len(kinds):
            raise malformed(f"statement: {name} takes {len(kinds)} arguments")
        found = []
        for kind, value in zip(kinds, self.values(arguments)):
            found.append(self.argument(kind, value, found))
        return function(self, *found)

    def of_defined(self, _, inner):
        try:
            self.value(inner)
        except Undefined:
            return False
        return True

    def of_negative(self, _, inner):
        value = self.value(inner)
        return value.map(negative) if isinstance(value, Table) else negative(self.real(value))

    def of_plus(self, _, left, right):
        return self.added(*self.values([left, right]))

    def of_minus(self, _, left, right):
        a, b = self.values([left, right])
        return self.added(a, b.map(negative) if isinstance(b, Table) else negative(self.real(b)))

    def added(self, a, b):
        if not isinstance(a, Table) and not isinstance(b, Table):
            return add(self.real(a), self.real(b))
        if self.of_kind(Table, a).shape != self.of_kind(Table, b).shape:
            raise malformed("statement: tables of different shapes are added")
        entries = [[add(x, y) for x, y in zip(u, v)] for u, v in zip(a.entries, b.entries)]
        return Table(a.rows, a.columns, entries, a.width)

    def of_times(self, _, left, right):
        a, b = self.values([left, right])
        if isinstance(a, Table) and isinstance(b, Table):
            return self.product(a, b)
        if isinstance(b, Table):
            a, b = b, a
        self.real(b)
        return a.map(lambda x: multiply(x, b)) if isinstance(a, Table) else multiply(self.real(a), b)

    def product(self, a, b):
        if (a.columns, a.width) != (b.rows, len(b.entries)):
            raise malformed("statement: the inner spaces of a product do not agree")
        return Table(a.rows, b.columns, times(a.entries, b.entries, b.width), b.width)

    def of_over(self, _, left, right):
        a, b = self.values([left, right])
        self.real(b)
        if isinstance(a, Table):
            inverse = divide(ONE, b)
            return a.map(lambda x: multiply(x, inverse))
        return divide(self.real(a), b)

    def of_power(self, _, base, exponent):
        base, exponent = self.values([base, exponent])
        exponent = self.integer(exponent)
        if not isinstance(base, Table):
            return power(self.real(base), exponent)
        if exponent < 0:
            raise Undefined("a table has no negative powers")
        if exponent > 4096:
            raise NotShown("an exponent beyond 4096")
        result = Table(base.rows, base.columns, scalar(len(self.square(base).entries)), base.width)
        for _ in range(exponent):
            result = self.product(result, base)
        return result

    def of_entry(self, _, table, indices):
        table, *indices = self.values([table] + indices)
        self.of_kind(Table, table)
        if len(indices) != 2 and (len(indices) != 1 or table.width != 1):
            raise malformed("statement: an entry has one index for each of rows and columns")
        places = [0, 0]
        for k, value in enumerate(indices):
            size = len(table.entries) if k == 0 else table.width
            if isinstance(value, Point):
                if value.space != (table.rows, table.columns)[k]:
                    raise malformed("statement: a point of another side")
                places[k] = value.index
            else:
                places[k] = self.integer(value) - 1
            if not 0 <= places[k] < size:
                raise Undefined(f"indices run from 1 to {size}")
        return table.entries[places[0]][places[1]]

    def of_compare(self, _, terms, relations):
        values = self.values(terms)
        truth = True
        for a, relation, b in zip(values, relations, values[1:]):
            truth = both(truth, self.related(relation, a, b))
        return truth

    def related(self, relation, a, b):
        if is_number(a) and is_number(b):
            return compare(relation, a, b)
        if relation not in ("=", "!="):
            raise malformed("statement: only numbers have an order")
        if isinstance(a, Table) and isinstance(b, Table) and a.shape == b.shape:
            equal = True
            for x, y in ((x, y) for u, v in zip(a.entries, b.entries) for x, y in zip(u, v)):
                equal = both(equal, compare("=", x, y))
        elif isinstance(a, Point) and isinstance(b, Point) and a.space == b.space:
            equal = a.index == b.index
        elif all(x is None or isinstance(x, bool) for x in (a, b)):
            equal = None if a is None or b is None else a == b
        else:
            raise malformed("statement: values of different kinds are compared")
        return equal if relation == "=" else negation(equal)

    def of_not(self, _, inner):
        return negation(self.truth(inner))

    def settled_by(self, decisive, truths):
        """A long `or` (decisive: True) or `and` (False), from left to right as far as it is not settled."""
        whole = not decisive
        try:
            for thunk in truths:
                one = thunk()
                if one is decisive:
                    return decisive
                whole = None if one is None else whole
        except Undefined as nothing:
            if whole is None:  # what came before might have settled it
                raise NotShown("it is not shown whether this is evaluated, and it is undefined", nothing.node) from None
            raise
        return whole

    def of_and(self, _, left, right):
        return self.settled_by(False, [lambda: self.truth(left), lambda: self.truth(right)])

    def of_or(self, _, left, right):
        return self.settled_by(True, [lambda: self.truth(left), lambda: self.truth(right)])

    def of_implies(self, _, left, right):
        return self.settled_by(True, [lambda: negation(self.truth(left)), lambda: self.truth(right)])

    def of_iff(self, _, left, right):
        a, b = self.gather([lambda: self.truth(left), lambda: self.truth(right)])
        return None if a is None or b is None else a == b

    def of_extreme(self, _, word, terms):
        return self.largest(word, [self.real(value) for value in self.values(terms)])

    def largest(self, word, numbers):
        if not numbers:
            raise Undefined(f"a {word} over nothing")
        choose = max if word == "max" else min
        return interval(choose(map(low, numbers)), choose(map(high, numbers)))

    # Folds.

    def of_fold(self, node, binders, where, body):
        around, self.bound = self.bound, dict(self.bound)
        try:
            walk = self.bindings(binders, where)
            if node.kind in ("all", "exists"):
                return self.settled_by(node.kind == "exists", ((lambda: self.truth(body)) for _ in walk))
            if node.kind in ("expect", "prob"):
                return self.over_samples(self.expected if node.kind == "expect" else self.event, binders, body)
            values = self.gather((lambda: self.value(body)) for _ in walk)
            if node.kind != "sum":
                return self.largest(node.kind, [self.real(value) for value in values])
            if not values:
                return self.nothing(self.shape(body, {name for name, _ in binders}))
            total = values[0] if isinstance(values[0], Table) else self.real(values[0])
            for value in values[1:]:
                total = self.added(total, value)
            return total
        finally:
            self.bound = around

    def over_samples(self, part, binders, body):
        """The sum of what each outcome adds; one that is undefined leaves the whole undefined."""
        found, unknown = None, None
        for share in self.laws(binders):
            BUDGET.spend(0, 8)
            try:
                value = part(share, body)
                found = value if found is None else self.added(found, value)
            except NotShown as nothing:
                unknown = unknown or nothing
        if unknown:
            raise unknown
        return found

    def laws(self, binders):
        """Binds independent samples to one outcome after another, the first sample outermost: their probabilities."""
        if not binders:
            yield ONE
            return
        (name, (_, parts)), *rest = binders
        for sample, probability in self.outcomes(*parts):
            self.bound[name] = sample
            for others in self.laws(rest):
                yield within(probability * others)
        self.bound.pop(name, None)

    def outcomes(self, context, draws):
        """All samples of so many draws from X, with their probabilities."""
        context, draws = self.values([context, draws])
        space, draws = self.of_kind(View, context).space("X"), self.integer(draws)
        return [(Sample(space, counts), probability) for counts, probability in outcomes(self.weights(space), draws)]

    def expected(self, share, body):
        value = self.value(body)
        if isinstance(value, Table):
            return value.map(lambda x: multiply(share, x))
        return multiply(share, self.real(value))

    def event(self, share, body):
        """An event that is not decided has some part of its share."""
        truth = self.truth(body)
        return Interval(ZERO, share) if truth is None else share if truth else ZERO

    def bindings(self, binders, where):
        """Binds the variables to one value after another, the first variable outermost."""
        if not binders:
            if where is not None:
                truth = self.truth(where)
                if truth is None:
                    raise NotShown("it is not shown whether a value is left out", where)
                if not truth:
                    return
            yield
            return
        (name, (kind, parts)), *rest = binders
        if kind == "points":
            space, size = self.side(*parts)
            values = (Point(space, i) for i in range(size))
        elif kind == "sample":
            values = [sample for sample, _ in self.outcomes(*parts)]
        else:
            first, last = (self.integer(value) for value in self.values(parts))
            if last - first >= 1 << 16:
                raise NotShown("a range of more than 65536 integers")
            values = map(Fraction, range(first, last + 1))
        for value in values:
            self.bound[name] = value
            yield from self.bindings(rest, where)
        self.bound.pop(name, None)

    def nothing(self, shape):
        """The sum over nothing of tables of a shape, or of numbers."""
        if shape is None:
            return ZERO
        rows, height, columns, width = shape
        return Table(rows, columns, [[ZERO] * width for _ in range(height)], width)

    def shape(self, node, bound):
        """The shape of a term under variables without a value; None of a number."""
        kind, parts = node.kind, node.parts
        if kind in ("negative", "^", "+", "-", "/"):
            return self.shape(parts[0], bound)
        if kind == "*":
            a, b = self.shape(parts[0], bound), self.shape(parts[1], bound)
            return a[:2] + b[2:] if a and b else a or b
        if kind in ("sum", "expect"):
            return self.shape(parts[2], bound | {name for name, _ in parts[0]})
        if kind == "name" and parts[0] not in bound:
            value = self.value(node)
            return value.shape if isinstance(value, Table) else None
        if kind != "call":
            return None
        name, arguments = parts
        if name in SHAPES:
            owner = self.value(arguments[0])
            view = owner.view if isinstance(owner, System) else self.of_kind(View, owner)
            sizes = {"X": (view.space("X"), view.n), "A": (view.space("A"), view.m), "1": (None, 1)}
            return sizes[SHAPES[name][0]] + sizes[SHAPES[name][1]]
        if name in ("centred", "inverse", "integral_operator", "transpose", "column"):
            shape = self.shape(arguments[0], bound) or (None, 0, None, 0)
            return {"transpose": shape[2:] + shape[:2], "column": shape[:2] + (None, 1)}.get(name, shape)
        if name == "diagonal":
            return 2 * self.shape(arguments[0], bound)[:2]
        if name in ("indicator", "gram", "covariance", "expected_covariance", "identity", "beside", "draws", "empirical"):
            raise NotShown("a sum over nothing of tables whose shape depends on its terms")
        return None


# What the methods of a term's kind are called.
WORDS = {"+": "plus", "-": "minus", "*": "times", "/": "over", "^": "power"}
WORDS.update(dict.fromkeys(("all", "exists", "sum", "max", "min", "expect", "prob"), "fold"))

# Rows and columns of what has those of its context.
SHAPES = {"joint": "XA", "T": "XA", "T_star": "AX", "kX": "XX", "kA": "AA", "p": "X1", "q": "A1"}
SHAPES.update(characters="XX", one_hot="AA", one_X="X1", one_A="A1", mu="X1", nu="A1", least_preimage="A1")


# Quantities. The kinds of their arguments: C context, S singular system, i integer, q rational, r number, t table,
# m table of rationals, x and a tables of rationals on X and on A of the first argument, p point, d sample.

NOT_COVERED = {"decay_rate", "usefulness", "share", "balanced", "minimum balanced"}
QUANTITIES = {}


def quantity(kinds, name=None):
    def keep(function):
        QUANTITIES[name or function.__name__] = kinds, function
        return function

    return keep


def formula(kinds, **named):
    for name, function in named.items():
        QUANTITIES[name] = kinds, function


def function_on(space, values):
    return Table(space, None, [[value] for value in values], 1)


# The context, operators and kernels.


def on_X(P, values):
    return function_on(P.space("X"), values)


def square_on(P, rows):
    return Table(P.space("X"), P.space("X"), rows, P.n)


def operator(P):
    return Table(P.space("X"), P.space("A"), P.T, P.m)


formula(
    "C",
    N=lambda _, P: Fraction(P.n),
    M=lambda _, P: Fraction(P.m),
    joint=lambda _, P: Table(P.space("X"), P.space("A"), P.joint, P.m),
    p=lambda _, P: on_X(P, P.p),
    q=lambda _, P: on_X(P.transposed, P.q),
    transposed=lambda _, P: P.transposed,
    independent=lambda _, P: P.joint == times([[w] for w in P.p], [P.q], P.m),
    T=lambda _, P: operator(P),
    T_star=lambda _, P: operator(P.transposed),
    kX=lambda _, P: square_on(P, P.kernel),
    kA=lambda _, P: square_on(P.transposed, P.transposed.kernel),
    one_X=lambda _, P: on_X(P, [ONE] * P.n),
    one_A=lambda _, P: on_X(P.transposed, [ONE] * P.m),
    one_hot=lambda _, P: square_on(P.transposed, scalar(P.m)),
)


@quantity("C")
def components(_, P):
    left, count = set(range(P.n)), 0
    while left:
        count, reached = count + 1, [left.pop()]
        for x in reached:
            near = {y for y in left if any(a and b for a, b in zip(P.joint[x], P.joint[y]))}
            left -= near
            reached.extend(near)
    return Fraction(count)


@quantity("t")
def integral_operator(walk, k):
    weights = walk.weights(k.columns)
    entries = [list(map(multiply, row, weights)) for row in walk.square(k).entries]
    return Table(k.rows, k.columns, entries, k.width)


# The spectrum.


def squared(walk, P, i):
    """`s_i^2`, for `1 <= i <= N-1`."""
    return walk.shown.interval(P, i)


@quantity("Ci")
def s(walk, P, i):
    if not 0 <= i < P.n:
        raise Undefined(f"singular values are s_0 to s_{P.n - 1} here")
    return root(squared(walk, P, i))


@quantity("C")
def maximal_correlation(walk, P):
    two_points(P)
    return s(walk, P, 1)


formula("Si", mu=lambda _, S, i: S.function("X", i), nu=lambda _, S, i: S.function("A", i))


# Functions and linear algebra.


def gram(walk, f, g):
    if f.rows != g.rows:
        raise malformed("statement: an inner product of functions on different sides")
    weighted = scaled(f.entries, walk.weights(f.rows))
    return Table(f.columns, g.columns, times(transpose(weighted, f.width), g.entries, g.width), g.width)


def inner(walk, f, g):
    walk.column(f), walk.column(g)
    return gram(walk, f, g).entries[0][0]


def mean(walk, f):
    return dot(walk.weights(f.rows), walk.column(f))


def centred(walk, f):
    weights = walk.weights(f.rows)
    means = [dot(weights, column) for column in f.list()]
    entries = [[subtract(x, m) for x, m in zip(row, means)] for row in f.entries]
    return Table(f.rows, f.columns, entries, f.width)


def covariance(walk, f):
    return gram(walk, centred(walk, f), centred(walk, f))


def transposed_table(_, m):
    return Table(m.columns, m.rows, transpose(m.entries, m.width), len(m.entries))


def beside(_, f, g):
    if (f.rows, len(f.entries)) != (g.rows, len(g.entries)) or f.columns or g.columns:
        raise malformed("statement: tables of different rows stand beside each other")
    return Table(f.rows, None, [u + v for u, v in zip(f.entries, g.entries)], f.width + g.width)


def symmetric(walk, m):
    walk.square(m)
    return walk.related("=", m, Table(m.rows, m.columns, transpose(m.entries, m.width), m.width))


formula("tt", inner=inner, gram=gram, beside=beside)
formula("t", mean=mean, centred=centred, covariance=covariance, transpose=transposed_table, symmetric=symmetric)
formula("t", norm=lambda walk, f: root(inner(walk, f, f)))
formula("t", trace=lambda walk, m: total(row[i] for i, row in enumerate(walk.square(m).entries)))
formula("r", abs=lambda _, x: absolute(x), sqrt=lambda _, x: root(x))
formula("r", exp=lambda _, x: exponential(x), ln=lambda _, x: logarithm(x))
formula(
    "m",
    determinant=lambda walk, m: determinant(walk.square(m).entries),
    rank=lambda _, m: Fraction(rank(m.list())),
)


@quantity("p")
def indicator(walk, x):
    return function_on(x.space, [ONE if i == x.index else ZERO for i in range(len(walk.weights(x.space)))])


@quantity("i")
def identity(_, d):
    if d < 0:
        raise Undefined("the size is negative")
    if d > 1000:
        raise NotShown("an identity of more than 1000 rows")
    return Table(None, None, scalar(d), d)


@quantity("ti")
def column(_, m, j):
    if not 1 <= j <= m.width:
        raise Undefined(f"columns are 1 to {m.width} here")
    return function_on(m.rows, m.list()[j - 1])


@quantity("m")
def inverse(walk, m):
    n = len(walk.square(m).entries)
    found = solve(m.entries, scalar(n), n)
    if found is None:
        raise Undefined("the matrix is singular")
    return Table(m.rows, m.columns, found, n)


@quantity("m")
def psd(walk, m):
    return is_semidefinite(walk.square(m).entries)


@quantity("t", "diagonal")
def diagonal_table(walk, w):
    if len(w.entries) > 1000:
        raise NotShown("a diagonal of more than 1000 rows")
    return Table(w.rows, w.rows, diagonal(walk.column(w)), len(w.entries))


@quantity("mm")
def same_span(_, f, g):
    if f.rows != g.rows or len(f.entries) != len(g.entries):
        raise malformed("statement: same_span of tables of different rows")
    return rank(f.list()) == rank(g.list()) == rank(f.list() + g.list())


@quantity("mm")
def in_span(walk, f, g):
    if f.rows != g.rows or len(f.entries) != len(g.entries):
        raise malformed("statement: in_span of tables of different rows")
    return rank(f.list()) == rank(f.list() + [walk.column(g)])


@quantity("tpp")
def distance(_, z, x, y):
    if z.rows != x.space or z.rows != y.space:
        raise malformed("statement: positions of other points")
    steps = [subtract(a, b) for a, b in zip(z.entries[x.index], z.entries[y.index])]
    return root(dot(steps, steps))


# Compatibility.


def squared_compatibility(P, f):
    """`||T* f~||^2 / ||f~||^2`; None for a constant."""
    inner, form = P.centred_forms
    square = bilinear(inner, f, f)
    return bilinear(form, f, f) / square if square else None


@quantity("Cx")
def compatibility(walk, P, f):
    square = squared_compatibility(P, walk.column(f))
    if square is None:
        raise Undefined("f is constant")
    return root(square)


@quantity("Cxr")
def in_F(walk, P, f, eps):
    f = walk.column(f)
    if not any(f):
        raise Undefined("rho of the zero function")
    if P.mean(f):
        return False
    return compare("<=", subtract(ONE, eps), root(squared_compatibility(P, f)))


@quantity("Ca")
def dispersion(walk, P, g):
    g = walk.column(g)
    # E (g(A) - g(A'))^2 = 2 (E g^2 - (E g)^2) for independent A and A'.
    squares = list(map(multiply, g, g))
    spread = [subtract(dot(row, squares), power(dot(row, g), 2)) for row in P.T]
    return 2 * dot(P.p, spread)


def image_of_solution(P, rows, f, missing):
    """`T* z` for a z with `rows z = f`."""
    z = solve(rows, [[x] for x in f], 1)
    if z is None:
        raise Undefined(missing)
    return apply(P.transposed.T, [row[0] for row in z])


@quantity("Cx")
def least_preimage(walk, P, f):
    return on_X(P.transposed, image_of_solution(P, P.K, walk.column(f), "f is not in the range of T"))


@quantity("Caa")
def spectral_inner(walk, P, h, k):
    h, k, back = walk.column(h), walk.column(k), P.transposed
    if solve(back.T, [[x] for x in h], 1) is None:
        raise Undefined("h is not in the range of T*")
    preimage = image_of_solution(P, times(back.K, back.T, P.n), k, "k is not in the range of T*")
    return bilinear(back.D, h, preimage)


# Encoders.


@quantity("Cx")
def learns(walk, P, phi):
    known = learns_by_ranks(P, phi.list())
    return known if known is not None else next(iter(walk.shown.about("learns", P, phi.entries)), None)


@quantity("Cx")
def expected_covariance(_, P, phi):
    return Table(None, None, congruence(phi.list(), P.centred_forms[1]), phi.width)


@quantity("Cx")
def ratio_trace(_, P, phi):
    columns = phi.list()
    columns = [columns[j] for j in independent(columns)]
    inner, form = (congruence(columns, matrix) for matrix in P.centred_forms)
    quotient = solve(inner, form, len(columns))
    if not columns or rank(inner) < len(columns):
        raise Undefined("there is no maximal independent subset with an invertible covariance")
    return total(quotient[i][i] for i in range(len(columns)))


def ritz(walk, P, phi):
    """Intervals of the Ritz values, from 1."""
    found = [(ZERO, ONE)] * len(ritz_basis(P, phi.entries))
    for shown in walk.shown.about("ritz", P, phi.entries):
        found = [(max(a, c), min(b, d)) for (a, b), (c, d) in zip(found, shown[1:])]
    return [interval(*ends) for ends in found]


@quantity("Cxi")
def ritz_value(walk, P, phi, i):
    found = ritz(walk, P, phi)
    if not 1 <= i <= len(found):
        raise Undefined(f"there are {len(found)} Ritz values")
    return found[i - 1]


@quantity("Cx")
def trace_gap(walk, P, phi):
    found = ritz(walk, P, phi)
    if len(found) > P.n - 2:
        raise Undefined(f"it needs s_{len(found) + 1}")
    gaps, missed = [], ZERO
    for k in range(len(found) + 1):
        gaps.append(add(missed, squared(walk, P, k + 1)))
        if k < len(found):
            missed = add(missed, subtract(squared(walk, P, k + 1), found[k]))
    return walk.largest("min", gaps)


formula("Cx", centred_rank=lambda _, P, phi: Fraction(len(ritz_basis(P, phi.entries))))


@quantity("Cxx")
def probe_error(walk, P, phi, f):
    f = walk.column(f)
    return bilinear(P.unexplained(phi.list()), f, f)


def tasks_exist(walk, P, eps):
    """Undefined where the spectrum shows that F_eps has no function of norm 1."""
    if eps <= 0 or P.n == 1:
        raise Undefined("F_eps has no function of norm 1" if eps > 0 else "eps is not positive")
    if eps < 1 and (1 - eps) ** 2 > high(squared(walk, P, 1)):
        raise Undefined("1 - eps > s_1")


@quantity("Cxq")
def worst_error(walk, P, phi, eps):
    tasks_exist(walk, P, eps)
    found = walk.shown.about("worst_error", P, phi.entries, eps)
    if not found:
        raise NotShown("there is no witness of worst_error for these arguments")
    return interval(max(l for l, _ in found), min(u for _, u in found))


@quantity("Ciq")
def top_worst_error(walk, P, d, eps):
    tasks_exist(walk, P, eps)
    if not 0 <= d <= P.n - 1:
        raise Undefined(f"there are no top {d} singular functions")
    system = walk.shown.systems.get(P.key)
    if system is None:
        raise NotShown("there is no singular system")
    level, inside, outside = max(1 - eps, ZERO) ** 2, system.values[1 : d + 1], system.values[d + 1 :]
    if any(t >= level for t in outside):
        return ONE
    # w t + (1 - w) u = level
    return max(((u - level) / (u - t) for t in outside for u in inside if u >= level), default=ZERO)


@quantity("Cxqr")
def has_task(walk, P, phi, rho, error):
    if rho < 0 or P.n == 1 or rho**2 > high(squared(walk, P, 1)) or rho**2 < low(squared(walk, P, P.n - 1)):
        return False
    for least, most in walk.shown.about("has_task", P, phi.entries, rho):
        if least is not None and least >= high(error):
            return True
        if most is not None and most < low(error):
            return False
    return None


# Pencils: `theta_1 >= theta_2 >= ...` with `A v = theta D v`.


def known(relation, a, b):
    """How numbers compare; None also where one of them has no bounds."""
    return None if a is None or b is None else compare(relation, a, b)


def agree(these, those):
    """True if all are equal points in their order, False if one pair is disjoint."""
    truth = True
    for a, b in zip(these, those):
        truth = both(truth, known("=", a, b))
    return truth


def bounded(theta, i):
    if theta is None:
        raise NotShown(f"there are no bounds of the eigenvalue {i} of its pencil")
    return theta


def leading(walk, pair, count):
    """The first so many eigenvalues, or all."""
    return [bounded(theta, i) for i, theta in enumerate(walk.shown.eigenvalues(*pair)[:count], 1)]


def numbered(walk, form, mass, i):
    if not 1 <= i <= len(form):
        raise Undefined(f"eigenvalues have indices from 1 to {len(form)} here")
    return bounded(walk.shown.eigenvalues(form, mass)[i - 1], i)


def on_mean_zero(form, weights):
    """The pair of a form and of the inner product, in the basis `e_i / p_i - e_n / p_n`."""
    n = len(weights)
    basis = [[ZERO] * n for _ in range(n - 1)]
    for i, z in enumerate(basis):
        z[i], z[-1] = 1 / weights[i], -1 / weights[-1]
    return congruence(basis, form), congruence(basis, diagonal(weights))


def less_means(weights, columns):
    """The columns centred, for weights of any sum."""
    means = [dot(weights, f) / total(weights) for f in columns]
    return [[subtract(x, mean) for x in f] for f, mean in zip(columns, means)]


def at_top(walk, form, weights, columns, mean_zero=False):
    """Whether columns are at the top of `(form, D)` for as many features, seen from their span."""
    basis, mass = [columns[j] for j in independent(columns)], diagonal(weights)
    r, d = len(basis), len(columns)
    every = walk.shown.eigenvalues(*(on_mean_zero(form, weights) if mean_zero else (form, mass)))
    own = walk.shown.eigenvalues(congruence(basis, form), congruence(basis, mass))
    missed = [known(">", value, ZERO) for value in every[r:d]]
    if True in missed or any(known("<", a, b) for a, b in zip(own, every)):
        return False
    if None in missed:
        return None
    if r in (0, len(every)) or agree(own, every):
        return True
    images = [list(map(divide, apply(form, f), weights)) for f in basis]
    if mean_zero:
        images = less_means(weights, images)
    return True if rank(basis + images) == r and known(">", own[-1], every[r]) else None


def same_points(m):
    if m.rows != m.columns:
        raise malformed("statement: rows and columns are not the same points")


def operator_weights(walk, k, phi=None):
    """Of the points of an operator or a kernel, and of features on them."""
    same_points(walk.square(k))
    if phi is not None and phi.rows != k.rows:
        raise malformed("statement: features on other points")
    return walk.weights(k.rows)


def self_adjoint(operator, weights):
    """`D K`"""
    form = scaled(operator.entries, weights)
    if not is_symmetric(form):
        raise Undefined("the operator is not self-adjoint")
    return form


@quantity("mi")
def eigenvalue(walk, m, i):
    same_points(walk.square(m))
    weights = [ONE] * m.width if m.rows is None else walk.weights(m.rows)
    return numbered(walk, self_adjoint(m, weights), diagonal(weights), i)


@quantity("mi")
def eigenvalue_sum(walk, m, d):
    same_points(walk.square(m))
    weights = [ONE] * m.width if m.rows is None else walk.weights(m.rows)
    form = self_adjoint(m, weights)
    if d < 0:
        raise Undefined("a sum of fewer than no eigenvalues")
    if d >= m.width or is_semidefinite(form) and rank(form) <= d:
        return total(row[i] for i, row in enumerate(m.entries))
    return total(leading(walk, (form, diagonal(weights)), d))


@quantity("mmi")
def generalised_eigenvalue(walk, b, c, i):
    same_points(walk.square(b))
    if b.shape != c.shape:
        raise malformed("statement: a pencil of tables of different shapes")
    if not (is_symmetric(b.entries) and is_symmetric(c.entries) and is_positive_definite(c.entries)):
        raise Undefined("the tables are not symmetric, or the second is not positive definite")
    return numbered(walk, b.entries, c.entries, i)


@quantity("mm")
def extracts(walk, k, phi):
    weights = operator_weights(walk, k, phi)
    form, columns = self_adjoint(k, weights), phi.list()
    images = [apply(k.entries, f) for f in columns]
    if rank(columns) < len(columns) or rank(columns + images) > len(columns):
        return False
    return at_top(walk, form, weights, columns)


# Objectives: their values.


def same_features(phi, psi):
    if phi.width != psi.width:
        raise malformed("statement: encoders with different numbers of features")


def distance_squared(P, phi, psi):
    """`E ||Phi(X) - Psi(A)||^2`, of columns."""
    pairs = [([f[x] for f in phi], [g[a] for g in psi]) for x in range(P.n) for a in range(P.m)]
    steps = [list(map(subtract, u, v)) for u, v in pairs]
    return dot([cell for row in P.joint for cell in row], [dot(step, step) for step in steps])


def risk(P, labels, features):
    """`min_W E ||W Phi(X) - v(A)||^2`, by the normal equations."""
    back, basis = P.transposed, [features[j] for j in independent(features)]
    means = [apply(P.T, v) for v in labels]  # E[v(A) | x]
    right = [[bilinear(P.D, f, y) for y in means] for f in basis]
    best = solve(congruence(basis, P.D), right, len(means))
    explained = total(map(dot, right, best))
    return subtract(total(bilinear(back.D, v, v) for v in labels), explained)


def symmetric_form(k, weights):
    """`D k D`"""
    if not is_symmetric(k.entries):
        raise Undefined("the kernel is not symmetric")
    return transpose(scaled(transpose(scaled(k.entries, weights), k.width), weights), k.width)


def symmetric_table(P):
    if not is_symmetric(P.joint):
        raise Undefined("the table is not symmetric")


@quantity("Cx")
def explained(_, P, phi):
    return total(bilinear(P.DK, f, f) for f in phi.list())


@quantity("Ca")
def contrastive(_, P, psi):
    columns = [P.transposed.centred(g) for g in psi.list()]
    rows = transpose(columns, P.m)
    together = total(multiply(w, dot(v, v)) for w, v in zip(P.p, times(P.T, rows, psi.width)))
    products = [[power(dot(a, b), 2) for b in rows] for a in rows]
    apart = bilinear(products, P.q, P.q)
    return apart / 2 - together


@quantity("Ca")
def spectral_contrastive(_, P, psi):
    products = inner_products(psi)
    apart = bilinear([[power(x, 2) for x in row] for row in products], P.q, P.q)
    return subtract(apart, 2 * total(map(dot, P.transposed.DK, products)))


def inner_products(psi):
    """`<Psi(a), Psi(b)>`"""
    return [[dot(u, v) for v in psi.entries] for u in psi.entries]


@quantity("Caq")
def barlow_twins(_, P, psi, factor):
    back, loss = P.transposed, ZERO
    columns = list(map(back.centred, psi.list()))
    own, shared = congruence(columns, back.D), congruence(columns, back.DK)
    if any(own[j][j] == 0 for j in range(psi.width)):
        raise Undefined("a feature is constant")
    for i in range(psi.width):
        for j in range(psi.width):
            if i == j:
                loss = add(loss, power(subtract(ONE, divide(shared[i][i], own[i][i])), 2))
            else:
                square = divide(power(shared[i][j], 2), multiply(own[i][i], own[j][j]))
                loss = add(loss, multiply(factor, square))
    return loss


@quantity("Caqqqq")
def vicreg(walk, P, psi, invariance, variance, decorrelation, eps):
    back, d = P.transposed, psi.width
    if not d:
        raise Undefined("there are no features")
    columns = list(map(back.centred, psi.list()))
    own = congruence(columns, back.D)
    roots = walk.gather([lambda j=j: root(add(own[j][j], eps)) for j in range(d)])
    lacks = [subtract(ONE, r) for r in roots]
    lacks = total(interval(max(low(x), ZERO), max(high(x), ZERO)) for x in lacks)
    squares = total(power(own[i][j], 2) for i in range(d) for j in range(d) if i != j)
    sides = divide(add(multiply(variance, lacks), multiply(decorrelation, squares)), Fraction(d))
    return add(multiply(invariance, noncontrastive(walk, P, psi)), multiply(Fraction(2), sides))


def nce(walk, P, similarities):
    """`-E f(A, A+) + E_A ln E_{A-} exp f(A, A-)`"""
    cache = {}

    def exponential_of(a, b):
        pair = min(a, b), max(a, b)
        if pair not in cache:
            cache[pair] = exponential(similarities[a][b])
        return cache[pair]

    means = [total(multiply(w, exponential_of(a, b)) for b, w in enumerate(P.q)) for a in range(P.m)]
    together = total(map(dot, P.transposed.DK, similarities))
    return subtract(dot(P.q, list(map(logarithm, means))), together)


@quantity("Caq")
def info_nce(walk, P, psi, temperature):
    if temperature <= 0:
        raise Undefined("the temperature is not positive")
    return nce(walk, P, [[divide(x, temperature) for x in row] for row in inner_products(psi)])


@quantity("Caq")
def nt_xent(walk, P, psi, temperature):
    products = inner_products(psi)
    if temperature <= 0 or any(products[a][a] == 0 for a in range(P.m)):
        raise Undefined("the temperature is not positive, or a point has no direction")
    norms = lambda a, b: root(multiply(products[a][a], products[b][b]))
    direction = lambda a, b: divide(divide(products[a][b], temperature), norms(a, b))
    return nce(walk, P, [[direction(a, b) for b in range(P.m)] for a in range(P.m)])


@quantity("Ca")
def noncontrastive(walk, P, psi):
    return total(dispersion(walk, P, function_on(psi.rows, g)) for g in psi.list())


@quantity("Cax")
def supervised(_, P, v, phi):
    return risk(P, v.list(), phi.list())


@quantity("Cax")
def supervised_biased(_, P, v, phi):
    return risk(P, list(map(P.transposed.centred, v.list())), list(map(P.centred, phi.list())))


@quantity("Cx")
def graph_loss(_, P, phi):
    symmetric_table(P)
    return distance_squared(P, phi.list(), phi.list()) / 2


@quantity("Cxa")
def svme(_, P, phi, psi):
    same_features(phi, psi)
    return distance_squared(P, phi.list(), psi.list())


@quantity("Cxa")
def two_sided(_, P, phi, psi):
    same_features(phi, psi)
    return distance_squared(P, list(map(P.centred, phi.list())), list(map(P.transposed.centred, psi.list())))


@quantity("mm")
def kise(walk, k, phi):
    weights = operator_weights(walk, k, phi)
    form, columns = symmetric_form(k, weights), less_means(weights, phi.list())
    return total(subtract(bilinear(diagonal(weights), f, f), bilinear(form, f, f)) for f in columns)


@quantity("Cxa")
def low_rank(_, P, phi, psi):
    same_features(phi, psi)
    products = times(phi.entries, transpose(psi.entries, psi.width), P.m)
    together = total(map(dot, P.joint, products))
    apart = bilinear([[power(x, 2) for x in row] for row in products], P.p, P.q)
    return subtract(apart, 2 * together)


@quantity("Cmx")
def nested(_, P, c, phi):
    return dot(coefficients(c, phi), [bilinear(P.DK, f, f) for f in phi.list()])


def coefficients(c, phi=None):
    if c.width != 1 or phi is not None and len(c.entries) != phi.width:
        raise malformed("statement: there is not a coefficient for each feature")
    return [row[0] for row in c.entries]


def decreasing(c):
    if not all(a > b for a, b in zip(c, c[1:] + [ZERO])):
        raise Undefined("the coefficients are not decreasing and positive")
    return c


# Whether an encoder is best.


def of_means(weights, means):
    """`(D y)(D y)^T`"""
    images = scaled(transpose(means, len(weights)), weights)
    return times(images, transpose(images, len(means)), len(weights))


def of_labels(P, labels):
    return of_means(P.p, [apply(P.T, v) for v in labels])


def orthonormal(P, columns):
    return congruence(columns, P.D) == scalar(len(columns))


@quantity("Cax", "minimises supervised")
def minimises_supervised(walk, P, v, phi):
    return at_top(walk, of_labels(P, v.list()), P.p, phi.list())


@quantity("Cax", "minimises supervised_biased")
def minimises_supervised_biased(walk, P, v, phi):
    labels = list(map(P.transposed.centred, v.list()))
    return at_top(walk, of_labels(P, labels), P.p, list(map(P.centred, phi.list())))


@quantity("Cx", "minimises balanced")
def minimises_balanced(walk, P, phi):
    roots = [exact_root(w / P.q[0]) for w in P.q]
    if None in roots:
        return None
    cells = [list(map(divide, row, roots)) for row in P.joint]
    weights = list(map(total, cells))
    means = less_means(weights, transpose(scaled(cells, weights, divide), P.m))
    return at_top(walk, of_means(weights, means), weights, less_means(weights, phi.list()))


def best_for(walk, P, form, features):
    """Whether the covariance is I, and the features are at the top of a form on mean zero."""
    columns = list(map(P.centred, features))
    return orthonormal(P, columns) and at_top(walk, form, P.p, columns, mean_zero=True)


@quantity("Ca", "minimises noncontrastive")
def minimises_noncontrastive(walk, P, psi):
    return best_for(walk, P.transposed, P.transposed.DK, psi.list())


@quantity("Cxa", "minimises svme")
def minimises_svme(walk, P, phi, psi):
    same_features(phi, psi)
    follows = psi.list() == [apply(P.transposed.T, f) for f in phi.list()]
    return follows and best_for(walk, P, P.DK, phi.list())


@quantity("Cx", "minimises graph_loss")
def minimises_graph_loss(walk, P, phi):
    symmetric_table(P)
    return best_for(walk, P, P.joint, phi.list())


@quantity("mm", "minimises kise")
def minimises_kise(walk, k, phi):
    weights = operator_weights(walk, k, phi)
    form, columns = symmetric_form(k, weights), less_means(weights, phi.list())
    feasible = congruence(columns, diagonal(weights)) == scalar(phi.width)
    return feasible and at_top(walk, form, weights, columns, mean_zero=True)


def orthonormal_centred(P, columns):
    return orthonormal(P, columns) and not any(map(P.mean, columns))


@quantity("Cx", "maximises explained")
def maximises_explained(walk, P, phi):
    return orthonormal_centred(P, phi.list()) and at_top(walk, P.DK, P.p, phi.list(), mean_zero=True)


@quantity("Cmx", "maximises nested")
def maximises_nested(walk, P, c, phi):
    decreasing(coefficients(c, phi))
    columns = phi.list()
    parts = [bilinear(P.DK, f, f) for f in columns]
    return orthonormal_centred(P, columns) and agree(parts, spectrum(walk, P))


def spectrum(walk, P):
    """`lambda_i` on mean zero of T T*, where they are shown."""
    return walk.shown.eigenvalues(*on_mean_zero(P.DK, P.p))


@quantity("Ca", "minimises contrastive")
def minimises_contrastive(walk, P, psi):
    back, d = P.transposed, psi.width
    columns = list(map(back.centred, psi.list()))
    gram = congruence(columns, back.D)
    images = [apply(back.K, g) for g in columns]
    if transpose(images, P.m) != times(transpose(columns, P.m), gram, d):
        return False
    return agree(walk.shown.eigenvalues(gram, scalar(d)), spectrum(walk, back) + [ZERO] * d)


@quantity("Ca", "minimises spectral_contrastive")
def minimises_spectral_contrastive(walk, P, psi):
    back, d = P.transposed, psi.width
    gram = congruence(psi.list(), back.D)
    images = [apply(back.K, g) for g in psi.list()]
    if transpose(images, P.m) != times(psi.entries, gram, d):
        return False
    return agree(walk.shown.eigenvalues(gram, scalar(d)), walk.shown.eigenvalues(back.DK, back.D) + [ZERO] * d)


@quantity("Cxa", "minimises low_rank")
def minimises_low_rank(walk, P, phi, psi):
    same_features(phi, psi)
    found = times(phi.entries, transpose(psi.entries, psi.width), P.m)
    wanted = [list(map(divide, row, P.q)) for row in P.T]
    rest = combine((ONE, wanted), (-ONE, found))
    left = scaled(found, P.p)  # D_p F, and (F D_q)^T
    right = scaled(transpose(found, P.m), P.q)
    products = times(rest, right, P.n) + times(transpose(rest, P.m), left, P.m)
    if any(map(any, products)):
        return False
    form = times(left, scaled(transpose(left, P.m), P.q), P.n)
    own = walk.shown.eigenvalues(form, P.D)[: phi.width]
    return agree(own, walk.shown.eigenvalues(P.DK, P.D))


@quantity("Cxa", "minimises two_sided")
def minimises_two_sided(walk, P, phi, psi):
    same_features(phi, psi)
    d, ours, theirs = phi.width, list(map(P.centred, phi.list())), list(map(P.transposed.centred, psi.list()))
    if not orthonormal(P, ours) or not orthonormal(P.transposed, theirs):
        return False
    cross = times(times(ours, P.joint, P.m), transpose(theirs, P.m), d)
    if not is_symmetric(cross):
        return False
    values = walk.shown.eigenvalues(cross, scalar(d))
    if any(known("<", value, ZERO) for value in values):
        return False
    return agree([value and power(value, 2) for value in values], spectrum(walk, P))


# The best values.


def features_from_zero(d, last=None):
    if d < 0 or last is not None and d > last:
        raise Undefined("there are no encoders with so many features")


def best_risk(walk, P, labels, d):
    features_from_zero(d)
    back = P.transposed
    whole = total(bilinear(back.D, v, v) for v in labels)
    return subtract(whole, total(leading(walk, (of_labels(P, labels), P.D), d)))


@quantity("Cai", "minimum supervised")
def minimum_supervised(walk, P, v, d):
    return best_risk(walk, P, v.list(), d)


@quantity("Cai", "minimum supervised_biased")
def minimum_supervised_biased(walk, P, v, d):
    return best_risk(walk, P, list(map(P.transposed.centred, v.list())), d)


def less_than_one(walk, P, d):
    """`sum_i (1 - lambda_i)` on mean zero of T T*"""
    features_from_zero(d, P.n - 1)
    return subtract(Fraction(d), total(leading(walk, on_mean_zero(P.DK, P.p), d)))


@quantity("Ci", "minimum noncontrastive")
def minimum_noncontrastive(walk, P, d):
    return multiply(Fraction(2), less_than_one(walk, P.transposed, d))


@quantity("Ci", "minimum svme")
def minimum_svme(walk, P, d):
    return less_than_one(walk, P, d)


@quantity("Ci", "minimum contrastive")
def minimum_contrastive(walk, P, d):
    features_from_zero(d)
    back = P.transposed
    squares = [power(value, 2) for value in leading(walk, on_mean_zero(back.DK, back.p), d)]
    return divide(total(squares), Fraction(-2))


@quantity("Ci", "minimum spectral_contrastive")
def minimum_spectral_contrastive(walk, P, d):
    features_from_zero(d)
    back = P.transposed
    return negative(total(power(value, 2) for value in leading(walk, (back.DK, back.D), d)))


@quantity("Ci", "minimum graph_loss")
def minimum_graph_loss(walk, P, d):
    symmetric_table(P)
    features_from_zero(d, P.n - 1)
    return subtract(Fraction(d), total(leading(walk, on_mean_zero(P.joint, P.p), d)))


@quantity("mi", "minimum kise")
def minimum_kise(walk, k, d):
    weights = operator_weights(walk, k)
    form = symmetric_form(k, weights)
    features_from_zero(d, len(weights) - 1)
    return subtract(Fraction(d), total(leading(walk, on_mean_zero(form, weights), d)))


@quantity("Ci", "minimum low_rank")
def minimum_low_rank(walk, P, d):
    features_from_zero(d)
    return negative(total(leading(walk, (P.DK, P.D), d)))


@quantity("Ci", "minimum two_sided")
def minimum_two_sided(walk, P, d):
    features_from_zero(d, min(P.n, P.m) - 1)
    roots = map(root, leading(walk, on_mean_zero(P.DK, P.p), d))
    return multiply(Fraction(2), subtract(Fraction(d), total(roots)))


@quantity("Cm", "maximum nested")
def maximum_nested(walk, P, c):
    c = decreasing(coefficients(c))
    features_from_zero(len(c), P.n - 1)
    return dot(c, leading(walk, on_mean_zero(P.DK, P.p), len(c)))


# Kernels and samples.


def kernel_square(k, f):
    """`c^T k c` for `f = k c`; None if there is no c."""
    c = solve(k.entries, [[x] for x in f], 1)
    return None if c is None else dot([row[0] for row in c], f)


@quantity("mm")
def kernel_norm(walk, k, f):
    same_points(walk.square(k))
    if (f.rows, len(f.entries)) != (k.rows, k.width):
        raise malformed("statement: a function on other points than the kernel's")
    if not is_symmetric(k.entries):
        raise Undefined("the kernel is not symmetric")
    square = kernel_square(k, walk.column(f))
    if square is None:
        raise Undefined("the function is not in the range of the kernel")
    return root(square)


def kernel(k):
    if not is_semidefinite(k.entries):
        raise Undefined("the kernel is not symmetric and positive semidefinite")
    return k


@quantity("mm")
def smoothness(walk, k, f):
    weights, values = operator_weights(walk, k, f), walk.column(f)
    kernel(k)
    if not any(values):
        raise Undefined("the function is zero")
    square = kernel_square(k, values)
    return ZERO if square is None else divide(bilinear(diagonal(weights), values, values), square)


@quantity("d")
def draws(_, sample):
    n, points = sum(sample.counts), [x for x, count in enumerate(sample.counts) for _ in range(count)]
    entries = [[ONE if x == point else ZERO for point in points] for x in range(len(sample.counts))]
    return Table(sample.space, None, entries, n)


@quantity("d")
def empirical(_, sample):
    n = sum(sample.counts)
    if not n:
        raise Undefined("nothing was drawn")
    return function_on(sample.space, [Fraction(count, n) for count in sample.counts])


def drawn_from(sample, table):
    if sample.space != table.rows:
        raise malformed("statement: a sample of other points")


@quantity("mdi")
def kernel_pca(walk, k, sample, d):
    """Of all positive empirical eigenvalues the trace of `k D k` against k on the drawn points' span; of some no more."""
    weights = operator_weights(walk, k)
    drawn_from(sample, kernel(k))
    drawn = [x for x, count in enumerate(sample.counts) if count]
    basis = [drawn[j] for j in independent([[k.entries[x][y] for x in drawn] for y in drawn])]
    if d > len(basis):
        raise Undefined("fewer empirical eigenvalues are positive")
    if d < 0 or not drawn:
        raise Undefined("d is negative, or nothing was drawn")
    inside = [[k.entries[x][y] for y in basis] for x in basis]
    form = congruence([k.entries[x] for x in basis], diagonal(weights))
    quotient = solve(inside, form, len(basis))
    of_all = total(quotient[i][i] for i in range(len(basis)))
    return of_all if d == len(basis) else interval(ZERO, of_all if d else ZERO)


def least_squares(walk, phi, y, radius, seen):
    """`E (f - y)^2` of the shortest best fit to the points, each as often as it is seen, if it is in the ball."""
    weights, y = walk.weights(phi.rows), walk.column(y)
    if high(radius) < 0 or not any(seen):
        raise Undefined("the radius is negative, or nothing was drawn")
    if low(radius) < 0:
        raise NotShown("the radius may be negative")
    columns = phi.list()
    BUDGET.spend(0, len(columns) ** 2)
    weighted = [list(map(multiply, f, seen)) for f in columns]
    normal = [[dot(u, f) for f in columns] for u in weighted]
    half = solve(times(normal, normal, len(columns)), [[dot(u, y)] for u in weighted], 1)
    fit = apply(normal, [row[0] for row in half])  # in the range of the symmetric matrix: no other is shorter
    if dot(fit, fit) > power(low(radius), 2):
        if high(radius) > 0:
            raise NotShown("the radius binds")
        fit = [ZERO] * len(columns)
    rest = [subtract(dot(row, fit), value) for row, value in zip(phi.entries, y)]
    return dot(weights, map(multiply, rest, rest))


@quantity("mdmr")
def fit_risk(walk, phi, sample, y, radius):
    drawn_from(sample, phi)
    drawn_from(sample, y)
    return least_squares(walk, phi, y, radius, list(map(Fraction, sample.counts)))


@quantity("mmr")
def least_risk(walk, phi, y, radius):
    if phi.rows != y.rows:
        raise malformed("statement: values on other points than the features")
    return least_squares(walk, phi, y, radius, walk.weights(phi.rows))


@quantity("C")
def characters(_, P):
    if P.n & P.n - 1:
        raise Undefined("the points are not all vectors of some bits")
    return square_on(P, [[Fraction((-1) ** bin(x & j).count("1")) for j in range(P.n)] for x in range(P.n)])


@quantity("i")
def bits(_, j):
    if j < 0:
        raise Undefined("bits of a negative number")
    return Fraction(bin(j).count("1"))


# Association and usefulness.


def inertia(P):
    """`s_1^2 + ... + s_{N-1}^2`."""
    return total(P.K[i][i] for i in range(P.n)) - 1


def two_points(P):
    if min(P.n, P.m) == 1:
        raise Undefined("a side is one point")


@quantity("C")
def cramers_v(_, P):
    two_points(P)
    return root(inertia(P) / (min(P.n, P.m) - 1))


@quantity("C")
def tschuprows_t(_, P):
    two_points(P)
    return root(root(inertia(P) ** 2 / ((P.n - 1) * (P.m - 1))))


def avoided(right, blind):
    """The share of errors that is avoided."""
    if blind == 1:
        raise Undefined("a side is one point")
    return (right - blind) / (1 - blind)


def guess_likeliest(P):
    """Goodman and Kruskal's lambda for guessing X."""
    return avoided(total(map(max, zip(*P.joint))), max(P.p))


def guess_at_random(P):
    """Goodman and Kruskal's tau for guessing X."""
    return avoided(total(dot(c, c) / w for c, w in zip(zip(*P.joint), P.q)), dot(P.p, P.p))


formula(
    "C",
    total_inertia=lambda _, P: inertia(P),
    chi_squared=lambda _, P: inertia(P),  # of probabilities
    contingency_coefficient=lambda _, P: root(inertia(P) / (1 + inertia(P))),
    lambda_X=lambda _, P: guess_likeliest(P),
    lambda_A=lambda _, P: guess_likeliest(P.transposed),
    tau_X=lambda _, P: guess_at_random(P),
    tau_A=lambda _, P: guess_at_random(P.transposed),
    kernel_deviation=lambda _, P: bilinear([[abs(add(x, -ONE)) for x in row] for row in P.kernel], P.p, P.p),
    context_complexity=lambda _, P: max(P.kernel[x][x] for x in range(P.n)),
)


@quantity("C")
def mutual_information(_, P):
    cells = [(w, P.p[x] * P.q[a]) for x, row in enumerate(P.joint) for a, w in enumerate(row) if w]
    return total(multiply(w, logarithm(divide(w, apart))) for w, apart in cells)


@quantity("Ciqi")
def tau(walk, P, d, beta, last):
    if not (0 <= d < P.n - 1 and 0 <= last <= P.n - 1):
        raise Undefined("it needs a singular value that does not exist")
    sums = [total(squared(walk, P, i) for i in range(1, k + 1)) for k in (d, last)]
    first, share = walk.gather(
        [lambda: divide(ONE, subtract(ONE, squared(walk, P, d + 1))), lambda: divide(*sums)]
    )  # fmt: skip
    return add(first, multiply(beta, share))


def positions(z):
    """Pairs of points at different positions, and the squares of their distances."""
    found = []
    for x in range(len(z.entries)):
        for y in range(x):
            steps = list(map(subtract, z.entries[x], z.entries[y]))
            if any(steps):
                found.append((x, y, dot(steps, steps)))
    if not found:
        raise Undefined("no two positions differ")
    return found


@quantity("Cx")
def kernel_lipschitz(_, P, z):
    step = lambda x, y: max(abs(subtract(row[x], row[y])) for row in P.kernel)
    return root(max(divide(power(step(x, y), 2), square) for x, y, square in positions(z)))


@quantity("Cx")
def function_lipschitz(walk, P, z):
    pairs, system = positions(z), walk.shown.systems.get(P.key)
    if system is None:
        raise NotShown("there is no singular system")
    functions = [(t, v, bilinear(P.D, v, v)) for t, v in zip(system.values, system.left)][1:]
    steps = []
    for value in set(system.values[1:]):
        for x, y, square in pairs:
            parts = (divide(power(subtract(v[x], v[y]), 2), norm) for t, v, norm in functions if t == value)
            steps.append(divide(total(parts), square))
    return root(max(steps))


# The command line.


def check(statement_data, certificate_data):
    """The certificate's finding; raises a Rejection where it does not show it."""
    BUDGET.left = MAX_WORK
    try:
        certificate = read_certificate(certificate_data)
        statement = Statement(statement_data)
        if certificate["statement"] != "sha256:" + statement.digest:
            raise Rejection("digest", "the certificate is for another statement")
        walk = Evaluation(statement, certificate)
        try:
            walk.verdict()
        except NotShown as nothing:
            raise Rejection("not shown", f"{walk.place(nothing)}: {nothing.why}") from None
        return certificate["finding"]
    except NoValue as nothing:
        raise Rejection("not shown", nothing.why) from None
    except (RecursionError, MemoryError):
        raise Rejection("not shown", "the computation is beyond the limits of this checker") from None
    except Rejection:
        raise
    except Exception as error:  # a mistake in this file must not accept anything
        raise Rejection("not shown", f"the checker failed: {error!r}") from None


def read(path, most):
    with open(path, "rb") as file:
        return file.read(most + 1)


def main(arguments=None):
    parser = argparse.ArgumentParser(description="Checks certificates against the statements beside them.")
    parser.add_argument("certificates", nargs="+", metavar="CERT")
    parser.add_argument("--statement", metavar="FILE", help="instead of statement.claim beside a certificate")
    parser.add_argument("--json", action="store_true", help="print one document")
    options = parser.parse_args(arguments)
    results, status = [], 0
    for path in options.certificates:
        beside_it = os.path.join(os.path.dirname(path), "statement.claim")
        try:
            data = read(options.statement or beside_it, 64 << 10), read(path, MAX_BYTES)
        except OSError as error:
            results.append({"file": path, "verdict": "unreadable", "details": str(error)})
            status = 2
            continue
        try:
            results.append({"file": path, "verdict": "accepted", "finding": check(*data)})
        except Rejection as rejection:
            reason = {"reason": rejection.reason, "details": rejection.details}
            results.append({"file": path, "verdict": "rejected", **reason})
            status = max(status, 1)
    if options.json:
        print(json.dumps({"results": results}, indent=2))
        return status
    for one in results:
        rest = f" ({one['finding']})" if "finding" in one else ": " + ": ".join(
            one[key] for key in ("reason", "details") if key in one
        )  # fmt: skip
        print((one["verdict"] + " " + one["file"] + rest).encode("unicode_escape").decode())
    return status


# Numbers of 20,000 digits are read and written, and terms of 200 operators walked.
if hasattr(sys, "set_int_max_str_digits"):
    sys.set_int_max_str_digits(0)
sys.setrecursionlimit(max(sys.getrecursionlimit(), 6_000))

if __name__ == "__main__":
    sys.exit(main())
