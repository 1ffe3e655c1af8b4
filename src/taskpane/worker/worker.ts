import { runInChunks } from "./runInChunks";
import { tasks, type TaskName, type Tasks } from "./tasks";

/** The script of the worker: takes requests, works them out one by one, and answers. */

/** From the pane: work to do, or a request that is no longer wanted. */
export type WorkerRequest =
  | { readonly id: number; readonly task: TaskName; readonly input: Tasks[TaskName]["input"] }
  | { readonly cancel: number };

/** To the pane. */
export type WorkerAnswer =
  /** With the name of a lock that is held as long as the worker lives, where there are locks. */
  | { readonly ready: true; readonly lock?: string }
  | { readonly id: number; readonly progress: number }
  | { readonly id: number; readonly result: Tasks[TaskName]["result"] }
  | { readonly id: number; readonly stopped: true }
  | { readonly id: number; readonly problem: string };

const stops = new Map<number, AbortController>();

addEventListener("message", ({ data }: MessageEvent<WorkerRequest>) => {
  if ("cancel" in data) stops.get(data.cancel)?.abort();
  else void work(data.id, data.task, data.input);
});
void sayReady();

/** The page learns by the lock when this worker is no more; see startWorker. */
async function sayReady(): Promise<void> {
  // Neither exists on a page that is not served securely.
  const locks = navigator.locks as LockManager | undefined;
  if (locks === undefined) {
    answer({ ready: true });
    return;
  }
  const lock = `worker ${crypto.randomUUID()}`;
  try {
    await locks.request(lock, () => {
      answer({ ready: true, lock });
      return new Promise(() => undefined);
    });
  } catch {
    // A host that forbids locks, as some browsers do in frames.
    answer({ ready: true });
  }
}

async function work(id: number, task: TaskName, input: Tasks[TaskName]["input"]): Promise<void> {
  const stop = new AbortController();
  stops.set(id, stop);
  try {
    const generator = tasks[task](input as never) as Generator<number, Tasks[TaskName]["result"]>;
    const onProgress = (progress: number): void => {
      answer({ id, progress });
    };
    answer({ id, result: await runInChunks(generator, { signal: stop.signal, onProgress }) });
  } catch (error) {
    if (stop.signal.aborted) answer({ id, stopped: true });
    else answer({ id, problem: error instanceof Error ? error.message : String(error) });
  } finally {
    stops.delete(id);
  }
}

function answer(message: WorkerAnswer): void {
  postMessage(message);
}
