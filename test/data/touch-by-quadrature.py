"""
Makes touch-by-quadrature.csv: python3 touch-by-quadrature.py > touch-by-quadrature.csv (python3-mpmath).

The probability of touching is the integral over time of the first-passage density of a Brownian motion with drift,
b / (v √(2π t³)) exp(-(b - g t)² / (2 v² t)), by numerical quadrature: not the closed formula that the product uses.
"""

from mpmath import exp, inf, log, mp, mpf, pi, quad, sqrt

mp.dps = 30
CASES = [
    (4500.53, 4100, 42, 0.25, 0.003, 0.0294),
    (4500.53, 4725, 42, 0.16, 0.003, 0.0294),
    (24.2613, 30, 12, 1.255, 0.003, 0.003),
    (18, 60, 30, 1.5, 0.05, 0.05),
    (100, 101, 365, 0.05, 0.2, 0),
    (100, 99, 365, 0.05, 0.2, 0),
    (100, 150, 730, 0.1, 0, 0.3),
    (100, 80, 3650, 2.5, 0.05, 0.01),
    (5000, 4000, 7, 0.2, 0.05, 0.015),
]

print("# Probability that the spot touches the strike by expiry: quadrature of the first-passage density at 30 digits, touch-by-quadrature.py.")
print("spot,strike,dte,vol,rate,yield,expected")
for case in CASES:
    spot, strike, dte, vol, rate, dividend = (mpf(str(x)) for x in case)
    years = dte / 365
    side = 1 if strike > spot else -1
    b = abs(log(strike / spot))
    g = side * (rate - dividend - vol * vol / 2)

    # With t = 1/u² the integrand has no singularity at t = 0.
    def passage(u):
        return 2 * b / (vol * sqrt(2 * pi)) * exp(-((b * u - g / u) ** 2) / (2 * vol * vol))

    start = 1 / sqrt(years)
    scale = vol / b
    edges = [start] + [start + scale * k for k in (0.5, 1, 2, 4, 8, 16)] + [inf]
    print(",".join(str(x) for x in case) + f",{float(quad(passage, edges))!r}")
