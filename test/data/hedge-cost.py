"""Golden figures of what the worked hedge costs, from the definitions and apart from the add-in's code (mpmath, 30 digits).

Run: python3 hedge-cost.py > hedge-cost.csv   (needs python3-mpmath; reads worked-case.csv, which worked-case.py made)
"""

import csv
from pathlib import Path

from mpmath import erfc, exp, findroot, log, mp, mpf, pi, sqrt

mp.dps = 30


def emit(name, value):
    print(f"{name},{mp.nstr(value, 17)}")


rows = [line for line in (Path(__file__).parent / "worked-case.csv").read_text().splitlines() if not line.startswith("#")]
legs = {row["leg"]: {key: mpf(row[key]) for key in row if key != "leg"} for row in csv.DictReader(rows)}
hedge = [("short", "VIX 2022-02-16", 4), ("medium", "VIX 2022-03-15", 4), ("long", "VIX 2022-05-18", 2)]

print("# What the worked hedge costs: see hedge-cost.py, which made it. Dollars; rates as shares per year.")
print("figure,value")
standing = capital = vix01 = mpf(0)
for layer, leg, contracts in hedge:
    figures = legs[leg]
    cost = -365 * contracts * (figures["theta"] + figures["rollDown"])
    premium = contracts * figures["price"]
    emit(f"carry {layer}", cost / premium)
    emit(f"per dollar {layer}", contracts * figures["vix01"] / premium)
    standing, capital, vix01 = standing + cost, capital + premium, vix01 + contracts * figures["vix01"]
emit("carry", standing / capital)
emit("per dollar", vix01 / capital)


# A VIX call of delta .30, 67.5 days out: the middle of the bucket of 60 to 75 days.
def cumulative(x):
    return erfc(-x / sqrt(mpf(2))) / 2


def average_decay(years):
    return (1 - exp(-2 * mpf("2.6") * years)) / (2 * mpf("2.6") * years)


near, far = 39 - mpf(405) / 1440, 75 - mpf(405) / 1440
days = mpf("67.5")
future = mpf("25.1484") + (days - near) / (far - near) * (mpf("25.7037") - mpf("25.1484"))
years, rate = days / 365, mpf("0.003")
total = mpf("1.2489") * sqrt(average_decay(years) / average_decay(mpf(30) / 365)) * sqrt(years)
d1 = findroot(lambda x: exp(-rate * years) * cumulative(x) - mpf("0.3"), -0.5)
strike = future * exp(total * total / 2 - d1 * total)
price = exp(-rate * years) * (future * cumulative(d1) - strike * cumulative(d1 - total))
beta = mpf("0.55") * exp(-mpf("7.5") * years) + mpf("0.18")
emit("per dollar bucket", mpf("0.3") * beta / price)

# The worked condor: ten of them, a credit of 13.95 on a gross width of 50, 42 days less 15 minutes, half the credit kept.
base = 10 * 100 * (50 - mpf("13.95"))
profit = 10 * 100 * mpf("13.95") / 2
left = 42 - mpf(15) / 1440
irr = profit / base * 365 / left
long_cost = -365 * 2 * (legs["VIX 2022-05-18"]["theta"] + legs["VIX 2022-05-18"]["rollDown"])
delta = 10 * (legs["put 4050"]["delta"] - legs["put 4100"]["delta"] - legs["call 4725"]["delta"] + legs["call 4775"]["delta"])
beta_of_book = delta * mpf("4500.53") / base
emit("cost of the long layer", long_cost / base)
emit("simple rate", irr)
emit("compounded rate", (1 + profit / base) ** (365 / left) - 1)
emit("ratio", long_cost / base / irr)
emit("beta", beta_of_book)
emit("expected by CAPM", exp(rate) - 1 + beta_of_book * mpf("0.05"))
