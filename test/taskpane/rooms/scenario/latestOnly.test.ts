import { latestOnly } from "../../../../src/taskpane/rooms/scenario/latestOnly";

/** Work that is ended by hand, as a worker would, and the order in which it was asked for. */
function desk() {
  const asked: string[] = [];
  const results: string[] = [];
  const problems: string[] = [];
  let end: (result: string | Error) => void = () => undefined;
  const compute = (input: string, signal: AbortSignal): Promise<string> => {
    asked.push(input);
    return new Promise((resolve, reject) => {
      end = (result) => {
        if (result instanceof Error) reject(result);
        else resolve(result);
      };
      signal.addEventListener("abort", () => {
        asked.push(`${input} given up`);
        reject(signal.reason as Error);
      });
    });
  };
  const { ask, stop } = latestOnly(compute, {
    onResult: (result) => results.push(result),
    onProblem: ({ message }) => problems.push(message),
  });
  const finish = async (result: string | Error): Promise<void> => {
    end(result);
    await jest.advanceTimersByTimeAsync(0);
  };
  return { ask, stop, finish, asked, results, problems };
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

test("while one is worked out only the newest waits; what ends soon is shown", async () => {
  const { ask, finish, asked, results } = desk();
  for (const input of ["a", "b", "c"]) ask(input);
  expect(asked).toEqual(["a"]);
  await finish("A");
  expect(asked).toEqual(["a", "c"]);
  await finish("C");
  expect(results).toEqual(["A", "C"]);
});

test("what takes long gives way to what is newer, and shows nothing", async () => {
  const { ask, finish, asked, results, problems } = desk();
  ask("a");
  await jest.advanceTimersByTimeAsync(1000);
  // Alone it has all the time it needs.
  expect(asked).toEqual(["a"]);
  ask("b");
  await jest.advanceTimersByTimeAsync(200);
  expect(asked).toEqual(["a", "a given up", "b"]);
  await finish("B");
  expect(results).toEqual(["B"]);
  expect(problems).toEqual([]);
});

test("what comes after the patience ran out is not given up in its stead", async () => {
  const { ask, finish, asked, results } = desk();
  ask("a");
  ask("b");
  await finish("A");
  await jest.advanceTimersByTimeAsync(1000);
  expect(asked).toEqual(["a", "b"]);
  await finish("B");
  expect(results).toEqual(["A", "B"]);
});

test("a problem is told, and the next is asked for all the same", async () => {
  const { ask, finish, results, problems } = desk();
  ask("a");
  ask("b");
  await finish(new Error("book row 3"));
  await finish("B");
  expect(problems).toEqual(["book row 3"]);
  expect(results).toEqual(["B"]);
});

test("stopped, it asks for nothing more and tells nothing more", async () => {
  const { ask, stop, asked, results, problems } = desk();
  ask("a");
  ask("b");
  stop();
  await jest.advanceTimersByTimeAsync(1000);
  expect(asked).toEqual(["a", "a given up"]);
  expect([...results, ...problems]).toEqual([]);
});
