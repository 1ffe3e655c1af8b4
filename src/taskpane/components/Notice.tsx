import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { strings } from "../strings/components";

/** A sentence in place: for the reader to know, to mind, or to repair. Screen readers are told when it appears. */
export function Notice({
  kind = "info",
  children,
}: {
  kind?: "info" | "warn" | "error";
  children: ReactNode;
}) {
  const styles = useStyles();
  return (
    <div role={kind === "error" ? "alert" : "status"} className={mergeClasses(styles.notice, styles[kind])}>
      {kind !== "info" && <strong>{kind === "warn" ? strings.warning : strings.error} </strong>}
      {children}
    </div>
  );
}

const useStyles = makeStyles({
  notice: {
    padding: "6px 10px",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: "anywhere",
    borderLeftWidth: "4px",
    borderLeftStyle: "solid",
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  info: { borderLeftColor: tokens.colorBrandStroke1 },
  warn: { borderLeftColor: tokens.colorStatusWarningBorderActive },
  error: { borderLeftColor: tokens.colorStatusDangerBorderActive },
});
