import { Button, makeStyles, Spinner, tokens } from "@fluentui/react-components";
import { Suspense, useMemo } from "react";
import { readPreset, settingsInForce } from "../../../alvh/presets";
import { formulaReference } from "../../../workbook/formulaReference";
import { listRanges } from "../../../workbook/listRanges";
import { readRange } from "../../../workbook/readRange";
import { Notice } from "../../components/Notice";
import { PutOnSheetButton } from "../../components/PutOnSheetButton";
import { lazyPart } from "../../lazyParts";
import type { RoomProps } from "../../rooms";
import { usePaneState } from "../../usePaneState";
import { freeRangeName } from "../book/freeRangeName";
import { Section } from "../book/Section";
import { settingRows } from "../plan/hedgePlan";
import { auditBlock } from "./auditBlock";
import { AuditFields } from "./AuditFields";
import { auditFigures } from "./auditFigures";
import { FIRST_AUDIT_FORM, type AuditForm } from "./auditForm";
import { AuditProgress } from "./AuditProgress";
import { bandOf } from "./bandOf";
import { strings } from "../../strings/audit";
import { useAudit } from "./useAudit";

/** Fetched apart, with the chart. */
const AuditResultView = lazyPart(() => import("./AuditResultView"));

/** What a preset's hedge really cost and paid over a history, worked out beside the pane. */
export default function AuditRoom({ desk, run, inExcel }: RoomProps) {
  const styles = useStyles();
  const [form, setForm] = usePaneState("audit", FIRST_AUDIT_FORM);
  const change = (part: Partial<AuditForm>): void => {
    setForm((last) => ({ ...last, ...part }));
  };
  const { step, result, problem, isWithoutWorker, start, cancel } = useAudit();
  const preset = readPreset(form.preset === "" ? desk.preset : form.preset);
  const initial = useMemo(() => settingsInForce(preset.name, undefined).settings, [preset.name]);
  const history = form.source === "range" ? form.range : undefined;
  const settings = settingRows(desk.settings);
  const key = JSON.stringify([history ?? null, preset.name, settings]);
  const isReady = history !== "";

  const block = async () => {
    if (result === undefined || result.key !== key || result.backtest === undefined) {
      throw new Error(strings.run.stale);
    }
    const ranges = await listRanges();
    return auditBlock({
      history: history === undefined ? undefined : formulaReference(history, ranges),
      preset: preset.name,
      base: form.base,
      band: bandOf(settingsInForce(preset.name, settings).settings),
      changed: desk.settings,
      settingsName: await freeRangeName("AuditSettings"),
      years: auditFigures(result.audit, form.base).years.length,
      spilled: { audit: result.audit.length, backtest: result.backtest.length },
    });
  };

  return (
    <>
      <p className={styles.text}>{strings.intro}</p>
      <Section heading={strings.form.heading}>
        <AuditFields desk={desk} form={form} change={change} initial={initial} />
        <p className={styles.text}>{preset.summary}</p>
        {preset.warning !== undefined && (
          <Notice kind="warn">{preset.warning.replace(/^warning: /, "")}</Notice>
        )}
        {!isReady && <Notice>{strings.form.noRange}</Notice>}
        <div>
          {/* It stays while the audit runs, so that the focus is not lost with it. */}
          <Button
            size="small"
            appearance={result === undefined ? "primary" : "secondary"}
            disabled={!isReady}
            disabledFocusable={step !== undefined}
            onClick={() => {
              void start(key, async () => ({
                history: history === undefined ? undefined : (await readRange(history)).values,
                preset: preset.name,
                settings,
              }));
            }}
          >
            {result === undefined ? strings.run.start : strings.run.again}
          </Button>
        </div>
        {step !== undefined && <AuditProgress key={step} step={step} onCancel={cancel} />}
        {problem !== undefined && <Notice kind="error">{problem}</Notice>}
        {isWithoutWorker && <Notice>{strings.run.withoutWorker}</Notice>}
        {result === undefined && step === undefined && problem === undefined && (
          <p className={styles.text}>{strings.run.none}</p>
        )}
        {result !== undefined && result.key !== key && step === undefined && (
          <Notice kind="warn">{strings.run.stale}</Notice>
        )}
      </Section>
      {result !== undefined && (
        <>
          <Suspense fallback={<Spinner size="tiny" />}>
            <AuditResultView result={result} base={form.base} isRunning={step !== undefined} />
          </Suspense>
          {inExcel && (
            <Section heading={strings.put.heading}>
              <p className={styles.text}>{strings.put.text}</p>
              <div>
                <PutOnSheetButton
                  run={run}
                  inExcel={inExcel}
                  label={strings.put.button}
                  disabled={result.key !== key || result.backtest === undefined}
                  block={block}
                />
              </div>
            </Section>
          )}
        </>
      )}
    </>
  );
}

const useStyles = makeStyles({
  text: {
    margin: "0 0 6px",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
});
