import { firstChoices } from "../../shared/extract/choices.ts";
import type { StagedFile } from "../../shared/staged.ts";
import { Button } from "../look/button.tsx";
import { KeyCap } from "../look/key-cap.tsx";
import { sentence, t } from "../messages.ts";
import { AtHand } from "./preview-at-hand.tsx";
import { PreviewEncoding } from "./preview-encoding.tsx";
import { KindLegend, LeftOutLegend, TakenOut } from "./preview-legend.tsx";
import type { Preview } from "./use-preview.ts";
import type { Repairing } from "./use-repairing.ts";

interface PreviewPanelProps {
  preview: Preview;
  repairing: Repairing;
  file: StagedFile;
}

/** The repair at hand, the legend with its counts, and what the reader had to say. */
export function PreviewPanel({ preview, repairing, file }: PreviewPanelProps) {
  const isChanged = hasChoices(preview);
  return (
    <aside className="preview-panel" aria-label={t("Repairs")}>
      <AtHand preview={preview} repairing={repairing} />
      <KindLegend preview={preview} repairing={repairing} />
      <LeftOutLegend preview={preview} />
      <TakenOut preview={preview} />
      {isChanged && (
        <Button variant="quiet" onPress={() => preview.change(firstChoices(preview.extracted))}>
          {t("All as it was read")}
        </Button>
      )}
      <PreviewEncoding preview={preview} file={file} />
      <Said title={t("To be looked at")} sentences={file.warnings.map(sentence)} />
      <Said title={t("Good to know")} sentences={file.notes.map(sentence)} />
      <Keys />
    </aside>
  );
}

function Said({ title, sentences }: { title: string; sentences: readonly string[] }) {
  if (sentences.length === 0) return null;
  return (
    <section className="stack">
      <h2>{title}</h2>
      {sentences.map((said) => (
        <p key={said} className="small soft">
          {said}
        </p>
      ))}
    </section>
  );
}

function hasChoices({ extracted, choices }: Preview): boolean {
  const { refused, removed, order, restored } = choices;
  const before = new Set(firstChoices(extracted).refused);
  const isAsRead = refused.length === before.size && refused.every((id) => before.has(id));
  return !isAsRead || removed.length + restored.length > 0 || order !== null;
}

const keys = [
  ["←", "→", t("from repair to repair")],
  ["Space", "", t("refuse or take it")],
  ["a", "", t("all of its kind")],
  ["Shift+A", "", t("all there is")],
  ["↑", "↓", t("from paragraph to paragraph")],
  ["Shift+→", "", t("select words")],
  ["Delete", "", t("take out what is selected, or the paragraph; once more puts it back")],
  ["Alt+↑", "Alt+↓", t("move the paragraph")],
] as const;

function Keys() {
  return (
    <dl id="preview-keys" className="preview-keys small faint">
      {keys.map(([one, other, what]) => (
        <div key={what}>
          <dt>
            <KeyCap keys={one} />
            {other && <KeyCap keys={other} />}
          </dt>
          <dd>{what}</dd>
        </div>
      ))}
    </dl>
  );
}
