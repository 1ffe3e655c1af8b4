"""Makes option-grid.csv: python3 option-grid.py SEED SCALE OUT (python3-mpmath). Scale 0.35 gives the size of the table kept."""

import math
import random
import sys

from mpmath import erfc, exp, log, mp, mpf, pi, sqrt

mp.dps = 60
HEADER = "zone,kind,spot,strike,dte,vol,rate,yield,price,delta,gamma,vega,theta,rho,vanna,volga,charm"


def cumulative(x):
    return erfc(-x / sqrt(mpf(2))) / 2


def density(x):
    return exp(-x * x / 2) / sqrt(2 * pi)


def value_and_derivatives(spot, strike, years, vol, rate, dividend, sign):
    spot, strike, years, vol, rate, dividend = map(mpf, (spot, strike, years, vol, rate, dividend))
    root = sqrt(years)
    total = vol * root
    d1 = (log(spot / strike) + (rate - dividend) * years) / total + total / 2
    d2 = d1 - total
    yield_discount = exp(-dividend * years)
    rate_discount = exp(-rate * years)
    n1, n2, peak = cumulative(sign * d1), cumulative(sign * d2), density(d1)
    spot_value, strike_value = spot * yield_discount, strike * rate_discount
    return [
        sign * (spot_value * n1 - strike_value * n2),
        sign * yield_discount * n1,
        yield_discount * peak / (spot * total),
        spot_value * peak * root,
        -spot_value * peak * vol / (2 * root) + sign * (dividend * spot_value * n1 - rate * strike_value * n2),
        sign * strike_value * years * n2,
        -yield_discount * peak * d2 / vol,
        spot_value * peak * root * d1 * d2 / vol,
        sign * dividend * yield_discount * n1
        - yield_discount * peak * (2 * (rate - dividend) * years - d2 * total) / (2 * years * total),
    ]


def rows(scale):
    def row(zone, spot, strike, dte, vol, rate, dividend, sign):
        results = value_and_derivatives(spot, strike, mpf(dte) / 365, vol, rate, dividend, sign)
        if results[0] < mpf("1e-250"):
            return None
        inputs = [zone, "call" if sign > 0 else "put"] + [repr(x) for x in (spot, strike, dte, vol, rate, dividend)]
        return inputs + [repr(float(x)) for x in results]

    for _ in range(int(3000 * scale)):
        spot = round(random.uniform(4000, 6500), 2)
        vol = random.choice([0.05, 0.08, 0.1, 0.15, 0.2, 0.3, 0.5, 0.8])
        dte = random.choice([0.125, 1.0, 3.0, 7.0, 30.0, 90.0, 365.0, 730.0])
        strike = round(spot * math.exp(random.uniform(-6, 6) * vol * math.sqrt(dte / 365)) / 5) * 5.0
        if strike > 0:
            rate, dividend = round(random.uniform(0, 0.06), 4), round(random.uniform(0, 0.02), 4)
            yield row("spx", spot, strike, dte, vol, rate, dividend, random.choice([1, -1]))
    for _ in range(int(1500 * scale)):
        forward = round(random.uniform(11, 45), 2)
        strike = round(random.uniform(9, 90) * 2) / 2
        rate = round(random.uniform(0, 0.06), 4)
        dte = float(random.choice([1, 7, 14, 30, 60, 120, 200]))
        vol = round(random.uniform(0.3, 2.5), 4)
        yield row("vix76", forward, strike, dte, vol, rate, rate, random.choice([1, -1]))
    for _ in range(int(1500 * scale)):
        strike = float("%.12g" % (100 * 10 ** random.uniform(-2, 2)))
        dte = float("%.12g" % (365 * 10 ** random.uniform(-5, 1.5)))
        vol = float("%.12g" % 10 ** random.uniform(-3, 0.7))
        rate, dividend = round(random.uniform(-0.02, 0.1), 5), round(random.uniform(0, 0.05), 5)
        yield row("wide", 100.0, strike, dte, vol, rate, dividend, random.choice([1, -1]))
    for _ in range(int(1000 * scale)):
        total = 10 ** random.uniform(-6, -1)
        dte = float("%.12g" % (365 * 10 ** random.uniform(-4, 0)))
        vol = float("%.12g" % (total / math.sqrt(dte / 365)))
        if vol <= 10:
            strike = float("%.15g" % (100 * math.exp(total * random.uniform(-8, 8))))
            yield row("tinyvol", 100.0, strike, dte, vol, 0.0, 0.0, random.choice([1, -1]))


if __name__ == "__main__":
    seed, scale, out = int(sys.argv[1]), float(sys.argv[2]), sys.argv[3]
    random.seed(seed)
    with open(out, "w") as table:
        table.write(HEADER + "\n")
        for cells in rows(scale):
            if cells:
                table.write(",".join(cells) + "\n")
