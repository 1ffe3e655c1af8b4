import { Button, Field, Input, makeStyles, Select, tokens } from "@fluentui/react-components";
import type { ChainPick } from "../../../alvh/chainToBookLegs";
import type { ChainTerm } from "../../../alvh/optionChain";
import { NumberField } from "../../components/NumberField";
import { shownDollars, shownNumber, typedNumber } from "../../components/numberText";
import { useLocale } from "../../components/useLocale";
import { netAtMid } from "./netAtMid";
import { strings } from "../../strings/book";

/** The legs picked from an expiration, each to be changed or taken out, at the file's bid and ask. */
export function LegPicks(props: {
  term: ChainTerm;
  picks: readonly ChainPick[];
  onChange(picks: readonly ChainPick[]): void;
}) {
  const { term, picks, onChange } = props;
  const styles = useStyles();
  const locale = useLocale();
  const change = (index: number, part: Partial<ChainPick>) => {
    onChange(picks.map((pick, at) => (at === index ? { ...pick, ...part } : pick)));
  };
  if (picks.length === 0) return <p className={styles.text}>{strings.file.noLegs}</p>;
  return (
    <>
      {picks.map((pick, index) => (
        <fieldset key={index} className={styles.leg}>
          <legend className={styles.legend}>{strings.file.leg(index + 1)}</legend>
          <div className={styles.fields}>
            <Field label={strings.file.layer} size="small">
              <Input
                size="small"
                className={styles.narrow}
                input={{ className: styles.narrow }}
                value={pick.layer ?? ""}
                onChange={(_event, { value }) => {
                  change(index, { layer: value });
                }}
              />
            </Field>
            <NumberField
              label={strings.file.qty}
              value={pick.quantity}
              onChange={(value) => {
                if (value !== undefined) change(index, { quantity: value });
              }}
              min={-1e6}
              max={1e6}
              step={1}
            />
            <Field label={strings.file.kind} size="small">
              <Select
                size="small"
                value={pick.kind}
                onChange={(_event, { value }) => {
                  change(index, { kind: value === "put" ? "put" : "call" });
                }}
              >
                <option value="call">{strings.file.kinds.call}</option>
                <option value="put">{strings.file.kinds.put}</option>
              </Select>
            </Field>
            <Field label={strings.file.strike} size="small">
              <Select
                size="small"
                value={String(pick.strike)}
                onChange={(_event, { value }) => {
                  change(index, { strike: Number(value) });
                }}
              >
                {term.quotes.map(({ strike }) => (
                  <option key={strike} value={String(strike)}>
                    {typedNumber(strike, locale)}
                  </option>
                ))}
              </Select>
            </Field>
          </div>
          <div className={styles.quote}>
            <span>{quoteText(term, pick, (value) => shownNumber(value, 2, locale))}</span>
            <Button
              size="small"
              appearance="subtle"
              aria-label={strings.file.removeLeg(index + 1)}
              onClick={() => {
                onChange(picks.filter((_pick, at) => at !== index));
              }}
            >
              {strings.file.remove}
            </Button>
          </div>
        </fieldset>
      ))}
      <p className={styles.text}>
        {strings.file.qtyHint} {netText(netAtMid(term, picks), (value) => shownDollars(value, 0, locale))}
      </p>
    </>
  );
}

function netText(net: number | undefined, show: (value: number) => string): string {
  if (net === undefined) return strings.file.notAllQuoted;
  return net < 0 ? strings.file.received(show(-net)) : strings.file.paid(show(net));
}

function quoteText(term: ChainTerm, pick: ChainPick, show: (value: number) => string): string {
  const quote = term.quotes.find(({ strike }) => strike === pick.strike);
  if (quote === undefined) return strings.file.noQuote;
  const [bid, ask] = pick.kind === "call" ? [quote.callBid, quote.callAsk] : [quote.putBid, quote.putAsk];
  return ask > 0 ? strings.file.quote(show(bid), show(ask)) : strings.file.noQuote;
}

const useStyles = makeStyles({
  text: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  leg: {
    margin: 0,
    padding: "2px 8px 4px",
    minWidth: 0,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  legend: { padding: "0 4px", fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  fields: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) minmax(0, 1fr) minmax(0, 1.2fr) minmax(0, 1.5fr)",
    columnGap: "6px",
    alignItems: "start",
  },
  narrow: { minWidth: 0, width: "100%" },
  quote: {
    display: "flex",
    alignItems: "center",
    justifyContent: "space-between",
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: "tabular-nums",
  },
});
