"""Cost of two presets over the monthly history, worked out apart from the project's code.

Usage: python3 cost-audit.py MONTHLY_ROLLS.csv > cost-audit.csv
With VIX thresholds after the file: rolls and net dollars of 442 bought only at such a VIX or above.
The input is the table of monthly VIX expirations 2006-2022 (SPX, VIX, VVIX, VX1-4, 13-week bill). Black-76 on the VX
curve (straight lines in days, flat at the end), vol of a VIX future by mean reversion k = 2.6 from VVIX, strikes of
delta .30 to the whole point, half-spread .05 and fee 1 dollar a contract, settlement at the VIX open.
"""
import csv, datetime as dt, math, sys
from statistics import NormalDist

N = NormalDist()
rows = list(csv.DictReader(open(sys.argv[1])))
dates = [dt.date.fromisoformat(r["date"]) for r in rows]
# Expirations after the last row, by Cboe's calendar.
expiries = dates + [dt.date(2022, *md) for md in [(4, 20), (5, 18), (6, 15), (7, 20), (8, 17)]]
K = 2.6


def rate(r):
    return -math.log(1 - float(r["tbill_13w_pct"]) / 100 * 91 / 360) * 365 / 91


def days(i, e):
    return (e - dates[i]).days - 6.5 / 24


def curve(i, t):
    points = [(0.0, float(rows[i]["vix_close"]))]
    after = [e for e in expiries if e > dates[i]]
    points += [(days(i, e), float(rows[i][c])) for e, c in zip(after, ["vx1", "vx2", "vx3", "vx4"]) if rows[i][c]]
    for (a, fa), (b, fb) in zip(points, points[1:]):
        if t <= b:
            return fa + (t - a) / (b - a) * (fb - fa)
    return points[-1][1]


def vol(i, t):
    decay = lambda years: (1 - math.exp(-2 * K * years)) / (2 * K * years)
    return float(rows[i]["vvix_close"]) / 100 * math.sqrt(decay(t / 365) / decay(30 / 365))


def call(i, e, strike):
    t = days(i, e)
    f, s, y = curve(i, t), vol(i, t), t / 365
    d1 = math.log(f / strike) / (s * math.sqrt(y)) + s * math.sqrt(y) / 2
    return math.exp(-rate(rows[i]) * y) * (f * N.cdf(d1) - strike * N.cdf(d1 - s * math.sqrt(y)))


def strike(i, e):
    t = days(i, e)
    f, s, y = curve(i, t), vol(i, t), t / 365
    d1 = N.inv_cdf(0.3 * math.exp(rate(rows[i]) * y))
    return round(f * math.exp(s * s * y / 2 - d1 * s * math.sqrt(y)))


def chosen(i, low, high, target):
    after = [e for e in expiries if e > dates[i]]
    dte = lambda e: (e - dates[i]).days
    inside = [e for e in after if low <= dte(e) <= high]
    if inside:
        return min(inside, key=lambda e: abs(dte(e) - target)) if target else inside[0]
    return min(after, key=lambda e: max(low - dte(e), dte(e) - high, 0))


def audit(layers, count, threshold=0):
    held, years = {}, {}
    before = 0.0
    for i, row in enumerate(rows):
        y = years.setdefault(dates[i].year, dict(rolls=0, spent=0.0, received=0.0, costs=0.0, net=0.0))
        cash = 0.0
        for n, (low, high, target) in enumerate(layers):
            if n not in held:
                continue
            e, k, q = held[n]
            if e <= dates[i]:
                got, cost = q * 100 * max(float(row["vix_open"]) - k, 0), 0
            elif (e - dates[i]).days < low and low >= 21 and chosen(i, low, high, target) > e:
                got, cost = q * 100 * call(i, e, k), q * 6
            else:
                continue
            del held[n]
            y["received"] += got
            y["costs"] += cost
            cash += got - cost
        for n, (low, high, target) in enumerate(layers):
            if n in held or i == len(rows) - 1 or float(row["vix_close"]) < threshold:
                continue
            e = chosen(i, low, high, target)
            k = strike(i, e)
            price = call(i, e, k)
            q = count(n, curve(i, days(i, e)), price)
            if q == 0:
                continue
            held[n] = (e, k, q)
            y["rolls"] += 1
            y["spent"] += q * 100 * price
            y["costs"] += q * 6
            cash -= q * 100 * price + q * 6
        now = sum(q * 100 * call(i, e, k) for e, k, q in held.values())
        y["net"] += cash + now - before
        before = now
    return years


def vxth(_, future, price):
    weight = 0 if future <= 15 or future > 50 else 0.01 if future <= 30 else 0.005
    return math.floor(weight * 100000 / (100 * price) + 1e-9)


INF = 10**6
LAYERS_442, COUNT_442 = [(4, 7, 0), (30, 45, 0), (60, INF, 0)], lambda n, f, p: [4, 4, 2][n]
for threshold in sys.argv[2:]:
    years = audit(LAYERS_442, COUNT_442, float(threshold)).values()
    print(threshold, sum(y["rolls"] for y in years), round(sum(y["net"] for y in years), 2))
if sys.argv[2:]:
    sys.exit()
presets = {
    "442": audit(LAYERS_442, COUNT_442),
    "VXTH": audit([(16, 45, 30)], vxth),
}
print("# Made by cost-audit.py; ten condors, NAV 100000 dollars. Dollars.")
print("preset,year,rolls,spent,received,costs,net")
for name, years in presets.items():
    for year, y in years.items():
        print(f"{name},{year},{y['rolls']},{y['spent']:.4f},{y['received']:.4f},{y['costs']:.4f},{y['net']:.4f}")
