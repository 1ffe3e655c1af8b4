import { inEveryLook } from "./inEveryLook";
import { describeInBrowser } from "./launchBrowser";
import { openPane } from "./openPane";
import { openRoom } from "./openRoom";
import { cellTexts, type PaneRoom } from "./paneRoom";
import { picture } from "./picture";
import { servedDist } from "./served";

describeInBrowser("the room Hedge plan", () => {
  const served = servedDist();

  const open = () => openRoom(served, "Plan");
  const openAlone = () => openPane(served, { tab: "Plan", withStarter: true });

  const totals = ({ pane }: PaneRoom) => pane.getByLabel("The plan in short");

  /** The rows of the plan as the pane shows them, the first columns. */
  async function layers({ pane }: PaneRoom, columns: number): Promise<string[][]> {
    const rows = await cellTexts(pane.getByRole("table", { name: /^Contracts by layer/ }).getByRole("row"));
    return rows.map((cells) => cells.slice(0, columns));
  }

  /** Opens a setting by searching for it. */
  async function find({ pane }: PaneRoom, name: string): Promise<void> {
    await pane.getByRole("searchbox", { name: "Search settings" }).fill(name);
    await pane.getByLabel(name, { exact: true }).waitFor();
  }

  it("plans ten condors by 4/4/2 and holds the book against the rules, as the sheet does", async () => {
    const room = await open();
    await totals(room)
      .getByText(/^10 contracts/)
      .waitFor();
    expect((await layers(room, 4)).slice(1)).toEqual([
      ["short", "4", "VIX", "call"],
      ["medium", "4", "VIX", "call"],
      ["long", "2", "VIX", "call"],
      ["Total", "10", "", ""],
    ]);
    // What the starter workbook's own formulas say.
    await room.set("Plan", "T1", "=ALVH.HEDGECHECK(Book, Market)");
    const sheet = (await room.get("Plan", "T1:X30")).filter(([name]) => name !== "");
    const checks = room.pane.getByRole("table", { name: /^Verdicts as of 2022-02-04 16:15/ });
    const shown = await checks.locator("tbody th").allInnerTexts();
    expect(shown).toEqual(sheet.slice(1).map(([name]) => name));
    const verdicts = await checks.locator("tbody tr:first-child td:last-child").allInnerTexts();
    expect(verdicts).toEqual(sheet.slice(1).map((row) => row[3]));
    expect(room.trouble).toEqual([]);
  });

  it("follows a setting as it is typed, marks it, and puts it back", async () => {
    const room = await openAlone();
    const { pane } = room;
    await totals(room)
      .getByText(/^10 contracts/)
      .waitFor();
    await find(room, "A01.ContractsPerUnit");
    const field = pane.getByRole("textbox", { name: "A01.ContractsPerUnit" });
    // The default is there, greyed, and is not a value.
    expect(await field.getAttribute("placeholder")).toBe("10");
    expect(await field.inputValue()).toBe("");
    await field.fill("20");
    await totals(room)
      .getByText(/^20 contracts/)
      .waitFor();
    expect((await layers(room, 2)).slice(1).map(([, count]) => count)).toEqual(["8", "8", "4", "20"]);
    await pane.getByText("1 setting, 1 changed").waitFor();
    expect(await room.violations()).toEqual([]);
    await picture(room.page, "plan-changed");
    await pane.getByRole("button", { name: "Reset A01.ContractsPerUnit to 10" }).click();
    await totals(room)
      .getByText(/^10 contracts/)
      .waitFor();
    expect(await field.inputValue()).toBe("");
    expect(room.trouble).toEqual([]);
  });

  it("says in a sentence what a setting cannot be, and goes on with what was valid", async () => {
    const room = await openAlone();
    const { pane } = room;
    await totals(room)
      .getByText(/^10 contracts/)
      .waitFor();
    await find(room, "B07.Low");
    await pane.getByRole("textbox", { name: "B07.Low" }).fill("60");
    await pane.getByText("B07.Low must be from 0 to 1.").waitFor();
    await find(room, "B20.NextEvent");
    await pane.getByRole("textbox", { name: "B20.NextEvent" }).fill("next week");
    await pane
      .getByText(/"next week".* is not a date/)
      .first()
      .waitFor();
    await find(room, "Layer1.MinDte");
    await pane.getByRole("textbox", { name: "Layer1.MinDte" }).fill("4.5");
    await pane.getByRole("alert").filter({ hasText: "Layer1.MinDte" }).first().waitFor();
  });

  it("puts the preset and the changed settings on a sheet with live formulas, one Undo for all", async () => {
    const room = await open();
    const { pane, get, set, said } = room;
    await totals(room)
      .getByText(/^10 contracts/)
      .waitFor();
    await find(room, "A01.ContractsPerUnit");
    await pane.getByRole("textbox", { name: "A01.ContractsPerUnit" }).fill("20");
    await find(room, "B07.Low");
    await pane.getByRole("textbox", { name: "B07.Low" }).fill("0.5");
    await totals(room)
      .getByText(/^20 contracts/)
      .waitFor();
    const inPane = await layers(room, 2);
    await pane.getByRole("button", { name: "Put on sheet" }).click();
    await said("Wrote the sheet Hedge plan: 2 live formulas.");

    const cells = await get("Hedge plan", "A1:R70");
    const rowOf = (name: string) => cells.findIndex(([first]) => first === name);
    expect(
      cells.slice(rowOf("Setting"), rowOf("Setting") + 4).map(([name, value]) => [name, String(value)]),
    ).toEqual([
      ["Setting", "Value"],
      ["Preset", "442"],
      ["A01.ContractsPerUnit", "20"],
      ["B07.Low", "0.5"],
    ]);
    const plan = rowOf("Layer");
    expect(cells.slice(plan + 1, plan + 5).map((row) => [row[0], String(row[10])])).toEqual(inPane.slice(1));
    const share = () => rowOf("B07 condors' share of VIX01");
    expect(cells[share()]?.[2]).toBe("0.5-0.7");
    expect(cells.flat().filter((cell) => /^#[A-Z]/.test(String(cell)))).toEqual([]);
    await picture(room.page, "plan-sheet");

    // Alive: a setting typed over, one added in a free row, another preset.
    await set("Hedge plan", `B${rowOf("A01.ContractsPerUnit") + 1}`, 10);
    await set("Hedge plan", `A${rowOf("B07.Low") + 2}`, "B07.High");
    await set("Hedge plan", `B${rowOf("B07.Low") + 2}`, 0.9);
    const changed = await get("Hedge plan", "A1:R70");
    expect(changed[plan + 4]?.[10]).toBe(10);
    expect(changed[share()]?.slice(2, 4)).toEqual(["0.5-0.9", "PASS"]);
    await set("Hedge plan", `B${rowOf("Preset") + 1}`, "VXTH");
    await set("Hedge plan", `A${rowOf("B07.Low") + 3}`, "VXTH.Portfolio");
    await set("Hedge plan", `B${rowOf("B07.Low") + 3}`, 1_000_000);
    const vxth = await get("Hedge plan", "A1:R70");
    expect(vxth[plan + 1]?.[0]).toBe("one month");

    // A second sheet takes names of its own.
    await pane.getByRole("button", { name: "Put on sheet" }).click();
    await said("Wrote the sheet Hedge plan 2");
    expect((await get("Hedge plan 2", `A${plan + 1}:A${plan + 2}`)).flat()).toEqual(["Layer", "short"]);
    expect(room.trouble).toEqual([]);
    await room.undo();
    expect(await room.sheets()).not.toContain("Hedge plan 2");
    expect(await room.sheets()).toContain("Hedge plan");
  });

  it("says what another preset is, and warns where it must", async () => {
    const room = await openAlone();
    const { pane } = room;
    await pane.getByRole("combobox", { name: "Reading of the rules" }).selectOption("S4_LITERAL");
    await pane.getByText("to the letter, all of the condors' risk capital is spent on VIX").first().waitFor();
    // S4 sizes by risk capital, which must be given.
    await pane.getByText("A08.RiskCapital").first().waitFor();
    await find(room, "A08.RiskCapital");
    await pane.getByRole("textbox", { name: "A08.RiskCapital" }).fill("36050");
    await totals(room)
      .getByText(/contracts, premium/)
      .waitFor();
    await pane.getByRole("combobox", { name: "Reading of the rules" }).selectOption("442");
    await pane.getByRole("button", { name: "Reset all" }).click();
    await totals(room)
      .getByText(/^10 contracts/)
      .waitFor();
  });

  it("follows the book and the market in the sheet", async () => {
    const room = await open();
    await totals(room)
      .getByText(/^10 contracts/)
      .waitFor();
    await room.set("Book", "D6", -20);
    await room.set("Book", "D7", -20);
    await totals(room)
      .getByText(/^20 contracts/)
      .waitFor();
    await room.set("Market", "B7", "n/a");
    await room.pane.getByText('"n/a" is not a number').first().waitFor();
    await totals(room).getByText("No plan yet.").waitFor();
  });

  it("logs the verdicts by their rules, and takes an override of a broken one with its reason", async () => {
    const room = await openAlone();
    const { pane } = room;
    await totals(room)
      .getByText(/^10 contracts/)
      .waitFor();
    const checks = pane.getByRole("table", { name: /^Verdicts as of/ }).locator("tbody tr:first-child");
    const verdicts = (await checks.allInnerTexts()).map((row) => row.split("\t"));
    const given = verdicts.filter((row) => row.at(-1)?.trim() !== "");
    const broken = given.filter((row) => row.at(-1) !== "PASS").map(([rule]) => rule ?? "");
    expect(broken.length).toBeGreaterThan(0);
    await pane.getByRole("button", { name: "Log these verdicts" }).click();
    await room.said(`Logged ${given.length} verdicts in the rule log, ${broken.length} of them not PASS.`);
    // The button is gone: the focus is where it stood.
    expect(await pane.locator(":focus").innerText()).toBe("In the rule log.");
    const list = pane.getByRole("list", { name: "Rules that the book does not pass" });
    expect(await list.getByRole("listitem").count()).toBe(broken.length);
    await list.getByRole("button", { name: `Override ${broken[0]}` }).click();
    await pane.getByRole("textbox", { name: "What was done instead" }).fill("Held");
    await pane.getByRole("button", { name: "Record override" }).click();
    await pane.getByText("An override needs its reason.").waitFor();
    expect(await room.violations()).toEqual([]);
    await pane.getByRole("textbox", { name: "Reason" }).fill("Rolled on Monday");
    await pane.getByRole("button", { name: "Record override" }).click();
    await pane.getByText("Overridden:").waitFor();
    await pane.getByRole("tab", { name: "Log", exact: true }).click();
    await pane.getByText(`${given.length} entries, 1 overridden`).waitFor();
    await pane.getByText("Rolled on Monday").first().waitFor();
    expect(room.trouble).toEqual([]);
  });

  it("shows the settings of one rule family at a time, and the changed ones alone", async () => {
    const room = await openAlone();
    const { pane } = room;
    await pane.getByRole("button", { name: /^Layer 2 \(8\)/ }).click();
    expect(await pane.getByRole("textbox", { name: "Layer2.Weight" }).getAttribute("placeholder")).toBe(
      "0.4",
    );
    await pane.getByRole("combobox", { name: "Layer2.Instrument" }).selectOption("call spread");
    await pane.getByRole("switch", { name: "Changed only" }).check();
    await pane.getByText("1 setting, 1 changed").waitFor();
    await pane.getByRole("button", { name: "Reset Layer2.Instrument to call" }).click();
    await pane.getByText("No setting is changed.").waitFor();
  });

  it("can be used with the keyboard alone", async () => {
    const room = await openAlone();
    const { page, pane } = room;
    await totals(room)
      .getByText(/^10 contracts/)
      .waitFor();
    await pane.getByRole("searchbox", { name: "Search settings" }).focus();
    await page.keyboard.type("A01.ContractsPerUnit");
    await pane.getByText("1 setting,").waitFor();
    const focused = () => pane.locator(":focus");
    for (let stop = 0; stop < 6; stop += 1) {
      await page.keyboard.press("Tab");
      if ((await focused().evaluate((element) => element.tagName)) === "INPUT" && stop > 1) break;
    }
    await page.keyboard.press("PageUp");
    await totals(room)
      .getByText(/^20 contracts/)
      .waitFor();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await totals(room)
      .getByText(/^10 contracts/)
      .waitFor();
  });

  it("breaks no rule that axe knows in any colours, and needs no sideways scrolling", async () => {
    const room = await openAlone();
    await totals(room)
      .getByText(/^10 contracts/)
      .waitFor();
    await room.pane.getByRole("button", { name: /^Layer 1 / }).click();
    await room.pane.getByRole("textbox", { name: "Layer1.Delta" }).fill("0.4");
    await room.pane.getByRole("button", { name: "Reset Layer1.Delta to 0.3" }).waitFor();
    await inEveryLook(room, "plan");
  });
});
