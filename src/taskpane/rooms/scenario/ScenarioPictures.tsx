import { makeStyles, Switch, Tab, TabList, tokens } from "@fluentui/react-components";
import { HeatMap } from "../../charts/HeatMap";
import { ChartFrame } from "../../charts/ChartFrame";
import { PayoffChart } from "../../charts/PayoffChart";
import { TermStructureChart } from "../../charts/TermStructureChart";
import { shownNumber } from "../../components/numberText";
import { useLocale } from "../../components/useLocale";
import type { ScenarioForm } from "./scenarioForm";
import type { Pictures } from "./computePictures";
import { shownDays } from "./shownDays";
import { strings } from "../../strings/scenario";

/** The pictures of a scenario behind tabs, one drawn at a time. */
export default function ScenarioPictures(props: {
  pictures: Pictures;
  form: ScenarioForm;
  change(part: Partial<ScenarioForm>): void;
  vix: number;
}) {
  const { pictures, form, change, vix } = props;
  const styles = useStyles();
  return (
    <>
      <TabList
        size="small"
        aria-label={strings.pictures}
        className={styles.tabs}
        selectedValue={form.picture}
        onTabSelect={(_event, { value }) => {
          change({ picture: value as ScenarioForm["picture"] });
        }}
      >
        {Object.entries(strings.picture).map(([picture, title]) => (
          <Tab key={picture} value={picture} id={`picture-tab-${picture}`} aria-controls="picture">
            {title}
          </Tab>
        ))}
      </TabList>
      <div id="picture" role="tabpanel" aria-labelledby={`picture-tab-${form.picture}`}>
        {form.picture === "payoff" && <Payoff pictures={pictures} vix={vix} />}
        {form.picture === "map" && <Map pictures={pictures} form={form} change={change} />}
        {form.picture === "curve" && <Curve pictures={pictures} />}
      </div>
    </>
  );
}

function Payoff({ pictures: { payoff, scenario }, vix }: { pictures: Pictures; vix: number }) {
  const locale = useLocale();
  const text = strings.payoff;
  const level = (value: number): string => shownNumber(value, 0, locale);
  const isAtExpiry = payoff.dates.at(-1)?.when === "expiry";
  return (
    <PayoffChart
      title={text.title(shownNumber(vix + scenario.vixShock, 1, locale))}
      levels={payoff.levels}
      dates={payoff.dates.map(({ days, when, profits }) => ({
        name: text.dates[when](shownNumber(days, 0, locale)),
        profits,
      }))}
      breakEvens={payoff.breakEvens}
      here={payoff.here}
      labels={text}
      note={text.breakEvens(payoff.breakEvens.map(level), isAtExpiry ? text.atEnd : text.now)}
    />
  );
}

function Map(props: { pictures: Pictures; form: ScenarioForm; change(part: Partial<ScenarioForm>): void }) {
  const { pictures, form, change } = props;
  const { map, scenario } = pictures;
  const styles = useStyles();
  const locale = useLocale();
  const text = strings.map;
  const signed = (value: number): string =>
    (value > 0 ? "+" : "") + shownNumber(value, Math.abs(value % 1) < 0.05 ? 0 : 1, locale);
  const rows = map.spots.map((shock) => `${signed(100 * shock)}%`);
  const columns = map.vixes.map(signed);
  const title = text.title(shownDays(scenario.days, locale));
  const [row, column] = [nearest(map.spots, scenario.spotShock), nearest(map.vixes, scenario.vixShock)];
  const isInside = row !== undefined && column !== undefined;
  return (
    <ChartFrame
      title={title}
      table={[
        [`${text.rows} / ${text.columns}`, ...columns],
        ...map.profits.map((profits, index) => [rows[index] ?? "", ...profits]),
      ]}
      formats={Object.fromEntries(columns.map((name) => [name, 0]))}
      note={form.source === "event" ? `${text.note} ${text.eventNote}` : text.note}
    >
      <HeatMap
        caption={title}
        rowTitle={text.rows}
        columnTitle={text.columns}
        rows={rows}
        columns={columns}
        values={map.profits}
        {...(isInside ? { current: { row, column, label: text.nearest } } : {})}
      />
      <Switch
        size="small"
        className={styles.switch}
        checked={form.isMapFine}
        label={text.fine}
        onChange={(_event, { checked }) => {
          change({ isMapFine: checked });
        }}
      />
    </ChartFrame>
  );
}

/** The step nearest to a shock; undefined for a shock beyond the map. */
function nearest(steps: readonly number[], shock: number): number | undefined {
  const [first = 0, last = 0] = [steps[0], steps.at(-1)];
  if (shock < first || shock > last) return undefined;
  return steps.reduce(
    (best, step, index) => (Math.abs(step - shock) < Math.abs((steps[best] ?? 0) - shock) ? index : best),
    0,
  );
}

function Curve({ pictures: { curve, scenario } }: { pictures: Pictures }) {
  const text = strings.curve;
  return (
    <TermStructureChart
      title={text.title}
      points={curve.points}
      labels={text}
      note={text.note(scenario.curveModel)}
    />
  );
}

const useStyles = makeStyles({
  tabs: { marginLeft: "-8px", marginBottom: "4px", borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  switch: { marginLeft: "-8px" },
});
