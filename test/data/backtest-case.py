"""One month of ten condors, worked out apart from the project's code: 2022-02-16 to 2022-03-15.

SPX 4475.01, VIX 24.29, rate .003, yield .02; ATM vol .88 x VIX, skew -.30 per ln(K/F)/sqrt(T); shorts of delta .16 on
the 5-point grid, wings 50 + 20 (VIX above 16); 7.5% slippage on opening, 4 dollars fees a condor. T = 27/365.
Prints the strikes, the credit in points, and the gain in dollars at SPX 4262.45, and at 3000 (the largest loss).
"""
import math
from statistics import NormalDist

N = NormalDist().cdf
S, R, Q, T = 4475.01, 0.003, 0.02, 27 / 365
F = S * math.exp((R - Q) * T)


def vol(k):
    return 0.88 * 0.2429 - 0.30 * math.log(k / F) / math.sqrt(T)


def price(kind, k):
    s = vol(k) * math.sqrt(T)
    d1 = math.log(F / k) / s + s / 2
    return kind * math.exp(-R * T) * (F * N(kind * d1) - k * N(kind * (d1 - s)))


def delta(kind, k):
    s = vol(k) * math.sqrt(T)
    return math.exp(-Q * T) * N(kind * (math.log(F / k) / s + s / 2))


def short(kind):
    near, far = F, F * math.exp(kind * 0.3)
    for _ in range(200):
        mid = (near + far) / 2
        near, far = (mid, far) if delta(kind, mid) > 0.16 else (near, mid)
    return 5 * round(near / 5)


sp, sc = short(-1), short(1)
legs = [(-1, sp - 70, 1), (-1, sp, -1), (1, sc, -1), (1, sc + 70, 1)]
credit = -sum(q * price(kind, k) for kind, k, q in legs)
for end in [4262.45, 3000]:
    payoff = sum(q * max(kind * (end - k), 0) for kind, k, q in legs)
    print([k for _, k, _ in legs], round(credit, 6), end, round(1000 * (payoff + credit) - 1000 * 0.075 * credit - 40, 4))
