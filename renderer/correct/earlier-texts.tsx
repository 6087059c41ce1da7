import { useEffect, useState } from "react";
import type { RevisionFacts } from "../../shared/contract/texts.ts";
import { type ComparedPiece, compareEdits } from "../../shared/correct/pending.ts";
import { call } from "../api.ts";
import { Select } from "../look/choice.tsx";
import { toastError } from "../look/toasts.tsx";
import { pageLanguage, t } from "../messages.ts";

/** Every text the report has had, to read, with what each correction changed. */
export function EarlierTexts({ report }: { report: string }) {
  const [revisions, setRevisions] = useState<readonly RevisionFacts[]>([]);
  const [chosen, setChosen] = useState<number | null>(null);
  useEffect(() => {
    call("text.revisions", { report }).then((answer) => {
      setRevisions(answer.revisions);
      setChosen(answer.revisions.find(({ isCurrent }) => isCurrent)?.revision ?? 1);
    }, toastError);
  }, [report]);
  return (
    <>
      <Select
        label={t("Text")}
        options={revisions.map((facts) => ({ id: String(facts.revision), label: nameOf(facts) }))}
        value={chosen === null ? null : String(chosen)}
        onChange={(id) => setChosen(Number(id))}
      />
      {chosen !== null && <ComparedText report={report} revision={chosen} />}
    </>
  );
}

function ComparedText({ report, revision }: { report: string; revision: number }) {
  const pieces = usePieces(report, revision);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
    <section className="compared-text" aria-label={t("Text {revision}", { revision })} tabIndex={0}>
      {pieces.map(({ kind, start, text }) => {
        const key = `${kind} ${start}`;
        if (kind === "out") return <del key={key}>{text}</del>;
        return kind === "in" ? <ins key={key}>{text}</ins> : <span key={key}>{text}</span>;
      })}
    </section>
  );
}

function usePieces(report: string, revision: number): readonly ComparedPiece[] {
  const [pieces, setPieces] = useState<readonly ComparedPiece[]>([]);
  useEffect(() => {
    let isCurrent = true;
    readPieces(report, revision).then((read) => isCurrent && setPieces(read), toastError);
    return () => {
      isCurrent = false;
    };
  }, [report, revision]);
  return pieces;
}

async function readPieces(report: string, revision: number): Promise<ComparedPiece[]> {
  const { text, base, edits } = await call("text.read", { report, revision });
  if (base === null) return compareEdits(text, []);
  const before = await call("text.read", { report, revision: base });
  return compareEdits(before.text, edits);
}

function nameOf({ revision, base, annotator, at, edits, isCurrent }: RevisionFacts): string {
  if (base === null)
    return t(
      isCurrent
        ? "Text {revision}, as it was imported, the text now"
        : "Text {revision}, as it was imported",
      { revision },
    );
  const day = new Date(at).toLocaleDateString(pageLanguage);
  return t(
    isCurrent
      ? "Text {revision}, {annotator}, {day}, {count, plural, one {# place} other {# places}} of text {base}, the text now"
      : "Text {revision}, {annotator}, {day}, {count, plural, one {# place} other {# places}} of text {base}",
    { revision, annotator, day, count: edits, base },
  );
}
