import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { Disclaimer } from "./components/Disclaimer";
import { strings } from "./strings/pane";
import type { Status } from "./useAction";

/** What was written or what went wrong, always in the same place and read out by screen readers. */
export function StatusLine({ status }: { status: Status }) {
  const styles = useStyles();
  return (
    <footer className={styles.footer}>
      <p
        role="status"
        aria-live="polite"
        data-state={status.state}
        className={mergeClasses(styles.status, styles[status.state])}
      >
        {status.state === "failed" && <strong>{strings.status.failed} </strong>}
        {status.text}
      </p>
      <Disclaimer />
    </footer>
  );
}

const useStyles = makeStyles({
  footer: {
    flexShrink: 0,
    position: "sticky",
    bottom: 0,
    zIndex: 2,
    padding: "8px 16px",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  status: {
    margin: 0,
    maxHeight: "30vh",
    overflowY: "auto",
    overflowWrap: "anywhere",
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
  ready: { color: tokens.colorNeutralForeground2 },
  working: { color: tokens.colorNeutralForeground2 },
  done: { color: tokens.colorStatusSuccessForeground1 },
  failed: { color: tokens.colorStatusDangerForeground1 },
});
