import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { Notice } from "../../components/Notice";
import { OverrideForm } from "../../components/OverrideForm";
import { PutOnSheetButton } from "../../components/PutOnSheetButton";
import type { RoomProps } from "../../rooms";
import { MAXIMUM_ENTRIES, type RuleEntry } from "../../ruleLog";
import { useRuleLog } from "../../useRuleLog";
import { csvText } from "./csvText";
import { download } from "./download";
import { logBlock } from "./logBlock";
import { logTable, roomTitle, shownInputs, shownMoment } from "./logTable";
import { strings } from "../../strings/log";

/** Every verdict with its inputs, and every override with its reason. */
export default function LogRoom({ desk, run, inExcel }: RoomProps) {
  const styles = useStyles();
  const entries = useRuleLog();
  const [shown, setShown] = useState(PAGE);
  const overrides = entries.filter(({ override }) => override !== undefined).length;
  const save = (extension: string, type: string, content: () => string) => {
    const file = `${strings.file}.${extension}`;
    run(() => {
      download(file, type, content());
      return Promise.resolve(strings.saved(file));
    });
  };

  return (
    <div className={styles.room}>
      <p className={styles.text}>{strings.about}</p>
      {entries.length === 0 && <Notice>{strings.empty}</Notice>}
      {entries.length >= MAXIMUM_ENTRIES && <Notice kind="warn">{strings.full(MAXIMUM_ENTRIES)}</Notice>}
      {entries.length > 0 && (
        <>
          <p className={styles.text}>{strings.count(entries.length, overrides)}</p>
          <div className={styles.buttons}>
            <PutOnSheetButton run={run} inExcel={inExcel} block={() => logBlock(entries)} />
            <Button
              size="small"
              onClick={() => {
                save("csv", "text/csv", () => csvText(logTable(entries), desk.locale.list));
              }}
            >
              {strings.csv}
            </Button>
            <Button
              size="small"
              onClick={() => {
                save("json", "application/json", () => JSON.stringify(entries, null, 2));
              }}
            >
              {strings.json}
            </Button>
          </div>
          <ol className={styles.list} aria-label={strings.list}>
            {entries.slice(0, shown).map((entry) => (
              <LogItem key={entry.id} entry={entry} />
            ))}
          </ol>
          {entries.length > shown && (
            <Button
              size="small"
              onClick={() => {
                setShown(shown + PAGE);
              }}
            >
              {strings.more(Math.min(PAGE, entries.length - shown))}
            </Button>
          )}
        </>
      )}
    </div>
  );
}

const PAGE = 25;

function LogItem({ entry }: { entry: RuleEntry }) {
  const styles = useStyles();
  const { rule, verdict, asOf, at, inputHash } = entry;
  return (
    <li className={styles.item}>
      <h2 className={styles.rule}>{rule}</h2>
      <p className={styles.verdict}>{verdict}</p>
      <p className={styles.text}>{strings.when(roomTitle(entry), shownMoment(at), asOf)}</p>
      <p className={styles.text}>
        {strings.inputs}: {shownInputs(entry)} ({strings.hash} <code>{inputHash}</code>)
      </p>
      <OverrideForm entryId={entry.id} />
    </li>
  );
}

const useStyles = makeStyles({
  room: { display: "flex", flexDirection: "column", rowGap: "8px" },
  text: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    overflowWrap: "anywhere",
  },
  buttons: { display: "flex", flexWrap: "wrap", gap: "6px" },
  list: { display: "flex", flexDirection: "column", margin: 0, padding: 0, listStyleType: "none" },
  item: {
    display: "flex",
    flexDirection: "column",
    rowGap: "3px",
    padding: "8px 0",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  rule: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  verdict: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
});
