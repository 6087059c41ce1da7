import { type KeyboardEvent, type ReactNode, useId, useState } from "react";

export interface PanelTab {
  id: string;
  title: ReactNode;
  panel: ReactNode;
}

interface PanelTabsProps {
  label: string;
  tabs: readonly PanelTab[];
  first: string;
}

/**
 * Panels of which one shows; the arrow keys go from tab to tab. Looks like react-aria's tabs, and does
 * not, as they do, search a panel for something to focus whenever a row of its list changes.
 */
export function PanelTabs({ label, tabs, first }: PanelTabsProps) {
  const id = useId();
  const [chosen, setChosen] = useState(first);
  const shown = tabs.find((tab) => tab.id === chosen) ?? tabs[0];
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const next = shown && tabFor(event.key, tabs, shown);
    if (!next) return;
    event.preventDefault();
    setChosen(next.id);
    document.getElementById(`${id}-${next.id}`)?.focus();
  };
  return (
    <div className="side-panel-lists">
      <div className="react-aria-TabList" role="tablist" aria-label={label} onKeyDown={onKeyDown}>
        {tabs.map((tab) => (
          <button
            key={tab.id}
            id={`${id}-${tab.id}`}
            type="button"
            role="tab"
            className="react-aria-Tab"
            aria-selected={tab === shown}
            aria-controls={`${id}-panel`}
            tabIndex={tab === shown ? 0 : -1}
            data-selected={tab === shown || undefined}
            onClick={() => setChosen(tab.id)}
          >
            {tab.title}
          </button>
        ))}
      </div>
      <div
        key={shown?.id}
        id={`${id}-panel`}
        role="tabpanel"
        aria-labelledby={`${id}-${shown?.id}`}
        className="side-panel-list"
      >
        {shown?.panel}
      </div>
    </div>
  );
}

function tabFor(key: string, tabs: readonly PanelTab[], shown: PanelTab): PanelTab | undefined {
  const at = tabs.indexOf(shown);
  const targets: Record<string, number> = {
    ArrowRight: (at + 1) % tabs.length,
    ArrowLeft: (at + tabs.length - 1) % tabs.length,
    Home: 0,
    End: tabs.length - 1,
  };
  const target = targets[key];
  return target === undefined ? undefined : tabs[target];
}
