import { Splitter } from "../look/splitter.tsx";
import { useCommands } from "../shell/commands.ts";
import { LabelBar } from "./label-bar.tsx";
import type { Picking } from "./label-picker.tsx";
import { useNavigation } from "./navigation.ts";
import { Outline } from "./outline.tsx";
import { perform } from "./perform.ts";
import { ReportHeader } from "./report-header.tsx";
import { ReportView } from "./report-view.tsx";
import { type Session, useSession } from "./session.ts";
import { SidePanel } from "./side-panel.tsx";
import { useTextIsShown } from "./text-first.ts";
import { usePane } from "./use-pane.ts";

interface WorkspaceProps {
  picking: Picking;
  onPicked: () => void;
}

/** The outline, the report and the side panel; the two at the sides can be put away. */
export function Workspace({ picking, onPicked }: WorkspaceProps) {
  const session = useSession();
  const navigation = useNavigation(session);
  const [hasOutline, toggleOutline] = usePane(1200);
  const [hasPanel, togglePanel] = usePane(800);
  const isTextShown = useTextIsShown();

  useCommands({
    ...spanCommands(session),
    "report.previous": () => navigation.go("previous"),
    "report.next": () => navigation.go("next"),
    "report.finish": navigation.finish,
    "report.reopen": () => void session.actions.setStatus("open").then(session.focusText),
    "view.outline": toggleOutline,
    "view.panel": togglePanel,
  });

  const reading = (
    <section className="reading" aria-label="Report">
      {isTextShown ? <LabelBar /> : <div className="label-bar" />}
      <ReportView picking={picking} onPicked={onPicked} />
    </section>
  );
  return (
    <div className="annotate">
      {isTextShown ? (
        <ReportHeader navigation={navigation} onOutline={toggleOutline} onPanel={togglePanel} />
      ) : (
        <header className="report-header" />
      )}
      <div className={columns(hasOutline, hasPanel)}>
        <Splitter
          label="Width of the outline"
          side="start"
          initial={200}
          min={140}
          max={360}
          storeAs="outline"
          panel={hasOutline && isTextShown && <Outline />}
        >
          <Splitter
            label="Width of the side panel"
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

const spanCommandIds = [
  "span.label",
  "span.previous",
  "span.next",
  "span.edit",
  "span.remove",
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
