import { Button, Checkbox, makeStyles } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import { carriedThings, type CarriedKind, type CarriedThing } from "../../../share/carriedThings";
import { reportLines } from "../../../share/reportLines";
import { shareCopy } from "../../../share/shareCopy";
import { canOpenCopy, openCopy } from "../../../workbook/share/openCopy";
import { workbookBytes } from "../../../workbook/share/workbookBytes";
import { Notice } from "../../components/Notice";
import { Progress } from "../../components/Progress";
import type { RoomProps } from "../../rooms";
import { Section } from "../book/Section";
import { downloadFile, XLSX_TYPE } from "./downloadFile";
import { strings } from "../../strings/share";

/** The copy for a partner: first what it would carry, then the copy. */
export function ShareCopySection({ run }: Pick<RoomProps, "run">) {
  const styles = useStyles();
  const [looked, setLooked] = useState<{ bytes: Uint8Array; carried: CarriedThing[] }>();
  const [leaveOut, setLeaveOut] = useState<readonly CarriedKind[]>([]);
  const [native, setNative] = useState(false);
  const [useLet, setUseLet] = useState(false);
  const [share, setShare] = useState<number>();
  const [made, setMade] = useState<{ bytes: Uint8Array; lines: string[] }>();
  const cancelled = useRef(false);
  // A copy that is made for a room nobody is in could not be handed over.
  useEffect(
    () => () => {
      cancelled.current = true;
    },
    [],
  );

  const look = () => {
    run(async () => {
      const bytes = await workbookBytes();
      const carried = carriedThings(bytes);
      setLooked({ bytes, carried });
      setMade(undefined);
      return carried.length === 0 ? strings.copy.nothing : strings.copy.carries;
    });
  };

  const make = () => {
    run(async () => {
      cancelled.current = false;
      setShare(0);
      try {
        // As the workbook is now, which may be later than the look at it.
        const bytes = await workbookBytes();
        const result = await shareCopy(bytes, {
          native,
          let: native && useLet,
          leaveOut,
          progress: async (done) => {
            setShare(done);
            await nextFrame();
            if (cancelled.current) throw new Error(strings.copy.cancelled);
          },
        });
        const lines = reportLines(result);
        setMade({ bytes: result.bytes, lines: lines.slice(1) });
        return lines[0] ?? "";
      } finally {
        setShare(undefined);
      }
    });
  };

  return (
    <Section heading={strings.copy.heading}>
      <p className={styles.text}>{strings.copy.about}</p>
      <div>
        <Button size="small" onClick={look}>
          {strings.copy.look}
        </Button>
      </div>
      {looked !== undefined && (
        <>
          {looked.carried.length > 0 && <Notice kind="warn">{strings.copy.carries}</Notice>}
          {looked.carried.map(({ kind, sentence, canLeaveOut }) => (
            <div key={kind}>
              <p className={styles.text}>{sentence}</p>
              {canLeaveOut && (
                <Checkbox
                  label={strings.copy.leaveOut(strings.copy.kinds[kind])}
                  checked={leaveOut.includes(kind)}
                  onChange={(_, { checked }) => {
                    setLeaveOut(
                      checked === true ? [...leaveOut, kind] : leaveOut.filter((one) => one !== kind),
                    );
                  }}
                />
              )}
            </div>
          ))}
          <Checkbox
            label={strings.copy.native}
            checked={native}
            onChange={(_, { checked }) => {
              setNative(checked === true);
            }}
          />
          {native && (
            <>
              <p className={styles.text}>{strings.copy.nativeHint}</p>
              <Checkbox
                label={strings.copy.useLet}
                checked={useLet}
                onChange={(_, { checked }) => {
                  setUseLet(checked === true);
                }}
              />
            </>
          )}
          <div>
            <Button size="small" appearance="primary" disabled={share !== undefined} onClick={make}>
              {strings.copy.make}
            </Button>
          </div>
        </>
      )}
      {share !== undefined && (
        <Progress
          label={strings.copy.making}
          share={share}
          onCancel={() => {
            cancelled.current = true;
          }}
        />
      )}
      {made !== undefined && (
        <>
          {made.lines.map((line) => (
            <p key={line} className={styles.text}>
              {line}
            </p>
          ))}
          <div className={styles.buttons}>
            <Button
              size="small"
              appearance="primary"
              onClick={() => {
                run(() => {
                  downloadFile(strings.file, XLSX_TYPE, made.bytes);
                  return Promise.resolve(strings.copy.saved(strings.file));
                });
              }}
            >
              {strings.copy.download}
            </Button>
            {canOpenCopy() && (
              <Button
                size="small"
                onClick={() => {
                  run(async () => {
                    await openCopy(made.bytes);
                    return strings.copy.opened;
                  });
                }}
              >
                {strings.copy.openInExcel}
              </Button>
            )}
          </div>
        </>
      )}
    </Section>
  );
}

/** Lets the page draw before the work goes on. */
function nextFrame(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

const useStyles = makeStyles({
  text: { margin: 0 },
  buttons: { display: "flex", flexWrap: "wrap", gap: "6px" },
});
