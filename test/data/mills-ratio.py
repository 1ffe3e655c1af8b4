"""Fits the Mills ratio R(x) = (1 - N(x)) / n(x) on [0, 4 sqrt 2] by a quotient of polynomials of degree 7 and 8.

python3 mills-ratio.py (python3-mpmath, about a minute) prints the coefficients that src/core/normal.ts uses, from x^0 up.
Weighted least squares, with weights that grow where the error is large (Lawson), come near the minimax fit; of many
scalings of both polynomials the one is kept whose coefficients, rounded to doubles, leave the smallest error.
"""

import random

from mpmath import cos, erfc, exp, lu_solve, matrix, mp, mpf, nstr, pi, sqrt

mp.dps = 50
END, NUMERATOR, DENOMINATOR, NODES = 4 * sqrt(mpf(2)), 7, 8, 160


def mills(x):
    return sqrt(pi / 2) * exp(x * x / 2) * erfc(x / sqrt(mpf(2)))


def value(coefficients, x):
    total = mpf(0)
    for coefficient in reversed(coefficients):
        total = total * x + coefficient
    return total


def fit():
    points = [END / 2 * (1 - cos(pi * (i + mpf(1) / 2) / NODES)) for i in range(NODES)]
    targets = [mills(x) for x in points]
    weights, divisors, best = [mpf(1)] * NODES, [mpf(1)] * NODES, None
    unknowns = NUMERATOR + 1 + DENOMINATOR
    for _ in range(40):
        normal, right = matrix(unknowns, unknowns), matrix(unknowns, 1)
        for x, target, weight, divisor in zip(points, targets, weights, divisors):
            scale = weight / (target * divisor) ** 2
            row = [x**k for k in range(NUMERATOR + 1)] + [-target * x**k for k in range(1, DENOMINATOR + 1)]
            for i in range(unknowns):
                for j in range(unknowns):
                    normal[i, j] += scale * row[i] * row[j]
                right[i] += scale * row[i] * target
        solution = lu_solve(normal, right)
        over = [solution[k] for k in range(NUMERATOR + 1)]
        under = [mpf(1)] + [solution[NUMERATOR + k] for k in range(1, DENOMINATOR + 1)]
        divisors = [value(under, x) for x in points]
        errors = [abs(value(over, x) / d / t - 1) for x, d, t in zip(points, divisors, targets)]
        if best is None or max(errors) < best[0]:
            best = (max(errors), over, under)
        mean = sum(w * e for w, e in zip(weights, errors)) / sum(weights)
        weights = [w * (e / mean + mpf("1e-3")) for w, e in zip(weights, errors)]
        total = sum(weights) / NODES
        weights = [w / total for w in weights]
    return best


def rounded(over, under, points):
    random.seed(1)
    targets, best = [mills(x) for x in points], None
    for _ in range(400):
        scale = mpf(random.uniform(1, 2)) / under[-1]
        p, q = [float(c * scale) for c in over], [float(c * scale) for c in under]
        error = max(abs(value(p, x) / value(q, x) / t - 1) for x, t in zip(points, targets))
        if best is None or error < best[0]:
            best = (error, p, q)
    return best


error, over, under = fit()
print("relative error of the fit:", nstr(error, 3))
error, over, under = rounded(over, under, [END * i / 30 for i in range(31)])
print("with coefficients as doubles:", nstr(error, 3))
print("numerator", *map(repr, over), sep="\n")
print("denominator", *map(repr, under), sep="\n")
