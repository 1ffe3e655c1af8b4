import { makeStyles, tokens } from "@fluentui/react-components";
import type { CellValue } from "../../../alvh/cellValue";
import { shownDollars, shownNumber } from "../../components/numberText";
import { useLocale } from "../../components/useLocale";
import type { LayersOrProblem } from "./hedgePlan";
import { strings } from "../../strings/plan";

/** The plan's totals, in sight while the settings below are changed. */
export function PlanTotals({ layers }: { layers: LayersOrProblem | undefined }) {
  const styles = useStyles();
  const locale = useLocale();
  const show =
    (shown: typeof shownNumber): Show =>
    (value, decimals) =>
      typeof value === "number" ? shown(value, decimals, locale) : strings.totals.shares;
  return (
    <p className={styles.totals} aria-label={strings.totals.label} role="group">
      {layers === undefined ? strings.totals.none : textOf(layers, show(shownNumber), show(shownDollars))}
    </p>
  );
}

type Show = (value: CellValue, decimals: number) => string;

function textOf(layers: LayersOrProblem, count: Show, dollars: Show): string {
  if ("problem" in layers) return strings.totals.none;
  const [header = []] = layers.table;
  const total = layers.table.find(([layer]) => layer === "Total") ?? [];
  const of = (name: string): CellValue => total[header.indexOf(name)];
  return strings.totals.text(
    count(of("Contracts"), 0),
    dollars(of("Premium $"), 0),
    dollars(of("Theta $/day"), 2),
    dollars(of("VIX01 $/VIX pt"), 0),
  );
}

const useStyles = makeStyles({
  totals: {
    position: "sticky",
    // The pane's scroller begins with as much padding.
    top: "-10px",
    zIndex: 2,
    margin: "0 -16px 10px",
    padding: "6px 16px",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontVariantNumeric: "tabular-nums",
    backgroundColor: tokens.colorNeutralBackground3,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});
