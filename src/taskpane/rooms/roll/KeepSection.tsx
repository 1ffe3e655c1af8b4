import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { Block } from "../../../workbook/putOnSheet";
import { focusOn } from "../../components/focusOn";
import { OverrideForm } from "../../components/OverrideForm";
import { PutOnSheetButton } from "../../components/PutOnSheetButton";
import { logRule } from "../../ruleLog";
import type { RunAction } from "../../useAction";
import { Section } from "../book/Section";
import type { RollOutcome } from "./rollOutcome";
import { strings } from "../../strings/roll";

/** The verdict in the rule log, with its override where it is not followed; and the roll on a sheet. */
export function KeepSection(props: {
  run: RunAction;
  inExcel: boolean;
  outcome: RollOutcome;
  /** Everything that the verdict depends on. */
  inputs: Record<string, unknown>;
  block: () => Promise<Block>;
}) {
  const { run, inExcel, outcome, inputs, block } = props;
  const styles = useStyles();
  const text = strings.keep;
  const [logged, setLogged] = useState<{ entryId: string; outcome: RollOutcome }>();
  // Another market or another candidate is another verdict.
  const isLogged = logged !== undefined && logged.outcome === outcome;
  return (
    <Section heading={text.heading}>
      <div className={styles.actions}>
        <PutOnSheetButton run={run} inExcel={inExcel} label={text.put} block={block} />
        {!isLogged && (
          <Button
            size="small"
            onClick={() => {
              run(async () => {
                const { verdict, asOf } = outcome;
                const entry = await logRule({ room: "roll", rule: text.rule, inputs, verdict, asOf });
                setLogged({ entryId: entry.id, outcome });
                return text.logged(verdict);
              });
            }}
          >
            {text.log}
          </Button>
        )}
      </div>
      {inExcel && <p className={styles.text}>{text.text}</p>}
      {isLogged && (
        <>
          <p ref={focusOn} tabIndex={-1} className={styles.text}>
            {text.isLogged}
          </p>
          <OverrideForm entryId={logged.entryId} />
        </>
      )}
    </Section>
  );
}

const useStyles = makeStyles({
  actions: { display: "flex", flexWrap: "wrap", gap: "8px" },
  text: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
});
