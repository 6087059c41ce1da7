import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { addReport, draft, dump, sentence, temporaryFolder } from "../store/project.ts";
import { hosts } from "./start-host.ts";

describe.each(hosts)("$name", ({ start }) => {
  test.each(["constructor", "__proto__", "toString", "span.delete", ""])(
    "refuses the operation %j, which is not in the contract",
    async (name) => {
      const { call } = await start();
      expect(await call(name, {})).toEqual({
        reply: {
          ok: false,
          code: "unknown-operation",
          message: `There is no operation "${name}".`,
        },
        progress: [],
      });
    },
  );

  test("refuses input that does not fit, and says why", async () => {
    const { call } = await start();
    const { reply } = await call("span.remove", { spans: 7 });
    expect(reply).toEqual({
      ok: false,
      code: "bad-input",
      message: "✖ Invalid input: expected array, received number\n  → at spans",
    });
    for (const input of [null, [], "spans", 7])
      expect((await call("span.remove", input)).reply).toMatchObject({ code: "bad-input" });
  });

  test("tells who works, where, and what can be undone", async () => {
    const { session, call } = await start();
    const { reply } = await call("app.state", {});
    expect(reply).toEqual({
      ok: true,
      value: {
        version: expect.stringMatching(/^\d+\.\d+\.\d+/),
        host: session.host,
        isReadOnly: false,
        project: { id: expect.any(String), name: "Sarcomas", file: "Sarcomas.casemark" },
        recent: [],
        annotator: "Ana",
        annotators: [],
        next: { undo: null, redo: null },
      },
    });
  });

  test("marks, undoes and redoes", async () => {
    const { session, call } = await start();
    const report = addReport(session.db);
    const before = dump(session.db);
    const marked = await call("span.add", { report, draft: draft("desmin", { entity: "new" }) });
    expect(marked.reply).toMatchObject({
      ok: true,
      value: { summary: "marked “desmin” as marker", put: { spans: [{ quote: "desmin" }] } },
    });
    const after = dump(session.db);
    expect((await call("history.undo", {})).reply).toMatchObject({
      ok: true,
      value: { next: { undo: null, redo: "marked “desmin” as marker" } },
    });
    expect(dump(session.db)).toEqual(before);
    await call("history.redo", {});
    expect(dump(session.db)).toEqual(after);
    expect((await call("report.open", { report })).reply).toMatchObject({
      ok: true,
      value: { report: { text: sentence }, layer: { annotator: "Ana", spans: [{}] } },
    });
  });

  test("answers a person's problem with its code and a sentence", async () => {
    const { session, call } = await start();
    const report = addReport(session.db);
    const elsewhere = { ...draft("desmin"), ranges: [{ start: 0, end: 6 }] };
    expect((await call("span.add", { report, draft: elsewhere })).reply).toEqual({
      ok: false,
      code: "text-mismatch",
      message:
        "“desmin” is not what the report says at that place; reload the report and mark it again.",
    });
    session.annotator = null;
    expect((await call("history.undo", {})).reply).toEqual({
      ok: false,
      code: "no-annotator",
      message: "Say who you are first; your marks are kept under your name.",
    });
  });

  test("another name works in another layer and does not see the first one's marks", async () => {
    const { session, call } = await start();
    const report = addReport(session.db);
    await call("span.add", { report, draft: draft("desmin") });
    expect((await call("annotator.use", { name: "  Ben " })).reply).toMatchObject({
      ok: true,
      value: { annotator: "Ben", annotators: ["Ana"], next: { undo: null } },
    });
    expect((await call("report.open", { report })).reply).toMatchObject({
      value: { layer: { annotator: "Ben", spans: [] } },
    });
  });

  test("imports with progress and offers labels that the scheme lacks, then learns them", async () => {
    const { session, call } = await start();
    const folder = join(temporaryFolder(), "pairs");
    mkdirSync(folder);
    writeFileSync(join(folder, "a.txt"), sentence);
    writeFileSync(join(folder, "a.ann"), "T1\tAntigen 28 34\tdesmin\n");
    const ticket = session.tickets.issue([folder]);

    const staged = await call("import.stage", { tickets: [ticket] });
    expect(staged.progress.at(-1)).toEqual({ done: 1, total: 1, doing: "Reading" });
    expect(staged.reply).toMatchObject({
      ok: true,
      value: { reports: 1, spans: 1, failed: [], additions: { labels: [{ name: "Antigen" }] } },
    });
    const { stage } = (staged.reply as { value: { stage: string } }).value;
    await call("import.finish", { stage });
    const read = await call("scheme.read", {});
    const { scheme } = (read.reply as { value: { scheme: { labels: { name: string }[] } } }).value;
    expect(scheme.labels.map(({ name }) => name)).toContain("Antigen");
    await call("history.undo", {});
    const again = await call("scheme.read", {});
    expect(JSON.stringify(again.reply)).not.toContain("Antigen");
    expect((await call("import.finish", { stage })).reply).toMatchObject({ code: "not-found" });
  });

  test("a discarded import leaves nothing", async () => {
    const { session, call } = await start();
    const file = join(temporaryFolder(), "a.txt");
    writeFileSync(file, sentence);
    const before = dump(session.db);
    const tickets = [session.tickets.issue([file])];
    const { reply } = await call("import.stage", { tickets });
    const { stage } = (reply as { value: { stage: string } }).value;
    expect(dump(session.db)).not.toEqual(before);
    expect((await call("import.discard", { stage })).reply).toEqual({ ok: true, value: null });
    expect(dump(session.db)).toEqual(before);
  });
});
