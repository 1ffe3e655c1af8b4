import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useRef, useState } from "react";
import { Notice } from "../../components/Notice";
import { Progress } from "../../components/Progress";
import type { RoomProps } from "../../rooms";
import { sourceNote, type QuoteSource } from "./chainBlock";
import { ChainChoice } from "./ChainChoice";
import { chainExpiries } from "./chainExpiries";
import { readQuoteFile } from "./readQuoteFile";
import { strings } from "../../strings/book";

/** A Cboe quote file: chosen or dropped, read on this computer, and what can be made of it. */
export function QuoteFileSection(props: RoomProps) {
  const styles = useStyles();
  const input = useRef<HTMLInputElement>(null);
  const reading = useRef<AbortController>(null);
  const [state, setState] = useState<FileState>({ kind: "none" });
  const [isOver, setIsOver] = useState(false);

  const read = (file: File) => {
    reading.current?.abort();
    const mine = new AbortController();
    reading.current = mine;
    setState({ kind: "reading", name: file.name, share: 0 });
    readQuoteFile(file, {
      signal: mine.signal,
      onProgress: (share) => {
        setState({ kind: "reading", name: file.name, share });
      },
    }).then(
      (chain) => {
        if (!mine.signal.aborted) setState({ kind: "read", source: { chain, fileName: file.name } });
      },
      (error: unknown) => {
        // A later file may be on its way.
        if (reading.current !== mine) return;
        const text = error instanceof Error ? error.message : String(error);
        setState({ kind: "refused", text: mine.signal.aborted ? strings.file.cancelled : text });
      },
    );
  };

  return (
    <>
      <p className={styles.text}>{strings.file.text}</p>
      <div
        className={mergeClasses(styles.drop, isOver && styles.over)}
        data-testid="drop"
        onDragOver={(event) => {
          event.preventDefault();
          setIsOver(true);
        }}
        onDragLeave={() => {
          setIsOver(false);
        }}
        onDrop={(event) => {
          event.preventDefault();
          setIsOver(false);
          const [file] = event.dataTransfer.files;
          if (file !== undefined) read(file);
        }}
      >
        <input
          ref={input}
          type="file"
          accept=".csv,text/csv"
          aria-label={strings.file.input}
          className={styles.input}
          tabIndex={-1}
          onChange={(event) => {
            const file = event.target.files?.[0];
            if (file !== undefined) read(file);
            // The same file chosen again is read again.
            event.target.value = "";
          }}
        />
        <Button
          size="small"
          onClick={() => {
            input.current?.click();
          }}
        >
          {state.kind === "read" ? strings.file.chooseAnother : strings.file.choose}
        </Button>
        <span className={styles.text}>{strings.file.drop}</span>
      </div>
      {state.kind === "reading" && (
        <Progress
          label={strings.file.reading(state.name)}
          share={state.share}
          onCancel={() => {
            reading.current?.abort();
          }}
        />
      )}
      {state.kind === "refused" && <Notice kind="error">{state.text}</Notice>}
      {state.kind === "read" && <ReadFile key={state.source.fileName} source={state.source} {...props} />}
    </>
  );
}

type FileState =
  | { kind: "none" }
  | { kind: "reading"; name: string; share: number }
  | { kind: "refused"; text: string }
  | { kind: "read"; source: QuoteSource };

function ReadFile({ source, ...props }: RoomProps & { source: QuoteSource }) {
  const { chain } = source;
  const [expiries] = useState(() => chainExpiries(chain.table, chain.asOf));
  const strikes = expiries.reduce((sum, { term }) => sum + term.quotes.length, 0);
  return (
    <>
      <Notice>{`${sourceNote(source)} ${strings.file.read(expiries.length, strikes)}.`}</Notice>
      <ChainChoice source={source} expiries={expiries} {...props} />
    </>
  );
}

const useStyles = makeStyles({
  text: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  drop: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: "8px",
    padding: "10px",
    border: `1px dashed ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  over: { backgroundColor: tokens.colorNeutralBackground1Hover },
  // The button beside it is what is seen and reached by keyboard.
  input: { position: "absolute", width: "1px", height: "1px", overflow: "hidden", clipPath: "inset(50%)" },
});
