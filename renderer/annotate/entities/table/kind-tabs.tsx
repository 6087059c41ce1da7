import { type KeyboardEvent, useDeferredValue, useMemo } from "react";
import type { KindDefinition } from "../../../../shared/model/scheme.ts";
import { inNumber, t } from "../../../messages.ts";
import type { ReportState } from "../../../state/report-state.ts";
import { useReport } from "../../session.ts";

interface KindTabsProps {
  kinds: readonly KindDefinition[];
  chosen: string;
  onChoose: (kind: string) => void;
}

/** The kinds of the scheme, each with how many entities the report has of it; arrow keys go from one to the next. */
export function KindTabs({ kinds, chosen, onChoose }: KindTabsProps) {
  const at = kinds.findIndex(({ name }) => name === chosen);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const next = step && kinds[(at + step + kinds.length) % kinds.length];
    if (!next) return;
    event.preventDefault();
    const tabs = event.currentTarget.querySelectorAll<HTMLElement>("button");
    tabs[kinds.indexOf(next)]?.focus();
    onChoose(next.name);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw a frame of its own
    <div className="kind-tabs" role="group" aria-label={t("Kind")} onKeyDown={onKeyDown}>
      {kinds.map(({ name }) => (
        <button
          key={name}
          type="button"
          className="kind-tab"
          aria-pressed={name === chosen}
          tabIndex={name === chosen ? 0 : -1}
          onClick={() => onChoose(name)}
        >
          {name} <KindCount kind={name} />
        </button>
      ))}
    </div>
  );
}

function KindCount({ kind }: { kind: string }) {
  const entities = useDeferredValue(useReport((state) => state.entities));
  const count = useMemo(() => countOf(kind, entities), [kind, entities]);
  return <span className="faint numeric">{inNumber(count)}</span>;
}

function countOf(kind: string, entities: ReportState["entities"]): number {
  let found = 0;
  for (const entity of entities.values()) if (entity.kind === kind) found += 1;
  return found;
}
