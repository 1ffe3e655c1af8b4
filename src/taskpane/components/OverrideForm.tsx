import { Button, Field, Input, makeStyles, Textarea, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { overrideRule, overridesOf } from "../ruleLog";
import { useRuleLog } from "../useRuleLog";
import { focusOn } from "./focusOn";
import { strings } from "../strings/components";

/** For a verdict that was logged: what was done instead, and why. Once recorded it stands there to be read. */
export function OverrideForm({ entryId }: { entryId: string }) {
  const styles = useStyles();
  const [isOpen, setIsOpen] = useState(false);
  const [decision, setDecision] = useState("");
  const [reason, setReason] = useState("");
  const [isAsked, setIsAsked] = useState(false);
  const [isCancelled, setIsCancelled] = useState(false);
  const entry = useRuleLog().find(({ id }) => id === entryId);

  if (entry === undefined) return null;
  if (entry.override !== undefined) {
    return (
      <>
        {overridesOf(entry).map(({ at, decision: done, reason: why }, index) => (
          <p
            key={at}
            ref={isOpen && index === 0 ? focusOn : null}
            tabIndex={-1}
            className={styles.recorded}
            role="status"
          >
            <strong>{strings.override.recorded}</strong> {done.replace(/\.$/, "")}. {strings.override.because}{" "}
            {why}
          </p>
        ))}
      </>
    );
  }
  if (!isOpen) {
    return (
      <Button
        ref={isCancelled ? focusOn : null}
        size="small"
        className={styles.button}
        aria-expanded={false}
        aria-label={strings.override.openFor(entry.rule)}
        onClick={() => {
          setIsOpen(true);
        }}
      >
        {strings.override.open}
      </Button>
    );
  }
  const missing = (text: string, sentence: string) => (isAsked && text.trim() === "" ? sentence : null);
  return (
    <form
      noValidate // Our own sentences stand at the fields.
      className={styles.form}
      aria-label={strings.override.openFor(entry.rule)}
      onSubmit={(event) => {
        event.preventDefault();
        setIsAsked(true);
        if (decision.trim() !== "" && reason.trim() !== "")
          overrideRule(entryId, { decision, reason }).catch(reportError);
      }}
    >
      <Field
        size="small"
        label={strings.override.decision}
        required
        validationMessage={missing(decision, strings.override.noDecision)}
      >
        <Input
          size="small"
          autoFocus
          value={decision}
          onChange={(_event, { value }) => {
            setDecision(value);
          }}
        />
      </Field>
      <Field
        size="small"
        label={strings.override.reason}
        required
        validationMessage={missing(reason, strings.override.noReason)}
      >
        <Textarea
          size="small"
          value={reason}
          onChange={(_event, { value }) => {
            setReason(value);
          }}
        />
      </Field>
      <div className={styles.buttons}>
        <Button size="small" appearance="primary" type="submit">
          {strings.override.record}
        </Button>
        <Button
          size="small"
          onClick={() => {
            setIsOpen(false);
            setIsCancelled(true);
          }}
        >
          {strings.cancel}
        </Button>
      </div>
    </form>
  );
}

const useStyles = makeStyles({
  recorded: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: "anywhere",
  },
  button: { alignSelf: "flex-start" },
  form: { display: "flex", flexDirection: "column", rowGap: "6px" },
  buttons: { display: "flex", columnGap: "6px" },
});
