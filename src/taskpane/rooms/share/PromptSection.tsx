import { Checkbox, makeStyles } from "@fluentui/react-components";
import { useState } from "react";
import { isPromptOff, setPromptOff } from "../../../workbook/share/installPrompt";
import type { RoomProps } from "../../rooms";
import { Section } from "../book/Section";
import { strings } from "../../strings/share";

/** Whether Excel asks a partner to install the add-in. */
export function PromptSection({ run }: Pick<RoomProps, "run">) {
  const styles = useStyles();
  const [isOff, setIsOff] = useState(isPromptOff);
  return (
    <Section heading={strings.prompt.heading}>
      <Checkbox
        label={strings.prompt.label}
        checked={isOff}
        onChange={(_, { checked }) => {
          run(async () => {
            await setPromptOff(checked === true);
            setIsOff(checked === true);
            return checked === true ? strings.prompt.off : strings.prompt.on;
          });
        }}
      />
      <p className={styles.text}>{strings.prompt.hint}</p>
    </Section>
  );
}

const useStyles = makeStyles({ text: { margin: 0 } });
