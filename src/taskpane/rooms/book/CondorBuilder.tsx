import { Field, makeStyles, Radio, RadioGroup, tokens } from "@fluentui/react-components";
import { useDeferredValue, useMemo } from "react";
import type { Range } from "../../../alvh/cellValue";
import type { SettingValue } from "../../../alvh/settings";
import { InputError, NoSolutionError } from "../../../core/errors";
import { formulaReference } from "../../../workbook/formulaReference";
import { listRanges } from "../../../workbook/listRanges";
import { Notice } from "../../components/Notice";
import { NumberField } from "../../components/NumberField";
import { shownDollars, shownNumber, typedNumber } from "../../components/numberText";
import { PutOnSheetButton } from "../../components/PutOnSheetButton";
import { useLocale } from "../../components/useLocale";
import type { RoomProps } from "../../rooms";
import { usePaneState } from "../../usePaneState";
import { condorBlock } from "./condorBlock";
import { condorSettings, INITIAL_CONDOR, type CondorFields } from "./condorForm";
import { condorPreview, type CondorPreview } from "./condorPreview";
import { FigureList } from "./FigureList";
import { freeRangeName } from "./freeRangeName";
import { strings } from "../../strings/book";

/** A condor from a delta or from standard deviations: a preview as the fields change, and its formulas on a sheet. */
export function CondorBuilder({ desk, run, inExcel }: RoomProps) {
  const styles = useStyles();
  const [fields, setFields] = usePaneState("condor", INITIAL_CONDOR);
  const set = (change: Partial<CondorFields>) => {
    setFields((last) => ({ ...last, ...change }));
  };
  const number = (name: NumericField) => ({
    value: fields[name],
    // An emptied field changes nothing.
    onChange: (value: number | undefined) => {
      if (value !== undefined) set({ [name]: value });
    },
  });
  const shown = useDeferredValue(fields);
  const preview = usePreview(desk.marketValues, shown, desk.settings);

  return (
    <>
      <div className={styles.fields}>
        <NumberField label={strings.condor.dte} {...number("dte")} min={0.01} max={3650} step={1} />
        <NumberField label={strings.condor.quantity} {...number("quantity")} min={0.01} max={1e7} step={1} />
      </div>
      <Field label={strings.condor.by} size="small">
        <RadioGroup
          layout="horizontal"
          value={fields.by}
          onChange={(_event, { value }) => {
            set({ by: value === "deviations" ? "deviations" : "delta" });
          }}
        >
          <Radio value="delta" label={strings.condor.delta} />
          <Radio value="deviations" label={strings.condor.deviations} />
        </RadioGroup>
      </Field>
      <div className={styles.fields}>
        {fields.by === "delta" ? (
          <NumberField
            key="delta"
            label={strings.condor.shortDelta}
            {...number("shortDelta")}
            min={0.001}
            max={0.49}
            step={0.01}
          />
        ) : (
          <NumberField
            key="deviations"
            label={strings.condor.shortDeviations}
            unit={strings.condor.deviationsUnit}
            {...number("deviations")}
            min={0.01}
            max={6}
            step={0.1}
          />
        )}
        <NumberField
          label={strings.condor.width}
          unit={strings.condor.points}
          {...number("width")}
          min={0.5}
          max={5000}
          step={5}
        />
      </div>
      {preview === undefined && <Notice>{strings.condor.noMarket}</Notice>}
      {preview !== undefined && "problem" in preview && <Notice kind="warn">{preview.problem}</Notice>}
      {preview !== undefined && "expiry" in preview && (
        <Preview preview={preview} extraSettings={extraSettings(shown, desk.settings)} />
      )}
      <div>
        <PutOnSheetButton
          run={run}
          inExcel={inExcel}
          label={strings.condor.put}
          disabled={preview === undefined || "problem" in preview}
          block={async () =>
            condorBlock(
              formulaReference(desk.market, await listRanges()),
              fields,
              desk.settings,
              await freeRangeName("Condor"),
            )
          }
        />
      </div>
    </>
  );
}

type NumericField = Exclude<keyof CondorFields, "by">;

function usePreview(
  market: Range | undefined,
  fields: CondorFields,
  changed: Readonly<Record<string, SettingValue>>,
): CondorPreview | { problem: string } | undefined {
  return useMemo(() => {
    if (market === undefined) return undefined;
    try {
      return condorPreview(market, fields, changed);
    } catch (error) {
      if (error instanceof InputError || error instanceof NoSolutionError) return { problem: error.message };
      throw error;
    }
  }, [market, fields, changed]);
}

/** Settings of the hedge plan that the condor follows beside its own fields. */
function extraSettings(fields: CondorFields, changed: Readonly<Record<string, SettingValue>>): string[] {
  const own = new Set(condorSettings(fields, {}).map(([name]) => name));
  return condorSettings(fields, changed)
    .map(([name]) => name)
    .filter((name) => !own.has(name));
}

function Preview({
  preview,
  extraSettings: extra,
}: {
  preview: CondorPreview;
  extraSettings: readonly string[];
}) {
  const styles = useStyles();
  const locale = useLocale();
  const show = (value: number, decimals = 0): string => shownNumber(value, decimals, locale);
  const dollars = (value: number, decimals = 0): string => shownDollars(value, decimals, locale);
  const strike = (value: number): string => typedNumber(value, locale);
  const [longPut, shortPut, shortCall, longCall] = preview.strikes;
  const [down, up] = preview.breakEvens;
  const level = (value: number | undefined): string =>
    value === undefined ? strings.condor.none : show(value, 2);
  const { profitChance } = preview;
  return (
    <div className={styles.preview}>
      <h3 className={styles.heading}>{strings.condor.preview}</h3>
      <FigureList
        label={strings.condor.preview}
        figures={[
          [strings.condor.expiry, preview.expiry],
          [strings.condor.puts, `${strike(longPut)} / ${strike(shortPut)}`],
          [strings.condor.calls, `${strike(shortCall)} / ${strike(longCall)}`],
          [
            strings.condor.credit,
            strings.condor.perCondor(show(preview.credit, 2), dollars(preview.creditDollars)),
          ],
          [
            strings.condor.maxLoss,
            strings.condor.perCondor(show(preview.maxLoss, 2), dollars(preview.maxLossDollars)),
          ],
          [strings.condor.margin, dollars(preview.margin)],
          [
            strings.condor.chance,
            typeof profitChance === "number" ? `${show(100 * profitChance, 1)}%` : profitChance,
          ],
          [strings.condor.breakEvens, `${level(down)} / ${level(up)}`],
          [strings.condor.theta, strings.condor.perDay(dollars(preview.thetaPerDay, 2))],
        ]}
      />
      <p className={styles.note}>
        {[
          preview.isVolGiven ? strings.condor.given : strings.condor.modelled,
          preview.wideningNote === "" ? "" : `${capitalised(preview.wideningNote)}.`,
          extra.length === 0 ? "" : strings.condor.fromPlan(extra.join(", ")),
        ]
          .filter((part) => part !== "")
          .join(" ")}
      </p>
    </div>
  );
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const useStyles = makeStyles({
  fields: { display: "grid", gridTemplateColumns: "1fr 1fr", columnGap: "12px", alignItems: "start" },
  preview: { display: "flex", flexDirection: "column", rowGap: "4px" },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  note: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
});
