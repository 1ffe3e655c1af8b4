import { renderToStaticMarkup } from "react-dom/server";
import type { ChartFigures } from "../../../src/demo/charts/chartModel";
import { ChartPicture } from "../../../src/demo/charts/ChartPicture";

const figures: ChartFigures = {
  kind: "scatterLines",
  title: "Payoff by SPX",
  xTitle: "SPX",
  yTitle: "$",
  hasLegend: true,
  series: [
    {
      name: "Today",
      isLine: false,
      points: [
        { x: 4000, label: "4,000", y: -100 },
        { x: 4500, label: "4,500", y: 50 },
        { x: 5000, label: "5,000", y: 0 },
      ],
    },
  ],
};

const draw = (change: Partial<ChartFigures> = {}) =>
  renderToStaticMarkup(<ChartPicture figures={{ ...figures, ...change }} width={500} height={300} />);

describe("ChartPicture", () => {
  it("tells in words what it shows", () => {
    expect(draw()).toContain(
      'role="img" aria-label="Payoff by SPX. Line chart of 1 series over SPX from 4,000 to 5,000. Today: -100 to 50."',
    );
  });

  it("puts the middle of x in the middle between the ends, and more y higher", () => {
    const [, line = ""] = /class="chart-line[^>]*points="([^"]+)"/.exec(draw()) ?? [];
    const points = line.split(" ").map((point) => point.split(",").map(Number));
    expect(points[1]?.[0]).toBeCloseTo(((points[0]?.[0] ?? 0) + (points[2]?.[0] ?? 0)) / 2, 6);
    // Pixels count downwards: a loss of 100 is three times as far from 50 as 0 is.
    const [lowest = 0, highest = 0, zero = 0] = points.map((point) => point[1] ?? 0);
    expect((lowest - highest) / (zero - highest)).toBeCloseTo(3, 6);
  });

  it("draws columns from 0, below it for losses, and lines across them", () => {
    const [first] = figures.series;
    const drawn = draw({
      kind: "column",
      series: first ? [first, { ...first, name: "Claimed", isLine: true }] : [],
    });
    const columns = [
      ...drawn.matchAll(/<rect x="[\d.]+" y="([\d.]+)" width="[\d.]+" height="([\d.]+)"/g),
    ].map(([, y, height]) => [Number(y), Number(height)] as const);
    const [loss = [0, 0], gain = [0, 0], none = [0, 1]] = columns;
    expect(loss[0]).toBeCloseTo(gain[0] + gain[1], 6);
    expect(loss[1] / gain[1]).toBeCloseTo(2, 6);
    expect(none[1]).toBe(0);
    expect(drawn.match(/class="chart-line series-1" points/g)).toHaveLength(1);
  });

  it("says so where there is nothing to show", () => {
    expect(draw({ series: [{ name: "Today", isLine: false, points: [] }] })).toContain("No figures to show");
  });
});
