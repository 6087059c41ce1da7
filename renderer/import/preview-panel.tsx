import { ArrowLeft, ArrowRight } from "lucide-react";
import { firstChoices } from "../../shared/extract/choices.ts";
import type { StagedFile } from "../../shared/staged.ts";
import { Button, IconButton } from "../look/button.tsx";
import { KeyCap } from "../look/key-cap.tsx";
import { PreviewEncoding } from "./preview-encoding.tsx";
import { KindLegend, LeftOutLegend, TakenOut } from "./preview-legend.tsx";
import { quoted, repairWords } from "./repair-words.ts";
import type { Preview } from "./use-preview.ts";
import { type Repairing, segmentAt } from "./use-repairing.ts";

interface PreviewPanelProps {
  preview: Preview;
  repairing: Repairing;
  file: StagedFile;
}

/** The repair at hand, the legend with its counts, and what the reader had to say. */
export function PreviewPanel({ preview, repairing, file }: PreviewPanelProps) {
  const isChanged = hasChoices(preview);
  return (
    <aside className="preview-panel" aria-label="Repairs">
      <AtHand preview={preview} repairing={repairing} />
      <KindLegend preview={preview} repairing={repairing} />
      <LeftOutLegend preview={preview} />
      <TakenOut preview={preview} />
      {isChanged && (
        <Button variant="quiet" onPress={() => preview.change(firstChoices(preview.extracted))}>
          All as it was read
        </Button>
      )}
      <PreviewEncoding preview={preview} file={file} />
      <Said title="To be looked at" sentences={file.warnings} />
      <Said title="Good to know" sentences={file.notes} />
      <Keys />
    </aside>
  );
}

function Said({ title, sentences }: { title: string; sentences: readonly string[] }) {
  if (sentences.length === 0) return null;
  return (
    <section className="stack">
      <h2>{title}</h2>
      {sentences.map((sentence) => (
        <p key={sentence} className="small soft">
          {sentence}
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

/** What the keyboard is at, said as it goes from one to the next. */
function AtHand({ preview: { views }, repairing }: Omit<PreviewPanelProps, "file">) {
  const { cursor, goStop, toggle } = repairing;
  const view = cursor && views.find(({ index }) => index === cursor.block);
  const segment = segmentAt(view, cursor);
  const isLeftOut = view?.kind === "left-out";
  return (
    <section className="at-hand">
      <div className="row">
        <IconButton label="Previous repair" keys="←" icon={ArrowLeft} onPress={() => goStop(-1)} />
        <IconButton label="Next repair" keys="→" icon={ArrowRight} onPress={() => goStop(1)} />
        <span className="grow" />
        {(segment || isLeftOut) && (
          <Button keys="Space" onPress={toggle}>
            {segment
              ? segment.isRefused
                ? "Take"
                : "Refuse"
              : view?.isOut
                ? "Put back"
                : "Leave out"}
          </Button>
        )}
      </div>
      <div role="status" className="small">
        {segment?.repair && (
          <>
            <p className="strong">
              {repairWords[segment.repair]}
              {segment.isRefused && <span className="faint">, refused</span>}
            </p>
            <p className="soft">
              {quoted(segment.original)} in the file
              {segment.isRefused ? ", kept" : ` → ${quoted(segment.text)}`}
            </p>
            {segment.because && <p className="soft">{segment.because}</p>}
          </>
        )}
        {isLeftOut && <p className="soft">{view.isOut ? "Not in the text" : "Put back"}</p>}
        {!segment && !isLeftOut && <p className="faint">No repair is chosen.</p>}
      </div>
    </section>
  );
}

const keys = [
  ["←", "→", "from repair to repair"],
  ["Space", "", "refuse or take it"],
  ["a", "", "all of its kind"],
  ["↑", "↓", "from paragraph to paragraph"],
  ["Shift+→", "", "select words"],
  ["Delete", "", "take out what is selected, or the paragraph; once more puts it back"],
  ["Alt+↑", "Alt+↓", "move the paragraph"],
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
