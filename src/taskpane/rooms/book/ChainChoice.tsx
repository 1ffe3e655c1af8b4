import { Button, Field, makeStyles, Select, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { ChainPick } from "../../../alvh/chainToBookLegs";
import { readMarket } from "../../../alvh/market";
import { ProblemList } from "../../../alvh/problems";
import { InputError, NoSolutionError } from "../../../core/errors";
import { putOnSheet } from "../../../workbook/putOnSheet";
import { Notice } from "../../components/Notice";
import { NumberField } from "../../components/NumberField";
import { PutOnSheetButton } from "../../components/PutOnSheetButton";
import type { RoomProps } from "../../rooms";
import { chainBlock, type QuoteSource } from "./chainBlock";
import type { ChainExpiry } from "./chainExpiries";
import { condorPicks, quotedStrikes, type PickWish } from "./condorPicks";
import { freeRangeName } from "./freeRangeName";
import { LegPicks } from "./LegPicks";
import { legsBlock } from "./legsBlock";
import { marketRowsBlock } from "./marketRowsBlock";
import { strings } from "../../strings/book";

/** What of a quote file goes on a sheet: legs of one expiration, rows for the market, or its chain. */
export function ChainChoice(
  props: RoomProps & { source: QuoteSource; expiries: readonly [ChainExpiry, ...ChainExpiry[]] },
) {
  const { desk, run, inExcel, source, expiries } = props;
  const styles = useStyles();
  const [expiry, setExpiry] = useState(expiries[0]);
  const [wish, setWish] = useState<PickWish>({ quantity: 10, shortDelta: 0.16, width: 50 });
  const [{ picks, problem }, setPicked] = useState(() => picked(source, expiries[0], wish));
  const [rate, setRate] = useState(() => marketRate(desk.marketValues));

  const wishField = (name: keyof PickWish) => ({
    value: wish[name],
    onChange: (value: number | undefined) => {
      if (value !== undefined) setWish({ ...wish, [name]: value });
    },
  });
  const setPicks = (next: readonly ChainPick[]) => {
    setPicked({ picks: next, problem: undefined });
  };

  return (
    <>
      <Field label={strings.file.expiration} size="small">
        <Select
          size="small"
          value={expiry.name}
          onChange={(_event, { value }) => {
            const next = expiries.find(({ name }) => name === value) ?? expiry;
            setExpiry(next);
            setPicked(picked(source, next, wish));
          }}
        >
          {expiries.map((one) => (
            <option key={one.name} value={one.name}>
              {optionText(one)}
            </option>
          ))}
        </Select>
      </Field>

      <h3 className={styles.heading}>{strings.file.legs}</h3>
      <div className={styles.wish}>
        <NumberField label={strings.file.quantity} {...wishField("quantity")} min={0.01} max={1e6} step={1} />
        <NumberField
          label={strings.file.shortDelta}
          {...wishField("shortDelta")}
          min={0.001}
          max={0.49}
          step={0.01}
        />
        <NumberField
          label={strings.file.width}
          unit={strings.file.widthUnit}
          {...wishField("width")}
          min={0.5}
          max={5000}
          step={5}
        />
      </div>
      <div className={styles.buttons}>
        <Button
          size="small"
          onClick={() => {
            setPicked(picked(source, expiry, wish));
          }}
        >
          {strings.file.pick}
        </Button>
        <Button
          size="small"
          onClick={() => {
            setPicks([...picks, nextPick(source, expiry)]);
          }}
        >
          {strings.file.add}
        </Button>
      </div>
      {problem !== undefined && <Notice kind="warn">{problem}</Notice>}
      <LegPicks term={expiry.term} picks={picks} onChange={setPicks} />
      <div className={styles.buttons}>
        <PutOnSheetButton
          run={run}
          inExcel={inExcel}
          label={strings.file.putLegs}
          disabled={picks.length === 0}
          block={async () => legsBlock(source, picks, "sheet", await freeRangeName("Legs"))}
        />
        {inExcel && (
          <Button
            size="small"
            disabled={picks.length === 0}
            onClick={() => {
              run(async () => putOnSheet(legsBlock(source, picks, "selection", "")));
            }}
          >
            {strings.file.putLegsHere}
          </Button>
        )}
      </div>

      <h3 className={styles.heading}>{strings.file.market}</h3>
      <p className={styles.text}>{strings.file.marketText}</p>
      <div className={styles.rate}>
        <NumberField
          label={strings.file.rate}
          unit={strings.file.rateUnit}
          value={rate}
          onChange={(value) => {
            if (value !== undefined) setRate(value);
          }}
          min={-1}
          max={1}
          step={0.001}
        />
        <PutOnSheetButton
          run={run}
          inExcel={inExcel}
          label={strings.file.putMarket}
          block={() => marketRowsBlock(source, rate)}
        />
      </div>

      <h3 className={styles.heading}>{strings.file.chain}</h3>
      <p className={styles.text}>{strings.file.chainText}</p>
      <div>
        <PutOnSheetButton
          run={run}
          inExcel={inExcel}
          label={strings.file.putChain}
          block={() => chainBlock(source, expiry)}
        />
      </div>
    </>
  );
}

interface Picked {
  picks: readonly ChainPick[];
  problem: string | undefined;
}

/** A condor of the expiration; of VIX options none is traded, so none is picked. */
function picked({ chain }: QuoteSource, { term }: ChainExpiry, wish: PickWish): Picked {
  if (!term.root.startsWith("SPX")) return { picks: [], problem: undefined };
  try {
    return { picks: condorPicks(chain.table, term, wish), problem: undefined };
  } catch (error) {
    if (error instanceof InputError || error instanceof NoSolutionError) {
      return { picks: [], problem: error.message };
    }
    throw error;
  }
}

/** A call bought at the first quoted strike above the index, for the user to change. */
function nextPick({ chain }: QuoteSource, { term }: ChainExpiry): ChainPick {
  const strikes = quotedStrikes(term, "call");
  const strike = strikes.find((one) => one > (chain.spot ?? 0)) ?? strikes.at(-1) ?? term.quotes[0]?.strike;
  return { layer: "", root: term.root, expiry: term.expiry, kind: "call", strike: strike ?? 0, quantity: 1 };
}

function optionText({ name, days, term }: ChainExpiry): string {
  const parts = [
    name,
    days === undefined ? "" : strings.file.days(days),
    strings.file.strikes(term.quotes.length),
  ];
  return parts.filter((part) => part !== "").join(", ");
}

/** The rate of the market in use; 0 where it gives none. */
function marketRate(market: RoomProps["desk"]["marketValues"]): number {
  return market === undefined ? 0 : (readMarket(market, new ProblemList()).numbers.get("Rate") ?? 0);
}

const useStyles = makeStyles({
  heading: {
    margin: "6px 0 0",
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  text: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  wish: { display: "grid", gridTemplateColumns: "1fr 1fr 1fr", columnGap: "8px", alignItems: "start" },
  buttons: { display: "flex", flexWrap: "wrap", gap: "8px" },
  rate: { display: "grid", gridTemplateColumns: "120px 1fr", columnGap: "8px", alignItems: "end" },
});
