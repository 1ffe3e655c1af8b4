import { Button, makeStyles } from "@fluentui/react-components";
import { readMarket } from "../../../alvh/market";
import { marketRows, readScenario, refuseLongScenario, scenarioText } from "../../../share/scenarioFile";
import { WorkbookError } from "../../../workbook/hostError";
import { listRanges } from "../../../workbook/listRanges";
import { putOnSheet } from "../../../workbook/putOnSheet";
import type { RoomProps } from "../../rooms";
import { usePaneState } from "../../usePaneState";
import { Section } from "../book/Section";
import { FIRST_FORM } from "../scenario/scenarioForm";
import { scenarioOfForm } from "../scenario/scenarioOfForm";
import { ChooseFile } from "./ChooseFile";
import { downloadFile } from "./downloadFile";
import { marketBlock } from "./marketBlock";
import { strings } from "../../strings/share";

/** The scenario as a file, out and in. */
export function ScenarioSection({ desk, run, inExcel }: Pick<RoomProps, "desk" | "run" | "inExcel">) {
  const styles = useStyles();
  const [form, setForm] = usePaneState("scenario", FIRST_FORM);

  const save = () => {
    run(async () => {
      const { marketValues } = desk;
      if (marketValues === undefined) throw new WorkbookError(strings.scenario.noMarket);
      if (form.source === "expression") throw new WorkbookError(strings.scenario.expression);
      const text = scenarioText({
        market: marketRows(marketValues),
        shocks: scenarioOfForm(form, readMarket(marketValues), undefined),
        preset: desk.preset,
        settings: desk.settings,
      });
      downloadFile(strings.scenario.file, "application/json", text);
      return strings.copy.saved(strings.scenario.file);
    });
  };

  const open = (file: File) => {
    run(async () => {
      refuseLongScenario(file.size);
      const { market, shocks, preset, settings } = readScenario(await file.text());
      const taken = new Set((await listRanges()).map(({ reference }) => reference.toLowerCase()));
      const sentence = await putOnSheet(marketBlock(market, taken));
      setForm({
        ...form,
        source: "sliders",
        spotPercent: Number((100 * shocks.spotShock).toFixed(10)),
        vixPoints: shocks.vixShock,
        vixFollows: false,
        days: shocks.days,
        curveModel: shocks.curveModel,
      });
      desk.choosePreset(preset);
      desk.resetSettings();
      for (const [name, value] of Object.entries(settings)) desk.changeSetting(name, value);
      return strings.scenario.imported(sentence);
    });
  };

  return (
    <Section heading={strings.scenario.heading}>
      <p className={styles.text}>{strings.scenario.about}</p>
      <div className={styles.buttons}>
        <Button size="small" onClick={save}>
          {strings.scenario.save}
        </Button>
        {inExcel && (
          <ChooseFile
            label={strings.scenario.open}
            input={strings.scenario.input}
            accept=".json,application/json"
            onChoose={open}
          />
        )}
      </div>
    </Section>
  );
}

const useStyles = makeStyles({
  text: { margin: 0 },
  buttons: { display: "flex", flexWrap: "wrap", gap: "6px" },
});
