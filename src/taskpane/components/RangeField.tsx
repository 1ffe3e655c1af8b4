import { Button, Combobox, Field, makeStyles, Option } from "@fluentui/react-components";
import { useState } from "react";
import { listRanges } from "../../workbook/listRanges";
import { readSelection } from "../../workbook/readRange";
import { strings } from "../strings/components";

export interface RangeFieldProps {
  label: string;
  /** A name, a table or a place such as Sheet!A1:I20. */
  value: string;
  onChange(reference: string): void;
  /** What is wrong with the range, in one sentence. */
  problem?: string;
  hint?: string;
}

/** A range: picked from the workbook's names and tables, typed, or taken from the selection. */
export function RangeField({ label, value, onChange, problem, hint }: RangeFieldProps) {
  const styles = useStyles();
  const [typed, setTyped] = useState<string>();
  const [known, setKnown] = useState<{ reference: string; address: string }[]>([]);
  const [isOpen, setIsOpen] = useState(false);
  const [failure, setFailure] = useState<string>();
  const fail = (error: unknown) => {
    setFailure(error instanceof Error ? error.message : String(error));
  };
  const choose = (reference: string) => {
    setTyped(undefined);
    setFailure(undefined);
    if (reference !== "" && reference !== value) onChange(reference);
  };

  return (
    <Field label={label} size="small" hint={hint ?? null} validationMessage={failure ?? problem ?? null}>
      {(field) => (
        <div className={styles.row}>
          <Combobox
            {...field}
            size="small"
            freeform
            className={styles.box}
            input={{ className: styles.input }}
            value={typed ?? value}
            selectedOptions={[value]}
            open={isOpen}
            onOpenChange={(_event, { open }) => {
              setIsOpen(open);
              if (open) listRanges().then(setKnown, fail);
            }}
            onChange={(event) => {
              setTyped(event.target.value);
            }}
            onOptionSelect={(_event, { optionValue }) => {
              // Typing over a picked option reports that none is picked any more.
              if (optionValue !== undefined) choose(optionValue);
            }}
            onKeyDown={(event) => {
              if (event.key === "Enter" && typed !== undefined) {
                choose(typed.trim());
                // What was typed need not be in the list, which would stay open over the fields below.
                setIsOpen(false);
              }
              if (event.key === "Escape") setTyped(undefined);
            }}
            onBlur={() => {
              if (typed !== undefined) choose(typed.trim());
            }}
          >
            {known.map(({ reference, address }) => (
              <Option key={reference} value={reference} text={reference}>
                {reference} ({address})
              </Option>
            ))}
          </Combobox>
          <Button
            size="small"
            aria-label={strings.useSelectionFor(label)}
            onClick={() => {
              readSelection().then(({ reference }) => {
                choose(reference);
              }, fail);
            }}
          >
            {strings.useSelection}
          </Button>
        </div>
      )}
    </Field>
  );
}

const useStyles = makeStyles({
  row: { display: "flex", columnGap: "6px" },
  box: { minWidth: 0, flexGrow: 1 },
  input: { minWidth: 0, width: "100%" },
});
