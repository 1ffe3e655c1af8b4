import { lazy, type ComponentType, type ReactNode } from "react";

/**
 * Code that is fetched when it is first wanted, or ahead once the pane has nothing else to do: what was fetched
 * works on without a network.
 */
export function fetchedLater<Module>(load: () => Promise<Module>): () => Promise<Module> {
  ahead.push(load);
  return load;
}

/** A component whose code is fetched later. A load that failed is kept, as React does, until it is forgotten. */
export function lazyPart<Props extends object>(
  load: () => Promise<{ default: ComponentType<Props> }>,
): (props: Props) => ReactNode {
  fetchedLater(load);
  const first = (): ComponentType<Props> => lazy(load as () => Promise<{ default: ComponentType<object> }>);
  let Content = first();
  forgetters.push(() => {
    Content = first();
  });
  return function LazyPart(props) {
    return <Content {...props} />;
  };
}

/** Lets every part be loaded anew: what is here already comes back at once. */
export function forgetFailedLoads(): void {
  for (const forget of forgetters) forget();
}

/**
 * Fetches what was announced, one after the other, whenever the page has nothing else to do. What a part announces
 * itself comes after it; what cannot be fetched is left to whoever wants it.
 */
export async function fetchAhead(): Promise<void> {
  if (isFetching) return;
  isFetching = true;
  for (let load = ahead.shift(); load !== undefined; load = ahead.shift()) {
    await idle();
    try {
      await load();
    } catch {
      // Whoever opens it is told, and can try again.
    }
  }
  isFetching = false;
}

/** As webpack words it when a chunk cannot be fetched. */
export function isLoadFailure(message: string): boolean {
  return message.startsWith("Loading chunk");
}

const ahead: (() => Promise<unknown>)[] = [];
const forgetters: (() => void)[] = [];
let isFetching = false;

/** Resolves when the page has nothing to do; in a browser that does not tell, a moment later. */
function idle(): Promise<void> {
  return new Promise((resolve) => {
    // Safari's engine, and so Excel on the Mac, has no such callback.
    if (typeof requestIdleCallback === "undefined") setTimeout(resolve, IDLE_PAUSE);
    else
      requestIdleCallback(() => {
        resolve();
      });
  });
}

const IDLE_PAUSE = 200;
