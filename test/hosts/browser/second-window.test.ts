import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { addReport, draft } from "../../store/project.ts";
import { operate, startBrowserHost } from "./host.ts";

const main = fileURLToPath(new URL("../../../electron/hosts/browser/main.ts", import.meta.url));

/** A second Casemark, in a process of its own, on the same file. */
async function startAnother(file: string) {
  const child = spawn(process.execPath, [main, file], { env: { ...process.env } });
  onTestFinished(() => void child.kill("SIGKILL"));
  const [, port, token] = /127\.0\.0\.1:(\d+)\/#(\S+)/.exec(await addressOf(child)) ?? [];
  return { child, address: "", port: Number(port), token: String(token), close: async () => {} };
}

async function addressOf({ stdout, stderr }: ChildProcess): Promise<string> {
  stderr?.on("data", (data) => console.error(String(data)));
  for await (const data of stdout ?? []) if (/http:/.test(String(data))) return String(data);
  throw new Error("the second Casemark ended");
}

const value = async <Value>(asked: ReturnType<typeof operate>): Promise<Value> => {
  const { reply } = await asked;
  if (!reply.ok) throw new Error(reply.message);
  return reply.value as Value; // what the contract says the operation answers
};

const sentence =
  "This window only reads the project, since another window or command works on it; close it there, and choose “Work here now”.";

test("a second Casemark reads what the first one writes, writes nothing, and takes over when it may", async () => {
  const first = await startBrowserHost();
  const report = addReport(first.session.db);
  const second = await startAnother(first.file);
  const mark = (host: Parameters<typeof operate>[0], words: string) =>
    operate(host, "span.add", { report, draft: draft(words) });

  expect(await value(operate(second, "app.state", {}))).toMatchObject({ isReadOnly: true });
  await value(operate(second, "annotator.use", { name: "Ben" }));
  const refused = { ok: false, code: "project-in-use", message: sentence };
  expect((await mark(second, "desmin")).reply).toEqual(refused);
  for (const name of ["history.undo", "project.takeOver"])
    expect((await operate(second, name, {})).reply).toEqual(refused);
  expect(await value(operate(second, "project.isFree", {}))).toEqual({ isFree: false });

  await value(mark(first, "desmin"));
  await value(operate(second, "annotator.use", { name: "Ana" }));
  const seen = () =>
    value<{ layer: { spans: { quote: string }[] } }>(operate(second, "report.open", { report }));
  expect((await seen()).layer.spans.map(({ quote }) => quote)).toEqual(["desmin"]);

  await first.close();
  expect(await value(operate(second, "project.isFree", {}))).toEqual({ isFree: true });
  expect(await value(operate(second, "project.takeOver", {}))).toMatchObject({ isReadOnly: false });
  await value(mark(second, "SMA"));
  expect((await seen()).layer.spans.map(({ quote }) => quote)).toEqual(["desmin", "SMA"]);

  second.child.kill("SIGTERM");
  await once(second.child, "exit");
  expect(readdirSync(dirname(first.file))).toEqual(["Sarcomas.casemark"]);
});
