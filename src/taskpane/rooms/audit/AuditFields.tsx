import { Field, makeStyles, Radio, RadioGroup, Select } from "@fluentui/react-components";
import { basesOf } from "../../../alvh/hedgeHistory";
import { PRESETS } from "../../../alvh/presets";
import type { Settings } from "../../../alvh/settings";
import { NumberField } from "../../components/NumberField";
import { RangeField } from "../../components/RangeField";
import type { Desk } from "../../desk";
import { AUDIT_BASES, type AuditBase, type AuditForm } from "./auditForm";
import { strings } from "../../strings/audit";

/** The form: preset, history, and what the cost is a share of. */
export function AuditFields(props: {
  desk: Desk;
  form: AuditForm;
  change(part: Partial<AuditForm>): void;
  /** In force without the changed settings: what counts where a field is empty. */
  initial: Settings;
}) {
  const { desk, form, change, initial } = props;
  const styles = useStyles();
  const text = strings.form;
  const condors = desk.settings["Audit.Condors"];
  const bases = basesOf(
    typeof condors === "number" ? initial.with(new Map([["Audit.Condors", condors]])) : initial,
  );
  const setting = (name: string) => {
    const value = desk.settings[name];
    return {
      value: typeof value === "number" ? value : undefined,
      onChange: (next: number | undefined) => {
        desk.changeSetting(name, next);
      },
    };
  };
  return (
    <>
      <Field label={text.preset} size="small">
        <Select
          size="small"
          value={form.preset}
          onChange={(_event, { value }) => {
            change({ preset: value });
          }}
        >
          <option value="">{text.asPlan(desk.preset)}</option>
          {PRESETS.map(({ name }) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={text.history} size="small">
        <RadioGroup
          layout="horizontal"
          value={form.source}
          onChange={(_event, { value }) => {
            change({ source: value === "range" ? "range" : "sample" });
          }}
        >
          <Radio value="sample" label={text.sources.sample} />
          <Radio value="range" label={text.sources.range} />
        </RadioGroup>
      </Field>
      {form.source === "range" && (
        <RangeField
          label={text.range}
          hint={text.rangeHint}
          value={form.range}
          onChange={(range) => {
            change({ range });
          }}
        />
      )}
      <Field label={text.base} size="small">
        <Select
          size="small"
          value={form.base}
          onChange={(_event, { value }) => {
            change({ base: value as AuditBase });
          }}
        >
          {AUDIT_BASES.map((base) => (
            <option key={base} value={base}>
              {text.bases[base]}
            </option>
          ))}
        </Select>
      </Field>
      <div className={styles.fields}>
        <NumberField
          label={text.condors}
          placeholder={initial.number("Audit.Condors")}
          {...setting("Audit.Condors")}
          min={0.01}
          max={1e6}
          step={1}
        />
        {form.base === "NAV" && (
          <NumberField
            key="nav"
            label={text.nav}
            unit={text.dollars}
            hint={text.fromMargin}
            placeholder={bases.nav}
            {...setting("B24.NAV")}
            min={1}
            max={1e12}
            step={10_000}
          />
        )}
        {form.base === "risk capital" && (
          <NumberField
            key="capital"
            label={text.riskCapital}
            unit={text.dollars}
            hint={text.fromMargin}
            placeholder={bases.riskCapital}
            {...setting("A08.RiskCapital")}
            min={1}
            max={1e12}
            step={10_000}
          />
        )}
      </div>
    </>
  );
}

const useStyles = makeStyles({
  fields: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) minmax(0, 1fr)",
    columnGap: "12px",
    alignItems: "start",
  },
});
