import { renderToStaticMarkup } from "react-dom/server";
import { StatusLine } from "../../src/taskpane/StatusLine";

test("F13 below every message of the pane stands, once, that its figures are no advice", () => {
  for (const state of ["ready", "done", "failed"] as const) {
    const footer = renderToStaticMarkup(<StatusLine status={{ state, text: "Wrote C7." }} />);
    expect(footer).toContain("Wrote C7.");
    expect(footer.match(/Computed figures, not advice\./g)).toHaveLength(1);
  }
});
