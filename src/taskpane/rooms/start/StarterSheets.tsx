import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { starterWorkbook } from "../../../workbook/starterWorkbook";
import { writeWorkbook } from "../../../workbook/writeWorkbook";
import { strings } from "../../strings/start";
import type { RunAction } from "../../useAction";

/** The way in for who has no book yet: three sheets that work. */
export function StarterSheets({ run }: { run: RunAction }) {
  const styles = useStyles();
  return (
    <section className={styles.section}>
      <Button
        appearance="primary"
        onClick={() => {
          run(() => writeWorkbook(starterWorkbook));
        }}
      >
        {strings.starter.button}
      </Button>
      <p className={styles.text}>{strings.starter.text}</p>
    </section>
  );
}

const useStyles = makeStyles({
  section: { display: "flex", flexDirection: "column", rowGap: "6px", marginTop: "12px" },
  text: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
});
