import { useEffect, useRef, useState } from "react";
import type { IdentifierKind } from "../../shared/deidentify/candidate.ts";
import type { Decision } from "../../shared/deidentify/layer.ts";
import type { EditorHandle } from "../editor/editor-handle.ts";
import { Splitter } from "../look/splitter.tsx";
import { toast } from "../look/toasts.tsx";
import { t } from "../messages.ts";
import { runCommand, useCommands } from "../shell/commands.ts";
import { commandPressed } from "../state/command-keys.ts";
import { AddIdentifier } from "./add-identifier.tsx";
import { CandidateList } from "./candidate-list.tsx";
import { CandidateText } from "./candidate-text.tsx";
import { DecisionBar } from "./decision-bar.tsx";
import { addByHand, decide, nextOpen } from "./review-actions.ts";
import type { OpenReview } from "./use-identifiers.ts";

interface ReportReviewProps {
  review: OpenReview;
  /** Whether the text that the report has now was looked through. */
  isScanned: boolean;
  /** Nothing of this report is open any more. */
  onDone: () => void;
}

/** One report with its candidates: text, list, and what can be said of the chosen one. */
export function ReportReview({ review, isScanned, onDone }: ReportReviewProps) {
  const { report, candidates } = review;
  const place = useRef<HTMLDivElement>(null);
  const editor = useRef<EditorHandle | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const current = candidates.find(({ id }) => id === chosen) ?? nextOpen(candidates, null);
  const candidate = current ?? candidates[0] ?? null;
  const active = candidate?.id ?? null;
  useFocusOnList(place, candidates.length > 0);

  const goOn = (decidedAlike = false) => {
    const next = nextOpen(candidates, active, decidedAlike);
    if (next) setChosen(next.id);
    else onDone();
  };
  const say = async (decision: Decision, alike = false) => {
    if (candidate && (await decide(candidate, decision, alike))) goOn(alike);
  };
  const step = (by: 1 | -1) => () => {
    const at = candidates.findIndex(({ id }) => id === active);
    setChosen(candidates[at + by]?.id ?? active);
  };
  useCommands({
    "span.previous": step(-1),
    "span.next": step(1),
    "identifier.next": () => goOn(),
    "identifier.accept": () => void say("accepted"),
    "identifier.refuse": () => void say("refused"),
    "identifier.acceptAlike": () => void say("accepted", true),
    "identifier.refuseAlike": () => void say("refused", true),
    "text.focus": () => focusList(place.current),
  });

  const add = async (kind: IdentifierKind) => {
    const range = editor.current?.selection();
    if (range) await addByHand(report.id, report.text, range, kind);
    else toast({ text: t("Select the words first that tell who somebody is.") });
  };
  const panel = (
    <section className="deidentify-candidates" aria-label={t("Identifiers of the report")}>
      {candidates.length === 0 ? (
        <p className="panel-empty soft">
          {isScanned
            ? t("No identifier was found in this report.")
            : t("This report was not looked through for identifiers yet.")}
        </p>
      ) : (
        <CandidateList
          candidates={candidates}
          current={active}
          onMove={setChosen}
          onAccept={() => void say("accepted")}
          onRefuse={() => void say("refused")}
        />
      )}
      <DecisionBar candidate={candidate} />
      <AddIdentifier onAdd={(kind) => void add(kind)} />
    </section>
  );
  return (
    <div className="deidentify-review" ref={place}>
      <Splitter
        label={t("Width of the identifiers")}
        side="end"
        initial={360}
        min={300}
        max={520}
        storeAs="identifiers"
        panel={panel}
      >
        <CandidateText
          review={review}
          active={active}
          editor={editor}
          onActivate={setChosen}
          onKey={leaveText}
        />
      </Splitter>
    </div>
  );
}

/** The editor would keep Escape for itself. */
function leaveText(event: KeyboardEvent): boolean {
  return commandPressed(event, ["text.focus"]) !== null && runCommand("text.focus");
}

/** The arrow keys go through the candidates at once, but for who goes through the reports. */
function useFocusOnList(place: React.RefObject<HTMLElement | null>, isThere: boolean): void {
  useEffect(() => {
    const isAmongReports = document.activeElement?.closest(".deidentify [role=listbox]");
    if (isThere && !isAmongReports) focusList(place.current);
  }, [place, isThere]);
}

function focusList(place: HTMLElement | null): void {
  place?.querySelector<HTMLElement>("[role=listbox]")?.focus();
}
