import { Badge, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { shownDollars, shownNumber } from "../../components/numberText";
import { ResultTable } from "../../components/ResultTable";
import { useLocale } from "../../components/useLocale";
import type { Outcome } from "./outcomeOf";
import type { PreparedBook } from "./prepareBook";
import { strings } from "../../strings/scenario";
import { shownDays } from "./shownDays";

/** What the scenario does to the book: the total large, the layers below, and what the figures stand on. */
export function ScenarioResult({ outcome, prepared }: { outcome: Outcome; prepared: PreparedBook }) {
  const styles = useStyles();
  const locale = useLocale();
  const { layers, total, spx, vix, scenario, by, cover } = outcome;
  const amount = shownDollars(total, 0, locale);
  const points = (value: number, decimals: number): string => shownNumber(value, decimals, locale);
  const notes = [
    cover === undefined ? undefined : strings.cover(points(100 * cover, 0)),
    by === "REPLAY" ? strings.fromNow : prepared.hasEntries ? strings.fromEntry : undefined,
    strings.how[by],
    prepared.modelledLegs > 0 ? strings.modelledLegs(prepared.modelledLegs) : undefined,
    prepared.inMarket.expiredLegs > 0 ? strings.expiredLegs(prepared.inMarket.expiredLegs) : undefined,
  ].filter((note) => note !== undefined);

  return (
    <section aria-labelledby="scenario-result">
      <div className={styles.head}>
        <h2 id="scenario-result" className={styles.heading}>
          {strings.result}
        </h2>
        <Badge appearance="outline" size="small">
          {strings.modelled}
        </Badge>
      </div>
      <p className={styles.total} data-total={total}>
        {amount}
      </p>
      <p className={styles.levels}>
        {strings.levels(
          [points(spx[0], 0), points(spx[1], 0)],
          [points(vix[0], 2), points(vix[1], 2)],
          shownDays(scenario.days, locale),
        )}
      </p>
      <Announcement text={`${strings.result} ${amount}`} />
      <ResultTable
        caption={strings.table}
        captionHidden
        table={[
          [strings.layer, strings.profit],
          ...layers.map(({ name, profit }) => [name, profit]),
          [strings.total, total],
        ]}
        formats={{ [strings.profit]: 0 }}
      />
      <p className={styles.note}>{notes.join(" ")}</p>
    </section>
  );
}

/** Tells screen readers the total once the sliders rest: every step of them would be noise. */
function Announcement({ text }: { text: string }) {
  const styles = useStyles();
  const [said, setSaid] = useState("");
  useEffect(() => {
    const rest = setTimeout(() => {
      setSaid(text);
    }, REST_MS);
    return () => {
      clearTimeout(rest);
    };
  }, [text]);
  return (
    <p role="status" className={styles.hidden}>
      {said}
    </p>
  );
}

const REST_MS = 700;

const useStyles = makeStyles({
  head: { display: "flex", alignItems: "center", columnGap: "8px" },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  total: {
    margin: 0,
    fontSize: tokens.fontSizeHero700,
    lineHeight: tokens.lineHeightHero700,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: "tabular-nums",
  },
  levels: {
    margin: "0 0 6px",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  note: {
    margin: "4px 0 0",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  hidden: {
    position: "absolute",
    width: "1px",
    height: "1px",
    margin: 0,
    overflow: "hidden",
    clipPath: "inset(50%)",
  },
});
