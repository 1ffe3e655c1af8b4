import { Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import { useState, type KeyboardEvent } from "react";
import type { NumberFormat } from "../../workbook/numberFormat";
import { parseNumber, typedNumber } from "./numberText";
import { strings } from "../strings/components";
import { useLocale } from "./useLocale";

export interface NumberFieldProps {
  label: string;
  /** Shown behind the number: "points", "days". */
  unit?: string;
  value: number | undefined;
  /** Called with every valid number while it is typed; with undefined when the field was emptied. */
  onChange(value: number | undefined): void;
  min?: number;
  max?: number;
  /** What the arrow keys add; ten times as much with Page Up and Page Down. */
  step?: number;
  /** What counts while the field is empty, shown greyed: a default of a setting. */
  placeholder?: number | string;
  /** Under the field: a source, or a limit. */
  hint?: string;
  /** Of the reader; else the pane's. */
  locale?: NumberFormat;
  disabled?: boolean;
}

/** A number typed in the user's locale. What is wrong with it is said in one sentence below, and is not passed on. */
export function NumberField(props: NumberFieldProps) {
  const { label, unit, value, onChange, min, max, step, placeholder, hint, disabled = false } = props;
  const styles = useStyles();
  const paneLocale = useLocale();
  const locale = props.locale ?? paneLocale;
  // What is being typed, while the value is the one that it was typed over or the one that it gave.
  const [draft, setDraft] = useState<Draft>();
  const isDraft = draft !== undefined && (value === draft.over || value === draft.gave);
  const text = isDraft ? draft.text : value === undefined ? "" : typedNumber(value, locale);
  const problem = problemOf(text, props, locale);

  const type = (typed: string) => {
    const read = parseNumber(typed, locale, unit);
    const isValid = "value" in read && outOfLimits(read.value, props, locale) === undefined;
    setDraft({ text: typed, over: value, gave: isValid ? read.value : value });
    if (isValid && read.value !== value) onChange(read.value);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const steps = STEPS[event.key];
    if (step === undefined || steps === undefined) return;
    event.preventDefault();
    const from = value ?? (typeof placeholder === "number" ? placeholder : 0);
    type(typedNumber(Math.min(Math.max(from + steps * step, min ?? -Infinity), max ?? Infinity), locale));
  };

  return (
    <Field label={label} validationMessage={problem ?? null} hint={hint ?? null} size="small">
      <Input
        size="small"
        className={styles.input}
        input={{ className: styles.number, inputMode: "decimal", autoComplete: "off" }}
        value={text}
        disabled={disabled}
        placeholder={typeof placeholder === "number" ? typedNumber(placeholder, locale) : (placeholder ?? "")}
        contentAfter={unit === undefined ? null : <span className={styles.unit}>{unit}</span>}
        onChange={(_event, { value: typed }) => {
          type(typed);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => {
          // What is valid is shown as it is understood; what is not stays, with its sentence.
          if (problem === undefined) setDraft(undefined);
        }}
      />
    </Field>
  );
}

interface Draft {
  text: string;
  over: number | undefined;
  gave: number | undefined;
}

const STEPS: Partial<Record<string, number>> = { ArrowUp: 1, ArrowDown: -1, PageUp: 10, PageDown: -10 };

function problemOf(text: string, props: NumberFieldProps, locale: NumberFormat): string | undefined {
  const read = parseNumber(text, locale, props.unit);
  return "problem" in read ? read.problem : outOfLimits(read.value, props, locale);
}

function outOfLimits(
  value: number | undefined,
  { label, min = -Infinity, max = Infinity }: NumberFieldProps,
  locale: NumberFormat,
): string | undefined {
  if (value === undefined || (value >= min && value <= max)) return undefined;
  const show = (limit: number) => typedNumber(limit, locale);
  if (min === -Infinity) return strings.atMost(label, show(max));
  if (max === Infinity) return strings.atLeast(label, show(min));
  return strings.between(label, show(min), show(max));
}

const useStyles = makeStyles({
  input: { minWidth: 0, width: "100%" },
  number: { textAlign: "right", fontVariantNumeric: "tabular-nums", minWidth: 0 },
  unit: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2, whiteSpace: "nowrap" },
});
