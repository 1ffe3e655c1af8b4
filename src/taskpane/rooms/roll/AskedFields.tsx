import { Button, Field, Input, Link, makeStyles, Select, tokens } from "@fluentui/react-components";
import type { CellValue } from "../../../alvh/cellValue";
import { formatIsoDate, parseDate } from "../../../alvh/dates";
import { SETTINGS, type Settings } from "../../../alvh/settings";
import type { SettingDefinition } from "../../../alvh/settingDefinition";
import { InputError } from "../../../core/errors";
import { NumberField } from "../../components/NumberField";
import type { Desk } from "../../desk";
import { strings } from "../../strings/roll";

/** What the rules of a roll need and no cell of book or market holds: written into the settings that all rooms share. */
export function AskedFields(props: {
  desk: Desk;
  /** Of the preset: what counts where a field is empty. */
  initial: Settings | undefined;
  /** RV20 of the market, which E05 takes where none is given. */
  realisedVol: CellValue;
  openPlan(): void;
}) {
  const { desk, initial, realisedVol, openPlan } = props;
  const styles = useStyles();
  const text = strings.asked;
  return (
    <>
      <p className={styles.text}>{text.text}</p>
      <div className={styles.fields}>
        {ASKED.map((definition) => {
          const initialValue = initial?.value(definition.name) ?? "";
          const known = definition.name === "E05.RealisedVol" && typeof realisedVol === "number";
          return (
            <AskedField
              key={definition.name}
              definition={definition}
              value={desk.settings[definition.name]}
              placeholder={known ? realisedVol : initialValue}
              onChange={(value) => {
                desk.changeSetting(definition.name, value);
              }}
            />
          );
        })}
      </div>
      <div className={styles.actions}>
        <Button
          size="small"
          disabled={ASKED.every(({ name }) => desk.settings[name] === undefined)}
          onClick={() => {
            for (const { name } of ASKED) desk.changeSetting(name, undefined);
          }}
        >
          {text.clear}
        </Button>
        <Link
          as="button"
          onClick={() => {
            openPlan();
          }}
        >
          {text.others}
        </Link>
      </div>
    </>
  );
}

type AskedName = keyof typeof strings.asked.labels;

/** In the order of the labels. */
const ASKED: readonly (SettingDefinition & { readonly name: AskedName })[] = (
  Object.keys(strings.asked.labels) as AskedName[]
).map((name) => {
  const definition = SETTINGS.find((one) => one.name === name);
  if (definition === undefined) throw new Error(`there is no setting ${name}`);
  return { ...definition, name };
});

function AskedField(props: {
  definition: SettingDefinition & { readonly name: AskedName };
  value: string | number | undefined;
  placeholder: string | number;
  onChange(value: string | number | undefined): void;
}) {
  const { definition, value, placeholder, onChange } = props;
  const { name, choices, min, max } = definition;
  const label = strings.asked.labels[name];
  const unit = strings.asked.units[name];
  if (choices !== undefined) {
    return (
      <Field label={label} size="small">
        <Select
          size="small"
          value={String(value ?? placeholder)}
          onChange={(_event, { value: next }) => {
            onChange(next === placeholder ? undefined : next);
          }}
        >
          {choices.map((choice) => (
            <option key={choice} value={choice}>
              {choice}
            </option>
          ))}
        </Select>
      </Field>
    );
  }
  if (min === undefined || max === undefined) {
    return (
      <Field label={label} size="small">
        <Input
          size="small"
          type="date"
          value={isoDate(value)}
          onChange={(_event, { value: next }) => {
            onChange(next === "" ? undefined : next);
          }}
        />
      </Field>
    );
  }
  return (
    <NumberField
      label={label}
      {...(unit === undefined ? {} : { unit })}
      placeholder={placeholder}
      value={typeof value === "number" ? value : undefined}
      onChange={onChange}
      min={min}
      max={max}
      step={stepOf(definition)}
    />
  );
}

function stepOf({ min = 0, max = 0 }: SettingDefinition): number {
  if (max - min <= 3) return 1;
  return max >= 1e6 ? 1000 : max > 100 ? 0.1 : 0.01;
}

/** A date as its field takes it; one that cannot be read is told by the verdict. */
function isoDate(value: string | number | undefined): string {
  if (value === undefined) return "";
  try {
    const serial = Number(value);
    return formatIsoDate(Math.floor(parseDate("date", Number.isFinite(serial) ? serial : value)));
  } catch (error) {
    if (error instanceof InputError) return "";
    throw error;
  }
}

const useStyles = makeStyles({
  text: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  fields: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) minmax(0, 1fr)",
    columnGap: "12px",
    rowGap: "4px",
    alignItems: "start",
  },
  actions: { display: "flex", alignItems: "center", columnGap: "12px" },
});
