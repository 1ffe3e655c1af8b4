import { inEveryLook } from "./inEveryLook";
import { describeInBrowser } from "./launchBrowser";
import { goTo, openPane } from "./openPane";
import { openRoom, type OpenRoom } from "./openRoom";
import type { PaneRoom } from "./paneRoom";
import { picture } from "./picture";
import { servedDist } from "./served";

describeInBrowser("the room Scenario", () => {
  const served = servedDist();

  const hasTotal = ({ pane }: PaneRoom) => pane.locator("[data-total]").waitFor();

  async function open(): Promise<OpenRoom> {
    const room = await openRoom(served, "Scenario");
    await hasTotal(room);
    return room;
  }

  /** Dollars that the pane shows for the whole book, unrounded. */
  const total = async ({ pane }: PaneRoom) =>
    Number(await pane.locator("[data-total]").getAttribute("data-total"));

  /** What a formula gives in a free cell of the workbook. */
  async function inCell(room: OpenRoom, formula: string): Promise<unknown[][]> {
    await room.set("Market", "H1", formula);
    return room.get("Market", "H1:U3");
  }

  const slider = ({ pane }: PaneRoom, name: string) => pane.getByRole("slider", { name });
  const field = ({ pane }: PaneRoom, name: string) => pane.getByRole("textbox", { name });

  it("answers each step of a slider with what PNL gives in a cell", async () => {
    const room = await open();
    // A picture that a worker has drawn.
    await room.pane
      .getByText(/^Break-even/)
      .first()
      .waitFor();
    expect(room.page.workers().length).toBeGreaterThan(0);
    expect(await room.pane.getByText("gives the pane no worker").count()).toBe(0);
    const first = await total(room);
    const [[without] = []] = (await inCell(room, "=INDEX(ALVH.PNL(Book, Market, -0.05), 2, 1)")) as [
      [number],
    ];
    expect(first).toBeCloseTo(Number(without), 4);

    await slider(room, "SPX move").focus();
    for (let step = 0; step < 4; step++) await room.page.keyboard.press("ArrowLeft");
    await slider(room, "VIX move").focus();
    await room.page.keyboard.press("ArrowRight");
    await field(room, "Days that pass").fill("7");
    await room.pane.getByText(/SPX 4,501 → 4,185/).waitFor();
    expect(await room.pane.getByRole("switch", { name: /^VIX follows/ }).isChecked()).toBe(false);
    const vix = Number(await field(room, "VIX move").inputValue());
    const [[pnl] = []] = await inCell(room, `=ALVH.PNL(Book, Market, -0.07, ${vix}, 7)`);
    expect(await total(room)).toBeCloseTo(Number(pnl), 4);
    expect(await total(room)).not.toBeCloseTo(first, 0);
    expect(room.trouble).toEqual([]);
  });

  it("puts the scenario on a sheet that stays alive, with a chart, in one step to undo", async () => {
    const room = await open();
    const shown = await total(room);
    await room.pane.getByRole("button", { name: "Put on sheet" }).click();
    expect(await room.said("Wrote the sheet Stress")).toMatch(/live formulas and a chart/);
    const cells = await room.get("Stress", "A5:H26");
    expect(cells[0]?.[1]).toBe(-0.05);
    // 5 x 1.28, the regression's.
    expect(cells[1]?.[1]).toBeCloseTo(6.4, 9);
    expect(cells[4]?.[1]).toBeCloseTo(shown, 4);
    // The map's middle: SPX and VIX where they are, which is no profit and no loss.
    const header = cells[10] ?? [];
    const calm = cells.find((row, index) => index > 10 && row[0] === 0) ?? [];
    expect(calm[header.indexOf(0)]).toBe(0);
    await room.set("Stress", "B5", -0.1);
    await room.set("Stress", "B6", 20);
    const [[pnl] = []] = await room.get("Stress", "B9");
    expect(pnl).toBeCloseTo(Number(cells[13]?.[header.indexOf(20)]), 4);
    await picture(room.page, "scenario-sheet");
    expect(room.trouble).toEqual([]);
    for (let step = 0; step < 3; step++) await room.undo();
    expect(await room.sheets()).not.toContain("Stress");
  });

  it("replays a past event as REPLAY does, and puts it on the sheet as well", async () => {
    const room = await open();
    await room.pane.getByRole("radio", { name: "Past event" }).check();
    await room.pane.getByRole("combobox", { name: "Event" }).selectOption("2024 Aug 3d");
    await room.pane.getByText("Closes of 2024-07-31 to 2024-08-05.").waitFor();
    const [header = [], row = []] = await inCell(room, '=ALVH.REPLAY(Book, Market, "2024 Aug 3d")');
    const replayed = Number(row[header.indexOf("Total P&L $")]);
    expect(await total(room)).toBeCloseTo(replayed, 4);
    await room.pane.getByRole("tab", { name: "VIX curve" }).click();
    await room.pane.getByText(/by REPLAY 2024 Aug 3d/).waitFor();
    await room.pane.getByRole("button", { name: "Put on sheet" }).click();
    await room.said("Wrote the sheet Stress");
    const sheet = (await room.get("Stress", "A60:M70")).map((cells) => cells.map(String));
    const written = sheet.find(([name]) => name === "2024 Aug 3d");
    expect(Number(written?.[header.indexOf("Total P&L $")])).toBeCloseTo(replayed, 4);
    expect(room.trouble).toEqual([]);
  });

  it("reads an expression, and says in one sentence what it cannot read", async () => {
    const room = await open();
    await room.pane.getByRole("radio", { name: "Expression" }).check();
    await field(room, "Scenario").fill("SPX * 0.9, VIX + 20; Days: 5");
    await room.pane.getByText("VIX 23.22 → 43.22, after 5 days").waitFor();
    const [[pnl] = []] = await inCell(room, "=ALVH.PNL(Book, Market, -0.1, 20, 5)");
    expect(await total(room)).toBeCloseTo(Number(pnl), 4);
    await field(room, "Scenario").fill("SPX - 5%");
    await room.pane.getByText("has a percent sign: write 5% as 0.05").waitFor();
    expect(await room.pane.locator("[data-total]").count()).toBe(0);
    expect(await room.pane.getByRole("button", { name: "Put on sheet" }).isDisabled()).toBe(true);
    expect(room.trouble).toEqual([]);
  });

  it("draws a condor's break-evens where its credit puts them, and follows the book's cells", async () => {
    const room = await openPane(served, { tab: "Scenario", withStarter: true });
    await hasTotal(room);
    // Without the hedge: ten condors whose credit of 13.95 points breaks even at 4086.05 and 4738.95.
    for (const row of [9, 10, 11]) await room.set("Book", `D${row}`, 0);
    await field(room, "SPX move").fill("0");
    await room.pane.getByText("Break-even at the first expiry: SPX 4,086 and 4,739.").waitFor();
    await room.pane.getByRole("button", { name: "Show as table" }).click();
    const table = room.pane.getByRole("table", { name: /^P&L by SPX level/ });
    const short = table.getByRole("row", { name: /^4,100 / });
    expect(await short.innerText()).toMatch(/13,950$/);
    expect(room.trouble).toEqual([]);
  });

  it("is left as it was found: the form is kept in the workbook, and Reset brings the first one back", async () => {
    const room = await open();
    await field(room, "SPX move").fill("-12");
    await room.pane.getByRole("tab", { name: "Map" }).click();
    await room.page.waitForTimeout(800); // the form is written a moment after the last change
    const frame = room.page.frames().find((one) => one.url().includes("pane.html"));
    await frame?.evaluate(() => {
      location.reload();
    });
    await room.pane.getByRole("table", { name: /^P&L \$ by SPX and VIX/ }).waitFor();
    expect(await field(room, "SPX move").inputValue()).toBe("-12");
    await room.pane.getByRole("button", { name: "Reset" }).click();
    expect(await field(room, "SPX move").inputValue()).toBe("-5");
    expect(room.trouble).toEqual([]);
  });

  it("works its pictures out in a worker", async () => {
    const { page, pane } = await openPane(served, { withStarter: true });
    const workers: string[] = [];
    page.on("worker", (worker) => workers.push(worker.url()));
    await goTo(page, "Scenario");
    await pane
      .getByText(/^Break-even/)
      .first()
      .waitFor();
    expect(workers.length).toBeGreaterThan(0);
    expect(await pane.getByText("gives the pane no worker").count()).toBe(0);
  });

  it("works its pictures out itself where no worker starts, and says so", async () => {
    const script = "window.Worker = undefined;";
    const { pane, trouble } = await openPane(served, { tab: "Scenario", withStarter: true, script });
    await pane.getByText("gives the pane no worker").waitFor();
    await pane
      .getByText(/^Break-even/)
      .first()
      .waitFor();
    expect(trouble).toEqual([]);
  });

  it("breaks no rule that axe knows in any colours, and needs no sideways scrolling", async () => {
    const room = await openPane(served, { tab: "Scenario", withStarter: true });
    await hasTotal(room);
    for (const chart of ["Payoff", "Map", "VIX curve"]) {
      await room.pane.getByRole("tab", { name: chart }).click();
      await room.pane.getByRole("figure").waitFor();
      await inEveryLook(room, `scenario-${chart.replace(" ", "-").toLowerCase()}`);
    }
    await room.pane.getByRole("button", { name: "Show as table" }).click();
    await inEveryLook(room, "scenario-table");
    await room.pane.getByRole("radio", { name: "Expression" }).check();
    await field(room, "Scenario").fill("SPX - 5%");
    await room.pane.getByText("has a percent sign").waitFor();
    await inEveryLook(room, "scenario-problem");
    expect(room.trouble).toEqual([]);
  });
});
