import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { unzipSync } from "fflate";
import { expect, test } from "vitest";
import type { Session } from "../../electron/api/session.ts";
import { gold } from "../../shared/review/gold.ts";
import { addReport, layer, span, temporaryFolder } from "../store/project.ts";
import { ask, newSession } from "./session.ts";

const done = { status: "done" } as const;

async function sendFeedback(session: Session): Promise<string> {
  const folder = temporaryFolder();
  const { recipients } = await ask(session, "feedback.recipients", {});
  const reports = recipients.find(({ annotator }) => annotator === "Ana")?.reports ?? [];
  const { packages } = await ask(session, "packages.write", {
    ...{ reports, annotators: ["Ana", gold], purpose: "feedback", recipient: "Ana" },
    ticket: session.tickets.issue([folder]),
  });
  return join(folder, basename(packages[0]?.file ?? ""));
}

test("feedback brings an annotator what was changed of theirs, and names no other annotator", async () => {
  const { session } = newSession();
  const report = addReport(session.db, undefined, {
    name: "case-1",
    layers: [
      layer("Ana", { ...done, spans: [span("a1", "SMA", { label: "diagnosis" })] }),
      layer("Benedikt", { ...done, spans: [span("b1", "SMA")] }),
    ],
  });
  session.annotator = "Rita";
  const { comparison } = await ask(session, "review.open", { report });
  const key = comparison.differences[0]?.key ?? "";
  const choice = { do: "take", annotator: "Benedikt" } as const;
  await ask(session, "review.decide", { report, key, choice, reason: "guideline unclear" });
  const file = await sendFeedback(session);

  const members = Object.entries(unzipSync(readFileSync(file)));
  const text = members.map(([, bytes]) => Buffer.from(bytes).toString("utf8")).join("\n");
  expect(text).toContain("guideline unclear");
  expect(text).not.toContain("Benedikt");

  const opened = await ask(session, "packages.open", { ticket: session.tickets.issue([file]) });
  expect(opened.report).toMatchObject({ conflicts: 0 });
  session.annotator = "Ana";
  const { rows } = await ask(session, "feedback.mine", {});
  expect(rows).toMatchObject([
    {
      ...{ said: "SMA", mine: "SMA", decided: "SMA", difference: { types: ["label"] } },
      decision: { choice: "take", reason: "guideline unclear" },
    },
  ]);
  const again = await ask(session, "packages.look", { ticket: session.tickets.issue([file]) });
  expect(again.packages).toMatchObject([{ isOfThisProject: true, report: { isNews: false } }]);
});
