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
  if (state === undefined) settings.remove(PREFIX + key);
  else settings.set(PREFIX + key, JSON.stringify({ version: VERSION, state }));
  await save(settings);
}

const PREFIX = "alvh.";

/** Of what is kept: a state of another version is not read. */
const VERSION = 1;

/** Without a host, Office.js has no document. */
function documentSettings(): Office.Settings | undefined {
  const document = Office.context.document as Office.Document | undefined;
  return document?.settings;
}

function save(settings: Office.Settings): Promise<void> {
  return new Promise((resolve, reject) => {
    settings.saveAsync((result) => {
      if (result.status === Office.AsyncResultStatus.Succeeded) resolve();
      else
        reject(
          new WorkbookError(
            `What is set in the pane could not be kept in the workbook (${result.error.message.replace(/\.$/, "")}): save a copy of your own, then try again.`,
          ),
        );
    });
  });
}
