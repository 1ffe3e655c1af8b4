import { WorkbookError } from "../hostError";

/** Name of the document setting by which Excel on Windows and Mac keeps quiet about a missing add-in. */
const SETTING = "Office.DisableTrustUX";

/** Whether a partner without the add-in is left without the prompt to install it. */
export function isPromptOff(): boolean {
  return Office.context.document.settings.get(SETTING) === true;
}

/** Turns the prompt off in this workbook, or on again. */
export function setPromptOff(isOff: boolean): Promise<void> {
  const { settings } = Office.context.document;
  if (isOff) settings.set(SETTING, true);
  else settings.remove(SETTING);
  return new Promise((resolve, reject) => {
    settings.saveAsync((result) => {
      if (result.status === Office.AsyncResultStatus.Succeeded) resolve();
      else
        reject(new WorkbookError("The choice could not be kept in the workbook: save it, then try again."));
    });
  });
}
