import { randomUUID } from "node:crypto";
import type { GuidelineQuestion, QuestionExample } from "../../../shared/contract/questions.ts";
import type { Input } from "../../../shared/contract.ts";
import { AppError } from "../../../shared/errors.ts";
import type { Change } from "../../../shared/model/change.ts";
import type { LabelExample, Scheme } from "../../../shared/model/scheme.ts";
import { contextIn } from "../../../shared/review/context.ts";
import type { ReadDb, WriteDb } from "../database.ts";
import { type Author, write } from "../history.ts";
import { readRow } from "../journal.ts";
import { readText, reportTitle } from "../reports.ts";
import type { Row } from "../rows.ts";
import { putScheme, readScheme } from "../scheme/schemes.ts";
import { named } from "../spans.ts";

/** Every question, those that wait first, and of each the newest first. */
export function listQuestions(db: ReadDb): GuidelineQuestion[] {
  return db
    .prepare<[], Row>(
      `SELECT * FROM guideline_question
       ORDER BY scheme_version IS NOT NULL, coalesce(nullif(answered_at, ''), asked_at) DESC, id`,
    )
    .all()
    .map(questionOf);
}

/** Asks what a label's guideline should say. @throws AppError "not-found" for a label that is not in the scheme. */
export function askQuestion(
  db: WriteDb,
  { annotator, now }: Author,
  { label, text, pattern, examples }: Input<"questions.ask">,
): Change {
  return write(db, { annotator, now }, "questions.ask", (journal) => {
    labelIn(readScheme(db).scheme, label);
    journal.put("guideline_question", {
      ...{ id: randomUUID(), label, text, pattern },
      examples: JSON.stringify(examples.map((place) => withWords(db, place))),
      ...{ asked_by: annotator, asked_at: now().toISOString() },
      ...{ answer: "", answered_by: "", answered_at: "", scheme_version: null },
    });
    return { summary: `asked what the guideline of ${label} should say`, report: null };
  });
}

/**
 * Answers a question in the guideline of a label: the answer stands below what it said before, and the
 * question says which version of the scheme that was. @throws AppError "not-found", "wrong-use"
 */
export function answerQuestion(
  db: WriteDb,
  author: Author,
  { question: id, label, answer, examples }: Input<"questions.answer">,
): Change {
  return write(db, author, "questions.answer", (journal) => {
    const row = questionRow(db, id);
    if (row.scheme_version !== null)
      throw new AppError("wrong-use", "That question is answered; ask another one instead.");
    const summary = `answered in the guideline of ${label}: ${named(String(row.text))}`;
    const { scheme } = readScheme(db);
    putScheme(journal, author, withAnswer(scheme, label, answer, examples), { summary });
    journal.put("guideline_question", {
      ...row,
      ...{ label, answer, answered_by: author.annotator },
      answered_at: author.now().toISOString(),
      scheme_version: readScheme(db).version,
    });
    return { summary, report: null };
  });
}

/** @throws AppError "not-found" */
export function removeQuestion(
  db: WriteDb,
  author: Author,
  { question }: Input<"questions.remove">,
): Change {
  return write(db, author, "questions.remove", (journal) => {
    const { label } = questionRow(db, question);
    journal.remove("guideline_question", question);
    return { summary: `removed a question about the guideline of ${label}`, report: null };
  });
}

/** The words of a place as they are now, with what stands around them. */
export function withWords(
  db: ReadDb,
  place: Input<"questions.ask">["examples"][number],
): QuestionExample {
  const { report, start, end } = place;
  return {
    ...place,
    title: reportTitle(db, report),
    ...contextIn(readText(db, report), { start, end }),
  };
}

function withAnswer(
  scheme: Scheme,
  name: string,
  answer: string,
  examples: readonly LabelExample[],
): Scheme {
  const label = labelIn(scheme, name);
  const guideline = [label.guideline.trimEnd(), answer].filter((part) => part !== "").join("\n\n");
  const all = [...(label.examples ?? []), ...examples];
  const answered = { ...label, guideline, ...(all.length > 0 && { examples: all }) };
  return { ...scheme, labels: scheme.labels.map((one) => (one.name === name ? answered : one)) };
}

function labelIn({ labels }: Scheme, name: string) {
  const label = labels.find((one) => one.name === name);
  if (label) return label;
  throw new AppError("not-found", `The scheme has no label “${name}”; choose one that it has.`);
}

function questionRow(db: ReadDb, id: string): Row {
  const row = readRow(db, "guideline_question", id);
  if (row) return row;
  throw new AppError("not-found", "That question is no longer there.");
}

/** What a row holds that was written above. */
function questionOf(row: Row): GuidelineQuestion {
  const version = row.scheme_version;
  return {
    id: row.id,
    label: String(row.label),
    text: String(row.text),
    pattern: String(row.pattern),
    examples: JSON.parse(String(row.examples)),
    askedBy: String(row.asked_by),
    askedAt: String(row.asked_at),
    state: version === null ? "open" : "answered",
    answer: String(row.answer),
    answeredBy: String(row.answered_by),
    answeredAt: String(row.answered_at),
    schemeVersion: version === null ? null : Number(version),
  };
}
