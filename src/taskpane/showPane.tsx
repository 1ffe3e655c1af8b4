import { createRoot } from "react-dom/client";
import { Pane } from "./Pane";
import { showFailure } from "./showFailure";
import { strings } from "./strings/pane";

/** Draws the pane: the one thing the entry loads once Office has answered. */
export function showPane(container: HTMLElement, inExcel: boolean): void {
  const root = createRoot(container, {
    // Nothing is left of the pane then, and an empty place would say nothing.
    onUncaughtError: (error) => {
      showFailure(container, strings.stopped(error instanceof Error ? error.message : String(error)));
      reportError(error);
    },
  });
  root.render(<Pane inExcel={inExcel} />);
}
