/** Stands where Office.js would be in the pane's page: hands the pane the host that the page around it offers. */
const { Office, Excel } = window.parent.alvhOffice as {
  Office: object;
  Excel: { run: (...given: unknown[]) => Promise<unknown> };
};

/** An error of the outer page is no `Error` to the code in this frame: it is told again in the frame's own terms. */
async function run(...given: unknown[]): Promise<unknown> {
  try {
    return await Excel.run(...given);
  } catch (error) {
    if (error instanceof Error) throw error;
    const { message, code } = error as { message: string; code?: string };
    throw Object.assign(new Error(message), { code });
  }
}

Object.assign(window, { Office, Excel: { ...Excel, run } });

export {};
