import {
  searchFunctions,
  type FunctionEntry,
} from "../../../../src/taskpane/rooms/functions/searchFunctions";

function entry(id: string, summary: string, parameter = "book"): FunctionEntry {
  return {
    id,
    family: "book",
    summary,
    parameters: [{ name: parameter, description: "The legs.", optional: false }],
    returns: "Dollars.",
    help: "functions.html",
    examples: [],
  };
}

const catalogue = [
  entry("NETGREEKS", "Every Greek of a book, theta and vega among them."),
  entry("BSM.THETA", "Decay of one option.", "strike"),
  entry("NETTHETA", "What a book earns per day."),
  entry("DTE", "Days to expiration."),
];

const ids = (query: string) => searchFunctions(catalogue, query).map(({ id }) => id);

describe("searchFunctions", () => {
  it("shows everything in its order while nothing is asked", () => {
    expect(ids("  ")).toEqual(["NETGREEKS", "BSM.THETA", "NETTHETA", "DTE"]);
  });

  it("finds a part of a name in any case, names before summaries", () => {
    expect(ids("theta")).toEqual(["BSM.THETA", "NETTHETA", "NETGREEKS"]);
  });

  it("puts a name that starts with the word first", () => {
    expect(ids("netth")).toEqual(["NETTHETA"]);
    expect(ids("d")[0]).toBe("DTE");
  });

  it("finds arguments and results too", () => {
    expect(ids("strike")).toEqual(["BSM.THETA"]);
    expect(ids("dollars")).toHaveLength(4);
  });

  it("wants every word somewhere", () => {
    expect(ids("book per")).toEqual(["NETTHETA"]);
    expect(ids("book nothing")).toEqual([]);
  });

  it.each(["=ALVH.NETTHETA(", "alvh.nettheta", "=alvh.NETTHETA(Book"])(
    "takes a formula as typed: %s",
    (typed) => {
      expect(ids(typed)).toEqual(["NETTHETA"]);
    },
  );
});
