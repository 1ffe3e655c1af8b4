import { useEffect, useMemo, useState } from "react";
import { computeInWorker } from "../../worker/computeInWorker";
import { latestOnly } from "./latestOnly";
import type { Pictures, PicturesInput } from "./computePictures";

export interface PicturesState {
  /** The last that were worked out; a moment behind the sliders while these move. */
  pictures?: Pictures;
  problem?: string;
  isWithoutWorker: boolean;
}

/** Pictures of a scenario, worked out beside the pane; what is stale is dropped. */
export function usePictures(input: PicturesInput | undefined): PicturesState {
  const [state, setState] = useState<PicturesState>({ isWithoutWorker: false });
  const asking = useMemo(
    () =>
      latestOnly(
        (wanted: PicturesInput, signal) =>
          computeInWorker("scenarioPictures", wanted, {
            signal,
            onWithoutWorker: () => {
              setState((last) => (last.isWithoutWorker ? last : { ...last, isWithoutWorker: true }));
            },
          }),
        {
          onResult: (pictures) => {
            setState(({ isWithoutWorker }) => ({ pictures, isWithoutWorker }));
          },
          onProblem: ({ message }) => {
            setState(({ isWithoutWorker }) => ({ problem: message, isWithoutWorker }));
          },
        },
      ),
    [],
  );
  useEffect(() => asking.stop, [asking]);
  useEffect(() => {
    if (input !== undefined) asking.ask(input);
  }, [asking, input]);
  return state;
}
