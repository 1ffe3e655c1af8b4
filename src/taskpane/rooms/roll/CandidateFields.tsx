import { Field, makeStyles, Radio, RadioGroup, tokens } from "@fluentui/react-components";
import type { Settings } from "../../../alvh/settings";
import { NumberField } from "../../components/NumberField";
import { RangeField } from "../../components/RangeField";
import type { RollForm } from "./rollForm";
import { strings } from "../../strings/roll";

/** The condor to roll into: from a range, or by days, delta and width. */
export function CandidateFields(props: {
  form: RollForm;
  change(part: Partial<RollForm>): void;
  /** In force: what counts where a field is empty. */
  settings: Settings | undefined;
  rangeProblem: string | undefined;
}) {
  const { form, change, settings, rangeProblem } = props;
  const styles = useStyles();
  const text = strings.candidate;
  return (
    <>
      <Field label={text.source} size="small">
        <RadioGroup
          layout="horizontal"
          value={form.source}
          onChange={(_event, { value }) => {
            change({ source: value === "range" ? "range" : "build" });
          }}
        >
          <Radio value="build" label={text.sources.build} />
          <Radio value="range" label={text.sources.range} />
        </RadioGroup>
      </Field>
      {form.source === "range" ? (
        <RangeField
          label={text.range}
          value={form.range}
          onChange={(range) => {
            change({ range });
          }}
          {...(rangeProblem === undefined ? {} : { problem: rangeProblem })}
        />
      ) : (
        <>
          <div className={styles.fields}>
            <NumberField
              label={text.days}
              value={form.days}
              onChange={(days) => {
                // An emptied field changes nothing.
                if (days !== undefined) change({ days });
              }}
              min={1}
              max={3650}
              step={1}
            />
            <NumberField
              label={text.quantity}
              placeholder={text.asHeld}
              value={form.quantity}
              onChange={(quantity) => {
                change({ quantity });
              }}
              min={0.01}
              max={1e7}
              step={1}
            />
            <NumberField
              label={text.shortDelta}
              placeholder={settings?.number("Condor.ShortDelta") ?? ""}
              value={form.shortDelta}
              onChange={(shortDelta) => {
                change({ shortDelta });
              }}
              min={0.001}
              max={0.49}
              step={0.01}
            />
            <NumberField
              label={text.width}
              unit={text.points}
              placeholder={settings?.number("Condor.Width") ?? ""}
              value={form.width}
              onChange={(width) => {
                change({ width });
              }}
              min={0.5}
              max={5000}
              step={5}
            />
          </div>
          <p className={styles.note}>{text.modelled}</p>
        </>
      )}
    </>
  );
}

const useStyles = makeStyles({
  fields: {
    display: "grid",
    gridTemplateColumns: "1fr 1fr",
    columnGap: "12px",
    rowGap: "4px",
    alignItems: "start",
  },
  note: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
});
