import { goldenTable } from "../data/readTable";
import { inEveryLook } from "./inEveryLook";
import { describeInBrowser } from "./launchBrowser";
import { openPane } from "./openPane";
import { openRoom } from "./openRoom";
import type { PaneRoom } from "./paneRoom";
import { picture } from "./picture";
import { servedDist } from "./served";

/** By cost-audit.py, apart from the add-in's code: ten condors, NAV 100000 dollars. */
const golden = goldenTable("cost-audit.csv").filter(({ preset }) => preset === "442");

describeInBrowser("the room Cost audit", () => {
  const served = servedDist();

  const open = () => openRoom(served, "Audit");
  const openAlone = () => openPane(served, { tab: "Audit" });

  async function runAudit({ pane }: PaneRoom): Promise<void> {
    await pane.getByRole("button", { name: /^Run/ }).click();
    await pane.getByRole("button", { name: "Run again" }).waitFor({ timeout: 45_000 });
    await pane.getByRole("region", { name: "BACKTEST" }).waitFor();
  }

  it("shows the built-in history's years as bars, as they were computed elsewhere", async () => {
    const room = await openAlone();
    const { pane } = room;
    await runAudit(room);
    const bars = await pane
      .getByRole("figure", { name: "Cost by year, % of NAV" })
      .getByRole("listitem")
      .all();
    const shown = await Promise.all(bars.map(async (bar) => (await bar.innerText()).split("\n")));
    expect(shown.map(([year]) => year?.slice(0, 4))).toEqual(golden.map(({ year }) => year));
    expect(shown.map((bar) => bar.at(-1)?.replace("−", "-"))).toEqual(
      golden.map(({ net }) => (-Number(net) / 1000).toFixed(2)),
    );
    await pane.getByText("2.48% of NAV a year").waitFor();
    await pane
      .getByText(/^Above the band 1\.2-2\.1%: 2\.48% a year .*; 2 of 15 whole years inside\.$/)
      .waitFor();
    await pane.getByText(/^built-in history: monthly VIX expirations/).waitFor();
    await pane.getByText("Worst year, 2009").waitFor();
    expect(room.trouble).toEqual([]);
  });

  it("shows another base at once, and says when the form has changed since", async () => {
    const room = await openAlone();
    const { pane } = room;
    await runAudit(room);
    await pane.getByRole("combobox", { name: "Cost as a share of" }).selectOption("risk capital");
    await pane.getByText("4.97% of Risk capital a year").waitFor();
    await pane.getByRole("textbox", { name: "Risk capital" }).fill("200000");
    await pane.getByText("The form has changed since: run again.").waitFor();
    expect(await pane.getByRole("button", { name: "Put on sheet" }).isDisabled()).toBe(true);
    await runAudit(room);
    // A quarter of what it was of 50000 dollars.
    await pane.getByText("1.24% of Risk capital a year").waitFor();
    await pane.getByRole("combobox", { name: "Reading of the rules" }).selectOption("VXTH");
    await runAudit(room);
    await pane.getByText(/^earned .* of Risk capital a year/).waitFor();
    // It stays while other rooms are open.
    await pane.getByRole("tab", { name: "Book", exact: true }).click();
    await pane.getByRole("tab", { name: "Audit", exact: true }).click();
    await pane.getByText(/^earned .* of Risk capital a year/).waitFor();
  });

  it("can be cancelled, and leaves the pane at hand meanwhile", async () => {
    const room = await openAlone();
    const { pane } = room;
    await pane.getByRole("button", { name: "Run the audit" }).click();
    await pane.getByRole("button", { name: "Cancel" }).click();
    await pane.getByRole("button", { name: /^Run/ }).waitFor();
    expect(await pane.getByRole("region", { name: "BACKTEST" }).count()).toBe(0);
    await runAudit(room);
    expect(room.trouble).toEqual([]);
  });

  it("audits a range, and says what a history lacks", async () => {
    const room = await open();
    const { pane } = room;
    await pane.getByRole("radio", { name: "Range" }).check();
    expect(await pane.getByRole("button", { name: "Run the audit" }).isDisabled()).toBe(true);
    const range = pane.getByRole("combobox", { name: "Range of the history" });
    const choose = async (reference: string) => {
      await range.fill(reference);
      await range.press("Enter");
      await pane.getByRole("button", { name: /^Run/ }).click();
    };
    await choose("Book");
    await pane.getByRole("alert").filter({ hasText: "history has no column Date, SPX" }).waitFor();
    const history = [
      ["Date", "SPX", "VIX", "VVIX", "VX1", "VX2", "VX3", "Rate"],
      ["2021-10-20", 4536, 15.5, 108, 17.5, 19.4, 20.5, 0.0005],
      ["2021-11-17", 4689, 17.1, 106, 18.4, 20.2, 21.1, 0.0005],
      ["2021-12-22", 4697, 18.6, 121, 21.2, 22.9, 23.6, 0.0005],
      ["2022-01-19", 4533, 23.9, 124, 23.3, 24.1, 24.4, 0.002],
    ];
    await room.set("Plan", "T1", history);
    await choose("Plan!T1:AA5");
    await pane.getByRole("region", { name: "BACKTEST" }).waitFor();
    const figure = pane.getByRole("figure", { name: "Cost by year, % of NAV" });
    expect(await figure.getByRole("listitem").count()).toBe(2);
    await pane.getByText("* not a whole year.").waitFor();
    await pane.getByText(/^as of 2022-01-19, from 2021-10-20, 4 rows/).waitFor();

    await pane.getByRole("button", { name: "Put on sheet" }).click();
    await room.said("Wrote the sheet Cost audit: 5 live formulas and a chart.");
    const cells = await room.get("Cost audit", "A1:K90");
    expect(cells[1]?.[0]).toContain("Live over Plan!T1:AA5");
    expect(cells.flat().filter((cell) => /^#[A-Z]/.test(String(cell)))).toEqual([]);
  });

  it("puts the audit on a sheet with live formulas and a chart, one Undo for all", async () => {
    const room = await open();
    const { pane, get, set, said } = room;
    await runAudit(room);
    await pane.getByRole("button", { name: "Put on sheet" }).click();
    await said("Wrote the sheet Cost audit: 5 live formulas and a chart.");
    const cells = await get("Cost audit", "A1:K110");
    const years = cells.findIndex(([first]) => first === "Year");
    expect(
      cells.slice(years + 1, years + 18).map(([year, cost]) => [String(year), Number(cost).toFixed(2)]),
    ).toEqual(golden.map(({ year, net }) => [year, (-Number(net) / 1000).toFixed(2)]));
    expect(cells[years + 1]?.slice(2, 4)).toEqual([1.2, 2.1]);
    expect(cells.flat().filter((cell) => /^#[A-Z]/.test(String(cell)))).toEqual([]);
    await picture(room.page, "audit-sheet");

    // Alive: another base, and ten times the NAV in a free row of the settings.
    await set("Cost audit", "B5", "risk capital");
    const [, cost] = (await get("Cost audit", `A${years + 2}:B${years + 2}`))[0] ?? [];
    expect(Number(cost)).toBeCloseTo(-Number(golden[0]?.["net"]) / 500, 4);
    await set("Cost audit", "B5", "NAV");
    await set("Cost audit", "A11", "B24.NAV");
    await set("Cost audit", "B11", 1_000_000);
    const [, rich] = (await get("Cost audit", `A${years + 2}:B${years + 2}`))[0] ?? [];
    expect(Number(rich)).toBeCloseTo(-Number(golden[0]?.["net"]) / 10_000, 5);
    expect(room.trouble).toEqual([]);
    await pane.getByRole("button", { name: "Put on sheet" }).click();
    await said("Wrote the sheet Cost audit 2");
    await room.undo();
    expect(await room.sheets()).not.toContain("Cost audit 2");
    expect(await room.sheets()).toContain("Cost audit");
  });

  it("breaks no rule that axe knows in any colours, and needs no sideways scrolling", async () => {
    const room = await openAlone();
    await inEveryLook(room, "audit-form");
    // From the keyboard alone.
    await room.pane.getByRole("button", { name: "Run the audit" }).focus();
    await room.page.keyboard.press("Enter");
    await room.pane.getByRole("region", { name: "BACKTEST" }).waitFor({ timeout: 45_000 });
    await inEveryLook(room, "audit");
  });
});
