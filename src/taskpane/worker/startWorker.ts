import type { WorkerAnswer, WorkerRequest } from "./worker";

export type JobAnswer = Exclude<WorkerAnswer, { ready: true }>;

/** A worker whose script runs. */
export interface RunningWorker {
  post(request: WorkerRequest): void;
  terminate(): void;
}

/** Resolves when the worker's script runs, with undefined where it does not. What happens to it later is told. */
export function startWorker({
  onAnswer,
  onDeath,
}: {
  onAnswer: (answer: JobAnswer) => void;
  /** It will answer no more, or nothing that can be relied on. */
  onDeath: (worker: RunningWorker) => void;
}): Promise<RunningWorker | undefined> {
  return new Promise((resolve) => {
    let worker: Worker;
    try {
      worker = new Worker(new URL("./worker.ts", import.meta.url));
    } catch {
      // A host without workers, or one whose policy forbids them: the pane can do without.
      resolve(undefined);
      return;
    }
    let isRunning = false;
    const running: RunningWorker = {
      post: (request) => {
        worker.postMessage(request);
      },
      terminate: () => {
        worker.terminate();
      },
    };
    const fail = (event?: Event): void => {
      // It is dealt with here, and no error of the page.
      event?.preventDefault();
      if (isRunning) onDeath(running);
      else {
        clearTimeout(limit);
        worker.terminate();
        resolve(undefined);
      }
    };
    const limit = setTimeout(fail, START_LIMIT);
    worker.addEventListener("error", fail);
    worker.addEventListener("messageerror", fail);
    worker.addEventListener("message", ({ data }: MessageEvent<WorkerAnswer>) => {
      if (!("ready" in data)) {
        onAnswer(data);
        return;
      }
      clearTimeout(limit);
      isRunning = true;
      if (data.lock !== undefined) whenReleased(data.lock, () => fail());
      resolve(running);
    });
  });
}

/** A script that has not started by then will not start, milliseconds. */
const START_LIMIT = 5000;

/**
 * A worker that the browser ends, as when memory runs out, tells nobody. But it held a lock, and the lock of a worker
 * that is no more is given to the next in line.
 */
function whenReleased(lock: string, released: () => void): void {
  // Where locks are not allowed, nobody notices a silent death: Cancel still ends the wait.
  const locks = navigator.locks as LockManager | undefined;
  locks?.request(lock, () => undefined).then(released, () => undefined);
}
