import { Button, makeStyles } from "@fluentui/react-components";
import { refuseLargeFile } from "../../../share/officePackage";
import { readWorkbookFile } from "../../../share/workbookFile";
import { openWorkbook } from "../../../workbook/share/openWorkbook";
import { workbookBytes } from "../../../workbook/share/workbookBytes";
import type { RoomProps } from "../../rooms";
import { Section } from "../book/Section";
import { ChooseFile } from "./ChooseFile";
import { downloadFile, XLSX_TYPE } from "./downloadFile";
import { strings } from "../../strings/share";

/** .xlsx in and out, for a host that has no files of its own. */
export function FilesSection({ run }: Pick<RoomProps, "run">) {
  const styles = useStyles();
  return (
    <Section heading={strings.files.heading}>
      <p className={styles.text}>{strings.files.about}</p>
      <div className={styles.buttons}>
        <ChooseFile
          label={strings.files.open}
          input={strings.files.input}
          accept=".xlsx"
          onChoose={(file) => {
            run(async () => {
              // Read whole before anything is touched: what is refused leaves the open workbook as it is.
              refuseLargeFile(file.size);
              const content = await readWorkbookFile(new Uint8Array(await file.arrayBuffer()));
              return openWorkbook(content);
            });
          }}
        />
        <Button
          size="small"
          onClick={() => {
            run(async () => {
              downloadFile(strings.files.file, XLSX_TYPE, await workbookBytes());
              return strings.copy.saved(strings.files.file);
            });
          }}
        >
          {strings.files.save}
        </Button>
      </div>
    </Section>
  );
}

const useStyles = makeStyles({
  text: { margin: 0 },
  buttons: { display: "flex", flexWrap: "wrap", gap: "6px" },
});
