import type { KeyboardEvent } from "react";
import { Tab, TabList, TabPanel, Tabs } from "react-aria-components";
import { EntityPanel } from "./entities/entity-panel.tsx";
import { SpanInspector } from "./inspector/span-inspector.tsx";
import { useReport, useSession } from "./session.ts";
import { SpanList } from "./span-list.tsx";
import "./side-panel.css";

/** The active span above; the report's entities and spans below. Neither moves the other. */
export function SidePanel() {
  const { focusText } = useSession();
  const entities = useReport((state) => state.entities.size);
  const spans = useReport((state) => state.order.length);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    event.preventDefault();
    focusText();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only hears Escape from the fields inside
    <div className="side-panel" onKeyDown={onKeyDown}>
      <SpanInspector />
      <Tabs className="side-panel-lists">
        <TabList aria-label="Lists">
          <Tab id="entities">
            Entities <span className="faint numeric">{entities.toLocaleString()}</span>
          </Tab>
          <Tab id="spans">
            Spans <span className="faint numeric">{spans.toLocaleString()}</span>
          </Tab>
        </TabList>
        <TabPanel id="entities" className="side-panel-list">
          <EntityPanel />
        </TabPanel>
        <TabPanel id="spans" className="side-panel-list">
          <SpanList />
        </TabPanel>
      </Tabs>
    </div>
  );
}
