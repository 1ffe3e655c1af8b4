"""
Makes series-statistics.csv: python3 series-statistics.py > series-statistics.csv (standard library alone).

Twenty-four closes and VIX levels from a fixed rule. Per bar: the z-score of the close within its last ten, by the
statistics module; the volatility realised over five bars, each log return by the decimal module at 30 digits.
Beside them, a lag in each of the first rows and the correlation of log changes at that lag, by statistics.correlation.
"""

from decimal import Decimal, getcontext
from math import sin
from statistics import correlation, mean, stdev

getcontext().prec = 30
closes = [round(4500 + 60 * sin(1.7 * k) + 7 * (k % 5) - 3 * k, 2) for k in range(24)]
vix = [round(20 + 3 * sin(1.7 * (k - 3)) + 0.4 * (k % 4), 2) for k in range(24)]

print("# Z-scores, realised vol and lagged correlations by Python's statistics and decimal modules: series-statistics.py.")
print("close,vix,z10,realised5,lag,correlation")
logs = lambda values: [float((Decimal(str(b)) / Decimal(str(a))).ln()) for a, b in zip(values, values[1:])]
steps, vixSteps = logs(closes), logs(vix)
for k in range(24):
    held = closes[k - 9 : k + 1] if k >= 9 else []
    z = repr((closes[k] - mean(held)) / stdev(held)) if held else ""
    five = steps[k - 5 : k] if k >= 5 else []
    realised = repr((252 * mean([r * r for r in five])) ** 0.5) if five else ""
    lag = k if k <= 7 else ""
    found = repr(correlation(steps[: len(steps) - k], vixSteps[k:])) if k <= 7 else ""
    print(f"{closes[k]},{vix[k]},{z},{realised},{lag},{found}")
