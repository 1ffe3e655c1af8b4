import { readFile } from "node:fs/promises";
import { shareCopy } from "../../src/share/shareCopy";
import { readWorkbookFile } from "../../src/share/workbookFile";
import { testWorkbook } from "../share/testWorkbook";
import { describeInBrowser } from "./launchBrowser";
import { openRoom } from "./openRoom";
import { servedDist } from "./served";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

describeInBrowser("the room Share", () => {
  const served = servedDist();

  const open = () => openRoom(served, "Share");

  it("makes a share copy of the starter workbook, and thaws it where the add-in is", async () => {
    const { page, pane, said, get, sheets, violations, overflow, trouble } = await open();
    const [[netTheta = 0] = []] = await get("Plan", "B8");
    await pane.getByRole("button", { name: "Look at the workbook" }).click();
    await said("nothing hidden");
    const download = page.waitForEvent("download");
    await pane.getByRole("button", { name: "Make the copy" }).click();
    await said("became values");
    await pane.getByRole("button", { name: "Download the copy" }).click();
    const copy = new Uint8Array(await readFile(await (await download).path()));
    const content = await readWorkbookFile(copy);
    expect(content.sheets.map(({ name }) => name)).toEqual([...(await sheets()), "How this was made"]);
    expect(
      content.sheets.flatMap(({ cells }) => cells).filter(({ formula }) => formula?.includes("ALVH.")),
    ).toEqual([]);
    const plan = content.sheets.find(({ name }) => name === "Plan");
    expect(plan?.cells.find(({ row, column }) => row === 7 && column === 1)?.value).toBeCloseTo(
      Number(netTheta),
      9,
    );
    expect(await violations()).toEqual([]);
    expect(await overflow()).toBeLessThanOrEqual(0);

    await pane
      .getByLabel("Workbook file")
      .setInputFiles({ name: "copy.xlsx", mimeType: XLSX, buffer: Buffer.from(copy) });
    await said("Opened");
    await pane.getByRole("button", { name: "Thaw", exact: true }).click();
    expect(await said("live again")).toContain("Every live result is what was frozen.");
    const [[live = 0] = []] = await get("Plan", "B8");
    expect(Number(live)).toBeCloseTo(Number(netTheta), 6);
    expect(trouble).toEqual([]);
  });

  it("opens a partner's file with live formulas, saves it, and refuses one with macros", async () => {
    const { page, pane, said, get, sheets, trouble } = await open();
    const file = testWorkbook({
      sheets: [
        {
          name: "Theirs",
          cells: [
            { at: "A1", value: 60 },
            // Haug (2007), p. 4: 2.1334.
            { at: "B1", formula: '_xldudf_ALVH_BSM_PRICE("call",A1,65,91.25,0.3,0.08)', value: 1 },
            { at: "A2", value: "a text" },
            { at: "A3", formula: "Spot*2", value: 120 },
            { at: "A4", value: "=1+1" },
            { at: "A5", value: "007" },
          ],
        },
      ],
      names: '<definedName name="Spot">Theirs!$A$1</definedName>',
    });
    const choose = (bytes: Uint8Array) =>
      pane
        .getByLabel("Workbook file")
        .setInputFiles({ name: "theirs.xlsx", mimeType: XLSX, buffer: Buffer.from(bytes) });
    await choose(testWorkbook({ sheets: [{ name: "X", cells: [] }], parts: { "xl/vbaProject.bin": "x" } }));
    await said("carries macros");
    expect(await sheets()).toContain("Plan");
    await choose(file);
    await said("Opened 1 sheet with 2 live formulas.");
    expect(await sheets()).toEqual(["Theirs"]);
    const [[price = 0] = []] = await get("Theirs", "B1");
    expect(Number(price)).toBeCloseTo(2.1334, 4);
    // A text stays one, even where it looks like a formula or a number.
    expect(await get("Theirs", "A3:A5")).toEqual([[120], ["=1+1"], ["007"]]);

    const download = page.waitForEvent("download");
    await pane.getByRole("button", { name: "Save .xlsx" }).click();
    const saved = await readWorkbookFile(new Uint8Array(await readFile(await (await download).path())));
    const again = await readWorkbookFile(file);
    expect(saved.names).toEqual(again.names);
    const told = (content: typeof saved) =>
      content.sheets[0]?.cells.map(({ row, column, formula }) => [row, column, formula?.replaceAll(" ", "")]);
    expect(told(saved)).toEqual(told(again));
    expect((await shareCopy(new Uint8Array(await readFile(await (await download).path())))).frozen).toBe(1);
    expect(trouble).toEqual([]);
  });

  it("hands a scenario over", async () => {
    const { page, pane, said, sheets, trouble } = await open();
    const download = page.waitForEvent("download");
    await pane.getByRole("button", { name: "Export scenario" }).click();
    const text = await readFile(await (await download).path(), "utf8");
    expect(JSON.parse(text)).toMatchObject({
      schema: "alvh-scenario",
      version: 1,
      shocks: { spotShock: -0.05 },
    });
    const choose = (content: string) =>
      pane
        .getByLabel("Scenario file")
        .setInputFiles({ name: "s.json", mimeType: "application/json", buffer: Buffer.from(content) });
    await choose(text.replace('"version": 1', '"version": 9'));
    await said("has version 9");
    await choose(text.replace("-0.05", "-0.1"));
    await said("Took the scenario in");
    expect(await sheets()).toContain("Scenario market");
    await pane.getByRole("tab", { name: "Scenario", exact: true }).click();
    expect(await pane.getByRole("slider").first().inputValue()).toBe("-10");
    expect(trouble).toEqual([]);
  });
});
