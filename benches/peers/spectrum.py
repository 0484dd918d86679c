"""Times FLINT (through python-flint) on what `contexture spectrum` computes: the characteristic polynomial of
K = D_r^-1 C D_c^-1 C^T for an n x n table C, then its certified roots with multiplicities.

Usage: run [--json] [n ...]. All of it in one thread; medians of wall times in milliseconds.
"""

import json
import os
import platform
import statistics
import sys
import time
from math import lcm

import flint
from flint import acb_mat, arb_mat, ctx, fmpq, fmpq_mat, fmpq_poly, fmpz, fmpz_mat, fmpz_poly

from modular import Modular

SEED = 1
SIZES = [5, 10, 20, 40, 60, 100, 150, 200]
# Above these n a peer is left out: it would take minutes, and has long been beaten.
LIMITS = {"integer": 100, "rational": 100}
MASK = (1 << 64) - 1
PINNED = [14, 6, 0, 19, 12, 12, 14, 17]


def counts(n, seed):
    """The table of `benches/tables.rs`: SplitMix64, its high bits modulo 21. A test there pins both."""
    state, values = seed, []
    for _ in range(n * n):
        state = (state + 0x9E3779B97F4A7C15) & MASK
        z = ((state ^ (state >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        values.append(((z ^ (z >> 31)) >> 33) % 21)
    return values


def measure(work, seconds=2.0):
    """The result, and the median and least time of 3 to 25 runs."""
    times = []
    while len(times) < 3 or (sum(times) < seconds and len(times) < 25):
        start = time.perf_counter()
        result = work()
        times.append(time.perf_counter() - start)
    summary = {"median_ms": 1e3 * statistics.median(times), "least_ms": 1e3 * min(times), "runs": len(times)}
    return result, summary


def primitive(polynomial):
    """Without its content, and with a positive leading coefficient."""
    content = polynomial.content()
    return polynomial // (content if polynomial[polynomial.degree()] > 0 else -content)


def scaled_operator(n, values):
    """The integer matrix d K and d, with d = lcm(r) lcm(c)."""
    table = fmpz_mat(n, n, values)
    rows = [sum(values[i * n : (i + 1) * n]) for i in range(n)]
    columns = [sum(values[j::n]) for j in range(n)]
    by_row, by_column = fmpz_mat(n, n), fmpz_mat(n, n)
    for i in range(n):
        by_row[i, i] = lcm(*rows) // rows[i]
        by_column[i, i] = lcm(*columns) // columns[i]
    return by_row * (table * (by_column * table.transpose())), fmpz(lcm(*rows) * lcm(*columns))


def through_integers(n, values):
    """det(x I - d K), and back to K by x -> d x."""
    matrix, d = scaled_operator(n, values)
    coefficients = matrix.charpoly().coeffs()
    return primitive(fmpz_poly([c * d**k for k, c in enumerate(coefficients)]))


def rational_operator(n, values):
    matrix, d = scaled_operator(n, values)
    return fmpq_mat(matrix) / fmpq(d)


def through_rationals(n, values):
    return primitive(fmpq_poly(rational_operator(n, values).charpoly()).numer())


def enclosures(operator):
    """Certified eigenvalues in ball arithmetic; the precision doubles until they separate. It answers less:
    no polynomial comes out, and where an eigenvalue is multiple they never separate."""
    for precision in (64, 128, 256, 512, 1024):
        ctx.prec = precision
        try:
            return acb_mat(arb_mat(operator)).eig()
        except ValueError:
            pass
        finally:
            ctx.prec = 53
    return None


def certified_roots(polynomial, n):
    """Real roots with multiplicities: a factorization into squarefree parts, then isolation of each."""
    roots = polynomial.complex_roots()
    assert sum(multiplicity for _, multiplicity in roots) == n
    assert all(root.imag == 0 for root, _ in roots), "K has real eigenvalues"
    return roots


def peers(n):
    """Every measured stage for one size."""
    values = counts(n, SEED)
    modular = Modular(n, values)
    modular.check()
    residues, by_primes = measure(lambda: [modular.residues(p) for p in modular.primes])
    polynomial, combine = measure(lambda: primitive(modular.combine(residues)))
    roots, isolation = measure(lambda: certified_roots(polynomial, n))
    assert polynomial(fmpz(1)) == 0, "the constant function has the eigenvalue 1"
    stages = {"residues": by_primes, "combine": combine, "roots": isolation}
    for name, method in (("integer", through_integers), ("rational", through_rationals)):
        if n <= LIMITS[name]:
            same, stages[name] = measure(lambda: method(n, values))
            assert same == polynomial, f"{name} disagrees"
    operator = rational_operator(n, values)
    found, stages["enclosures"] = measure(lambda: enclosures(operator))
    assert found is not None and len(found) == n, "these tables have simple eigenvalues"
    return {
        "n": n,
        "primes": len(modular.primes),
        "bits": polynomial.height_bits(),
        "distinct": len(roots),
        "stages": stages,
        "totals_ms": totals(stages),
    }


def totals(stages):
    """For each peer, from the table to the roots."""
    time_of = {name: stage["median_ms"] for name, stage in stages.items()}
    result = {"modular": time_of["residues"] + time_of["combine"] + time_of["roots"]}
    for name in ("integer", "rational"):
        if name in time_of:
            result[name] = time_of[name] + time_of["roots"]
    return result | {"enclosures": time_of["enclosures"]}


def line(row):
    def cell(milliseconds):
        return f"{'-' if milliseconds is None else format(milliseconds, '.2f'):>11}"

    stage = {name: s["median_ms"] for name, s in row["stages"].items()}
    columns = [stage.get(name) for name in ("residues", "combine", "integer", "rational", "roots")]
    total = [row["totals_ms"].get(name) for name in ("modular", "integer", "rational", "enclosures")]
    best = min(row["totals_ms"], key=row["totals_ms"].get)
    return f"{row['n']:>4}{row['primes']:>7}" + "".join(map(cell, columns + total)) + f"  {best}"


def main(arguments):
    assert counts(5, 1)[:8] == PINNED, "the generator differs from that of benches/tables.rs"
    wanted = [int(a) for a in arguments if a != "--json"] or SIZES
    print(f"python-flint {flint.__version__}, FLINT {flint.__FLINT_VERSION__}, one thread, seed {SEED}")
    print("medians in ms; the first five columns are stages, the next four totals from table to roots")
    titles = ["residues", "combine", "integer", "rational", "roots", "modular", "integer", "rational", "enclosures"]
    print(f"{'n':>4}{'primes':>7}" + "".join(f"{t:>11}" for t in titles) + "  best")
    rows = []
    for n in wanted:
        rows.append(peers(n))
        print(line(rows[-1]), flush=True)
    left_out = ", ".join(f"{name} above n = {limit}" for name, limit in LIMITS.items())
    print(f"left out as too slow: {left_out}")
    if "--json" in arguments:
        write(rows)


def write(rows):
    path = os.path.join("target", "peers", "spectrum.json")
    document = {
        "flint": flint.__FLINT_VERSION__,
        "python_flint": flint.__version__,
        "machine": platform.machine(),
        "seed": SEED,
        "sizes": rows,
    }
    with open(path, "w") as file:
        json.dump(document, file, indent=1)
    print(f"written: {path}", file=sys.stderr)


main(sys.argv[1:])
