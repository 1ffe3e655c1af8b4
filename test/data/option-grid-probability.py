"""Makes option-grid-probability.csv: python3 option-grid-probability.py > option-grid-probability.csv (python3-mpmath).

Probabilities of finishing in the money and of touching the strike, and the strike of a delta, at 60 significant digits,
rounded to double; T = dte/365 as a double. The touch is the reflection formula, the strike the inverted delta, whose
normal quantile is found by Newton's method on the cumulative.
"""

import math
import random

from mpmath import erfc, exp, log, mp, mpf, pi, sqrt

mp.dps = 60
random.seed(7)


def cumulative(x):
    return erfc(-x / sqrt(mpf(2))) / 2


def quantile(p):
    if p > mpf(1) / 2:
        return -quantile(1 - p)
    x = -sqrt(-2 * log(p)) if p < mpf("0.1") else mpf(0)
    for _ in range(200):
        step = (cumulative(x) - p) / (exp(-x * x / 2) / sqrt(2 * pi))
        x -= step
        if abs(step) < mpf(10) ** -50:
            break
    return x


print("# Probabilities and strikes by mpmath at 60 significant digits, made by option-grid-probability.py.")
print("# finish: risk-neutral probability of finishing in the money; touch: of standing at the strike at least once by expiry;")
print("# struck: the strike at which the option of that kind has the delta.")
print("kind,spot,strike,dte,vol,rate,yield,delta,finish,touch,struck")
for _ in range(300):
    sign = random.choice([1, -1])
    dte = float("%.6g" % (10 ** random.uniform(-1, 3.3)))
    vol = float("%.4g" % (10 ** random.uniform(-1.5, 0.5)))
    rate, dividend = round(random.uniform(-0.03, 0.08), 4), round(random.uniform(-0.01, 0.05), 4)
    spot = round(random.uniform(10, 6000), 2)
    deviations = random.uniform(-7, 7)
    strike = float("%.8g" % (spot * math.exp(deviations * vol * math.sqrt(dte / 365))))
    delta = float("%.6g" % (sign * 10 ** random.uniform(-6, -0.01) * math.exp(-abs(dividend) * dte / 365)))
    S, K, T, v, r, q = map(mpf, (spot, strike, dte / 365, vol, rate, dividend))
    total = v * sqrt(T)
    d2 = (log(S / K) + (r - q) * T) / total - total / 2
    side = 1 if K > S else -1
    b, g = abs(log(K / S)), side * (r - q - v * v / 2)
    touch = cumulative((g * T - b) / total) + exp(2 * g * b / v**2) * cumulative((-g * T - b) / total)
    size = abs(mpf(delta)) * exp(q * T)
    struck = S * exp((r - q) * T + total * total / 2 - sign * total * quantile(size))
    cells = [repr(x) for x in (spot, strike, dte, vol, rate, dividend, delta)]
    cells += [repr(float(x)) for x in (cumulative(sign * d2), touch, struck)]
    print(",".join(["call" if sign > 0 else "put"] + cells))
