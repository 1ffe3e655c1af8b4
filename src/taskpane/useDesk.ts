import { useCallback, useEffect, useMemo, useState } from "react";
import { readNumberFormat, type NumberFormat } from "../workbook/numberFormat";
import { DEFAULT_LOCALE } from "./components/useLocale";
import { FIRST_DESK, withSetting, type Desk } from "./desk";
import { useLiveRange } from "./useLiveRange";
import { usePaneState } from "./usePaneState";

/** The desk, and how to look again for ranges that were not there. */
export function useDesk(inExcel: boolean): { desk: Desk; lookAgain: () => void } {
  const [state, setState] = usePaneState("desk", FIRST_DESK);
  const [attempt, setAttempt] = useState(0);
  const book = useLiveRange(state.book, inExcel, attempt);
  const market = useLiveRange(state.market, inExcel, attempt);
  const locale = useNumberFormat(inExcel);
  const problem = book.problem ?? market.problem;

  // A name that is defined while the pane is open raises no event: look when the user comes back to the pane.
  const isMissing = problem !== undefined;
  const lookAgain = useCallback(() => {
    if (isMissing) setAttempt((last) => last + 1);
  }, [isMissing]);
  useEffect(() => {
    window.addEventListener("focus", lookAgain);
    return () => {
      window.removeEventListener("focus", lookAgain);
    };
  }, [lookAgain]);

  const desk = useMemo<Desk>(
    () => ({
      ...state,
      choose: (what, reference) => {
        setState((last) => ({ ...last, [what]: reference }));
      },
      choosePreset: (preset) => {
        setState((last) => ({ ...last, preset }));
      },
      changeSetting: (name, value) => {
        setState((last) => ({ ...last, settings: withSetting(last.settings, name, value) }));
      },
      resetSettings: () => {
        setState((last) => ({ ...last, settings: {} }));
      },
      ...(book.values === undefined ? {} : { bookValues: book.values }),
      ...(market.values === undefined ? {} : { marketValues: market.values }),
      ...(book.problem === undefined ? {} : { bookProblem: book.problem }),
      ...(market.problem === undefined ? {} : { marketProblem: market.problem }),
      ...(problem === undefined ? {} : { problem }),
      locale,
    }),
    [state, setState, book.values, book.problem, market.values, market.problem, problem, locale],
  );
  return { desk, lookAgain };
}

/** Excel's own separators where it tells them; until it has answered, those of the page's language. */
function useNumberFormat(inExcel: boolean): NumberFormat {
  const [format, setFormat] = useState(DEFAULT_LOCALE);
  useEffect(() => {
    if (inExcel) readNumberFormat().then(setFormat, reportError);
  }, [inExcel]);
  return format;
}
