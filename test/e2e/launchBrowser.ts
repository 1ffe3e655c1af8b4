import { chromium, type Browser, type BrowserContext, type ConsoleMessage } from "playwright-core";
import { findBrowser } from "../../scripts/findBrowser.mjs";

/** Pages of the address bar that every new window loads, though nobody sees it: a quarter of what opening our page costs. */
const POPUPS = ["WebUIOmniboxPopup", "WebUIOmniboxAimPopup", "WebUIOmniboxFullPopup"];

/** Asking the user between a page of the world and this machine, where a server stands for one in the world. */
const LOCAL_NETWORK = "LocalNetworkAccessChecks";

/** What Playwright 1.65 itself switches off: of two lists the browser takes the last. */
const PLAYWRIGHTS = [
  ...["AvoidUnnecessaryBeforeUnloadCheckSync", "DestroyProfileOnBrowserClose", "HttpsUpgrades"],
  ...["HttpsFirstBalancedModeAutoEnable", "LensOverlay", "MediaRouter", "PaintHolding", "OptimizationHints"],
  ...["ThirdPartyStoragePartitioning", "AvoidCorsURLLoaderRestartOnRedirect", "NetworkTimeServiceQuerying"],
  ...["AimEnabled", "PreconnectToSearch", "TcpPortRandomizationWin", "msForceBrowserSignIn"],
  ...["msEdgeUpdateLaunchServicesPreferredVersion"],
];

/** The installed browser without a window, and without the calls home that browsers make of their own accord. */
export async function launchBrowser(): Promise<Browser> {
  const browser = await chromium.launch({
    executablePath: findBrowser() ?? "",
    args: [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      // A tenth of the processor's time, in a machine of two cores.
      "--in-process-gpu",
      "--js-flags=--single-threaded-gc",
      `--disable-features=${[...POPUPS, LOCAL_NETWORK, ...PLAYWRIGHTS].join()}`,
    ],
  });
  const newContext = browser.newContext.bind(browser);
  // A page that is opened without a context of its own gets one from here, too.
  browser.newContext = async (options) => {
    const context = await newContext(options);
    await watch(context);
    return context;
  };
  return browser;
}

/** `describe`, reported as skipped where no browser is installed. */
export const describeInBrowser = findBrowser() === undefined ? describe.skip : describe;

const breaches: string[] = [];

/**
 * Microsoft's page for usage reports, which Office.js frames, hidden by a style in its markup, where no host forbids it.
 * Refusing it is what the policy means to do.
 */
const TELEMETRY_PAGE = "https://telemetryservice.firstpartyapps.oaspapps.com";
const TELEMETRY_SCRIPT = "https://appsforoffice.microsoft.com/lib/1/hosted/o15apptofilemappingtable.js";

/** Whether the console tells of that refusal. */
export function isTelemetryRefused(message: ConsoleMessage): boolean {
  const text = message.text();
  if (text.startsWith("Applying inline style violates")) return message.location().url === TELEMETRY_SCRIPT;
  return text.startsWith(`Framing '${TELEMETRY_PAGE}`);
}

/** What pages did against their policy, and what they asked of others than this machine and Office.js, since last asked. */
export function takeBreaches(): string[] {
  return breaches.splice(0);
}

// Of every test that opens a page: one that means to break the policy takes what it did.
afterEach(() => {
  expect(takeBreaches()).toEqual([]);
});

/** This machine, Office.js, and the made-up host of Excel on the web that a test answers for. */
const OWN =
  /^(?:data:|blob:|about:|https?:\/\/localhost:\d+\/|https:\/\/excel\.example\/|https:\/\/appsforoffice\.microsoft\.com\/lib\/1\/hosted\/)/;

async function watch(context: BrowserContext): Promise<void> {
  await context.exposeBinding("noteBreach", (_source, breach: string) => breaches.push(breach));
  await context.addInitScript(
    ([telemetryPage, telemetryScript]) => {
      // Not only what the console tells: a script that catches what is thrown at eval is silent there.
      document.addEventListener(
        "securitypolicyviolation",
        ({ effectiveDirective, blockedURI, sourceFile }) => {
          if (blockedURI === telemetryPage) return;
          if (effectiveDirective === "style-src-attr" && sourceFile === telemetryScript) return;
          const { noteBreach } = window as unknown as { noteBreach(breach: string): void };
          noteBreach(`${effectiveDirective} refuses ${blockedURI} in ${sourceFile || document.URL}`);
        },
      );
    },
    [TELEMETRY_PAGE, TELEMETRY_SCRIPT] as const,
  );
  // Workers have no document.
  context.on("console", (message) => {
    const isWorkers = message.worker() !== null;
    if (isWorkers && /Content Security Policy/.test(message.text())) breaches.push(message.text());
  });
  context.on("request", (request) => {
    if (!OWN.test(request.url())) breaches.push(`asked for ${request.url()}`);
  });
}
