import { groupByFamily } from "../../../../src/taskpane/rooms/functions/groupByFamily";

const entry = (id: string, family: string) => ({
  id,
  family,
  summary: "",
  parameters: [],
  returns: "",
  help: "",
  examples: [],
});

describe("groupByFamily", () => {
  it("puts the whole book first and shows no empty family", () => {
    const groups = groupByFamily([entry("BSM.PRICE", "option"), entry("NETTHETA", "book")]);
    expect(groups.map(({ title }) => title)).toEqual(["The whole book", "Option prices and Greeks"]);
  });

  it("keeps the given order within a family", () => {
    const groups = groupByFamily([entry("NETVEGA", "book"), entry("NETDELTA", "book")]);
    expect(groups[0]?.entries.map(({ id }) => id)).toEqual(["NETVEGA", "NETDELTA"]);
  });

  it("shows a family that has no title yet under its own name, last", () => {
    const groups = groupByFamily([entry("NEW.ONE", "futures"), entry("VERSION", "meta")]);
    expect(groups.map(({ title }) => title)).toEqual(["Checks and version", "futures"]);
  });
});
