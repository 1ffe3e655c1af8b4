import { orderExamples } from "../../../../src/taskpane/rooms/functions/orderExamples";

describe("orderExamples", () => {
  const own = '=ALVH.NETVIX({"Underlying","Kind","Qty","DTE";"VX","future",1,36.5}, Market)';
  const starter = "=ALVH.NETVIX(Book, Market)";

  it("puts the example over Book and Market before one over a book of its own", () => {
    expect(orderExamples([own, starter])).toEqual([starter, own]);
  });

  it("leaves the others as they are", () => {
    const others = ['=ALVH.PRESET("442")', '=ALVH.PRESET("SITE_PCT")'];
    expect(orderExamples(others)).toEqual(others);
  });
});
