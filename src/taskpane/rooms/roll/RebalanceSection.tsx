import { makeStyles, tokens } from "@fluentui/react-components";
import { useMemo } from "react";
import type { Range } from "../../../alvh/cellValue";
import { settingsInForce } from "../../../alvh/presets";
import { rebalanceTable } from "../../../alvh/rebalance";
import { Notice } from "../../components/Notice";
import { NumberField } from "../../components/NumberField";
import { Section } from "../book/Section";
import { settingRows, type ChangedSettings } from "../plan/hedgePlan";
import { orProblem } from "./orProblem";
import { RuleTable } from "./RuleTable";
import { strings } from "../../strings/roll";

/** REBALANCE of the book: small adjustments or none. */
export function RebalanceSection(props: {
  book: Range;
  market: Range;
  preset: string;
  settings: ChangedSettings;
  rsi: number | undefined;
  changeRsi(rsi: number | undefined): void;
}) {
  const { book, market, preset, settings, rsi, changeRsi } = props;
  const styles = useStyles();
  const text = strings.rebalance;
  const result = useMemo(
    () =>
      orProblem(() => {
        const inForce = settingsInForce(preset, settingRows(settings)).settings;
        const [, ...rows] = rebalanceTable(book, market, rsi === undefined ? undefined : [[rsi]], inForce);
        return rows;
      }),
    [book, market, preset, settings, rsi],
  );
  const verdict = "problem" in result ? undefined : result.find(([figure]) => figure === "Verdict");
  return (
    <Section heading={text.heading}>
      <div className={styles.field}>
        <NumberField
          label={text.rsi}
          unit={text.rsiUnit}
          value={rsi}
          onChange={changeRsi}
          min={0}
          max={100}
          step={1}
        />
      </div>
      {"problem" in result ? (
        <Notice kind="warn">{result.problem}</Notice>
      ) : (
        <>
          {verdict !== undefined && (
            <p className={styles.verdict} role="status">
              {text.verdict(String(verdict[1]), String(verdict[4]))}
            </p>
          )}
          <RuleTable
            caption={text.heading}
            columns={text.columns}
            rows={result.filter((row) => row !== verdict)}
          />
        </>
      )}
    </Section>
  );
}

const useStyles = makeStyles({
  field: { maxWidth: "50%" },
  verdict: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
});
