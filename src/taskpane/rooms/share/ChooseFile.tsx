import { Button } from "@fluentui/react-components";
import { useRef } from "react";

/** A button that lets a file be chosen. */
export function ChooseFile(props: {
  label: string;
  input: string;
  accept: string;
  onChoose(file: File): void;
}) {
  const { label, input, accept, onChoose } = props;
  const field = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={field}
        type="file"
        accept={accept}
        aria-label={input}
        hidden
        tabIndex={-1}
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file !== undefined) onChoose(file);
          // The same file chosen again is read again.
          event.target.value = "";
        }}
      />
      <Button
        size="small"
        onClick={() => {
          field.current?.click();
        }}
      >
        {label}
      </Button>
    </>
  );
}
