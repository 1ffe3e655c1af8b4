import { Link, makeStyles, tokens } from "@fluentui/react-components";
import { Notice } from "../../components/Notice";
import type { RoomProps } from "../../rooms";
import { StarterSheets } from "./StarterSheets";
import { Templates } from "./Templates";
import { strings } from "../../strings/start";

/** What the add-in is, and the way in. */
export default function StartRoom({ inExcel, run }: RoomProps) {
  const styles = useStyles();
  return (
    <div className={styles.room}>
      {strings.about.map((line) => (
        <p key={line} className={styles.line}>
          {line}
        </p>
      ))}
      {inExcel ? (
        <>
          <StarterSheets run={run} />
          <Templates run={run} />
        </>
      ) : (
        <NoExcel />
      )}
    </div>
  );
}

function NoExcel() {
  const styles = useStyles();
  return (
    <Notice>
      <h2 className={styles.noticeTitle}>{strings.noExcel.title}</h2>
      <p className={styles.line}>{strings.noExcel.text}</p>
      <p className={styles.line}>
        <Link href={strings.noExcel.address} inline>
          {strings.noExcel.link}
        </Link>{" "}
        {strings.noExcel.linkAfter}
      </p>
    </Notice>
  );
}

const useStyles = makeStyles({
  room: { display: "flex", flexDirection: "column", rowGap: "8px" },
  line: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  noticeTitle: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
});
