import { fetchedLater } from "../lazyParts";
import { runInChunks } from "./runInChunks";
import { strings } from "../strings/pane";
import { startWorker, type RunningWorker, type JobAnswer } from "./startWorker";
import { tasks, type TaskName, type Tasks } from "./tasks";
import type { WorkerRequest } from "./worker";

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
 * short pieces. A worker that dies is replaced, and asked once more. An input that cannot be read rejects with the
 * sentence that the functions would show.
 */
export async function computeInWorker<Name extends TaskName>(
  task: Name,
  input: Tasks[Name]["input"],
  options: ComputeOptions = {},
): Promise<Tasks[Name]["result"]> {
  const { signal } = options;
  const lane = lanes[task];
  const request = { id: ++lastId, task, input } as WorkRequest;
  for (let deaths = 0; deaths < MAXIMUM_DEATHS;) {
    signal?.throwIfAborted();
    const worker = await lane.worker();
    signal?.throwIfAborted();
    if (worker === undefined) {
      options.onWithoutWorker?.();
      return runInChunks(tasks[task](input) as Generator<number, Tasks[Name]["result"]>, options);
    }
    const end = await lane.ask(worker, request, options);
    if ("result" in end) return end.result as Tasks[Name]["result"];
    if (end.cutOff === "died") deaths += 1;
  }
  // Not in the pane: what takes two workers down would take the pane and the cell functions with it.
  throw new Error(strings.brokeOffTwice);
}

/** Starts the workers, so that they are there when they are asked, also without a network. */
export async function startWorkers(): Promise<void> {
  for (const lane of new Set(Object.values(lanes))) await lane.worker();
}

const MAXIMUM_DEATHS = 2;

/** Work that has not stopped by then is one long piece, milliseconds: its worker is ended with it. */
const STOP_LIMIT = 250;

/** After a start that failed, milliseconds without another. */
const START_PAUSE = 30_000;

let lastId = 0;

type WorkRequest = Extract<WorkerRequest, { id: number }>;

/** How a request ended: with its result, or because its worker did. */
type JobEnd = { readonly result: unknown } | { readonly cutOff: "died" | "ended" };

interface Job {
  readonly onAnswer: (answer: JobAnswer) => void;
  readonly end: (end: JobEnd) => void;
}

/** One worker at a time, and what it has been asked for. */
class Lane {
  private started: Promise<RunningWorker | undefined> | undefined;
  private running: RunningWorker | undefined;
  private readonly jobs = new Map<number, Job>();

  /** The worker, started by the first question; undefined where none starts. */
  worker(): Promise<RunningWorker | undefined> {
    this.started ??= this.start();
    return this.started;
  }

  ask(worker: RunningWorker, request: WorkRequest, { signal, onProgress }: ComputeOptions): Promise<JobEnd> {
    const { id } = request;
    return new Promise((resolve, reject: (problem: Error) => void) => {
      const onAbort = (): void => {
        worker.post({ cancel: id });
        setTimeout(() => {
          if (this.jobs.delete(id)) this.end(worker, "ended");
        }, STOP_LIMIT);
        reject(signal?.reason as Error);
      };
      const end = (how: JobEnd): void => {
        this.jobs.delete(id);
        signal?.removeEventListener("abort", onAbort);
        resolve(how);
      };
      const onAnswer = (answer: JobAnswer): void => {
        if ("progress" in answer) {
          if (signal?.aborted !== true) onProgress?.(answer.progress);
        } else if ("problem" in answer) {
          reject(new Error(answer.problem));
          end({ cutOff: "ended" });
        } else {
          end("result" in answer ? answer : { cutOff: "ended" });
        }
      };
      worker.post(request);
      signal?.addEventListener("abort", onAbort, { once: true });
      this.jobs.set(id, { onAnswer, end });
    });
  }

  private async start(): Promise<RunningWorker | undefined> {
    const worker = await startWorker({
      onAnswer: (answer) => this.jobs.get(answer.id)?.onAnswer(answer),
      onDeath: (dead) => {
        this.end(dead, "died");
      },
    });
    if (worker === undefined) {
      setTimeout(() => {
        this.started = undefined;
      }, START_PAUSE);
    }
    this.running = worker;
    return worker;
  }

  /** Ends the worker, maybe in the middle of its work: whoever asked it for something asks the next one. */
  private end(worker: RunningWorker, cutOff: "died" | "ended"): void {
    worker.terminate();
    if (worker !== this.running) return;
    this.running = undefined;
    this.started = undefined;
    for (const { end } of [...this.jobs.values()]) end({ cutOff });
  }
}

/** Pictures have a worker of their own, so that a long audit does not hold them up. */
const audits = new Lane();
const lanes: Record<TaskName, Lane> = {
  scenarioPictures: new Lane(),
  costAudit: audits,
  backtest: audits,
};

// At the end of a file that rooms fetch: with the first of them, the workers are started ahead.
fetchedLater(startWorkers);
