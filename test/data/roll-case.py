"""Golden figures of a roll of the worked case, from the definitions and apart from the add-in's code (mpmath, 30 digits).

Run: python3 roll-case.py > roll-case.csv   (needs python3-mpmath)
The book: ten 4050/4100/4725/4775 condors of SPXW 2022-03-18 at the Cboe quotes of 2022-02-04 16:15, and 4/4/2 VIX calls
struck at 30. The candidate: ten 3950/4000/4800/4850 condors of SPXW 2022-04-14 at assumed quotes.
Scenarios: VIX up by one standard deviation of a day, VIX x VVIX / 100 / sqrt(252); up by a fifth; the tail of -10% and +20.
SPX follows by -1.28 VIX points for +1%. Models: SPX vol .88 x VIX at the money, skew -.30, tenor (30/days)^.4 up to 1.6,
sticky moneyness; VX futures .55 exp(-7.5 T) + .18 per VIX point; VIX vols mean-reverting at 2.6, following VIX to .57.
"""

from datetime import datetime

from mpmath import erfc, exp, findroot, log, mp, mpf, nstr, sqrt

mp.dps = 30

AS_OF = datetime(2022, 2, 4, 16, 15)
SPX, VIX, VVIX, RATE, YIELD = mpf("4500.53"), mpf("23.22"), mpf("124.89"), mpf("0.003"), mpf("0.0294")
FUTURES = [
    (datetime(2022, 2, 16, 9, 30), mpf("24.2613")),
    (datetime(2022, 3, 15, 9, 30), mpf("25.1484")),
    (datetime(2022, 4, 20, 9, 30), mpf("25.7037")),
    (datetime(2022, 5, 18, 9, 30), mpf("25.9505")),
]
MARCH, APRIL = datetime(2022, 3, 18, 16), datetime(2022, 4, 14, 16)
CONDOR = [(-1, 10, 4050, "33.05"), (-1, -10, 4100, "38.4"), (1, -10, 4725, "21.55"), (1, 10, 4775, "12.95")]
CANDIDATE = [(-1, 10, 3950, "40.4"), (-1, -10, 4000, "46.4"), (1, -10, 4800, "19.3"), (1, 10, 4850, "12.3")]
HEDGE = [(4, FUTURES[0][0], "1.255"), (4, FUTURES[1][0], "1.157"), (2, FUTURES[3][0], "0.956")]


def days(expiry):
    delta = expiry - AS_OF
    return mpf(delta.days) + mpf(delta.seconds) / 86400


def cumulative(x):
    return erfc(-x / sqrt(mpf(2))) / 2


def black(sign, forward, strike, years, vol, rate):
    total = vol * sqrt(years)
    d1 = log(forward / strike) / total + total / 2
    return sign * exp(-rate * years) * (forward * cumulative(sign * d1) - strike * cumulative(sign * (d1 - total)))


def spx_price(sign, spot, strike, years, vol, rate):
    return black(sign, spot * exp((rate - YIELD) * years), strike, years, vol, rate)


def implied(sign, strike, years, price):
    return findroot(lambda vol: spx_price(sign, SPX, strike, years, vol, RATE) - price, (mpf("0.05"), mpf("0.9")), solver="anderson")


def spx_gain(legs, expiry, spot_shock, vix_shock):
    """Dollars gained at once, vols sticky in moneyness."""
    years = days(expiry) / 365
    tenor = min((30 / days(expiry)) ** mpf("0.4"), mpf("1.6")) / 100
    gain = mpf(0)
    for sign, quantity, strike, price in legs:
        vol = implied(sign, strike, years, mpf(price))
        moved = mpf("-0.3") * (log(1 / (1 + spot_shock))) / sqrt(years)
        after = spx_price(sign, SPX * (1 + spot_shock), strike, years, vol + tenor * vix_shock + moved, RATE)
        gain += 100 * quantity * (after - mpf(price))
    return gain


def rate_gain(legs, expiry, change):
    years = days(expiry) / 365
    gain = mpf(0)
    for sign, quantity, strike, price in legs:
        vol = implied(sign, strike, years, mpf(price))
        gain += 100 * quantity * (spx_price(sign, SPX, strike, years, vol, RATE + change) - mpf(price))
    return gain


def curve(left):
    near, level = mpf(0), VIX
    for expiry, price in FUTURES:
        if days(expiry) >= left:
            return level + (left - near) / (days(expiry) - near) * (price - level)
        near, level = days(expiry), price
    return level


def beta(left):
    return mpf("0.55") * exp(mpf("-7.5") * left / 365) + mpf("0.18")


def average_decay(years):
    return (1 - exp(-2 * mpf("2.6") * years)) / (2 * mpf("2.6") * years)


def vix_vol(years):
    return VVIX / 100 * sqrt(average_decay(years) / average_decay(mpf(30) / 365))


def hedge_gain(vix_shock, passed=mpf(0), rate_change=mpf(0)):
    gain = mpf(0)
    for quantity, expiry, vol in HEDGE:
        years = days(expiry) / 365
        before = black(1, curve(days(expiry)), 30, years, mpf(vol), RATE)
        left = days(expiry) - passed
        if left <= 0:
            after = max(VIX + vix_shock - 30, mpf(0))
        else:
            residual = mpf(vol) - vix_vol(years)
            shocked = vix_vol(left / 365) * ((VIX + vix_shock) / VIX) ** mpf("0.57") + residual
            after = black(1, curve(left) + beta(left) * vix_shock, 30, left / 365, shocked, RATE + rate_change)
        gain += 100 * quantity * (after - before)
    return gain


def emit(name, value):
    print(f"{name},{nstr(value, 15)}")


print("# A roll of the worked case: see roll-case.py, which made it. Dollars; points; rates as shares per year.")
print("figure,value")
day = VIX * VVIX / 100 / sqrt(mpf(252))
spike = VIX / 5
scenarios = [("day", day, -day / 128, "0.3"), ("spike", spike, -spike / 128, "0.1"), ("tail", mpf(20), mpf("-0.1"), "0.03")]
emit("day points", day)
for name, vix_shock, spot_shock, _ in scenarios:
    emit(f"hedge {name}", hedge_gain(vix_shock))
    emit(f"condors {name}", spx_gain(CONDOR, MARCH, spot_shock, vix_shock))
premium = sum(100 * q * black(1, curve(days(e)), 30, days(e) / 365, mpf(v), RATE) for q, e, v in HEDGE)
emit("premium", premium)
month = mpf(30)
expected = mpf("0.57") * hedge_gain(mpf(0), month) + sum(mpf(p) * hedge_gain(v, month) for _, v, _, p in scenarios)
emit("expected in 30 days", expected)
emit("irr", (1 + expected / premium) ** (365 / month) - 1)
for name, change in (("up", mpf("0.01")), ("down", mpf("-0.01"))):
    hedge = hedge_gain(mpf(0), rate_change=change)
    emit(f"held rate {name}", rate_gain(CONDOR, MARCH, change) + hedge)
    emit(f"rolled rate {name}", rate_gain(CANDIDATE, APRIL, change) + hedge)
