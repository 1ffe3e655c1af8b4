import { Field, Input, makeStyles, Radio, RadioGroup, Select, Switch } from "@fluentui/react-components";
import type { ScenarioSubject } from "../../../alvh/scenarioExpression";
import { STRESS_EVENTS } from "../../../alvh/stressEvents";
import { VX_BETA_MODELS } from "../../../alvh/vxBeta";
import { shownNumber } from "../../components/numberText";
import { SliderField } from "../../components/SliderField";
import { useLocale } from "../../components/useLocale";
import { SLIDERS, type ScenarioForm } from "./scenarioForm";
import { eventOfForm } from "./scenarioOfForm";
import { strings } from "../../strings/scenario";

/** The form: where the shock comes from, and the shock. */
export function ScenarioFields(props: {
  form: ScenarioForm;
  change(part: Partial<ScenarioForm>): void;
  /** VIX now, which no shock may take below 1. */
  vix: number;
  /** What VIX does under the form's scenario, where it follows SPX. */
  followingVix: number | undefined;
  spotVixBeta: number;
  expressionProblem: string | undefined;
  /** What the expression sets itself: its controls would change nothing. */
  expressionSets: readonly ScenarioSubject[];
}) {
  const { form, change, vix, followingVix, spotVixBeta, expressionProblem, expressionSets } = props;
  const styles = useStyles();
  const locale = useLocale();
  const event = eventOfForm(form);
  const lowestVixShock = Math.ceil(100 * (1 - vix)) / 100;
  const follows = (
    <Switch
      checked={form.vixFollows}
      label={strings.follows(shownNumber(spotVixBeta, 2, locale))}
      size="small"
      className={styles.switch}
      onChange={(_event, { checked }) => {
        change({
          vixFollows: checked,
          ...(checked || followingVix === undefined ? {} : { vixPoints: rounded(followingVix) }),
        });
      }}
    />
  );
  const days = (
    <SliderField
      label={strings.days}
      unit={strings.daysUnit}
      value={form.days}
      {...SLIDERS.days}
      onChange={(value) => {
        change({ days: value ?? 0 });
      }}
    />
  );
  const curve = (
    <Field label={strings.curveModel} size="small">
      <Select
        size="small"
        value={form.curveModel}
        onChange={(_event, { value }) => {
          change({ curveModel: value });
        }}
      >
        {VX_BETA_MODELS.map((model) => (
          <option key={model} value={model}>
            {strings.curveModels[model] ?? model}
          </option>
        ))}
        {STRESS_EVENTS.map(({ name }) => (
          <option key={name} value={`REPLAY ${name}`}>
            {strings.replayModel(name)}
          </option>
        ))}
      </Select>
    </Field>
  );

  return (
    <div className={styles.fields}>
      <Field label={strings.source} size="small">
        <RadioGroup
          layout="horizontal"
          className={styles.sources}
          value={form.source}
          onChange={(_event, { value }) => {
            change({ source: value as ScenarioForm["source"] });
          }}
        >
          {Object.entries(strings.sources).map(([source, label]) => (
            <Radio key={source} value={source} label={label} />
          ))}
        </RadioGroup>
      </Field>
      {form.source === "sliders" && (
        <>
          <SliderField
            label={strings.spot}
            unit={strings.percent}
            value={form.spotPercent}
            {...SLIDERS.spotPercent}
            onChange={(value) => {
              change({ spotPercent: value ?? 0 });
            }}
          />
          <SliderField
            label={strings.vix}
            unit={strings.points}
            value={form.vixFollows ? rounded(followingVix ?? form.vixPoints) : form.vixPoints}
            {...SLIDERS.vixPoints}
            min={Math.max(SLIDERS.vixPoints.min, lowestVixShock)}
            fieldMin={lowestVixShock}
            onChange={(value) => {
              // Who moves VIX by hand wants it where it is put.
              change({ vixPoints: value ?? 0, vixFollows: false });
            }}
          />
          {follows}
          {days}
          {curve}
        </>
      )}
      {form.source === "event" && (
        <Field label={strings.event} size="small" hint={strings.eventDates(event.from, event.to)}>
          <Select
            size="small"
            value={event.name}
            onChange={(_event, { value }) => {
              change({ event: value });
            }}
          >
            {STRESS_EVENTS.map(({ name }) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
      )}
      {form.source === "expression" && (
        <>
          <Field
            label={strings.expression}
            size="small"
            hint={strings.expressionHint(locale.decimal)}
            {...(expressionProblem === undefined ? {} : { validationMessage: expressionProblem })}
          >
            <Input
              size="small"
              value={form.expression}
              autoComplete="off"
              spellCheck={false}
              onChange={(_event, { value }) => {
                change({ expression: value });
              }}
            />
          </Field>
          {!expressionSets.includes("VIX") && follows}
          {!expressionSets.includes("Days") && days}
          {curve}
        </>
      )}
    </div>
  );
}

/** Points to the cent. */
function rounded(points: number): number {
  return Math.round(100 * points) / 100 + 0;
}

const useStyles = makeStyles({
  fields: { display: "flex", flexDirection: "column", rowGap: "6px" },
  sources: { flexWrap: "wrap", marginLeft: "-8px" },
  switch: { marginLeft: "-8px" },
});
