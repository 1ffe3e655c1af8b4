import { FluentProvider, makeStyles } from "@fluentui/react-components";
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { LocaleContext } from "./components/useLocale";
import { Notice } from "./components/Notice";
import { paneStore } from "./paneStore";
import { roomsFor } from "./roomRegistry";
import type { RoomId } from "./rooms";
import { RoomTabs } from "./RoomTabs";
import { RoomView } from "./RoomView";
import { StatusLine } from "./StatusLine";
import { strings } from "./strings/pane";
import { useAction, type RunAction } from "./useAction";
import { useDesk } from "./useDesk";
import { usePaneState } from "./usePaneState";
import { usePaneTheme } from "./usePaneTheme";
import { useUnexpectedErrors } from "./useUnexpectedErrors";

/** The whole pane: tabs, the open room, and one place where all that was written is reported. */
export function Pane({ inExcel }: { inExcel: boolean }) {
  const styles = useStyles();
  const theme = usePaneTheme();
  const {
    status,
    run: runAction,
    clear,
    fail,
  } = useAction(inExcel ? strings.status.ready : strings.status.readyOutside);
  useUnexpectedErrors(fail);
  const { desk, lookAgain } = useDesk(inExcel);
  const [wanted, setWanted] = usePaneState<string>("room", "start");
  const [isLed, setIsLed] = useState(false);
  const { rooms, current } = roomsFor(inExcel, wanted);
  const unsaved = useSyncExternalStore(paneStore.subscribe, paneStore.problem);

  useEffect(() => {
    const refresh = () => void paneStore.refresh();
    window.addEventListener("focus", refresh);
    // Who closes the pane leaves it first, when there is still time for Excel to answer.
    window.addEventListener("blur", paneStore.flush);
    window.addEventListener("pagehide", paneStore.flush);
    return () => {
      window.removeEventListener("focus", refresh);
      window.removeEventListener("blur", paneStore.flush);
      window.removeEventListener("pagehide", paneStore.flush);
    };
  }, []);

  // What was just written may hold the ranges that were missing.
  const run = useCallback<RunAction>(
    (action) => {
      runAction(() => action().finally(lookAgain));
    },
    [runAction, lookAgain],
  );
  const roomProps = useMemo(
    () => ({
      desk,
      run,
      inExcel,
      openRoom: (id: RoomId) => {
        setIsLed(true);
        setWanted(id);
      },
    }),
    [desk, run, inExcel, setWanted],
  );

  return (
    // The provider has no class of its own: every layer over the pane would wear it too, and cover the pane.
    <FluentProvider theme={theme} style={{ height: "100%" }}>
      <div className={styles.pane}>
        <LocaleContext value={desk.locale}>
          <RoomTabs
            rooms={rooms}
            current={current.id}
            open={(id) => {
              setIsLed(false);
              clear(); // what was done in another room
              setWanted(id);
            }}
          />
          <main key={current.id} id="room" className={styles.scrolls}>
            <div role="tabpanel" aria-labelledby={`tab-${current.id}`}>
              <RoomView room={current} focusHeading={isLed} {...roomProps} />
            </div>
          </main>
          {unsaved !== undefined && <Notice kind="warn">{unsaved}</Notice>}
          <StatusLine status={status} />
        </LocaleContext>
      </div>
    </FluentProvider>
  );
}

const useStyles = makeStyles({
  // Where little height is left, as at 200%, the tabs scroll away with the room and leave it the space.
  pane: {
    height: "100%",
    display: "flex",
    flexDirection: "column",
    "@media (max-height: 480px)": { height: "auto", minHeight: "100%" },
  },
  scrolls: {
    flexGrow: 1,
    minHeight: 0,
    overflowY: "auto",
    padding: "10px 16px 16px",
    "@media (max-height: 480px)": { overflowY: "visible" },
  },
});
