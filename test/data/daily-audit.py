"""The 4/4/2 hedge and ten condors through daily history, trade by trade, worked out apart from the project's code.

Usage: python3 daily-audit.py FOLDER > daily-audit.csv
FOLDER holds the public daily files: spx_daily, vix_daily, vol_indices_daily (VVIX), rates_daily, and the VX futures
vx_curve_settle_2006_2017 (to 2017-05-11) and vx1_vx2_daily_2016_2022 (after). Rows without a close, a VIX or a VX1 are
left out; a blank VVIX or bill keeps the last one. Each layer is followed alone, each trade from its day to its end;
strikes by bisection; expirations from Easter and the days on which SPX traded.
"""
import bisect, csv, datetime as dt, math, sys

folder = sys.argv[1]
load = lambda name: {row["date"]: row for row in csv.DictReader(open(f"{folder}/{name}.csv"))}
spx, vix, vols, bills = load("spx_daily"), load("vix_daily"), load("vol_indices_daily"), load("rates_daily")
settled, snapshots = load("vx_curve_settle_2006_2017"), load("vx1_vx2_daily_2016_2022")
D, S, V, OPEN, VVIX, R, FUT = [], [], [], [], [], [], []
vvix = bill = None
for day in sorted(spx):
    bill = float(bills[day]["irx_13w_tbill_pct"]) if day in bills and bills[day]["irx_13w_tbill_pct"] else bill
    vvix = float(vols[day]["VVIX"]) if day in vols and vols[day]["VVIX"] else vvix
    if day <= "2017-05-11":
        prices = [settled.get(day, {}).get(f"M{n}") for n in range(1, 9)]
    else:
        prices = [snapshots.get(day, {}).get(f"VX{n}") for n in (1, 2)]
    prices = [float(price) if price and float(price) else None for price in prices]
    if day not in vix or prices[0] is None:
        continue
    D.append(dt.date.fromisoformat(day))
    S.append(float(spx[day]["close"]))
    V.append(float(vix[day]["close"]))
    OPEN.append(float(vix[day]["open"]))
    VVIX.append(vvix)
    R.append(-math.log(1 - bill / 100 * 91 / 360) * 365 / 91)
    FUT.append(prices)
LAST = len(D) - 1
TRADED = {dt.date.fromisoformat(day) for day in spx}
Phi = lambda x: 0.5 * math.erfc(-x / math.sqrt(2))


def good_friday(y):
    a, b, c = y % 19, y // 100, y % 100
    d, e = divmod(b, 4)
    h = (19 * a + b - d - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * e + 2 * (c // 4) - h - c % 4) % 7
    month, day = divmod(h + k - 7 * ((a + 11 * h + 22 * k) // 451) + 114, 31)
    return dt.date(y, month, day + 1) - dt.timedelta(2)


def monthly(y, m):
    y, m = (y + 1, 1) if m == 12 else (y, m + 1)
    first = dt.date(y, m, 1)
    friday = first + dt.timedelta((4 - first.weekday()) % 7 + 14)
    return friday - dt.timedelta(31 if friday == good_friday(y) else 30)


def weekly(wednesday):
    if wednesday == dt.date(2018, 12, 5):  # a day of mourning called too late: settled the day after
        return dt.date(2018, 12, 6)
    if wednesday in TRADED and wednesday + dt.timedelta(30) in TRADED:
        return wednesday
    day = wednesday - dt.timedelta(1)
    while day not in TRADED:
        day -= dt.timedelta(1)
    return day


MONTHLY = [monthly(y, m) for y in range(2006, 2025) for m in range(1, 13)]
SINCE = dt.date(2015, 10, 8)
WEEKLY = [weekly(dt.date(2015, 10, 14) + dt.timedelta(7 * n)) for n in range(380)]
WEEKLY = [day for day in WEEKLY if day not in MONTHLY]
after = lambda days, i: days[bisect.bisect_right(days, D[i]) :]


def pick(i, low, high, with_weeklies):
    months = after(MONTHLY, i)[:12]
    n = lambda day: (day - D[i]).days
    listed = after(WEEKLY, i)[:6] if with_weeklies and D[i] >= SINCE else []
    inside = [day for day in sorted(months + listed) if low <= n(day) <= high]
    return inside[0] if inside else min(months, key=lambda day: max(low - n(day), n(day) - high))


def days_left(i, expiry):
    return (expiry - D[i]).days - 6.5 / 24


def future(i, t, rise):
    curve = [(0.0, V[i] + rise)]
    for expiry, price in zip(after(MONTHLY, i), FUT[i]):
        if price is not None:
            left = days_left(i, expiry)
            curve.append((left, price + rise * (0.55 * math.exp(-7.5 * left / 365) + 0.18)))
    for (a, p), (b, q) in zip(curve, curve[1:]):
        if t <= b:
            return p + (q - p) * (t - a) / (b - a)
    return curve[-1][1]


def vix_call(i, expiry, strike, rise=0.0):
    """Price, and delta."""
    t = days_left(i, expiry)
    decay = lambda years: (1 - math.exp(-5.2 * years)) / (5.2 * years)
    sd = VVIX[i] / 100 * math.sqrt(decay(t / 365) / decay(30 / 365)) * math.sqrt(t / 365)
    f, discount = future(i, t, rise), math.exp(-R[i] * t / 365)
    d = math.log(f / strike) / sd + sd / 2
    return discount * (f * Phi(d) - strike * Phi(d - sd)), discount * Phi(d)


def bisected(excess, low, high):
    for _ in range(100):
        middle = (low + high) / 2
        low, high = (middle, high) if excess(middle) > 0 else (low, middle)
    return low


held = [[] for _ in D]
total = dict(rolls=0, spent=0.0, received=0.0, costs=0.0, net=0.0)
for low, high, count in [(4, 7, 4), (30, 45, 4), (60, 10**6, 2)]:
    settles = low < 21
    i = 0
    while i < LAST:
        expiry = pick(i, low, high, settles)
        strike = round(bisected(lambda k: vix_call(i, expiry, k)[1] - 0.3, V[i] / 20, V[i] * 20))
        price = vix_call(i, expiry, strike)[0]
        total["rolls"] += 1
        total["spent"] += 100 * count * price
        total["costs"] += 6 * count
        j, worth, out = i, price, False
        held[i].append((expiry, strike, count))
        while j < LAST and not out:
            j += 1
            if D[j] >= expiry:
                worth, out = max(OPEN[j] - strike, 0), True
            else:
                worth = vix_call(j, expiry, strike)[0]
                out = not settles and (expiry - D[j]).days < low and pick(j, low, high, False) > expiry
                if out:
                    total["costs"] += 6 * count
                else:
                    held[j].append((expiry, strike, count))
        if out:
            total["received"] += 100 * count * worth
        total["net"] += 100 * count * (worth - price)
        i = j
total["net"] -= total["costs"]


# Of the condors: share of the price lost on a trade, vol per unit of ln(K/F)/sqrt(T).
SLIPPAGE, SKEW = 0.075, -0.3


def spx_option(i, kind, strike, years, rise=0.0):
    """Price, and delta, SPX following VIX by -1.28 points for +1%."""
    s = S[i] * (1 + rise / (100 * -1.28))
    if years <= 0:
        return max(kind * (s - strike), 0), 0
    forward = s * math.exp((R[i] - 0.02) * years)
    sd = (0.88 * (V[i] + rise) / 100 + SKEW * math.log(strike / forward) / math.sqrt(years)) * math.sqrt(years)
    sd = max(sd, 0.01 * math.sqrt(years))
    d = math.log(forward / strike) / sd + sd / 2
    price = kind * math.exp(-R[i] * years) * (forward * Phi(kind * d) - strike * Phi(kind * (d - sd)))
    return price, math.exp(-0.02 * years) * Phi(kind * d)


def value(i, legs, expiry, rise=0.0):
    years = max((expiry - D[i]).days, 0) / 365
    return sum(quantity * spx_option(i, kind, strike, years, rise)[0] for kind, strike, quantity in legs)


def opened(i, least):
    expiry = next(day for day in MONTHLY if (day - D[i]).days >= least)
    years = (expiry - D[i]).days / 365
    forward = S[i] * math.exp((R[i] - 0.02) * years)
    step = 0.05 * 0.88 * V[i] / 100 * math.sqrt(years)
    shorts = []
    for kind in (-1, 1):
        level = lambda n: forward * math.exp(kind * n * step)
        excess = lambda n: spx_option(i, kind, level(n), years)[1] - 0.16
        n = next(n for n in range(1, 241) if excess(n) <= 0)
        shorts.append(5 * round(level(bisected(excess, n - 1, n)) / 5))
    put, call = shorts
    width = 70 if V[i] > 16 else 50
    legs = [(-1, put - width, 1), (-1, put, -1), (1, call, -1), (1, call + width, 1)]
    return legs, expiry, -value(i, legs, expiry)


def wants_fixed(i, legs, expiry, credit):
    to_close = -value(i, legs, expiry)
    return (credit - to_close) / credit >= 0.5 or to_close - credit >= 2 * credit, False


def wants_adaptive(i, legs, expiry, credit):
    move = S[i] * 0.88 * V[i] / 100 * math.sqrt((expiry - D[i]).days / 365)
    if not any(q < 0 and kind * (strike - S[i]) < 0.5 * move for kind, strike, q in legs):
        return False, False
    rise = V[i] * VVIX[i] / 100 / math.sqrt(252)
    ahead = 1000 * (value(i, legs, expiry, rise) - value(i, legs, expiry))
    ahead += sum(100 * n * (vix_call(i, e, k, rise)[0] - vix_call(i, e, k)[0]) for e, k, n in held[i])
    return True, ahead > 2 * (1000 * SLIPPAGE * abs(value(i, legs, expiry)) + 40)


def condors(wants):
    cash, condor, rolls, deferred, peak, drawdown = 0.0, None, 0, 0, 0.0, 0.0
    for i in range(LAST + 1):
        least = 1
        if condor is not None:
            now = value(i, *condor[:2])
            if condor[1] <= D[i]:
                cash, condor = cash + 1000 * now, None
            elif i < LAST:
                wanted, defers = wants(i, *condor)
                deferred += wanted and defers
                if wanted and not defers:
                    cash, condor, rolls, least = cash + 1000 * (now - SLIPPAGE * abs(now)) - 40, None, rolls + 1, 14
        if condor is None and i < LAST:
            condor = opened(i, least)
            cash += 1000 * (1 - SLIPPAGE) * condor[2] - 40
        equity = cash + (1000 * value(i, *condor[:2]) if condor else 0)
        peak = max(peak, equity)
        drawdown = max(drawdown, peak - equity)
    return cash + (1000 * value(LAST, *condor[:2]) if condor else 0), drawdown, rolls, deferred


print("# Made by daily-audit.py from the public daily files; dollars. Ten condors, the 4/4/2 hedge.")
print("figure,value")
print(f"days,{(D[-1] - D[0]).days}\nrows,{len(D)}\nfrom,{D[0]}\nto,{D[-1]}")
for name, figure in total.items():
    print(f"hedge {name},{round(figure, 4)}")
RULES = [("held", lambda *_: (False, False)), ("fixed", wants_fixed), ("adaptive", wants_adaptive)]
for name, wants in RULES:
    net, drawdown, rolls, deferred = condors(wants)
    print(f"{name} net,{net:.4f}\n{name} drawdown,{drawdown:.4f}\n{name} rolls,{rolls}\n{name} deferred,{deferred}")
for case, SLIPPAGE, SKEW in [("no slippage", 0, -0.3), ("half skew", 0.075, -0.15)]:
    for name, wants in RULES:
        net, _, rolls, _ = condors(wants)
        print(f"{name} net {case},{net:.4f}\n{name} rolls {case},{rolls}")
