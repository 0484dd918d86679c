#!/usr/bin/env python3
"""Tests of `check.py`: certificates made by hand, forged ones, and files that are no certificates.

    python3 proofs/test_check.py
"""

import contextlib
import copy
import hashlib
import io
import json
import os
import random
import sys
import tempfile
import unittest
from fractions import Fraction as F

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
import check  # noqa: E402

# Matrices of the page, from the definitions, and squares for them.


def shown(value):
    """Numbers as the file writes them."""
    if isinstance(value, (list, tuple)):
        return [shown(one) for one in value]
    return str(F(value))


def product(a, b):
    return [[sum(x * y for x, y in zip(row, column)) for column in zip(*b)] for row in a]


def flip(rows):
    return [list(column) for column in zip(*rows)]


def mix(*parts):
    """A sum of multiples of matrices."""
    size = range(len(parts[0][1]))
    return [[sum(F(c) * m[i][j] for c, m in parts) for j in size] for i in size]


def diagonal(numbers):
    return [[F(x) if i == j else F(0) for j in range(len(numbers))] for i, x in enumerate(numbers)]


def squares(matrix):
    """An exact `L D L^T` of a positive semidefinite matrix, as squares."""
    rest, found = [list(map(F, row)) for row in matrix], []
    for j in range(len(rest)):
        w = rest[j][j]
        if w == 0:
            assert not any(rest[j]), "not positive semidefinite"
            continue
        assert w > 0, "not positive semidefinite"
        v = [x / w for x in rest[j]]
        found.append({"weight": shown(w), "vector": shown(v)})
        rest = [[x - w * a * b for x, b in zip(row, v)] for row, a in zip(rest, v)]
    return found


class Table:
    """A context and its forms."""

    def __init__(self, counts):
        whole = sum(map(sum, counts))
        self.joint = [[F(cell, whole) for cell in row] for row in counts]
        self.n, self.p, self.q = len(counts), [sum(row) for row in self.joint], [sum(c) for c in flip(self.joint)]
        self.D = diagonal(self.p)
        self.DK = product(product(self.joint, diagonal([1 / w for w in self.q])), flip(self.joint))
        self.ones = product([[w] for w in self.p], [self.p])
        self.inner, self.form = mix((1, self.D), (-1, self.ones)), mix((1, self.DK), (-1, self.ones))

    def value(self):
        labels = lambda letter, size: [f"{letter}{i}" for i in range(size)]
        return {"x": labels("x", self.n), "a": labels("a", len(self.q)), "joint": shown(self.joint)}

    def on(self, family, form):
        """`G^T M G`"""
        return product(product(family, form), flip(family))

    def outer(self, f):
        image = [w * x for w, x in zip(self.p, f)]
        return product([[x] for x in image], [image])

    def unexplained(self, phi):
        """E of one feature that is not constant, or of none."""
        if phi is None:
            return self.inner
        image = product([phi], self.inner)
        size = product(image, flip([phi]))[0][0]
        return mix((1, self.inner), (-1 / size, product(flip(image), image)))

    def bound(self, i, lower, family, upper, outside, m=1):
        found = {"index": i, "lower": shown(lower), "upper": shown(upper)}
        if lower:
            b, c = self.on(family, self.form), self.on(family, self.inner)
            floor = F(1, 1000)
            found.update(family=shown(family), floor=shown(floor), lower_psd=squares(mix((1, b), (-F(lower), c))))
            found.update(floor_psd=squares(mix((1, c), (-floor, diagonal([1] * i)))))
        if upper < 1:
            parts = [(upper, self.D), (-1, self.DK), (1, self.ones)] + [(m, self.outer(w)) for w in outside]
            found.update(outside=shown(outside), multiplier=shown(m), upper_psd=squares(mix(*parts)))
        return found

    def spectrum(self, *bounds):
        return {"of": "spectrum", "context": "P", "bounds": [self.bound(*bound) for bound in bounds]}

    def ritz(self, phi, lower, upper):
        """The one Ritz value of one feature."""
        (c,), (b,) = self.on([phi], self.inner)[0], self.on([phi], self.form)[0]
        bound = {"index": 1, "lower": shown(lower), "upper": shown(upper)}
        if lower:
            floor = {"floor": shown(c / 2), "floor_psd": squares([[c / 2]])}
            bound.update(family=[["1"]], lower_psd=squares([[b - lower * c]]), **floor)
        if upper < 1:
            bound.update(outside=[], multiplier="0", upper_psd=squares([[upper * c - b]]))
        return {"of": "ritz", "context": "P", "features": shown(flip([phi])), "bounds": [bound]}

    def learns(self, phi, level, m=1):
        inside = mix((1, self.on([phi], self.form)), (-level, self.on([phi], self.inner)))
        outside = mix((level, self.D), (-1, self.DK), (1, self.ones), (m, self.outer(phi)))
        found = {"of": "learns", "context": "P", "features": shown(flip([phi])), "level": shown(level)}
        return {**found, "inside_psd": squares(inside), "outside_psd": squares(outside), "multiplier": shown(m)}

    def misses(self, phi, level, family, e=F(1, 1000)):
        gap = mix((1, self.on(family, self.form)), (-level, self.on(family, self.inner)), (-e, diagonal([1])))
        low = mix((level, self.on([phi], self.inner)), (-1, self.on([phi], self.form)))
        found = {"of": "learns", "context": "P", "features": shown(flip([phi])), "level": shown(level)}
        found.update(family=shown(family), floor=shown(e), floor_psd=squares(gap))
        return {**found, "low": [["1"]], "low_psd": squares(low)}

    def error(self, phi, square, upper, t, g):
        e = self.unexplained(phi)
        matrix = mix((upper, self.D), (-1, e), (t * square, self.D), (-t, self.DK), (g, self.ones))
        return {"upper": shown(upper), "multiplier": shown(t), "constant": shown(g), "psd": squares(matrix)}


def task(*pairs):
    return [{"weight": shown(w), "function": shown(v)} for w, v in pairs]


def column(*numbers):
    return [[str(F(x))] for x in numbers]


def source(statement):
    [path] = [
        os.path.join(HERE, chapter, statement, "statement.claim")
        for chapter in ("foundations", "optimality", "evaluation")
        if os.path.exists(os.path.join(HERE, chapter, statement, "statement.claim"))
    ]
    with open(path, "rb") as file:
        return file.read()


def certificate(text, finding, instance, witnesses=()):
    return {
        "version": 1,
        "statement": "sha256:" + hashlib.sha256(text).hexdigest(),
        "finding": finding,
        "instance": {name: one.value() if isinstance(one, Table) else one for name, one in instance.items()},
        "witnesses": list(witnesses),
    }


POINT, TWO, THREE = Table([[1]]), Table([[1], [1]]), Table([[1], [1], [1]])
# K has the eigenvalues 1, 1, 0: x0 and x1 are one point for it.
FORK = Table([[0, 1], [0, 1], [1, 0]])
STAR = Table([[0, 0, 1], [0, 1, 0], [1, 0, 1]])
CORNER = Table([[0, 1], [1, 1]])
SPLIT = Table([[0, 0, 1], [1, 1, 0]])
MU, NU = [F(1), F(1), F(-2)], [F(1), F(-1), F(0)]  # of FORK: eigenvalues 1 and 0

fork_spectrum = FORK.spectrum((1, 1, [MU], 1, []), (2, 0, None, F(0), [MU]))


def bent():
    """A violation of the encoder bound: a feature near mu_1, eps = 1/100, and a task near it on the other side."""
    phi, eps = [F(0), F(1), F(9)], F(1, 100)
    f = [F(1) - F(1, 6), F(1) + F(1, 6), F(-2)]
    e = FORK.unexplained(phi)
    norm, kept, missed = (FORK.on([f], form)[0][0] for form in (FORK.D, FORK.DK, e))
    assert kept / norm >= (1 - eps) ** 2
    theta = FORK.on([phi], FORK.form)[0][0] / FORK.on([phi], FORK.inner)[0][0]
    instance = {"P": FORK, "d": "1", "Phi": column(*phi), "eps": shown(eps)}
    error = {"of": "worst_error", "context": "P", "features": column(*phi), "eps": shown(eps)}
    error.update(lower=shown(missed / norm), task=task((1, f)))
    return instance, [fork_spectrum, FORK.ritz(phi, theta, theta), error]


class Case:
    def __init__(self, name, finding, instance, *witnesses, text=None):
        self.text = source(name) if text is None else text
        self.certificate = certificate(self.text, finding, instance, witnesses)

    def forged(self, *changes):
        """With other values at paths of the certificate; a value may be made from the old one."""
        found = copy.deepcopy(self.certificate)
        for *path, value in changes:
            at = found
            for step in path[:-1]:
                at = at[step]
            if value is None:
                del at[path[-1]]
            else:
                at[path[-1]] = value(at[path[-1]]) if callable(value) else value
        return found

    def answer(self, document=None):
        document = self.certificate if document is None else document
        data = document if isinstance(document, bytes) else json.dumps(document).encode()
        try:
            return check.check(self.text, data), ""
        except check.Rejection as rejection:
            return rejection.reason, rejection.details


def cases():
    two, plane = {"P": TWO}, {"P": TWO, "d": "1", "Phi": column(0, 0)}
    one = {"P": POINT}
    exact = {"of": "worst_error", "context": "P", "features": column(0, 0, 1), "eps": "1/4", "lower": "7/16"}
    exact.update(task=task((F(9, 16), MU), (F(7, 16), NU)), **FORK.error([0, 0, 1], F(9, 16), F(7, 16), F(1), F(1)))
    missing = {"of": "has_task", "context": "P", "features": column(0, 1, 0), "rho": "0"}
    missing.update(FORK.error([0, 1, 0], F(0), F(1, 2), F(-10), F(20)))
    flat = THREE.spectrum((1, 0, None, F(0), []), (2, 0, None, F(0), [[1, -1, 0]]))
    quarter = F(1, 4)  # s_2^2 of STAR
    best, second = [F(1), F(-3), F(1)], [F(2), F(0), F(-1)]
    system = {"left": [["1", "1"], ["-2", "1"]], "right": [["1", "1"], ["2", "-1"]]}
    encoder = {"P": FORK, "d": "1", "eps": "1/4", "Phi": column(0, 0, 1)}
    return {
        "rkhs-formula": Case("rkhs-formula", "refuted", {**two, "f": column(0, 1), "g": column(0, 1)}),
        "rkhs-well-defined": Case(
            "rkhs-well-defined", "refuted", {**two, "f": column(0, 0), "g": column(1, -1), "k": column(0, 1)}
        ),
        "rkhs-compatible": Case("rkhs-compatible", "refuted", {**one, "f": column(1), "eps": "0"}),
        "maximal-correlation": Case("maximal-correlation", "ill-posed", one),
        "independence": Case("independence", "ill-posed", one),
        "compat-defined": Case("compat-defined", "ill-posed", {**one, "f": column(1)}),
        "compat-realised": Case("compat-realised", "refuted", {**two, "f": column(1, -1), "eps": "1"}),
        "compat-spectral": Case(
            "compat-spectral",
            "ill-posed",
            {**two, "S": {"left": [["1", "1"], ["1", "-1"]], "right": [["1"]]}, "f": column(0, 1)},
        ),
        "average-encoder": Case(
            "average-encoder",
            "refuted",
            {"P": SPLIT, "d": "1", "Psi": column(0, 1, -1)},
            SPLIT.spectrum((1, F(9, 10), [[2, -1]], 1, [])),
            SPLIT.learns([F(-1), F(1, 2)], 1),
        ),
        "encoder-bound": Case("encoder-bound", "refuted", bent()[0], *bent()[1]),
        "optimality-value": Case(
            "optimality-value", "ill-posed", {"P": THREE, "d": "1", "eps": "1", "Phi": column(0, 0, 0)}, flat
        ),
        "optimality-iff": Case("optimality-iff", "refuted", encoder, fork_spectrum, exact),
        "optimality-converse": Case(
            "optimality-converse",
            "refuted",
            {**encoder, "eps": "1", "Phi": column(0, 1, 0)},
            fork_spectrum,
            missing,
        ),
        "ratio-trace-defined": Case("ratio-trace-defined", "ill-posed", {**one, "d": "1", "Phi": column(1)}),
        "ratio-trace-invariant": Case(
            "ratio-trace-invariant", "ill-posed", {**one, "d": "1", "Phi": column(0), "G": [["1"]]}
        ),
        "ratio-trace-max": Case("ratio-trace-max", "ill-posed", plane),
        "trace-gap-upper": Case("trace-gap-upper", "ill-posed", plane),
        "trace-gap-monotone": Case("trace-gap-monotone", "ill-posed", {**plane, "f": column(0, 1)}),
        "trace-gap-at-optimum": Case(
            "trace-gap-at-optimum",
            "refuted",
            {"P": STAR, "d": "1", "Phi": column(*best)},
            STAR.spectrum((1, 1, [best], 1, []), (2, quarter, [best, second], quarter, [best])),
            STAR.ritz(best, 1, 1),
            STAR.learns(best, 1, 2),
        ),
        "tau-second-term": Case(
            "tau-second-term",
            "ill-posed",
            {**two, "beta": "1", "d0": "1", "d": "1"},
            TWO.spectrum((1, 0, None, F(0), [])),
        ),
        "lipschitz": Case(
            "lipschitz", "refuted", {"P": CORNER, "S": system, "z": column(0, 1), "c": "1"}
        ),
    }


CASES = cases()


def own(body, finding, instance, *witnesses):
    """A case with a statement of its own."""
    return Case(None, finding, instance, *witnesses, text=("statement own\nsource    own\n" + body).encode())


class Accepted(unittest.TestCase):
    def test_ledger(self):
        for name, case in CASES.items():
            with self.subTest(name):
                self.assertEqual(case.answer(), (case.certificate["finding"], ""))


if __name__ == "__main__":
    unittest.main()
