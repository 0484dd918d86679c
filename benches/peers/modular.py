"""The characteristic polynomial of a table's operator, modulo many primes, with FLINT doing all the work.

For a table C with row sums r and column sums c, K = D_r^-1 C D_c^-1 C^T. By Cauchy-Binet

    f(x) = prod(r) prod(c) det(x I - K)

has integer coefficients; those of x^k have the sign (-1)^(n-k) and at most prod(r) prod(c) 2^n as absolute
value, for the eigenvalues lie in [0, 1]. So f is known from its residues modulo primes whose product
exceeds that bound.

python-flint cannot scale the rows of an nmod_mat, and a product with a diagonal matrix costs as much as any
other. To spare FLINT these two products its C functions are called directly. The layout of `nmod_mat_t` is
that of FLINT 3.6; `Modular.check` compares with plain python-flint.
"""

import ctypes
import glob
import os
from array import array
from math import prod

import flint
from flint import fmpz, fmpz_mat, fmpz_poly, nmod_mat

# With FLINT 3.6, 60 bits are cheaper a bit than 31, 32, 50, 62, 63 and 64.
PRIME_BITS = 60

word = ctypes.c_uint64
signed = ctypes.c_int64


class Modulus(ctypes.Structure):
    _fields_ = [("n", word), ("ninv", word), ("norm", word)]


class Matrix(ctypes.Structure):
    _fields_ = [
        ("entries", ctypes.POINTER(word)),
        ("r", signed),
        ("c", signed),
        ("stride", signed),
        ("mod", Modulus),
    ]


class Polynomial(ctypes.Structure):
    _fields_ = [("coeffs", ctypes.POINTER(word)), ("alloc", signed), ("length", signed), ("mod", Modulus)]


def load():
    folder = os.path.join(os.path.dirname(flint.__file__), "..", "python_flint.libs")
    library = ctypes.CDLL(glob.glob(os.path.join(folder, "libflint*"))[0])
    library.nmod_mat_init.argtypes = [ctypes.c_void_p, signed, signed, word]
    library.nmod_poly_init.argtypes = [ctypes.c_void_p, word]
    library._nmod_vec_scalar_mul_nmod.argtypes = [ctypes.c_void_p, ctypes.c_void_p, signed, word, Modulus]
    return library


LIBRARY = load()
PRIMES = []  # descending from 2^60, found once and outside of all timings


def primes_beyond(bound):
    """The first primes whose product exceeds the bound."""
    product, count = 1, 0
    while product <= bound:
        if count == len(PRIMES):
            candidate = (PRIMES[-1] if PRIMES else 1 << PRIME_BITS) - 1
            while not fmpz(candidate).is_prime():
                candidate -= 1
            PRIMES.append(candidate)
        product *= PRIMES[count]
        count += 1
    return PRIMES[:count]


class Modular:
    def __init__(self, n, counts):
        self.n = n
        self.rows = [sum(counts[i * n : (i + 1) * n]) for i in range(n)]
        self.columns = [sum(counts[j::n]) for j in range(n)]
        self.scale = prod(self.rows) * prod(self.columns)
        self.primes = primes_beyond(self.scale << n)
        self.table = array("Q", counts).tobytes()
        self.transpose = array("Q", [counts[i * n + j] for j in range(n) for i in range(n)]).tobytes()
        self.counts = counts

    def matrix(self, entries, prime):
        matrix = Matrix()
        LIBRARY.nmod_mat_init(ctypes.byref(matrix), self.n, self.n, prime)
        assert (matrix.r, matrix.c, matrix.stride, matrix.mod.n) == (self.n, self.n, self.n, prime), "not FLINT 3.6"
        if entries is not None:
            ctypes.memmove(matrix.entries, entries, len(entries))
        return matrix

    def divide_rows(self, matrix, divisors, prime):
        row = ctypes.addressof(matrix.entries.contents)
        for divisor in divisors:
            inverse = pow(divisor, -1, prime)
            LIBRARY._nmod_vec_scalar_mul_nmod(row, row, self.n, inverse, matrix.mod)
            row += 8 * self.n

    def residues(self, prime):
        """The coefficients of det(x I - K) modulo a prime."""
        left, right = self.matrix(self.table, prime), self.matrix(self.transpose, prime)
        operator, polynomial = self.matrix(None, prime), Polynomial()
        self.divide_rows(left, self.rows, prime)
        self.divide_rows(right, self.columns, prime)
        LIBRARY.nmod_mat_mul(ctypes.byref(operator), ctypes.byref(left), ctypes.byref(right))
        LIBRARY.nmod_poly_init(ctypes.byref(polynomial), prime)
        LIBRARY.nmod_mat_charpoly(ctypes.byref(polynomial), ctypes.byref(operator))
        coefficients = polynomial.coeffs[: self.n + 1]
        for matrix in (left, right, operator):
            LIBRARY.nmod_mat_clear(ctypes.byref(matrix))
        LIBRARY.nmod_poly_clear(ctypes.byref(polynomial))
        return coefficients

    def combine(self, residues):
        """f, from its residues modulo all primes: a product of two integer matrices."""
        modulus = prod(self.primes)
        weights = [modulus // p * pow(modulus // p, -1, p) % modulus for p in self.primes]
        weights = [self.scale * w % modulus for w in weights]
        sums = fmpz_mat(1, len(weights), weights) * fmpz_mat(residues)
        coefficients = [fmpz(s) % modulus for s in sums.entries()]
        negative = [(self.n - k) % 2 == 1 for k in range(self.n + 1)]
        return fmpz_poly([-((-c) % modulus) if minus else c for c, minus in zip(coefficients, negative)])

    def check(self):
        """The direct calls agree with python-flint's own."""
        prime, n = self.primes[0], self.n
        table = nmod_mat(fmpz_mat(n, n, self.counts), prime)
        by_row, by_column = nmod_mat(n, n, prime), nmod_mat(n, n, prime)
        for i in range(n):
            by_row[i, i] = pow(self.rows[i], -1, prime)
            by_column[i, i] = pow(self.columns[i], -1, prime)
        operator = by_row * table * by_column * table.transpose()
        assert [int(c) for c in operator.charpoly().coeffs()] == self.residues(prime)
