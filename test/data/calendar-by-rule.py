"""Writes expirations-by-rule.csv and closures-by-rule.csv: a second method beside src/alvh/{holidays,expirations}.ts.

It asks of each day whether it is a holiday (by weekday and day of the month, Easter by counting the ecclesiastical full
moon from the golden number) where the code lists a year's holidays, and walks weekdays back by hand.
Run: python3 test/data/calendar-by-rule.py
"""

import csv
import os
from datetime import date, timedelta

HERE = os.path.dirname(os.path.abspath(__file__))
MON, TUE, WED, THU, FRI, SAT, SUN = range(7)
DAY = timedelta(days=1)

SPECIAL = {
    date(2004, 6, 11), date(2007, 1, 2), date(2012, 10, 29), date(2012, 10, 30), date(2018, 12, 5), date(2025, 1, 9),
}


def easter(year):
    """Sunday after the paschal full moon, from the golden number and the epact (Gregorian tables, 1583 on)."""
    golden = year % 19 + 1
    century = year // 100 + 1
    leap_years_dropped = 3 * century // 4 - 12
    moon = (8 * century + 5) // 25 - 5
    epact = (11 * golden + 20 + moon - leap_years_dropped) % 30
    if (epact == 25 and golden > 11) or epact == 24:
        epact += 1
    full_moon = 44 - epact
    if full_moon < 21:
        full_moon += 30
    day = date(year, 3, 1) + timedelta(days=full_moon - 1)
    day += DAY
    while day.weekday() != SUN:
        day += DAY
    return day


def is_kept(day, month, day_of_month):
    """Whether a fixed feast is kept on this weekday: on it, the Friday before a Saturday, the Monday after a Sunday."""
    if (day.month, day.day) == (month, day_of_month):
        return True
    before, after = day - DAY, day + DAY
    if day.weekday() == MON and (before.month, before.day) == (month, day_of_month):
        return True
    return day.weekday() == FRI and (after.month, after.day) == (month, day_of_month)


def is_closed(day):
    weekday, dom = day.weekday(), day.day
    if weekday in (SAT, SUN) or day in SPECIAL:
        return True
    if weekday == MON:
        if day.month in (1, 2) and 15 <= dom <= 21:
            return True
        if day.month == 5 and dom >= 25 or day.month == 9 and dom <= 7:
            return True
    if weekday == THU and day.month == 11 and 22 <= dom <= 28:
        return True
    if day == easter(day.year) - 2 * DAY:
        return True
    # New Year is not kept on a Friday 31 December.
    if day.month == 1 and is_kept(day, 1, 1):
        return True
    if day.year >= 2022 and is_kept(day, 6, 19):
        return True
    return is_kept(day, 7, 4) or is_kept(day, 12, 25)


def is_short(day):
    if is_closed(day):
        return False
    if (day.month, day.day) in ((7, 3), (12, 24)):
        return True
    return day.month == 11 and day.weekday() == FRI and 23 <= day.day <= 29


def trading_day_before(day):
    day -= DAY
    while is_closed(day):
        day -= DAY
    return day


def third_friday(year, month):
    return next(d for d in (date(year, month, n) for n in range(15, 22)) if d.weekday() == FRI)


def write(name, provenance, header, rows):
    with open(os.path.join(HERE, name), "w", newline="") as file:
        file.writelines(f"# {line}\n" for line in provenance)
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def expirations():
    for year in range(2004, 2041):
        for month in range(1, 13):
            if (year, month) == (2040, 12):
                return
            next_friday = third_friday(year + month // 12, month % 12 + 1)
            vix = next_friday - 30 * DAY
            if is_closed(vix) or is_closed(next_friday):
                vix = trading_day_before(vix)
            spx = third_friday(year, month)
            if is_closed(spx):
                spx = trading_day_before(spx)
            yield f"{year}-{month:02}", vix, spx


def closures():
    day = date(2004, 1, 1)
    while day.year <= 2040:
        if day.weekday() < SAT and (is_closed(day) or is_short(day)):
            yield day, "closed" if is_closed(day) else "13:00"
        day += DAY


write(
    "expirations-by-rule.csv",
    [
        "Monthly VIX settlement and monthly (AM-settled) SPX expiration, 2004-2040, by a second method.",
        "Source: test/data/calendar-by-rule.py, which shares nothing with the code under test.",
    ],
    ["month", "vix", "spx"],
    expirations(),
)
write(
    "closures-by-rule.csv",
    [
        "Weekdays on which the US market is closed or closes at 13:00 New York, 2004-2040, by a second method.",
        "Source: test/data/calendar-by-rule.py, which shares nothing with the code under test.",
    ],
    ["date", "hours"],
    closures(),
)
