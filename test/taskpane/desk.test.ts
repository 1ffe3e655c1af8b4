import { FIRST_DESK, withSetting } from "../../src/taskpane/desk";
import { readPreset } from "../../src/alvh/presets";
import { starterWorkbook } from "../../src/workbook/starterWorkbook";

describe("the desk", () => {
  it("begins with the names of the starter sheets and a preset there is", () => {
    const names = starterWorkbook.names.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining([FIRST_DESK.book, FIRST_DESK.market]));
    expect(readPreset(FIRST_DESK.preset).name).toBe(FIRST_DESK.preset);
  });

  it("holds changed settings only: one put back is gone", () => {
    const changed = withSetting({ "B24.NAV": 1e6 }, "Layer1.Delta", 0.25);
    expect(changed).toEqual({ "B24.NAV": 1e6, "Layer1.Delta": 0.25 });
    expect(withSetting(changed, "B24.NAV", undefined)).toEqual({ "Layer1.Delta": 0.25 });
  });
});
