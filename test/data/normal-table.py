"""Makes normal-table.csv: python3 normal-table.py > normal-table.csv (python3-mpmath, 50 significant digits)."""

from mpmath import erfc, erfinv, exp, mp, mpf, pi, sqrt

mp.dps = 50
POINTS = ["0", "1e-300", "1e-10", "0.001", "0.1", "0.5", "0.66", "0.67", "1", "1.5", "2", "2.5", "3", "4", "5", "5.6", "5.7"]
POINTS += ["6", "8", "10", "13.37", "20", "25.5", "30", "37"]
PROBABILITIES = ["1e-300", "1e-100", "1e-20", "1e-12", "1e-6", "0.001", "0.01", "0.05", "0.074", "0.076", "0.16", "0.25", "0.4"]
PROBABILITIES += ["0.499999", "0.5", "0.6", "0.84", "0.93", "0.975", "0.999"]

print("# Standard normal distribution by mpmath at 50 significant digits, made by normal-table.py; arguments are taken as doubles.")
print("# upper = 1 - N(x), density = n(x), mills = (1 - N(x)) / n(x), deficit = 1 - x mills; quantile: N(quantile) = x.")
print("what,x,value")
for text in POINTS:
    x = mpf(float(text))
    upper = erfc(x / sqrt(mpf(2))) / 2
    density = exp(-x * x / 2) / sqrt(2 * pi)
    values = {"upper": upper, "density": density, "mills": upper / density, "deficit": 1 - x * upper / density}
    for name, value in values.items():
        print(f"{name},{text},{float(value)!r}")
mp.dps = 700
for text in PROBABILITIES:
    print(f"quantile,{text},{float(sqrt(mpf(2)) * erfinv(2 * mpf(float(text)) - 1))!r}")
