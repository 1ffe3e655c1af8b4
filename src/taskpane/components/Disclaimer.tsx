import { makeStyles, tokens } from "@fluentui/react-components";
import { strings } from "../strings/components";

/** Stands once, in the pane's footer, which is in sight beside the results of every room: rooms do not repeat it. */
export function Disclaimer() {
  const styles = useStyles();
  return <p className={styles.text}>{strings.disclaimer}</p>;
}

const useStyles = makeStyles({
  text: {
    margin: "4px 0 0",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
});
