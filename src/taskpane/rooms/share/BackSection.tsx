import { Button, makeStyles } from "@fluentui/react-components";
import { useState } from "react";
import { repairWorkbook, type Repair } from "../../../workbook/share/repairWorkbook";
import { thawWorkbook, type Thaw } from "../../../workbook/share/thawWorkbook";
import type { RoomProps } from "../../rooms";
import { Section } from "../book/Section";
import { strings } from "../../strings/share";

/** Thaw and Repair, each with a look that writes nothing. */
export function BackSection({ run }: Pick<RoomProps, "run">) {
  const styles = useStyles();
  const [differences, setDifferences] = useState<readonly string[]>([]);
  const act = (action: (dryRun: boolean) => Promise<Repair | Thaw>, dryRun: boolean) => {
    run(async () => {
      const result = await action(dryRun);
      setDifferences("differences" in result ? result.differences : []);
      return sentenceOf(result, dryRun);
    });
  };
  return (
    <Section heading={strings.back.heading}>
      <p className={styles.text}>{strings.back.about}</p>
      <div className={styles.buttons}>
        <Button size="small" onClick={() => act(thawWorkbook, true)}>
          {strings.back.lookThaw}
        </Button>
        <Button size="small" onClick={() => act(thawWorkbook, false)}>
          {strings.back.thaw}
        </Button>
        <Button size="small" onClick={() => act(repairWorkbook, true)}>
          {strings.back.lookRepair}
        </Button>
        <Button size="small" onClick={() => act(repairWorkbook, false)}>
          {strings.back.repair}
        </Button>
      </div>
      {differences.length > 0 && (
        <ul className={styles.list} aria-label={strings.back.list}>
          {differences.slice(0, SHOWN).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </Section>
  );
}

const SHOWN = 50;

function sentenceOf(result: Repair | Thaw, dryRun: boolean): string {
  const { cells, protectedSheets } = result;
  const sentences = [
    cells.length === 0
      ? strings.back.nothing
      : dryRun
        ? strings.back.would(cells.length)
        : strings.back.did(cells.length),
    protectedSheets.length === 0 ? "" : strings.back.protectedSheets(protectedSheets.join(", ")),
  ];
  if ("differences" in result) {
    if (result.changed.length > 0)
      sentences.push(strings.back.changed(result.changed.slice(0, 5).join(", ")));
    if (!dryRun && cells.length > 0) sentences.push(strings.back.differences(result.differences.length));
  }
  return sentences.filter((sentence) => sentence !== "").join(" ");
}

const useStyles = makeStyles({
  text: { margin: 0 },
  buttons: { display: "flex", flexWrap: "wrap", gap: "6px" },
  list: { margin: 0, paddingLeft: "18px", overflowWrap: "anywhere" },
});
