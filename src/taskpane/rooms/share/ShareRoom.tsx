import { makeStyles, tokens } from "@fluentui/react-components";
import { hostHasFiles } from "../../../workbook/share/workbookBytes";
import type { RoomProps } from "../../rooms";
import { BackSection } from "./BackSection";
import { FilesSection } from "./FilesSection";
import { PromptSection } from "./PromptSection";
import { ScenarioSection } from "./ScenarioSection";
import { ShareCopySection } from "./ShareCopySection";
import { strings } from "../../strings/share";

/** Workbooks and scenarios for trading partners, and the ways back. */
export default function ShareRoom({ desk, run, inExcel }: RoomProps) {
  const styles = useStyles();
  return (
    <div className={styles.room}>
      <p className={styles.text}>{strings.about}</p>
      <ShareCopySection run={run} />
      <BackSection run={run} />
      {!hostHasFiles() && <FilesSection run={run} />}
      <ScenarioSection desk={desk} run={run} inExcel={inExcel} />
      {hostHasFiles() && <PromptSection run={run} />}
    </div>
  );
}

const useStyles = makeStyles({
  room: {
    display: "flex",
    flexDirection: "column",
    rowGap: "8px",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
});
