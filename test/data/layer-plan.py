"""Golden rows of the 4/4/2 plan in the worked market, from the rule and apart from the add-in's code (mpmath).

Run: python3 layer-plan.py > layer-plan.csv   (needs python3-mpmath)
For each layer: the expiration (found by hand on the calendar: the first listed VIX expiration inside the window), the
whole-point strike nearest to the call delta of .30, and one contract's figures. Vol of a VIX future averaged over its
life: sigma^2 = s^2 (1 - e^(-2kT)) / (2kT), k = 2.6, with sigma(30 days) = VVIX/100.
"""

import importlib.util
import pathlib
import sys
from contextlib import redirect_stdout
from datetime import datetime
from io import StringIO

from mpmath import exp, findroot, mp, mpf, sqrt

path = pathlib.Path(__file__).with_name("worked-case.py")
spec = importlib.util.spec_from_file_location("worked_case", path)
case = importlib.util.module_from_spec(spec)
with redirect_stdout(StringIO()):
    spec.loader.exec_module(case)

REVERSION = mpf("2.6")


def mean_decay(years):
    return (1 - exp(-2 * REVERSION * years)) / (2 * REVERSION * years)


def future_vol(years):
    return case.VVIX / 100 * sqrt(mean_decay(years) / mean_decay(mpf(30) / 365))


print("# The 4/4/2 plan of the worked market, one contract of each layer: see layer-plan.py, which made it.", file=sys.stdout)
print("layer,expiry,dte,future,strike,delta,vol,price,theta,rollDown,vix01")
for layer, settlement in [
    ("short", datetime(2022, 2, 9, 9, 30)),  # 5 days ahead: the only Wednesday 4 to 7 days after Friday 4 February
    ("medium", datetime(2022, 3, 9, 9, 30)),  # 33 days ahead: a weekly before the monthly of 15 March (39 days)
    ("long", datetime(2022, 4, 20, 9, 30)),  # 75 days: weeklies are listed six ahead, so the first monthly past 60
]:
    dte = case.days(settlement)
    years = dte / 365
    future, vol = case.curve(dte), future_vol(dte / 365)
    exact = findroot(lambda k: case.option(1, future, k, dte, vol, case.RATE, case.RATE)[1] - mpf("0.3"), future * mpf("1.1"))
    strike = mpf(round(exact))
    price, delta, _, _, theta = case.option(1, future, strike, dte, vol, case.RATE, case.RATE)
    roll = case.curve(dte - 1) - future
    row = [dte, future, strike, delta, vol, price, theta * 100, delta * 100 * roll, delta * 100 * case.beta(dte)]
    print(",".join([layer, settlement.strftime("%Y-%m-%d")] + [mp.nstr(x, 17) for x in row]))
