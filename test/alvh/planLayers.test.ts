import { hasExpiry, planLayers, windowText } from "../../src/alvh/planLayers";
import { settingsInForce } from "../../src/alvh/presets";
import type { CellValue } from "../../src/alvh/cellValue";

function layersWith(rows: CellValue[][]): ReturnType<typeof planLayers> {
  return planLayers(settingsInForce("442", rows).settings);
}

test("layers come in the order of the settings, windows as text", () => {
  expect(layersWith([]).map((layer) => [layer.name, windowText(layer)])).toEqual([
    ["short", "4-7"],
    ["medium", "30-45"],
    ["long", "60+"],
  ]);
});

test("a fund has no window", () => {
  const [first] = layersWith([["Layer1.Instrument", "vxx"]]);
  expect(first && [hasExpiry(first), windowText(first)]).toEqual([false, ""]);
});

test("a fourth layer can be added", () => {
  const rows = [["Layer4.Name", "tail"], ["Layer3.MaxDte", 90], ["Layer4.MinDte", 120], ["Layer3.Weight", 0.1], ["Layer4.Weight", 0.1]]; // prettier-ignore
  expect(layersWith(rows)).toHaveLength(4);
});

test("G02 windows must be ordered and may not overlap, not by a day", () => {
  expect(() => layersWith([["Layer1.MaxDte", 35]])).toThrow(
    "settings: the windows of layers short (4-35 days) and medium (30-45 days) overlap or are out of order",
  );
  expect(() => layersWith([["Layer1.MaxDte", 30]])).toThrow("overlap");
  expect(() => layersWith([["Layer1.MaxDte", 29]])).not.toThrow();
  expect(() => layersWith([["Layer1.MaxDte", 3]])).toThrow(
    "the window of layer short, 4-3 days, ends before it begins",
  );
});

test("weights must add up to 1", () => {
  expect(() => layersWith([["Layer3.Weight", 0.3]])).toThrow(
    "settings: the weights of the layers (0.4 + 0.4 + 0.3) add up to 1.1, not to 1",
  );
});
