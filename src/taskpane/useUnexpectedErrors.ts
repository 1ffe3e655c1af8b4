import { useEffect } from "react";
import { WorkbookError } from "../workbook/hostError";
import { strings } from "./strings/pane";

/** Tells of every error of the page that nobody expected: none may pass unseen. */
export function useUnexpectedErrors(tell: (sentence: string) => void): void {
  useEffect(() => {
    const onError = ({ error, message }: ErrorEvent): void => {
      if (!isHarmless(message)) tell(sentenceOf(error ?? message));
    };
    const onRejection = ({ reason }: PromiseRejectionEvent): void => {
      tell(sentenceOf(reason));
    };
    window.addEventListener("error", onError);
    window.addEventListener("unhandledrejection", onRejection);
    return () => {
      window.removeEventListener("error", onError);
      window.removeEventListener("unhandledrejection", onRejection);
    };
  }, [tell]);
}

function sentenceOf(error: unknown): string {
  if (error instanceof WorkbookError) return error.message;
  return strings.status.unexpected(error instanceof Error ? error.message : String(error));
}

/** What browsers say when a layout needs another frame: nothing is wrong then. */
function isHarmless(message: string): boolean {
  return message.startsWith("ResizeObserver loop");
}
