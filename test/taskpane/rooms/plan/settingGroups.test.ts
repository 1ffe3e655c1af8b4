import { SETTINGS } from "../../../../src/alvh/settings";
import { settingGroups } from "../../../../src/taskpane/rooms/plan/settingGroups";

const namesOf = (query: string): string[] =>
  settingGroups(query).flatMap(({ settings }) => settings.map(({ name }) => name));

test("without a search every setting of the table stands in one family", () => {
  const names = namesOf("");
  expect([...names].sort()).toEqual(SETTINGS.map(({ name }) => name).sort());
});

test("settings stand with the rules they belong to", () => {
  const groups = new Map(settingGroups("").map(({ title, settings }) => [title, settings]));
  const groupOf = (name: string) =>
    [...groups].find(([, settings]) => settings.some((setting) => setting.name === name))?.[0];
  expect(groupOf("Layer2.Weight")).toBe("Layer 2");
  expect(groupOf("A02.Basis")).toBe("Size and structure");
  expect(groupOf("B07.Low")).toBe("Ratio, shares and net theta");
  expect(groupOf("Condor.Width")).toBe("Condors");
  expect(groupOf("D07.RsiPeriod")).toBe("Signals");
  expect(groupOf("VIXVolK")).toBe("Contracts and model");
});

test("a search needs every word, wherever it stands: in the name, the unit, the source or the family", () => {
  // ScaledFrom speaks of WingExtra in its unit.
  expect(namesOf("wing extra")).toEqual(["B15.WingExtra", "B15.ScaledFrom"]);
  expect(namesOf("b07")).toEqual(["B07.Low", "B07.High"]);
  expect(namesOf("LAYER 3 weight")).toContain("Layer3.Weight");
  expect(namesOf("LAYER 3 weight")).not.toContain("Layer2.Weight");
  expect(namesOf("underhedge")).toEqual(["B20.Events"]);
  expect(namesOf("no such thing")).toEqual([]);
});

test("what is not wanted is left out", () => {
  const changed = new Set(["B07.Low", "Layer1.Delta"]);
  const groups = settingGroups("", ({ name }) => changed.has(name));
  expect(groups.map(({ title, settings }) => [title, settings.length])).toEqual([
    ["Layer 1", 1],
    ["Ratio, shares and net theta", 1],
  ]);
});

test("within a family the rules stand by their numbers, and a rule's settings in the order of the table", () => {
  const ratios = settingGroups("").find(({ title }) => title.startsWith("Ratio"))?.settings ?? [];
  const rules = ratios.map(({ name }) => Number(name.slice(1, 3)));
  expect(rules).toEqual([...rules].sort((a, b) => a - b));
  expect(namesOf("b02")).toEqual(["B02.Reading", "B02.Low", "B02.High"]);
});
