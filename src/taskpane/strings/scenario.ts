/** Texts of the scenario room. */
export const strings = {
  noBook: "The scenario needs a book and a market.",
  openBook: "Open Book",

  source: "Shock by",
  sources: { sliders: "Sliders", event: "Past event", expression: "Expression" },
  spot: "SPX move",
  vix: "VIX move",
  follows: (beta: string) => `VIX follows SPX: ${beta} points for +1%`,
  followsHint:
    "A regression of daily moves; in February 2018 and August 2024 VIX rose about five points for −1%.",
  days: "Days that pass",
  percent: "%",
  points: "points",
  daysUnit: "days",
  curveModel: "VX curve follows VIX by",
  curveModels: {
    TWOFACTOR: "TWOFACTOR: fast factor and floor",
    GL1: "GL1: one factor, Grünbichler-Longstaff",
    SCALED: "SCALED: one factor, free level",
    TABLE: "TABLE: betas by maturity",
    LOG: "LOG: in percent of the future",
  } as Record<string, string>,
  replayModel: (event: string) => `As in ${event}`,
  event: "Event",
  eventDates: (from: string, to: string) => `Closes of ${from} to ${to}.`,
  expression: "Scenario",
  expressionHint: (decimal: string) => `New levels, in points: SPX * 0${decimal}9; VIX + 5; Days: 10`,
  thousands: (typed: string, whole: string, fraction: string) =>
    `${typed} may be thousands or a fraction: write ${whole} or ${fraction}.`,
  reading: "Reading the expression…",
  noParser: "What reads expressions could not be loaded: check the connection, then change the expression.",

  result: "P&L of the book",
  modelled: "modelled",
  levels: (spx: [string, string], vix: [string, string], days: string) =>
    `SPX ${spx[0]} → ${spx[1]}, VIX ${vix[0]} → ${vix[1]}, ${days}`,
  atOnce: "at once",
  after: (days: string) => (days === "1" ? "after 1 day" : `after ${days} days`),
  layer: "Layer",
  profit: "P&L $",
  total: "Total",
  table: "P&L by layer",
  cover: (percent: string) => `The hedge makes good ${percent}% of the condors’ loss.`,
  fromEntry: "From entry prices where the book gives them, else from now.",
  fromNow: "From now, whatever the entry prices.",
  how: {
    PNL: "Full revaluation: SPX vols keep their moneyness and move with VIX by tenor; the vol of VIX moves with VIX.",
    REPLAY:
      "SPX, VIX, VVIX and each VX future move as they did; what settles inside is paid at that day’s VIX open.",
  },
  modelledLegs: (legs: number) =>
    `${legs === 1 ? "One leg has" : `${legs} legs have`} no quote or vol in the book: priced by the model now, too.`,
  expiredLegs: (legs: number) => `${legs === 1 ? "One leg" : `${legs} legs`} past expiry left out.`,

  pictures: "Pictures",
  picture: { payoff: "Payoff", map: "Map", curve: "VIX curve" },
  working: "Working the pictures out…",
  withoutWorker: "This host gives the pane no worker: the pictures may lag behind the sliders.",
  payoff: {
    title: (vix: string) => `P&L by SPX level, VIX at ${vix}`,
    level: "SPX",
    profit: "P&L $",
    breakEven: "Break-even",
    breakEvenAt: (level: string) => `Break-even at SPX ${level}`,
    here: "The scenario",
    hereAt: (level: string, profit: string) => `The scenario: SPX ${level}, ${profit}`,
    breakEvens: (levels: string[], when: string) =>
      levels.length === 0 ? `No break-even ${when}.` : `Break-even ${when}: SPX ${levels.join(" and ")}.`,
    dates: {
      now: () => "Now",
      scenario: (days: string) => `In ${days} days`,
      halfway: (days: string) => `In ${days} days`,
      expiry: (days: string) => `First expiry, ${days} days`,
    },
    atEnd: "at the first expiry",
    now: "now",
  },
  map: {
    title: (days: string) => `P&L $ by SPX and VIX, ${days}`,
    rows: "SPX",
    columns: "VIX pts",
    nearest: "nearest to the scenario",
    note: "In the map k is a thousand dollars. Framed: nearest to the scenario.",
    eventNote:
      "The map is STRESSGRID’s: VVIX follows VIX by its elasticity, where the event replayed has its own.",
    fine: "Fine steps",
  },
  curve: {
    title: "VIX curve before and after",
    days: "Days to settlement, from now",
    level: "Points",
    before: "Before",
    after: "After",
    note: (model: string) =>
      `The same contract before and after, by ${model}; contracts that settle meanwhile end. The first future took .4 to .9 of the VIX move in past shocks.`,
  },

  reset: "Reset",
  resetDone: "Reset the scenario.",

  sheet: {
    name: "Stress",
    title: "Stress test of the book",
    live: (book: string, market: string) =>
      `Live formulas over ${book} and ${market}: blue cells may be typed over. Computed figures, not advice.`,
    modelled:
      "Modelled: vols after the shock, and how VX futures follow VIX. P&L in dollars, from entry prices where the book gives them.",
    spotShock: "SPX shock",
    spotUnit: "of its level",
    vixShock: "VIX shock",
    vixUnit: "points, at the start",
    days: "Days",
    daysUnit: "calendar days that pass after the shock",
    curveModel: "VX curve model",
    profit: "P&L $",
    map: "P&L $ by SPX (rows) and VIX points (columns)",
    spotShocks: "SPX shocks",
    vixShocks: "VIX shocks, points",
    payoff: "P&L $ by SPX on several days, with the VIX shock above",
    spotChange: "SPX change",
    daysFormat: '0.0" days"',
    replay: "The event replayed, from now",
    replayNote:
      "SPX, VIX, VVIX and each VX future as they moved then; what settles inside is paid at that day’s VIX open.",
    spotMessage: "The SPX shock is a share of its level, from -0.99 to 1: -0.05 for -5%.",
    daysMessage: "Days from 0 to 3660.",
    curveMessage: "TWOFACTOR, GL1, SCALED, TABLE, LOG, or REPLAY and an event.",
  },
};
