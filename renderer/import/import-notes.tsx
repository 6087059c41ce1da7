import { type ReactNode, useState } from "react";
import { readFormats } from "../../shared/formats/format-ids.ts";
import { mayCount, units } from "../../shared/formats/offset-units.ts";
import { annotatorsBy } from "../../shared/staged.ts";
import { offsetChoices } from "../dialogs/offset-choices.ts";
import { ProblemList } from "../dialogs/problem-list.tsx";
import { Button } from "../look/button.tsx";
import { ComboBox, Select } from "../look/choice.tsx";
import { Dialog } from "../look/dialog.tsx";
import { t } from "../messages.ts";
import { useApp } from "../state/app-store.ts";
import { Additions, additionsInWords } from "./additions.tsx";
import { importAgain } from "./import-flow.ts";
import type { ImportRow } from "./import-rows.ts";
import type { PendingImport } from "./import-state.ts";

/** Whose the annotations are, and what the scheme learns. */
export function ImportNotes({ pending }: { pending: PendingImport }) {
  const { additions } = pending.staged;
  const isAnnotated = pending.files.some(({ spans }) => spans > 0);
  if (!isAnnotated && !additions && !isUnitOpen(pending)) return null;
  return (
    <div className="import-notes">
      {isAnnotated && <Whose pending={pending} />}
      {isUnitOpen(pending) && <OffsetsCount pending={pending} />}
      {additions && (
        <Explained words={additionsInWords(additions)} title={t("New in the scheme")}>
          <Additions additions={additions} />
        </Explained>
      )}
    </div>
  );
}

/** Everything that was said of the files, the same sentence once. */
export function Remarks({ rows }: { rows: readonly ImportRow[] }) {
  const failed = said(rows, ({ problem }) => (problem === null ? [] : [problem]));
  const warnings = said(rows, (row) => row.warnings);
  const notes = said(rows, (row) => row.notes);
  const count = failed.length + warnings.length + notes.length;
  if (count === 0) return null;
  return (
    <Explained words={remarksInWords(count)} title={t("What was found")}>
      <ProblemList title={t("Could not be read")} tone="danger" problems={failed} />
      <ProblemList title={t("To be looked at")} tone="warning" problems={warnings} />
      <ProblemList title={t("Good to know")} tone="neutral" problems={notes} />
    </Explained>
  );
}

const said = (rows: readonly ImportRow[], of: (row: ImportRow) => readonly string[]) =>
  rows.flatMap((row) => of(row).map((message) => ({ file: row.file, message })));

const remarksInWords = (count: number) =>
  t("{count, plural, one {One remark…} other {# remarks…}}", { count });

/** A few words that open to everything there is to say. */
function Explained(props: { words: string; title: string; children: ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="quiet" onPress={() => setOpen(true)}>
        {props.words}
      </Button>
      <Dialog title={props.title} isOpen={isOpen} onClose={() => setOpen(false)}>
        {props.children}
      </Dialog>
    </>
  );
}

/** Another name reads the files again, so that nobody gets marks that are not theirs. */
function Whose({ pending: { staged } }: { pending: PendingImport }) {
  const app = useApp((snapshot) => snapshot.app);
  const { annotator } = staged;
  const names = [...new Set([annotator, app?.annotator ?? annotator, ...(app?.annotators ?? [])])];
  const choose = (name: string) => {
    if (name !== annotator) importAgain({ annotator: name });
  };
  const chooseBy = (id: string) => {
    const by = annotatorsBy.find((known) => known === id);
    if (by && by !== staged.annotatorsBy) importAgain({ annotatorsBy: by });
  };
  return (
    <div className="row import-whose">
      <span aria-hidden>{t("Annotations by")}</span>
      <Select
        label={t("Where do the annotators' names stand?")}
        hideLabel
        options={annotatorsBy.map((id) => ({ id, label: byWords[id] }))}
        value={staged.annotatorsBy}
        onChange={chooseBy}
      />
      {staged.annotatorsBy === "import" && (
        <ComboBox
          label={t("Whose annotations are they?")}
          hideLabel
          options={names.map((known) => ({ id: known, label: known }))}
          value={annotator}
          onChange={choose}
          onCustom={choose}
        />
      )}
    </div>
  );
}

const byWords = {
  import: t("one annotator"),
  folder: t("the name of each folder"),
  file: t("the name of each file"),
} as const;

/** Whether only a person can say what the offsets count, or has said it. */
function isUnitOpen({ staged, files }: PendingImport): boolean {
  const annotated = files.flatMap(({ kind }) => readFormats.find((one) => one === kind) ?? []);
  const isOpen = annotated.length > 0 && annotated.every((kind) => mayCount(kind, "grapheme"));
  return isOpen || staged.offsets !== null;
}

/** Another unit reads the files again. */
function OffsetsCount({ pending: { staged } }: { pending: PendingImport }) {
  const now = staged.offsets ?? "native";
  const choose = (id: string) => {
    const unit = units.find((known) => known === id) ?? null;
    if (unit !== staged.offsets) importAgain({ offsets: unit });
  };
  return (
    <div className="row import-whose">
      <span aria-hidden>{t("Offsets count")}</span>
      <Select
        label={t("Offsets count")}
        hideLabel
        options={offsetChoices}
        value={now}
        onChange={choose}
      />
    </div>
  );
}
