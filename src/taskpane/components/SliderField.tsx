import { makeStyles, Slider } from "@fluentui/react-components";
import { NumberField, type NumberFieldProps } from "./NumberField";
import { typedNumber } from "./numberText";
import { useLocale } from "./useLocale";

export interface SliderFieldProps extends NumberFieldProps {
  value: number;
  min: number;
  max: number;
  step: number;
  /** Limits of the field where they are wider than the slider's. */
  fieldMin?: number;
  fieldMax?: number;
}

/** One value, by a slider for trying and a field for exact figures. An emptied field changes nothing. */
export function SliderField(props: SliderFieldProps) {
  const { label, unit, value, min, max, step, fieldMin = min, fieldMax = max, onChange } = props;
  const styles = useStyles();
  const locale = useLocale();
  const shown = typedNumber(value, props.locale ?? locale);
  return (
    <div className={styles.row}>
      <NumberField
        {...props}
        min={fieldMin}
        max={fieldMax}
        onChange={(next) => {
          if (next !== undefined) onChange(next);
        }}
      />
      <Slider
        className={styles.slider}
        rail={{ className: styles.rail }}
        size="small"
        min={min}
        max={max}
        step={step}
        value={Math.min(Math.max(value, min), max)}
        disabled={props.disabled ?? false}
        aria-label={label}
        aria-valuetext={unit === undefined ? shown : `${shown} ${unit}`}
        onChange={(_event, { value: next }) => {
          onChange(Number(next.toPrecision(12)));
        }}
      />
    </div>
  );
}

const useStyles = makeStyles({
  row: {
    display: "grid",
    gridTemplateColumns: "minmax(110px, 2fr) 3fr",
    columnGap: "8px",
    alignItems: "end",
  },
  // A tick for each of a hundred steps would be a dotted line.
  rail: {
    "::before": { backgroundImage: "none", "@media (forced-colors: active)": { backgroundImage: "none" } },
  },
  slider: { minWidth: 0, marginBottom: "-2px" },
});
