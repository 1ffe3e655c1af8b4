import { createRoot } from "react-dom/client";
import { Pane } from "./Pane";

/** Draws the pane: the one thing the entry loads once Office has answered. */
export function showPane(container: HTMLElement, inExcel: boolean): void {
  createRoot(container).render(<Pane inExcel={inExcel} />);
}
