import { registerHooks } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { until } from "../hosts/desktop/until.ts";

// node run-packed.ts CONTENT RESOURCES SCAN: starts what was packed with the stand-in for Electron in
// its place, asks it what its page would ask, and prints the answers as JSON.

const [content = "", resources = "", scan = ""] = process.argv.splice(2);
const standIn = new URL("../hosts/desktop/electron-stand-in.ts", import.meta.url).href;
registerHooks({
  resolve: (name, context, next) =>
    name === "electron" ? { url: standIn, shortCircuit: true } : next(name, context),
});

const { app, asked, session } = await import("../hosts/desktop/electron-stand-in.ts");
Object.assign(asked, { packaged: true, appPath: content, picked: [[scan]] });
Object.assign(process, { resourcesPath: resources });
await import(pathToFileURL(join(content, "out/main/main.js")).href);
await until(() => asked.menu !== null);

const page = await session.defaultSession.serve(new Request("app://page/"));
const state = await call("app.state", {});
const tickets = (await ask("casemark:pick", "files")).value;
const staged = await call("import.stage", { tickets, annotator: "Ana", ocr: "eng" });
const measured = await call("agreement.measure", { measures: ["gamma"], bootstrap: 0 });
app.emit("will-quit");

const result = {
  page: [page.status, page.headers.get("content-type")],
  project: state.value.project.name,
  measured: measured.value.measures.map(({ id, value }) => [id, value]),
  staged: { ok: staged.ok, reports: staged.value?.reports, failed: staged.value?.failed },
};
console.log(JSON.stringify(result));

function call(name: string, input: unknown) {
  return ask("casemark:call", { job: crypto.randomUUID(), name, input });
}

async function ask(channel: string, message: unknown) {
  const answer = asked.handlers.get(channel) as (...values: unknown[]) => Promise<Answer>;
  const senderFrame = { parent: null, origin: "app://page", url: "app://page/" };
  return answer({ sender: asked.windows[0]?.webContents, senderFrame }, message);
}

/** As much of the answers as is looked at. */
interface Answer {
  ok: boolean;
  value: {
    project: { name: string };
    reports: number;
    failed: unknown[];
    measures: { id: string; value: number | null }[];
  };
}
