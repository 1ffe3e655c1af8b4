import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { CellValue } from "../../../alvh/cellValue";
import { focusOn } from "../../components/focusOn";
import { OverrideForm } from "../../components/OverrideForm";
import { logRule } from "../../ruleLog";
import type { RunAction } from "../../useAction";
import { checkVerdicts, type CheckVerdict } from "./checkVerdicts";
import { asOfIn } from "./hedgePlan";
import { strings } from "../../strings/plan";

/** HEDGECHECK's verdicts in the rule log; a rule that the book breaks can be overridden with a reason at once. */
export function LogVerdicts(props: {
  run: RunAction;
  table: readonly (readonly CellValue[])[];
  /** Everything that the verdicts depend on. */
  inputs: Record<string, unknown>;
}) {
  const { run, table, inputs } = props;
  const styles = useStyles();
  const text = strings.log;
  const [logged, setLogged] = useState<{ table: typeof table; broken: (CheckVerdict & { id: string })[] }>();
  // Another book or another setting is another set of verdicts.
  if (logged?.table !== table) {
    return (
      <div>
        <Button
          size="small"
          onClick={() => {
            run(async () => {
              const verdicts = checkVerdicts(table);
              const broken = [];
              // The newest entry stands first in the log: so the log has them in the order of the table.
              for (const one of [...verdicts].reverse()) {
                const { rule, verdict } = one;
                const entry = await logRule({
                  room: "plan",
                  rule,
                  inputs,
                  verdict,
                  asOf: asOfIn(table[0]?.[4]),
                });
                if (!one.isPass) broken.unshift({ ...one, id: entry.id });
              }
              setLogged({ table, broken });
              return text.logged(verdicts.length, broken.length);
            });
          }}
        >
          {text.button}
        </Button>
      </div>
    );
  }
  return (
    <>
      <p ref={focusOn} tabIndex={-1} className={styles.text}>
        {text.isLogged}
      </p>
      {logged.broken.length > 0 && (
        <ul className={styles.list} aria-label={text.broken}>
          {logged.broken.map(({ id, rule }) => (
            <li key={id} className={styles.item}>
              {rule}
              <OverrideForm entryId={id} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

const useStyles = makeStyles({
  text: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  item: { display: "flex", flexWrap: "wrap", alignItems: "center", columnGap: "8px" },
  list: {
    display: "flex",
    flexDirection: "column",
    rowGap: "6px",
    margin: 0,
    padding: 0,
    listStyleType: "none",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});
