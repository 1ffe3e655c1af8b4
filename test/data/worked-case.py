"""Golden figures of the worked case, from the definitions and apart from the add-in's code (mpmath, 40 digits).

Run: python3 worked-case.py > worked-case.csv   (needs python3-mpmath)
Quotes: Cboe chain of SPXW 2022-03-18 on 2022-02-04 16:15; settlements: Cboe Futures Exchange, the same day.
"""

from datetime import datetime

from mpmath import erfc, exp, findroot, log, mp, mpf, pi, sqrt

mp.dps = 40

AS_OF = datetime(2022, 2, 4, 16, 15)
SPX, VIX, VVIX, RATE, YIELD = mpf("4500.53"), mpf("23.22"), mpf("124.89"), mpf("0.003"), mpf("0.0294")
FUTURES = [
    (datetime(2022, 2, 16, 9, 30), "24.2613"),
    (datetime(2022, 3, 15, 9, 30), "25.1484"),
    (datetime(2022, 4, 20, 9, 30), "25.7037"),
    (datetime(2022, 5, 18, 9, 30), "25.9505"),
    (datetime(2022, 6, 15, 9, 30), "26.0004"),
    (datetime(2022, 7, 20, 9, 30), "26.4004"),
    (datetime(2022, 8, 17, 9, 30), "26.2975"),
    (datetime(2022, 9, 21, 9, 30), "26.55"),
]


def days(expiry):
    delta = expiry - AS_OF
    return mpf(delta.days) + mpf(delta.seconds) / 86400


def cumulative(x):
    return erfc(-x / sqrt(mpf(2))) / 2


def density(x):
    return exp(-x * x / 2) / sqrt(2 * pi)


def option(sign, spot, strike, dte, vol, rate, carry):
    """Price, delta, gamma, vega per vol point, theta per calendar day."""
    years = dte / 365
    total = vol * sqrt(years)
    d1 = (log(spot / strike) + (rate - carry + vol * vol / 2) * years) / total
    d2 = d1 - total
    spot_discount, strike_discount = exp(-carry * years), exp(-rate * years)
    price = sign * (spot * spot_discount * cumulative(sign * d1) - strike * strike_discount * cumulative(sign * d2))
    delta = sign * spot_discount * cumulative(sign * d1)
    gamma = spot_discount * density(d1) / (spot * total)
    vega = spot * spot_discount * density(d1) * sqrt(years) / 100
    theta = (
        -spot * spot_discount * density(d1) * vol / (2 * sqrt(years))
        + sign * carry * spot * spot_discount * cumulative(sign * d1)
        - sign * rate * strike * strike_discount * cumulative(sign * d2)
    ) / 365
    return price, delta, gamma, vega, theta


def curve(dte):
    near_days, near_price = mpf(0), VIX
    for expiry, price in FUTURES:
        if days(expiry) >= dte:
            weight = (dte - near_days) / (days(expiry) - near_days)
            return near_price + weight * (mpf(price) - near_price)
        near_days, near_price = days(expiry), mpf(price)
    return near_price


def beta(dte):
    return mpf("0.55") * exp(mpf("-7.5") * dte / 365) + mpf("0.18")


def emit(name, price, delta, gamma, vega, theta, roll, vix01):
    print(",".join([name] + [mp.nstr(x, 17) for x in (price, delta, gamma, vega, theta, roll, vix01)]))


print("# Worked case, dollars for one contract (multiplier 100): see worked-case.py, which made it.")
print("# vega per vol point, theta and roll-down per calendar day, vix01 per point of spot VIX.")
print("leg,price,delta,gamma,vega,theta,rollDown,vix01")
expiry = days(datetime(2022, 3, 18, 16, 0))
for name, sign, strike, bid, ask in [
    ("put 4050", -1, 4050, "32.8", "33.3"),
    ("put 4100", -1, 4100, "38.1", "38.7"),
    ("call 4725", 1, 4725, "21.3", "21.8"),
    ("call 4775", 1, 4775, "12.7", "13.2"),
]:
    mark = (mpf(bid) + mpf(ask)) / 2
    vol = findroot(lambda v: option(sign, SPX, mpf(strike), expiry, v, RATE, YIELD)[0] - mark, mpf("0.2"))
    price, delta, gamma, vega, theta = option(sign, SPX, mpf(strike), expiry, vol, RATE, YIELD)
    shift = min((30 / expiry) ** mpf("0.4"), mpf("1.6"))
    emit(name, price * 100, delta * 100, gamma * 100, vega * 100, theta * 100, mpf(0), vega * 100 * shift)
for name, settlement, vol in [
    ("VIX 2022-02-16", datetime(2022, 2, 16, 9, 30), "1.255"),
    ("VIX 2022-03-15", datetime(2022, 3, 15, 9, 30), "1.157"),
    ("VIX 2022-05-18", datetime(2022, 5, 18, 9, 30), "0.956"),
]:
    dte = days(settlement)
    future = curve(dte)
    price, delta, gamma, vega, theta = option(1, future, mpf(30), dte, mpf(vol), RATE, RATE)
    roll = curve(dte - 1) - future
    emit(name, price * 100, delta * 100, gamma * 100, vega * 100, theta * 100, delta * 100 * roll, delta * 100 * beta(dte))
