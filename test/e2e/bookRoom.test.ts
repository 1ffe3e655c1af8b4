import { inEveryLook } from "./inEveryLook";
import { describeInBrowser } from "./launchBrowser";
import { openPane } from "./openPane";
import { openRoom } from "./openRoom";
import { picture } from "./picture";
import { servedDist } from "./served";

// Cboe's form, with quotes made up around SPX 4500: deltas fall by .0495 a strike of 50 points.
const QUOTES = [
  "Standard & Poors 500 Index,Last: 4500.53,Change: 23.09",
  '"Date: February 4 2022, 2:15 PM EST",Bid: 4420.5,Ask: 4615.43,Size: 1*1,Volume: 0',
  "Expiration Date,Calls,Last Sale,Net,Bid,Ask,Volume,IV,Delta,Gamma,Open Interest,Strike,Puts,Last Sale,Net,Bid,Ask,Volume,IV,Delta,Gamma,Open Interest",
  ...Array.from({ length: 21 }, (_, index) => {
    const strike = 4000 + 50 * index;
    const call = 0.995 - 0.0495 * index;
    const [callBid, putBid] = [200 - 9 * index, 20 + 9 * index];
    const side = (kind: string, bid: number, delta: number) =>
      `SPXW220318${kind}0${strike}000,0,0,${bid},${bid + 1},5,0.2,${delta.toFixed(4)},0.001,${index}`;
    return `Fri Mar 18 2022,${side("C", callBid, call)},${strike}.00,${side("P", putBid, call - 1)}`;
  }),
].join("\n");

const quoteFile = { name: "spx_quotedata.csv", mimeType: "text/csv", buffer: Buffer.from(QUOTES) };

describeInBrowser("the room Book", () => {
  const served = servedDist();

  const open = () => openRoom(served, "Book");
  const openAlone = () => openPane(served, { tab: "Book", withStarter: true });

  it("says what was read of the starter sheets", async () => {
    const { pane, trouble } = await openAlone();
    await pane.getByText("Read as meant: no problem found.").waitFor();
    await pane.getByRole("heading", { name: "What was read" }).waitFor();
    const figures = await pane.getByLabel("What was read").locator("dd").allTextContents();
    expect(figures).toEqual(["2022-02-04 16:15", "10"]);
    const layers = await pane.getByRole("table", { name: "Legs by layer" }).getByRole("row").allInnerTexts();
    // Ten condors are forty contracts; the hedge is 4/4/2. Days from the quotes' moment to each settlement, by hand.
    expect(layers.slice(1).map((row) => row.split(/\s+/))).toEqual([
      ["IC", "4", "20", "20", "42.0"],
      ["short", "1", "4", "0", "11.7"],
      ["medium", "1", "4", "0", "38.7"],
      ["long", "1", "2", "0", "102.7"],
    ]);
    expect(trouble).toEqual([]);
  });

  it("finds a slip while it is typed, and leads to its cell", async () => {
    const { page, pane, set, said, violations, trouble } = await openAlone();
    await pane.getByText("Read as meant: no problem found.").waitFor();
    await set("Book", "E6", "41OO");
    await pane.getByText("1 problem stops the figures.").waitFor();
    expect(await pane.getByRole("heading", { name: "What was read" }).count()).toBe(0);
    const problem = pane.getByRole("list", { name: "Problems found" }).getByRole("listitem");
    expect(await problem.innerText()).toContain('book row 3, Strike: "41OO" is not a number');
    expect(await violations()).toEqual([]);
    await picture(page, "book-problem");
    await problem.getByRole("button").click();
    await said("Selected Book!E6.");
    await set("Book", "E6", 4100);
    await pane.getByText("Read as meant: no problem found.").waitFor();
    expect(trouble).toEqual([]);
  });

  it("builds a condor from a delta, puts it on a sheet alive, and takes it back with one Undo", async () => {
    const { page, pane, get, set, said, sheets, undo, trouble } = await open();
    const preview = pane.getByLabel("Preview, at model prices");
    await preview.waitFor();
    // By condor-case.py: shorts at 4095.54 and 4736.21 before the listed grid of 5, credit 18.2758 points.
    expect(await preview.innerText()).toMatch(/4025 \/ 4095[^]*4735 \/ 4805[^]*18\.28 pts, \$18,276/);
    await pane.getByRole("textbox", { name: "Condors" }).fill("5");
    await preview.getByText("18.28 pts, $9,138").waitFor();

    await pane.getByRole("button", { name: "Put on sheet" }).click();
    await said("Wrote the sheet Condor: 2 live formulas.");
    const cells = await get("Condor", "A1:G60");
    const book = cells.findIndex((row) => row[0] === "Layer");
    expect(cells.slice(book + 1, book + 5).map((row) => row.slice(0, 6))).toEqual([
      ["IC", "SPXW", "put", 5, 4025, "2022-03-18"],
      ["IC", "SPXW", "put", -5, 4095, "2022-03-18"],
      ["IC", "SPXW", "call", -5, 4735, "2022-03-18"],
      ["IC", "SPXW", "call", 5, 4805, "2022-03-18"],
    ]);
    const figure = (rows: unknown[][], name: string) => rows.find((row) => row[0] === name)?.[1];
    expect(figure(cells, "Credit at mid")).toBeCloseTo(18.2758, 3);
    expect(cells.flat().filter((cell) => /^#[A-Z]/.test(String(cell)))).toEqual([]);
    await picture(page, "book-condor-sheet");

    // The sheet is alive: its own cells drive it.
    const at = (name: string) => `B${cells.findIndex((row) => row[0] === name) + 1}`;
    await set("Condor", at("Condors sold"), 2);
    await set("Condor", at("Condor.Width"), 30);
    const changed = await get("Condor", "A1:G60");
    expect(changed.slice(book + 1, book + 3).map((row) => row.slice(3, 5))).toEqual([
      [2, 4045],
      [-2, 4095],
    ]);

    // Its name is a book that the desk can take.
    await pane.getByRole("combobox", { name: "Book" }).fill("Condor");
    await pane.getByRole("combobox", { name: "Book" }).press("Enter");
    await pane.getByLabel("What was read").getByText("2", { exact: true }).waitFor();
    expect(trouble).toEqual([]);

    await undo();
    await undo();
    await undo();
    expect(await sheets()).not.toContain("Condor");
  });

  it("takes the selected cells as a range, and writes formulas of them", async () => {
    const { page, pane, get, said, trouble } = await open();
    await page.evaluate(() =>
      Excel.run(async (excel) => {
        const sheet = excel.workbook.worksheets.getItem("Market");
        sheet.activate();
        sheet.getRange("A5:B18").select();
        await excel.sync();
      }),
    );
    await pane.getByRole("button", { name: "Use selection for Market" }).click();
    const field = pane.getByRole("combobox", { name: "Market" });
    await pane.getByText("Read as meant: no problem found.").waitFor();
    expect(await field.inputValue()).toBe("Market!A5:B18");
    await pane.getByRole("button", { name: "Put on sheet" }).click();
    await said("Wrote the sheet Condor");
    const formulas = await page.evaluate(() =>
      Excel.run(async (excel) => {
        const range = excel.workbook.worksheets.getItem("Condor").getRange("A1:A40").load("formulas");
        await excel.sync();
        return (range.formulas as string[][]).flat().filter((formula) => String(formula).startsWith("="));
      }),
    );
    expect(formulas).toEqual([
      "=ALVH.CONDOR.BOOK(Market!A5:B18, B5, B6, , , A7:B10)",
      "=ALVH.CONDOR.SUMMARY(A13:G17, Market!A5:B18, A7:B10)",
    ]);
    expect((await get("Condor", "E14"))[0]).toEqual([4025]);
    expect(trouble).toEqual([]);
  });

  it("builds a condor from standard deviations, as the cells then do", async () => {
    const { pane, get, said, violations, trouble } = await open();
    await pane.getByRole("radio", { name: "Standard deviations" }).check();
    await pane.getByRole("textbox", { name: "Distance" }).fill("1");
    // By condor-case.py: the forward 4486.88 and one standard deviation 310.97; the wings are 70 wide above VIX 16.
    const preview = pane.getByLabel("Preview, at model prices");
    await preview.getByText("4105 / 4175").waitFor();
    await preview.getByText("4800 / 4870").waitFor();
    expect(await violations()).toEqual([]);
    await pane.getByRole("button", { name: "Put on sheet" }).click();
    await said("Wrote the sheet Condor");
    const cells = await get("Condor", "A1:G60");
    const book = cells.findIndex((row) => row[0] === "Layer");
    expect(cells.slice(book + 1, book + 5).map((row) => row[4])).toEqual([4105, 4175, 4800, 4870]);
    expect(trouble).toEqual([]);
  });

  it("says why a condor cannot be built, and then writes none", async () => {
    const { pane, set } = await openAlone();
    await pane.getByText("Read as meant: no problem found.").waitFor();
    await set("Market", "B7", "");
    await pane.getByText("market needs a row VIX").first().waitFor();
    await expect(pane.getByRole("button", { name: "Put on sheet" }).isDisabled()).resolves.toBe(true);
  });

  it("reads a quote file, picks a condor by the file's deltas, and writes its legs as a book", async () => {
    const { page, pane, get, set, said, violations, trouble } = await open();
    await pane.locator("input[type=file]").setInputFiles(quoteFile);
    await pane.getByText("1 expiration, 21 strikes.").waitFor();
    await pane.getByText("last 4500.53; quotes of 2022-02-04 14:00 New York").waitFor();
    // By hand: .995 - .0495 n is nearest to .16 at n = 17, and the put's .005 + .0495 n at n = 3; wings 50 beyond.
    const strikes = () =>
      pane
        .getByRole("combobox", { name: "Strike" })
        .evaluateAll((all) => all.map((one) => (one as HTMLSelectElement).value));
    expect(await strikes()).toEqual(["4100", "4150", "4850", "4900"]);
    // Ten of each at mid: a put costs 20.5 + 9 n at the n-th strike, a call 200.5 - 9 n; n is 2, 3, 17 and 18.
    await pane.getByText("At mid these legs bring in $18,000.").waitFor();
    await picture(page.locator("#pane"), "book-quotes");
    expect(await violations()).toEqual([]);

    await pane.getByRole("combobox", { name: "Strike" }).first().selectOption("4050");
    await pane.getByRole("button", { name: "Add leg" }).click();
    await pane.getByRole("button", { name: "Remove leg 5" }).click();
    await pane.getByRole("button", { name: "Put legs on sheet" }).click();
    await said("Wrote the sheet Legs");
    const legs = await get("Legs", "A5:I9");
    // 18 March 2022 is serial 44638; a put's bid is 20 + 9 n at the n-th strike, a call's 200 - 9 n.
    expect(legs).toEqual([
      ["Layer", "Underlying", "Kind", "Qty", "Strike", "Expiry", "Bid", "Ask", "OpenInterest"],
      ["IC", "SPXW", "put", 10, 4050, 44638, 29, 30, 1],
      ["IC", "SPXW", "put", -10, 4150, 44638, 47, 48, 3],
      ["IC", "SPXW", "call", -10, 4850, 44638, 47, 48, 17],
      ["IC", "SPXW", "call", 10, 4900, 44638, 38, 39, 18],
    ]);
    await set("Legs", "A12", "=ALVH.NETVALUE(Legs, Market)");
    // Ten condors at mid: bought 29.5 and 38.5, sold 47.5 twice, 100 dollars a point.
    expect((await get("Legs", "A12"))[0]?.[0]).toBeCloseTo(10 * 100 * (29.5 + 38.5 - 2 * 47.5), 6);
    expect(trouble).toEqual([]);
  });

  it("writes legs at the selected cell, and never over what stands there", async () => {
    const { page, pane, get, said } = await open();
    await pane.locator("input[type=file]").setInputFiles(quoteFile);
    const select = (cell: string) =>
      page.evaluate(
        (at) =>
          Excel.run(async (excel) => {
            const range = excel.workbook.worksheets.getItem("Book").getRange(at);
            excel.workbook.worksheets.getItem("Book").activate();
            range.select();
            await excel.sync();
          }),
        cell,
      );
    await select("L70");
    await pane.getByRole("button", { name: "Put legs at selected cell" }).click();
    await said("Wrote 45 cells to Book!L70:T74.");
    expect((await get("Book", "L71:P71"))[0]).toEqual(["IC", "SPXW", "put", 10, 4100]);
    await select("B5");
    await pane.getByRole("button", { name: "Put legs at selected cell" }).click();
    await said(/not empty, so nothing was written/);
    expect((await get("Book", "B5"))[0]).toEqual(["SPXW"]);
  });

  it("writes the market's rows and the chain, which other functions read", async () => {
    const { pane, get, set, said, trouble } = await open();
    await pane.locator("input[type=file]").setInputFiles(quoteFile);
    await pane.getByRole("button", { name: "Put market rows on sheet" }).click();
    await said("Wrote the sheet Market rows");
    const rows = new Map((await get("Market rows", "A5:B9")).map(([name, value]) => [name, value]));
    expect(rows.get("SPX")).toBe(4500.53);
    expect(rows.get("Rate")).toBe(0.003);
    // 4 February 2022 14:00 is 44596 and 14/24.
    expect(rows.get("AsOf")).toBeCloseTo(44596 + 14 / 24, 6);
    // Parity at 4500, where call and put cost the same (110 by the made-up lines): the forward is the strike.
    expect(rows.get("Forward 2022-03-18")).toBeCloseTo(4500, 6);

    await pane.getByRole("button", { name: "Put chain on sheet" }).click();
    await said("Wrote the sheet Chain SPXW 2022-03-18");
    const chain = await get("Chain SPXW 2022-03-18", "A4:M25");
    expect(chain[0]?.slice(0, 5)).toEqual(["expd", "root", "strike", "cbid", "cask"]);
    expect(chain[1]).toEqual([44638, "SPXW", 4000, 200, 201, 0.2, 0.995, 0, 20, 21, 0.2, -0.005, 0]);
    expect(chain).toHaveLength(22);
    expect(chain.at(-1)?.[2]).toBe(5000);
    await set("Market rows", "D1", "=ALVH.CHECK(Book, Market)");
    expect((await get("Market rows", "D1"))[0]?.[0]).toBe("OK");
    expect(trouble).toEqual([]);
  });

  it("takes a file that is dropped, and refuses what is no quote file with its line", async () => {
    const { pane, violations } = await openAlone();
    const drop = async (name: string, text: string) => {
      await pane.getByTestId("drop").evaluate(
        (zone, [fileName, content]) => {
          const dataTransfer = new DataTransfer();
          dataTransfer.items.add(new File([content], fileName));
          zone.dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer }));
        },
        [name, text] as const,
      );
    };
    await drop("prices.csv", "Date,Close\n2022-02-04,4500.53\n");
    await pane.getByRole("alert").filter({ hasText: "it is not a Cboe quote table" }).waitFor();
    expect(await violations()).toEqual([]);
    await drop("spoilt.csv", QUOTES.replace("4100.00", "41OO"));
    await pane
      .getByRole("alert")
      .filter({ hasText: 'line 6, column 12: Strike: "41OO" is not a number' })
      .waitFor();
    await drop("spx_quotedata.csv", QUOTES);
    await pane.getByText("1 expiration, 21 strikes.").waitFor();
    expect(await pane.getByRole("alert").count()).toBe(0);
  });

  it("says which range is missing, and leads to the starter sheets", async () => {
    const { pane } = await openAlone();
    await pane.getByRole("combobox", { name: "Book" }).fill("Nowhere");
    await pane.getByRole("combobox", { name: "Book" }).press("Enter");
    await pane.getByText("The workbook has no range or table named Nowhere").waitFor();
    await pane.getByRole("combobox", { name: "Market" }).fill("Neither");
    await pane.getByRole("combobox", { name: "Market" }).press("Enter");
    await pane.getByText("The workbook has no range or table named Neither").waitFor();
    await pane.getByRole("button", { name: "Insert starter sheets" }).click();
    await pane.getByRole("heading", { name: "ALVH for Excel", level: 1 }).waitFor();
  });

  it("is left as it was when the pane is opened again", async () => {
    const { page, pane } = await open();
    await pane.getByRole("textbox", { name: "Short delta" }).fill("0.1");
    await pane.getByRole("textbox", { name: "Short delta" }).press("Tab");
    await page.waitForTimeout(1000);
    await page.locator("#pane").evaluate((frame) => {
      (frame as HTMLIFrameElement).contentWindow?.location.reload();
    });
    const delta = pane.getByRole("textbox", { name: "Short delta" });
    await delta.waitFor();
    expect(await delta.inputValue()).toBe("0.1");
  });

  it("can be used with the keyboard alone", async () => {
    const { page, pane, said } = await open();
    await pane.getByRole("textbox", { name: "Days" }).focus();
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Tab");
    await page.keyboard.type("3");
    await page.keyboard.press("Tab");
    await page.keyboard.press("ArrowDown");
    await pane.getByRole("textbox", { name: "Distance" }).waitFor();
    for (let stop = 0; stop < 3; stop += 1) await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await said("Wrote the sheet Condor");
  });

  it("breaks no rule that axe knows in any colours, and needs no sideways scrolling", async () => {
    const room = await openAlone();
    await room.pane.getByLabel("Preview, at model prices").waitFor();
    await room.pane.locator("input[type=file]").setInputFiles(quoteFile);
    await room.pane.getByText("1 expiration, 21 strikes.").waitFor();
    await inEveryLook(room, "book");
  });
});
