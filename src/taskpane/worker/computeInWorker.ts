import { runInChunks } from "./runInChunks";
import { tasks, type TaskName, type Tasks } from "./tasks";
import type { WorkerAnswer, WorkerRequest } from "./worker";
import { strings } from "../strings/pane";

export interface ComputeOptions {
  /** Told the share done, 0 to 1, of work that takes long enough. */
  readonly onProgress?: (share: number) => void;
  /** When it aborts, the promise is rejected with its reason at once, and the work ends. */
  readonly signal?: AbortSignal;
  /** Called where no worker starts, so that the pane itself works and may answer slower. */
  readonly onWithoutWorker?: () => void;
}

/**
 * Works a task out beside the pane, which stays at the hand of the user. Where no worker starts, the pane does it in
 * short pieces. An input that cannot be read rejects with the sentence that the functions would show.
 */
export async function computeInWorker<Name extends TaskName>(
  task: Name,
  input: Tasks[Name]["input"],
  options: ComputeOptions = {},
): Promise<Tasks[Name]["result"]> {
  options.signal?.throwIfAborted();
  const lane = lanes.get(task) ?? new Lane();
  lanes.set(task, lane);
  const worker = await lane.worker();
  options.signal?.throwIfAborted();
  if (worker !== undefined) {
    return (await lane.compute(worker, task, input, options)) as Tasks[Name]["result"];
  }
  options.onWithoutWorker?.();
  return runInChunks(tasks[task](input) as Generator<number, Tasks[Name]["result"]>, options);
}

/** A worker for each task, so that a long audit does not hold up the pictures. */
const lanes = new Map<TaskName, Lane>();

/** A script that has not started by then will not start, milliseconds. */
const START_LIMIT = 5000;

/** Work that has not stopped by then is one long piece, milliseconds: its worker is ended with it. */
const STOP_LIMIT = 250;

interface Job {
  readonly request: WorkerRequest;
  readonly onAnswer: (answer: JobAnswer) => void;
  readonly fail: (problem: Error) => void;
}

/** One worker and what it has been asked for. */
class Lane {
  private started: Promise<Worker | undefined> | undefined;
  private readonly jobs = new Map<number, Job>();
  private lastId = 0;

  /** The worker, started by the first question; undefined where none starts. */
  worker(): Promise<Worker | undefined> {
    this.started ??= startWorker((answer) => this.jobs.get(answer.id)?.onAnswer(answer));
    return this.started;
  }

  compute(
    worker: Worker,
    task: TaskName,
    input: unknown,
    { signal, onProgress }: ComputeOptions,
  ): Promise<unknown> {
    const id = ++this.lastId;
    const request = { id, task, input } as WorkerRequest;
    return new Promise((resolve, fail: (problem: Error) => void) => {
      const onAbort = (): void => {
        worker.postMessage({ cancel: id } satisfies WorkerRequest);
        setTimeout(() => {
          if (this.jobs.delete(id)) void this.restart(worker);
        }, STOP_LIMIT);
        fail(signal?.reason as Error);
      };
      signal?.addEventListener("abort", onAbort, { once: true });
      const onAnswer = (answer: JobAnswer): void => {
        if ("progress" in answer) {
          if (signal?.aborted !== true) onProgress?.(answer.progress);
          return;
        }
        this.jobs.delete(id);
        signal?.removeEventListener("abort", onAbort);
        if ("result" in answer) resolve(answer.result);
        else if ("problem" in answer) fail(new Error(answer.problem));
      };
      this.jobs.set(id, { request, onAnswer, fail });
      worker.postMessage(request);
    });
  }

  /** Ends the worker in the middle of its work; what else it was asked for is asked of a new one. */
  private async restart(busy: Worker): Promise<void> {
    busy.terminate();
    this.started = undefined;
    const jobs = [...this.jobs.values()];
    if (jobs.length === 0) return;
    const worker = await this.worker();
    for (const { request, fail } of jobs) {
      if (worker === undefined) fail(new Error(strings.cutOff));
      else worker.postMessage(request);
    }
  }
}

type JobAnswer = Exclude<WorkerAnswer, { ready: true }>;

/** Resolves when the worker's script runs, with undefined where it does not. */
function startWorker(onAnswer: (answer: JobAnswer) => void): Promise<Worker | undefined> {
  return new Promise((resolve) => {
    let worker: Worker;
    try {
      worker = new Worker(new URL("./worker.ts", import.meta.url));
    } catch {
      // A host without workers, or one whose policy forbids them: the pane can do without.
      resolve(undefined);
      return;
    }
    const giveUp = (): void => {
      worker.terminate();
      resolve(undefined);
    };
    const limit = setTimeout(giveUp, START_LIMIT);
    worker.addEventListener("error", giveUp, { once: true });
    worker.addEventListener("message", ({ data }: MessageEvent<WorkerAnswer>) => {
      if (!("ready" in data)) {
        onAnswer(data);
        return;
      }
      clearTimeout(limit);
      worker.removeEventListener("error", giveUp);
      resolve(worker);
    });
  });
}
