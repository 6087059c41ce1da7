import type { KeyboardEvent, ReactNode } from "react";
import { inNumber, t } from "../../messages.ts";
import type { ReportState } from "../../state/report-state.ts";
import { EntityPanel } from "../entities/entity-panel.tsx";
import { SpanInspector } from "../inspector/span-inspector.tsx";
import { useProblems } from "../problems/use-problems.ts";
import { useReport, useSession } from "../session.ts";
import { type PanelTab, PanelTabs } from "./panel-tabs.tsx";
import { ReportLabels } from "./report-labels.tsx";
import { SpanList } from "./span-list.tsx";
import { ToLookAt } from "./to-look-at.tsx";
import "./side-panel.css";

/** The active span above; the report's entities and spans below. Neither moves the other. */
export function SidePanel() {
  const { focusText, scheme } = useSession();
  const hasProblems = useProblems((problems) => problems.list().length > 0);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    event.preventDefault();
    focusText();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only hears Escape from the fields inside
    <div className="side-panel" onKeyDown={onKeyDown}>
      <SpanInspector />
      <PanelTabs
        label={t("Lists")}
        tabs={hasProblems ? [...lists, toLookAt] : lists}
        first={scheme.kinds.length > 0 ? "entities" : "spans"}
      />
    </div>
  );
}

type CountIn = (state: ReportState) => number;

const tab = (id: string, name: string, of: CountIn, panel: ReactNode): PanelTab => ({
  id,
  title: (
    <>
      {name} <Count of={of} />
    </>
  ),
  panel,
});

const lists = [
  tab("entities", t("Entities"), (state) => state.entities.size, <EntityPanel />),
  tab("spans", t("Spans"), (state) => state.order.length, <SpanList />),
  tab("report", t("Report"), (state) => Object.keys(state.labels).length, <ReportLabels />),
];
const toLookAt: PanelTab = {
  id: "to-look-at",
  title: (
    <>
      {t("To look at")} <ProblemCount />
    </>
  ),
  panel: <ToLookAt />,
};

function ProblemCount() {
  const count = useProblems((problems) => problems.list().length);
  return <span className="faint numeric">{inNumber(count)}</span>;
}

/** Draws itself anew when it changes, and not the tabs around it. */
function Count({ of }: { of: CountIn }) {
  const count = useReport(of);
  return <span className="faint numeric">{inNumber(count)}</span>;
}
