import { readPaneState, writePaneState } from "../../src/workbook/paneState";
import { FakeExcel } from "./fakeExcel";

describe("the pane's state in the workbook", () => {
  it("comes back as it was kept, each key apart", async () => {
    new FakeExcel().install();
    await writePaneState("scenario", { spot: -0.05 });
    await writePaneState("desk", { book: "Legs" });
    expect(readPaneState("scenario")).toEqual({ spot: -0.05 });
    expect(readPaneState("desk")).toEqual({ book: "Legs" });
    expect(readPaneState("roll")).toBeUndefined();
  });

  it("stands in the document's settings as text under a name of its own, with a version", async () => {
    const excel = new FakeExcel();
    excel.install();
    await writePaneState("desk", { book: "Legs" });
    expect([...excel.settings.keys()]).toEqual(["alvh.desk"]);
    expect(JSON.parse(String(excel.settings.get("alvh.desk")))).toEqual({
      version: 1,
      state: { book: "Legs" },
    });
  });

  it("is not read from another version", () => {
    const excel = new FakeExcel();
    excel.settings.set("alvh.desk", JSON.stringify({ version: 99, state: {} }));
    excel.install();
    expect(readPaneState("desk")).toBeUndefined();
  });

  it("is forgotten when it is undefined", async () => {
    const excel = new FakeExcel();
    excel.install();
    await writePaneState("desk", {});
    await writePaneState("desk", undefined);
    expect(excel.settings.size).toBe(0);
  });

  it("says what to do when the workbook cannot keep it", async () => {
    const excel = new FakeExcel();
    excel.settingsRefused = "The document is read-only.";
    excel.install();
    await expect(writePaneState("desk", {})).rejects.toThrow(/\(The document is read-only\): save a copy/);
  });

  it("is kept nowhere where there is no document", async () => {
    Object.assign(globalThis, { Office: { context: {} } });
    await writePaneState("desk", {});
    expect(readPaneState("desk")).toBeUndefined();
  });
});
