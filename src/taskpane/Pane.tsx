import { FluentProvider, Link, makeStyles, tokens } from "@fluentui/react-components";
import { FunctionsRoom } from "./rooms/functions/FunctionsRoom";
import { StarterSheets } from "./rooms/start/StarterSheets";
import { StatusLine } from "./StatusLine";
import { strings } from "./strings";
import { useAction } from "./useAction";
import { usePaneTheme } from "./usePaneTheme";

/** The whole pane. Rooms get `run`, so that whatever they write is reported in one place. */
export function Pane({ inExcel }: { inExcel: boolean }) {
  const styles = useStyles();
  const theme = usePaneTheme();
  const [status, run] = useAction(inExcel ? strings.status.ready : strings.status.readyOutside);

  return (
    <FluentProvider theme={theme} className={styles.pane}>
      <main className={styles.scrolls}>
        <header>
          <h1 className={styles.title}>{strings.title}</h1>
          <div className={styles.about}>
            {strings.about.map((line) => (
              <p key={line} className={styles.line}>
                {line}
              </p>
            ))}
          </div>
        </header>
        {inExcel ? <StarterSheets run={run} /> : <NoExcel />}
        <FunctionsRoom inExcel={inExcel} run={run} />
      </main>
      <StatusLine status={status} />
    </FluentProvider>
  );
}

function NoExcel() {
  const styles = useStyles();
  return (
    <section className={styles.notice} aria-label={strings.noExcel.title}>
      <h2 className={styles.noticeTitle}>{strings.noExcel.title}</h2>
      <p className={styles.line}>{strings.noExcel.text}</p>
      <p className={styles.line}>
        <Link href={strings.noExcel.address} inline>
          {strings.noExcel.link}
        </Link>{" "}
        {strings.noExcel.linkAfter}
      </p>
    </section>
  );
}

const useStyles = makeStyles({
  pane: { height: "100%", display: "flex", flexDirection: "column" },
  scrolls: { flexGrow: 1, minHeight: 0, overflowY: "auto", padding: "12px 16px 16px" },
  // Excel draws the menu of the add-in over the top right corner.
  title: {
    margin: "0 48px 6px 0",
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
  about: { display: "flex", flexDirection: "column", rowGap: "4px", color: tokens.colorNeutralForeground2 },
  line: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  notice: {
    display: "flex",
    flexDirection: "column",
    rowGap: "4px",
    marginTop: "12px",
    padding: "10px 12px",
    borderLeft: `4px solid ${tokens.colorBrandStroke1}`,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  noticeTitle: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
});
