import type { KeyboardEvent } from "react";
import { Tab, TabList, TabPanel, Tabs } from "react-aria-components";
import type { ReportState } from "../state/report-state.ts";
import { EntityPanel } from "./entities/entity-panel.tsx";
import { SpanInspector } from "./inspector/span-inspector.tsx";
import { ReportLabels } from "./report-labels.tsx";
import { useReport, useSession } from "./session.ts";
import { SpanList } from "./span-list.tsx";
import "./side-panel.css";

/** The active span above; the report's entities and spans below. Neither moves the other. */
export function SidePanel() {
  const { focusText, scheme } = useSession();
  const isLabelled = useReport((state) => Object.keys(state.labels).length > 0);
  const hasLabels = isLabelled || scheme.reportLabels.length > 0;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    event.preventDefault();
    focusText();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only hears Escape from the fields inside
    <div className="side-panel" onKeyDown={onKeyDown}>
      <SpanInspector />
      <Tabs
        className="side-panel-lists"
        defaultSelectedKey={scheme.kinds.length > 0 ? "entities" : "spans"}
      >
        <TabList aria-label="Lists">
          <Tab id="entities">
            Entities <Count of={(state) => state.entities.size} />
          </Tab>
          <Tab id="spans">
            Spans <Count of={(state) => state.order.length} />
          </Tab>
          {hasLabels && (
            <Tab id="report">
              Report <Count of={(state) => Object.keys(state.labels).length} />
            </Tab>
          )}
        </TabList>
        <TabPanel id="entities" className="side-panel-list">
          <EntityPanel />
        </TabPanel>
        <TabPanel id="spans" className="side-panel-list">
          <SpanList />
        </TabPanel>
        {hasLabels && (
          <TabPanel id="report" className="side-panel-list">
            <ReportLabels />
          </TabPanel>
        )}
      </Tabs>
    </div>
  );
}

/** Draws itself anew when it changes, and not the tabs around it. */
function Count({ of }: { of: (state: ReportState) => number }) {
  const count = useReport(of);
  return <span className="faint numeric">{count.toLocaleString()}</span>;
}
