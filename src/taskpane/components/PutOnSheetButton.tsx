import { Button } from "@fluentui/react-components";
import { putOnSheet, type Block } from "../../workbook/putOnSheet";
import type { RunAction } from "../useAction";
import { strings } from "../strings/components";

/** Writes a block to the sheet, one step to undo; the status line says what was written. Absent outside Excel. */
export function PutOnSheetButton(props: {
  run: RunAction;
  inExcel: boolean;
  /** Made when the button is pressed, of what the form says then. */
  block: () => Block | Promise<Block>;
  label?: string;
  disabled?: boolean;
}) {
  const { run, inExcel, block, label = strings.putOnSheet, disabled = false } = props;
  if (!inExcel) return null;
  return (
    <Button
      appearance="primary"
      size="small"
      disabled={disabled}
      onClick={() => {
        run(async () => putOnSheet(await block()));
      }}
    >
      {label}
    </Button>
  );
}
