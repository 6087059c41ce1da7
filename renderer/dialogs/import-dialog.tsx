import { useState } from "react";
import type { Staged } from "../../shared/contract.ts";
import type { SchemeAdditions } from "../../shared/model/scheme.ts";
import { Button } from "../look/button.tsx";
import { ComboBox } from "../look/choice.tsx";
import { Dialog } from "../look/dialog.tsx";
import { LabelTag } from "../look/label-tag.tsx";
import { useApp } from "../state/app-store.ts";
import { discardImport, finishImport, importFor, reportsInWords } from "./import-flow.ts";
import type { StagedImport } from "./open-dialog.ts";
import { ProblemList } from "./problem-list.tsx";

/** What was read from the files, before any of it is in the project. */
export function ImportDialog({ pending }: { pending: StagedImport }) {
  const { staged, tickets } = pending;
  const [annotator, setAnnotator] = useState(pending.annotator);
  const canImport = staged.reports > 0;
  const accept = () =>
    annotator === pending.annotator ? finishImport(staged) : importFor(annotator, staged, tickets);
  const discard = () => discardImport(staged);
  const footer = canImport ? (
    <>
      <Button onPress={discard}>Discard</Button>
      <Button variant="primary" onPress={accept} autoFocus>
        {annotator === pending.annotator ? "Import" : `Read again as ${annotator}`}
      </Button>
    </>
  ) : (
    <Button variant="primary" onPress={discard} autoFocus>
      Close
    </Button>
  );
  return (
    <Dialog
      title={canImport ? `Import ${reportsInWords(staged.reports)}?` : "Nothing to import"}
      isOpen
      onClose={discard}
      footer={footer}
    >
      <p className="soft">{summaryOf(staged)}</p>
      {staged.spans > 0 && <Whose value={annotator} onChange={setAnnotator} />}
      {canImport && staged.additions && <Additions additions={staged.additions} />}
      <ProblemList title="Could not be read" tone="danger" problems={staged.failed} />
      <ProblemList title="Worth knowing" tone="warning" problems={staged.warnings} />
    </Dialog>
  );
}

function summaryOf({ reports, spans, failed }: Staged): string {
  if (reports === 0)
    return "None of the files could be read as a report. The project is as it was.";
  const marks = spans > 0 ? ` with ${spansInWords(spans)}` : ", without annotations";
  const rest = failed.length > 0 ? `; ${failed.length.toLocaleString()} could not be read` : "";
  return `${capitalised(reportsInWords(reports))}${marks}${rest}. Nothing is in the project yet.`;
}

const spansInWords = (count: number) =>
  count === 1 ? "one span" : `${count.toLocaleString()} spans`;

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function Whose({ value, onChange }: { value: string; onChange: (name: string) => void }) {
  const app = useApp((snapshot) => snapshot.app);
  const names = [...new Set([value, app?.annotator ?? value, ...(app?.annotators ?? [])])];
  return (
    <ComboBox
      label="Whose annotations are they?"
      options={names.map((name) => ({ id: name, label: name }))}
      value={value}
      onChange={onChange}
      onCustom={onChange}
    />
  );
}

const plainParts = [
  "kinds",
  "attributes",
  "relations",
  "events",
  "groups",
  "reportLabels",
] as const;
const partNames: Record<(typeof plainParts)[number], string> = {
  kinds: "Kinds",
  attributes: "Attributes",
  relations: "Relations",
  events: "Events",
  groups: "Groups",
  reportLabels: "Report labels",
};

/** What the scheme learns when this is taken in. */
function Additions({ additions }: { additions: SchemeAdditions }) {
  return (
    <section className="stack">
      <h3>New in the scheme</h3>
      <p className="soft">
        The annotations use what your scheme does not have yet. Importing adds it; undo takes it
        away again.
      </p>
      {additions.labels.length > 0 && (
        <ul className="additions">
          {additions.labels.map(({ name, colour }) => (
            <li key={name}>
              <LabelTag colour={colour} name={name} />
            </li>
          ))}
        </ul>
      )}
      {plainParts.map((part) => {
        const names = additions[part].map(({ name }) => name);
        if (names.length === 0) return null;
        return (
          <p key={part}>
            <span className="faint">{partNames[part]}: </span>
            {names.join(", ")}
          </p>
        );
      })}
    </section>
  );
}
