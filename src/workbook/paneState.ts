import { WorkbookError } from "./hostError";

/** What a form of the pane was left at in this workbook; undefined where nothing, or nothing readable, is kept. */
export function readPaneState<State>(key: string): State | undefined {
  const kept: unknown = documentSettings()?.get(PREFIX + key);
  if (typeof kept !== "string") return undefined;
  const { version, state } = JSON.parse(kept) as { version: number; state: State };
  return version === VERSION ? state : undefined;
}

/**
 * Keeps the state of a form in the workbook, so that it travels with it; `undefined` forgets it. Outside Excel there
 * is no workbook to keep it in, and nothing is kept.
 */
export async function writePaneState(key: string, state: unknown): Promise<void> {
  const settings = documentSettings();
  if (settings === undefined) return;
  try {
    if (state === undefined) settings.remove(PREFIX + key);
    else settings.set(PREFIX + key, JSON.stringify({ version: VERSION, state }));
    await save(settings);
  } catch (error) {
    throw error instanceof WorkbookError
      ? error
      : notKept(error instanceof Error ? error.message : String(error));
  }
}

/** Whether the host can tell what another pane over the same workbook has kept meanwhile. */
export function canRefreshPaneState(): boolean {
  return typeof documentSettings()?.refreshAsync === "function";
}

/** Reads anew what the workbook keeps. A host that cannot just now is asked again the next time. */
export function refreshPaneState(): Promise<void> {
  return new Promise((resolve) => {
    documentSettings()?.refreshAsync?.(() => {
      resolve();
    });
  });
}

const PREFIX = "alvh.";

/** Of what is kept: a state of another version is not read. */
const VERSION = 1;

/** Without a host, Office.js has no document. */
function documentSettings(): DocumentSettings | undefined {
  const document = Office.context.document as { settings?: DocumentSettings } | undefined;
  return document?.settings;
}

/** The browser workbook, with one pane alone, has nothing to read anew. */
type DocumentSettings = Omit<Office.Settings, "refreshAsync"> &
  Partial<Pick<Office.Settings, "refreshAsync">>;

function save(settings: DocumentSettings): Promise<void> {
  return new Promise((resolve, reject) => {
    settings.saveAsync((result) => {
      if (result.status === Office.AsyncResultStatus.Succeeded) resolve();
      else reject(notKept(result.error.message));
    });
  });
}

function notKept(reason: string): WorkbookError {
  return new WorkbookError(
    `What is set in the pane could not be kept in the workbook (${reason.replace(/\.$/, "")}): save a copy of your own, or free room in the workbook, then change it once more; until then it lasts as long as the pane is open.`,
  );
}
