import { Button, Field, makeStyles, Select, tokens } from "@fluentui/react-components";
import { useDeferredValue, useMemo } from "react";
import { PRESETS, readPreset } from "../../../alvh/presets";
import { formulaReference } from "../../../workbook/formulaReference";
import { listRanges } from "../../../workbook/listRanges";
import { Notice } from "../../components/Notice";
import { PutOnSheetButton } from "../../components/PutOnSheetButton";
import { ResultTable } from "../../components/ResultTable";
import type { RoomProps } from "../../rooms";
import { freeRangeName } from "../book/freeRangeName";
import { Section } from "../book/Section";
import { CheckTable } from "./CheckTable";
import { hedgeChecks, hedgeLayers } from "./hedgePlan";
import { LogVerdicts } from "./LogVerdicts";
import { planBlock } from "./planBlock";
import { PlanTotals } from "./PlanTotals";
import { SettingsForm } from "./SettingsForm";
import { strings } from "../../strings/plan";

/** The hedge that the rules ask for, and the book against them, as preset and settings change. */
export default function PlanRoom({ desk, run, inExcel, openRoom }: RoomProps) {
  const styles = useStyles();
  const { bookValues, marketValues } = desk;
  const preset = readPreset(desk.preset);
  // Typing stays ahead of the tables.
  const settings = useDeferredValue(desk.settings);
  const layers = useMemo(
    () => bookValues && marketValues && hedgeLayers(bookValues, marketValues, preset.name, settings),
    [bookValues, marketValues, preset.name, settings],
  );
  const checks = useMemo(
    () => bookValues && marketValues && hedgeChecks(bookValues, marketValues, preset.name, settings),
    [bookValues, marketValues, preset.name, settings],
  );

  return (
    <>
      <PlanTotals layers={layers} />
      <Section heading={strings.preset.heading}>
        <Field label={strings.preset.label} size="small">
          <Select
            size="small"
            value={preset.name}
            onChange={(_event, { value }) => {
              desk.choosePreset(value);
            }}
          >
            {PRESETS.map(({ name }) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
        <p className={styles.text}>{preset.summary}</p>
        {preset.warning !== undefined && (
          <Notice kind="warn">{preset.warning.replace(/^warning: /, "")}</Notice>
        )}
      </Section>

      {layers === undefined || checks === undefined ? (
        <Section heading={strings.plan.heading}>
          <Notice>{desk.problem ?? strings.plan.noRanges}</Notice>
          <div>
            <Button
              size="small"
              onClick={() => {
                openRoom("book");
              }}
            >
              {strings.plan.openBook}
            </Button>
          </div>
        </Section>
      ) : (
        <>
          <Section heading={strings.plan.heading}>
            <p className={styles.text}>{strings.plan.text}</p>
            {"problem" in layers ? (
              <Notice kind="warn">{layers.problem}</Notice>
            ) : (
              <>
                <ResultTable
                  caption={strings.plan.table(layers.asOf)}
                  table={layers.table}
                  formats={FORMATS}
                />
                <ul className={styles.notes} aria-label={strings.plan.notes}>
                  {layers.notes.map((note) => (
                    <li key={note}>{note}</li>
                  ))}
                </ul>
              </>
            )}
          </Section>

          <Section heading={strings.check.heading}>
            <p className={styles.text}>{strings.check.text}</p>
            {"problem" in checks ? (
              <Notice kind="warn">{checks.problem}</Notice>
            ) : (
              <>
                <CheckTable table={checks.table} />
                <LogVerdicts
                  run={run}
                  table={checks.table}
                  inputs={{ book: bookValues, market: marketValues, preset: preset.name, settings }}
                />
              </>
            )}
          </Section>

          {inExcel && (
            <Section heading={strings.put.button}>
              <p className={styles.text}>{strings.put.text}</p>
              <div>
                <PutOnSheetButton
                  run={run}
                  inExcel={inExcel}
                  label={strings.put.button}
                  block={async () => {
                    const ranges = await listRanges();
                    const references = {
                      book: formulaReference(desk.book, ranges),
                      market: formulaReference(desk.market, ranges),
                      settingsName: await freeRangeName("Settings"),
                    };
                    return planBlock(references, preset.name, desk.settings);
                  }}
                />
              </div>
            </Section>
          )}
        </>
      )}

      <Section heading={strings.settings.heading}>
        <SettingsForm desk={desk} preset={preset.name} />
      </Section>
    </>
  );
}

/** Figures of the plan in the units of their columns. */
const FORMATS = {
  Delta: 2,
  "Premium $": 0,
  "Theta $/day": 2,
  "VIX01 $/VIX pt": 0,
  "Cost $/year": 0,
  Price: 2,
} as const;

const useStyles = makeStyles({
  text: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  notes: {
    margin: 0,
    paddingLeft: "16px",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: "anywhere",
    color: tokens.colorNeutralForeground2,
  },
});
