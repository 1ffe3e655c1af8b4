import { inEveryLook } from "./inEveryLook";
import { describeInBrowser } from "./launchBrowser";
import { openPane } from "./openPane";
import { openRoom } from "./openRoom";
import { cellTexts, type PaneRoom } from "./paneRoom";
import { picture } from "./picture";
import { servedDist } from "./served";

describeInBrowser("the room Roll desk", () => {
  const served = servedDist();

  const open = () => openRoom(served, "Roll");
  const openAlone = () => openPane(served, { tab: "Roll", withStarter: true });

  const verdict = ({ pane }: PaneRoom) => pane.getByRole("status", { name: "Verdict" });

  /** Waits for the verdict, and gives the whole text beside it. */
  async function says(room: PaneRoom, word: string): Promise<string> {
    await verdict(room).locator(`[data-verdict="${word}"]`).waitFor();
    return verdict(room).innerText();
  }

  /** The rows of a table of rules in the pane: the cells of each, without the notes. */
  async function rules({ pane }: PaneRoom, name: string): Promise<string[][]> {
    return cellTexts(pane.getByRole("table", { name, exact: true }).locator("tbody tr:first-child"));
  }

  it("says what ROLL says on the sheet, with the question that decided and every rule", async () => {
    const room = await open();
    const text = await says(room, "DEFER");
    expect(text).toContain("By the rules, no roll now.");
    expect(text).toContain("3 E04 E05 E06 E08 ask for no roll");
    expect(text).toContain("needs Entry in each leg");
    await room.set("Plan", "T1", "=ALVH.ROLL(Book, Market, ALVH.CONDOR.BOOK(Market, 70, 10))");
    const sheet = (await room.get("Plan", "T1:X60")).filter(([rule]) => rule !== "");
    expect(sheet[1]?.[1]).toBe("DEFER");
    const questions = sheet.filter(([rule]) => /^\d /.test(String(rule)));
    expect((await rules(room, "Questions in order")).map(([rule, answer]) => [rule, answer])).toEqual(
      questions.map(([rule, answer]) => [rule, answer]),
    );
    const others = sheet.slice(3 + questions.length).filter(([rule]) => rule !== "Note");
    expect((await rules(room, "Every rule with its number")).map(([rule]) => rule)).toEqual(
      others.map(([rule]) => rule),
    );
    expect(room.trouble).toEqual([]);
  });

  it("follows what the rules ask: a changed surface, an event, a spike, too little liquidity", async () => {
    const room = await openAlone();
    const { pane } = room;
    await says(room, "DEFER");
    const field = (name: string) => pane.getByRole("textbox", { name });
    await field("SPX vol at entry (E04)").fill("0.15");
    expect(await says(room, "ROLL")).toContain("asked for by E04");
    await pane.getByLabel("Next event (E10)").fill("2022-02-06");
    expect(await says(room, "DEFER")).toContain("5 E10 an event is near");
    await field("VIX, day before (E07)").fill("15");
    await says(room, "HEDGE");
    await field("Liquid $ (E18)").fill("10000");
    expect(await says(room, "CLOSE")).toContain("no liquidity to carry the condors");
    await pane.getByRole("button", { name: "Clear" }).click();
    await says(room, "DEFER");
    expect(await field("Liquid $ (E18)").inputValue()).toBe("");
    // They are settings of the desk: the hedge plan counts them as changed.
    await field("Quick ratio (E18)").fill("0.5");
    await says(room, "CLOSE");
    await pane.getByRole("button", { name: "All settings of the rules" }).click();
    await pane.getByText(/ settings, 1 changed/).waitFor();
  });

  it("builds the candidate by days, delta and width, and says in a sentence what cannot be", async () => {
    const room = await openAlone();
    const { pane } = room;
    await says(room, "DEFER");
    const compared = pane.getByRole("region", { name: /^Held beside the candidate/ });
    await compared.getByText("4050/4100").waitFor();
    await pane.getByRole("textbox", { name: "Days to expiry" }).fill("69");
    await compared.getByText("2022-04-14").waitFor();
    await pane.getByRole("textbox", { name: "Condors" }).fill("7");
    await compared.getByRole("row", { name: "Condors 10 7" }).waitFor();
    await pane.getByRole("textbox", { name: "Short delta" }).fill("0.9");
    await pane.getByText("Short delta must be from 0.001 to 0.49.").waitFor();
    await room.set("Market", "B7", "n/a");
    await pane.getByText('"n/a" is not a number').first().waitFor();
  });

  it("takes the candidate from a range, too", async () => {
    const room = await open();
    const { pane } = room;
    await says(room, "DEFER");
    await room.set("Plan", "T1", "=ALVH.CONDOR.BOOK(Market, 42, 5, 0.1, 25)");
    await pane.getByRole("radio", { name: "From a range" }).check();
    await pane.getByText("Choose the range in which the candidate’s legs stand.").waitFor();
    const range = pane.getByRole("combobox", { name: "Range of its legs" });
    await range.fill("Plan!T1:Z5");
    await range.press("Enter");
    await pane
      .getByRole("region", { name: /^Held beside the candidate/ })
      .getByRole("row", { name: "Condors 10 5" })
      .waitFor();
    // What is wrong with it is said of the candidate.
    await range.fill("Plan!A1:B3");
    await range.press("Enter");
    await pane
      .getByRole("status")
      .filter({ hasText: /^Warning: candidate/ })
      .waitFor();
  });

  it("puts the roll on a sheet with live formulas, one Undo for all", async () => {
    const room = await open();
    const { pane, get, set, said } = room;
    await says(room, "DEFER");
    await pane.getByRole("textbox", { name: "SPX vol at entry (E04)" }).fill("0.15");
    await pane.getByRole("textbox", { name: "Days to expiry" }).fill("69");
    await pane.getByRole("textbox", { name: "RSI of SPX (B13)" }).fill("30");
    await says(room, "ROLL");
    await pane.getByText(/^REBALANCE: by B13/).waitFor();
    await pane.getByRole("button", { name: "Put on sheet" }).click();
    await said("Wrote the sheet Roll desk: 10 live formulas.");

    const cells = await get("Roll desk", "A1:I140");
    const rowOf = (name: string) => cells.findIndex(([first]) => first === name);
    expect([cells[3]?.[1], cells[4]?.[1], cells[5]?.[1]]).toEqual(["ROLL", "not given", "REBALANCE"]);
    expect(cells.flat().filter((cell) => /^#[A-Z]/.test(String(cell)))).toEqual([]);
    // The legs are a book range under the name Candidate.
    await set("Plan", "T1", "=SUM(INDEX(Candidate, 0, 4))");
    expect(await get("Plan", "T1")).toEqual([[0]]);
    const legs = rowOf("Layer");
    expect(cells.slice(legs + 1, legs + 5).map((row) => row[3])).toEqual([10, -10, -10, 10]);
    await picture(room.page, "roll-sheet");

    // Alive: a setting added in a free row, another number of condors.
    const preset = rowOf("Preset");
    await set("Roll desk", `A${preset + 3}`, "E07.VixBefore");
    await set("Roll desk", `B${preset + 3}`, 15);
    expect((await get("Roll desk", "B4")).flat()).toEqual(["HEDGE"]);
    await set("Roll desk", `B${rowOf("Condors") + 1}`, 3);
    expect((await get("Roll desk", `D${legs + 2}`)).flat()).toEqual([3]);

    expect(room.trouble).toEqual([]);
    await pane.getByRole("button", { name: "Put on sheet" }).click();
    await said("Wrote the sheet Roll desk 2");
    await room.undo();
    expect(await room.sheets()).not.toContain("Roll desk 2");
    expect(await room.sheets()).toContain("Roll desk");
  });

  it("logs the verdict once, and an override only with its reason", async () => {
    const room = await openAlone();
    const { pane } = room;
    await says(room, "DEFER");
    await pane.getByRole("button", { name: "Log this verdict" }).click();
    await room.said("Logged DEFER in the rule log.");
    expect(await pane.locator(":focus").innerText()).toBe("In the rule log.");
    await pane.getByRole("button", { name: /^Override E19/ }).click();
    await pane.getByRole("textbox", { name: "What was done instead" }).fill("Rolled half of them");
    await pane.getByRole("button", { name: "Record override" }).click();
    await pane.getByText("An override needs its reason.").waitFor();
    expect(await room.violations()).toEqual([]);
    await pane.getByRole("textbox", { name: "Reason" }).fill("Expiry over the holiday");
    await pane.getByRole("button", { name: "Record override" }).click();
    await pane.getByText("Overridden:").waitFor();
    // Another verdict is another entry; the same again is the one that is there.
    await pane.getByRole("textbox", { name: "VIX, day before (E07)" }).fill("15");
    await says(room, "HEDGE");
    await pane.getByRole("button", { name: "Log this verdict" }).click();
    await room.said("Logged HEDGE in the rule log.");
    await pane.getByRole("tab", { name: "Log", exact: true }).click();
    await pane.getByText("Expiry over the holiday").first().waitFor();
    await pane.getByText("HEDGE").first().waitFor();
  });

  it("can be used with the keyboard alone, and keeps its form", async () => {
    const room = await openAlone();
    const { page, pane } = room;
    await says(room, "DEFER");
    await pane.getByRole("textbox", { name: "Days to expiry" }).focus();
    await page.keyboard.press("ArrowDown");
    await pane.getByText("2022-04-14").first().waitFor();
    for (let stop = 0; stop < 3; stop += 1) await page.keyboard.press("Tab");
    await page.keyboard.type("25");
    await pane.getByRole("row", { name: /^Margin \$ 50,000/ }).waitFor();
    await pane.getByRole("tab", { name: "Book", exact: true }).click();
    await pane.getByRole("tab", { name: "Roll", exact: true }).click();
    expect(await pane.getByRole("textbox", { name: "Days to expiry" }).inputValue()).toBe("69");
    expect(await pane.getByRole("textbox", { name: "Wing width" }).inputValue()).toBe("25");
  });

  it("breaks no rule that axe knows in any colours, and needs no sideways scrolling", async () => {
    const room = await openAlone();
    await says(room, "DEFER");
    await inEveryLook(room, "roll");
  });
});
