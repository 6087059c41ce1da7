import { openCorrection } from "../correct/open-correction.ts";
import { openHistory } from "../history/history-about.ts";
import { Splitter } from "../look/splitter.tsx";
import { t } from "../messages.ts";
import { usePaletteSource } from "../palette/sources.ts";
import { runCommand, useCommands } from "../shell/commands.ts";
import { BesideText } from "../source/beside-text.tsx";
import { useOriginal } from "../source/use-original.ts";
import { EntityDrawer } from "./entities/table/entity-drawer.tsx";
import { shapeCommands } from "./key-intents.ts";
import { LabelBar } from "./label-bar.tsx";
import type { Picking } from "./label-picker.tsx";
import { motionIds } from "./motions.ts";
import { useNavigation } from "./navigation.ts";
import { paletteEntries } from "./palette-entries.ts";
import { perform } from "./perform.ts";
import { Outline } from "./reading/outline.tsx";
import { markSectionRead, skipSection } from "./reading/reading-actions.ts";
import { showsAllRelations } from "./relations/relating.ts";
import { ReportHeader } from "./report-header.tsx";
import { ReportView } from "./report-view.tsx";
import { type Session, selectActive, useSession } from "./session.ts";
import { showReportTab } from "./side/show-report-tab.ts";
import { SidePanel } from "./side/side-panel.tsx";
import { toggleTags } from "./tags.ts";
import { useTextFirst } from "./text-first.ts";
import { usePane } from "./use-pane.ts";

interface WorkspaceProps {
  picking: Picking;
  onPicked: () => void;
}

/** The outline, the report and the side panel; the two at the sides can be put away. */
export function Workspace({ picking, onPicked }: WorkspaceProps) {
  const session = useSession();
  const navigation = useNavigation(session);
  const original = useOriginal();
  // Beside the original the text comes first, then the panel, then the outline.
  const [hasOutline, toggleOutline] = usePane("outline", original.isShown ? 1600 : 1200);
  const [hasPanel, togglePanel] = usePane("side panel", original.isShown ? 1100 : 800);
  const [isTextShown, whenThere] = useTextFirst();

  usePaletteSource(() => paletteEntries(session));
  useCommands({
    ...spanCommands(session),
    "report.previous": () => navigation.go("previous"),
    "report.next": () => navigation.go("next"),
    "report.finish": navigation.finish,
    "report.finishSkipping": navigation.finishSkipping,
    "section.read": () => markSectionRead(session),
    "section.skip": () => skipSection(session),
    "report.reopen": () => void session.actions.setStatus("open").then(session.focusText),
    "report.labels": () => whenThere(showReportTab),
    // The table itself hears its key, once it is there.
    "entity.table": () => whenThere(() => runCommand("entity.table")),
    "report.unsure": () => session.actions.setReportUnsure(!session.store.state().unsure),
    "view.relations": () => showsAllRelations.set(!showsAllRelations.get()),
    "report.correct": () => correctHere(session),
    "view.outline": toggleOutline,
    "view.panel": togglePanel,
    "view.source": original.toggle,
    "view.history": () => showHistory(session),
    "view.tags": toggleTags,
  });

  const reading = (
    <BesideText original={original}>
      <section className="reading" aria-label={t("Report")}>
        {isTextShown ? <LabelBar /> : <div className="label-bar" />}
        <ReportView picking={picking} onPicked={onPicked} />
        {isTextShown && <EntityDrawer />}
      </section>
    </BesideText>
  );
  return (
    <div className="annotate">
      {isTextShown ? (
        <ReportHeader
          navigation={navigation}
          original={original}
          onOutline={toggleOutline}
          onPanel={togglePanel}
        />
      ) : (
        <header className="report-header" />
      )}
      <div className={columns(hasOutline, hasPanel)}>
        <Splitter
          label={t("Width of the outline")}
          side="start"
          initial={200}
          min={140}
          max={360}
          storeAs="outline"
          panel={hasOutline && isTextShown && <Outline />}
        >
          <Splitter
            label={t("Width of the side panel")}
            side="end"
            initial={344}
            min={280}
            max={560}
            storeAs="side panel"
            panel={hasPanel && (isTextShown ? <SidePanel /> : <div className="side-panel" />)}
          >
            {reading}
          </Splitter>
        </Splitter>
      </div>
    </div>
  );
}

/** What is put away is hidden by its class: taking the pane out of the tree would make a new editor. */
function columns(hasOutline: boolean, hasPanel: boolean): string {
  const hidden = [!hasOutline && "without-outline", !hasPanel && "without-panel"];
  return ["annotate-columns", ...hidden.filter((name) => name !== false)].join(" ");
}

/** Of the report, and of the chosen span and what it speaks of. */
function showHistory({ store }: Session): void {
  const state = store.state();
  const span = selectActive(state);
  const entity = span?.entity == null ? null : (state.entities.get(span.entity) ?? null);
  openHistory({ report: state.report.id, span, entity });
}

/** What is selected, or where the caret is, is what the correction begins with. */
function correctHere({ store, editor }: Session): void {
  const caret = editor.current?.caret() ?? 0;
  const at = editor.current?.selection() ?? { start: caret, end: caret };
  openCorrection({ report: store.state().report.id, at });
}

const spanCommandIds = [
  ...motionIds,
  "text.previousPhrase",
  "text.nextPhrase",
  "text.snap",
  "span.again",
  "span.repeat",
  "span.markAll",
  ...shapeCommands,
  "span.label",
  "span.previous",
  "span.next",
  "span.edit",
  "span.remove",
  "span.move",
  "span.nextFlagged",
  "span.unsure",
  "span.note",
  "relation.draw",
  "span.looked",
  "entity.new",
  "entity.positive",
  "entity.negative",
  "text.focus",
] as const;

function spanCommands(session: Session) {
  return Object.fromEntries(
    spanCommandIds.map((id) => [id, () => perform(session, { do: "command", id })]),
  );
}
