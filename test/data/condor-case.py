"""Golden figures of an iron condor in the worked market, from the definitions and apart from the add-in's code (mpmath, 40 digits).

Run: python3 condor-case.py > condor-case.csv   (needs python3-mpmath)
Market: SPX 4500.53, VIX 23.22, rate .003, yield .0294 on 2022-02-04 16:15; expiry 2022-03-18 16:00. Vols: .88 x VIX at the
forward, -0.30 per unit of ln(K/F)/sqrt(T). Quotes: Cboe chain of SPXW 2022-03-18 on that day.
"""

from mpmath import diff, erfc, exp, findroot, log, mp, mpf, pi, sqrt

mp.dps = 40

SPX, RATE, YIELD, SKEW = mpf("4500.53"), mpf("0.003"), mpf("0.0294"), mpf("-0.3")
DAYS = 42 - mpf(15) / 1440
T = DAYS / 365
F = SPX * exp((RATE - YIELD) * T)
ATM = mpf("0.88") * mpf("23.22") / 100


def cumulative(x):
    return erfc(-x / sqrt(mpf(2))) / 2


def density(x):
    return exp(-x * x / 2) / sqrt(2 * pi)


def line(strike):
    return ATM + SKEW * log(strike / F) / sqrt(T)


def parts(strike, vol):
    total = vol * sqrt(T)
    d1 = log(F / strike) / total + total / 2
    return d1, d1 - total


def price(sign, strike, vol):
    d1, d2 = parts(strike, vol)
    return sign * exp(-RATE * T) * (F * cumulative(sign * d1) - strike * cumulative(sign * d2))


def delta(sign, strike, vol):
    return sign * exp(-YIELD * T) * cumulative(sign * parts(strike, vol)[0])


def theta(sign, strike, vol):
    d1, d2 = parts(strike, vol)
    paid = SPX * exp(-YIELD * T)
    return (
        -paid * density(d1) * vol / (2 * sqrt(T))
        + sign * YIELD * paid * cumulative(sign * d1)
        - sign * RATE * strike * exp(-RATE * T) * cumulative(sign * d2)
    ) / 365


def emit(name, value):
    print(f"{name},{mp.nstr(value, 17)}")


print("# An iron condor in the worked market: see condor-case.py, which made it. Points per condor; theta in $ per day.")
print("figure,value")
emit("forward", F)
emit("deviation", F * ATM * sqrt(T))
for name, sign, start in (("put", -1, 4100), ("call", 1, 4720)):
    for size in ("0.05", "0.16", "0.3"):
        strike = findroot(lambda k: sign * delta(sign, k, line(k)) - mpf(size), start)
        emit(f"{name} of delta {size}", strike)

# The condor that the rules choose: shorts of delta .16 on strikes by 5, wings 50 + 20.
rules = [(-1, 4025, 1), (-1, 4095, -1), (1, 4735, -1), (1, 4805, 1)]
credit = -sum(q * price(sign, mpf(k), line(mpf(k))) for sign, k, q in rules)
emit("credit by rules", credit)

# The condor of the chain, at its mids; then its wings 20 wider, each vol moved along the skew.
quotes = [(-1, 4050, 1, "33.05"), (-1, 4100, -1, "38.4"), (1, 4725, -1, "21.55"), (1, 4775, 1, "12.95")]
theta_here = theta_wider = credit_wider = mpf(0)
for sign, strike, side, mid in quotes:
    vol = findroot(lambda v: price(sign, mpf(strike), v) - mpf(mid), mpf("0.2"))
    moved = mpf(strike + 20 * sign if side > 0 else strike)
    moved_vol = vol + SKEW * log(moved / strike) / sqrt(T)
    theta_here += 100 * side * theta(sign, mpf(strike), vol)
    theta_wider += 100 * side * theta(sign, moved, moved_vol)
    credit_wider -= side * price(sign, moved, moved_vol)
emit("theta at 50", theta_here)
emit("theta at 70", theta_wider)
emit("credit at 70", credit_wider)


# The chance to end below a level: the slope in the strike of the put's undiscounted price along the skew, numerically.
def below(level):
    return diff(lambda k: exp(RATE * T) * price(-1, k, line(k)), level)


emit("probability of profit", below(mpf("4738.95")) - below(mpf("4086.05")))
