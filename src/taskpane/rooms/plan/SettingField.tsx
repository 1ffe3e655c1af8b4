import { Button, Field, Input, makeStyles, Select, tokens } from "@fluentui/react-components";
import { useState, type ReactNode } from "react";
import type { SettingDefinition } from "../../../alvh/settingDefinition";
import type { SettingValue } from "../../../alvh/settings";
import { Notice } from "../../components/Notice";
import { NumberField } from "../../components/NumberField";
import { typedNumber } from "../../components/numberText";
import { useLocale } from "../../components/useLocale";
import { settingNote } from "./settingNote";
import { settingProblem } from "./settingProblem";
import { strings } from "../../strings/plan";

interface SettingFieldProps {
  definition: SettingDefinition;
  /** What counts while the setting is not changed: the preset's value, else the default. */
  initial: SettingValue;
  value: SettingValue | undefined;
  onChange(value: SettingValue | undefined): void;
}

/** One setting: its value, greyed where it is the preset's, marked and with a way back where it is changed. */
export function SettingField(props: SettingFieldProps) {
  const { definition, initial, value, onChange } = props;
  const styles = useStyles();
  const locale = useLocale();
  const isChanged = value !== undefined;
  const shown =
    initial === ""
      ? strings.settings.notSet
      : typeof initial === "number"
        ? typedNumber(initial, locale)
        : initial;
  const note = settingNote(definition);
  const problem = value === undefined ? undefined : settingProblem(definition.name, value);

  return (
    <div className={styles.setting} data-changed={isChanged}>
      <div className={styles.field}>
        {control(props, shown, note)}
        {problem !== undefined && <Notice kind="error">{problem}</Notice>}
      </div>
      {isChanged && (
        <div className={styles.changed}>
          <span className={styles.mark}>{strings.settings.changed}</span>
          <Button
            size="small"
            appearance="subtle"
            aria-label={strings.settings.resetOne(definition.name, shown)}
            onClick={() => {
              onChange(undefined);
            }}
          >
            {strings.settings.reset}
          </Button>
        </div>
      )}
    </div>
  );
}

function control(props: SettingFieldProps, shown: string, note: string): ReactNode {
  const { definition, initial, value, onChange } = props;
  const { name, choices, min, max } = definition;
  // What equals the preset's value is no change.
  const change = (next: SettingValue | undefined) => {
    onChange(next === initial ? undefined : next);
  };
  if (choices !== undefined) {
    return (
      <Field label={name} hint={note} size="small">
        <Select
          size="small"
          value={value === undefined ? "" : String(value)}
          onChange={(_event, { value: next }) => {
            change(next === "" ? undefined : next);
          }}
        >
          <option value="">{strings.settings.byPreset(shown)}</option>
          {choices
            .filter((choice) => choice !== initial)
            .map((choice) => (
              <option key={choice} value={choice}>
                {choice}
              </option>
            ))}
        </Select>
      </Field>
    );
  }
  if (min === undefined || max === undefined)
    return <TextSetting {...props} change={change} shown={shown} note={note} />;
  return (
    <NumberField
      label={name}
      hint={note}
      placeholder={initial === "" ? shown : initial}
      value={typeof value === "number" ? value : undefined}
      onChange={(next) => {
        change(next);
      }}
      min={min}
      max={max}
      step={stepOf(definition)}
    />
  );
}

/** A text, such as a date or a layer's name. What the rules would refuse is said, and is not passed on. */
function TextSetting({
  definition: { name },
  value,
  change,
  shown,
  note,
}: SettingFieldProps & { change(value: SettingValue | undefined): void; shown: string; note: string }) {
  const [typed, setTyped] = useState<string>();
  const text = typed ?? (value === undefined ? "" : String(value));
  const problem = text.trim() === "" ? undefined : settingProblem(name, text);
  return (
    <Field
      label={name}
      hint={note}
      size="small"
      {...(problem === undefined ? {} : { validationMessage: problem })}
    >
      <Input
        size="small"
        value={text}
        placeholder={shown}
        onChange={(_event, { value: next }) => {
          setTyped(next);
          if (next.trim() === "") change(undefined);
          else if (settingProblem(name, next) === undefined) change(next.trim());
        }}
        onBlur={() => {
          setTyped(undefined);
        }}
      />
    </Field>
  );
}

/** A step of the arrow keys that suits the size of the default. */
function stepOf({ initial, integer = false, max = 0 }: SettingDefinition): number {
  if (integer) return 1;
  const size = typeof initial === "number" ? Math.abs(initial) : max / 10;
  if (size >= 1000) return 100;
  if (size >= 10) return 1;
  return size >= 1 ? 0.1 : 0.01;
}

const useStyles = makeStyles({
  setting: { display: "flex", alignItems: "flex-start", columnGap: "8px" },
  field: { flexGrow: 1, minWidth: 0 },
  changed: {
    display: "flex",
    flexDirection: "column",
    alignItems: "flex-end",
    flexShrink: 0,
    width: "64px",
  },
  mark: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: "20px",
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorBrandForeground1,
  },
});
