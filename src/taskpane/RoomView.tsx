import { Button, makeStyles, Spinner, tokens } from "@fluentui/react-components";
import { Component, Suspense, useEffect, useRef, useState, type ReactNode } from "react";
import { Notice } from "./components/Notice";
import { fetchAhead, forgetFailedLoads, isLoadFailure } from "./lazyParts";
import type { Room, RoomProps } from "./rooms";
import { strings } from "./strings/pane";

/** The open room under its heading. A room that fails says so in its own place; the others go on. */
export function RoomView({
  room,
  focusHeading,
  ...props
}: RoomProps & { room: Room; focusHeading: boolean }) {
  const styles = useStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  const [attempt, setAttempt] = useState(0);
  const { Content } = room;

  useEffect(() => {
    if (focusHeading) heading.current?.focus();
  }, [focusHeading]);

  return (
    <>
      <h1 ref={heading} tabIndex={-1} className={styles.heading}>
        {room.title}
      </h1>
      <RoomBoundary
        key={attempt}
        retry={() => {
          forgetFailedLoads();
          setAttempt(attempt + 1);
        }}
      >
        <Suspense fallback={<Spinner size="tiny" label={strings.room.loading} />}>
          <Content {...props} />
          <WhenDrawn />
        </Suspense>
      </RoomBoundary>
    </>
  );
}

/** Beside a room's content: once that is drawn, the other rooms' code is fetched, too. */
function WhenDrawn() {
  useEffect(() => {
    void fetchAhead();
  }, []);
  return null;
}

class RoomBoundary extends Component<{ retry(): void; children: ReactNode }, { failure?: string }> {
  override state: { failure?: string } = {};

  static getDerivedStateFromError(error: unknown): { failure: string } {
    return { failure: error instanceof Error ? error.message : String(error) };
  }

  override render(): ReactNode {
    const { failure } = this.state;
    if (failure === undefined) return this.props.children;
    return (
      <Notice kind="error">
        {isLoadFailure(failure) ? strings.room.notLoaded : strings.room.failed(failure)}{" "}
        <Button size="small" onClick={this.props.retry}>
          {strings.room.retry}
        </Button>
      </Notice>
    );
  }
}

const useStyles = makeStyles({
  heading: {
    margin: "0 0 6px",
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
});
