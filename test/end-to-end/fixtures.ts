import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { _electron, type Browser, test as base, expect, type Page } from "@playwright/test";
import { electronBinary } from "../../build/electron-binary.ts";
import { type Hand, mouseUsesIn, takeHand } from "./by-keys.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

export interface HostOptions {
  host: "browser" | "desktop";
  /** Tests without the tag @mouse go by keys alone, whatever this says. */
  hand: Hand;
}

/** A file that a test hands to the app. */
export interface GivenFile {
  name: string;
  text: string | Uint8Array;
}

export interface App {
  page: Page;
  /** What was printed to be opened; empty where there is a window instead. */
  address: string;
  /** The folder that settings and projects are kept in, for this test alone. */
  home: string;
  /** Does what opens the dialog for choosing files, and chooses these in it. */
  chooseFiles(files: readonly GivenFile[], open: () => Promise<void>): Promise<void>;
  /** Ends the host, and the page with it. */
  kill(): Promise<void>;
  /** Ends the host without a warning, as a power cut would, and starts it again on the same project. */
  killAndRestart(): Promise<void>;
}

interface Fixtures extends HostOptions {
  /** The app on a fresh copy of the sample project, before anybody has said who they are. */
  app: App;
  /** Starts the app of somebody else, with settings and projects of their own. */
  another: () => Promise<App>;
}

/**
 * Every spec takes `app`, and does not know which host it runs in. A test goes by keys alone; one with
 * the tag @mouse goes by the mouse, and once more by keys in the project that is named for them.
 */
export const test = base.extend<Fixtures>({
  host: ["browser", { option: true }],
  hand: ["mouse", { option: true }],
  app: async ({ host, hand, browser }, use, { tags }) => {
    const { app, end } = await launch(host, tags.includes("@mouse") ? hand : "keys", browser);
    await use(app);
    await end();
  },
  another: async ({ host, hand, browser }, use, { tags }) => {
    const others: Launched[] = [];
    await use(async () => {
      const other = await launch(host, tags.includes("@mouse") ? hand : "keys", browser);
      others.push(other);
      return other.app;
    });
    for (const { end } of others) await end();
  },
});

interface Launched {
  app: App;
  end(): Promise<void>;
}

/** Starts the app with a home of its own, which is gone at the end. */
async function launch(host: HostOptions["host"], hand: Hand, browser: Browser): Promise<Launched> {
  const home = mkdtempSync(join(tmpdir(), "casemark-home-"));
  const start = async () => {
    const started =
      host === "browser" ? await startInBrowser(home, browser) : await startDesktop(home);
    await takeHand(hand, started.page.context(), started.page);
    return started;
  };
  let running = await start();
  const app: App = {
    home,
    get page() {
      return running.page;
    },
    get address() {
      return running.address;
    },
    chooseFiles: (files, open) => running.chooseFiles(files, open),
    kill: () => running.kill(),
    async killAndRestart() {
      expect(mouseUsesIn(running.page.context())).toEqual([]);
      await running.kill();
      running = await start();
    },
  };
  return {
    app,
    async end() {
      expect(mouseUsesIn(running.page.context())).toEqual([]);
      await running.kill();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

export { expect } from "@playwright/test";

interface Running extends Pick<App, "page" | "address" | "chooseFiles"> {
  kill(): Promise<void>;
}

async function startInBrowser(home: string, browser: Browser): Promise<Running> {
  const main = join(root, "electron/hosts/browser/main.ts");
  const child = spawn(process.execPath, [main], { env: { ...process.env, CASEMARK_HOME: home } });
  const address = await addressOf(child);
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
  const page = await context.newPage();
  // Who begins to listen only with the key that asks for files may come too late.
  page.on("filechooser", () => {});
  await page.goto(address);
  return {
    page,
    address,
    async chooseFiles(files, open) {
      const chooser = page.waitForEvent("filechooser");
      await open();
      await (await chooser).setFiles(
        files.map(({ name, text }) => ({
          name,
          mimeType: "text/plain",
          buffer: Buffer.from(text),
        })),
      );
    },
    async kill() {
      await context.close();
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill("SIGKILL");
      await new Promise((resolve) => child.once("exit", resolve));
    },
  };
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    const listen = (data: Buffer) => {
      said += data;
      const address = /open (http:\S+)/.exec(said)?.[1];
      if (address) resolve(address);
    };
    child.stdout?.on("data", listen);
    child.stderr?.on("data", listen);
    child.once("exit", () => reject(new Error(`the browser host ended: ${said}`)));
  });
}

async function startDesktop(home: string): Promise<Running> {
  const executablePath = electronBinary();
  const { ELECTRON_RUN_AS_NODE: _, ...environment } = process.env;
  const app = await _electron.launch({
    args: [root, "--no-sandbox"],
    env: { ...environment, CASEMARK_HOME: home },
    ...(executablePath === null ? {} : { executablePath }),
  });
  return {
    page: await app.firstWindow(),
    address: "",
    async chooseFiles(files, open) {
      const folder = mkdtempSync(join(home, "given-"));
      const paths = files.map(({ name }) => join(folder, name));
      for (const { name, text } of files) writeFileSync(join(folder, name), text);
      // The system's own dialog cannot be driven, so it answers by itself.
      await app.evaluate(({ dialog }, filePaths) => {
        dialog.showOpenDialog = async () => ({ canceled: false, filePaths });
      }, paths);
      await open();
    },
    async kill() {
      app.process().kill("SIGKILL");
    },
  };
}
