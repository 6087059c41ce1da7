import { Merge, PanelRightOpen, Plus, Table } from "lucide-react";
import { memo, useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { Id } from "../../../shared/model/annotation.ts";
import type { Scheme } from "../../../shared/model/scheme.ts";
import { Button, IconButton } from "../../look/button.tsx";
import { SearchField } from "../../look/fields.tsx";
import { MenuButton, MenuItem } from "../../look/menu.tsx";
import { VirtualList } from "../../look/virtual-list.tsx";
import { pageLanguage, t } from "../../messages.ts";
import { runCommand } from "../../shell/commands.ts";
import { shownKey } from "../../state/command-keys.ts";
import { useReport, useSession } from "../session.ts";
import { EntityRowView } from "./entity-row.tsx";
import { type EntityRow, entityRows, heightOf } from "./entity-rows.ts";
import { toggled } from "./toggled.ts";

interface EntityListProps {
  filter: string;
  onFilter: (filter: string) => void;
  /** The entity that was looked at last. */
  came: Id | null;
  onOpen: (entity: Id) => void;
}

export function EntityList({ filter, onFilter, came, onOpen }: EntityListProps) {
  const { scheme, store, goTo } = useSession();
  const entities = useReport((state) => state.entities);
  const entitySpans = useReport((state) => state.entitySpans);
  const [current, setCurrent] = useState<Id | null>(came);
  const [selected, setSelected] = useState<ReadonlySet<Id>>(new Set());
  const place = useRef<HTMLDivElement>(null);
  // Whoever comes back from an entity goes on in the list; an entity that undo took away calls nobody.
  useEffect(() => {
    if (came !== null && document.activeElement === document.body)
      place.current?.querySelector<HTMLElement>("[role=listbox]")?.focus();
  }, [came]);
  const rows = useMemo(
    () => entityRows({ entities, entitySpans }, scheme, filter),
    [entities, entitySpans, scheme, filter],
  );

  const show = (entity: Id) => {
    setCurrent(entity);
    const first = store.state().entitySpans.get(entity)?.[0];
    if (first) goTo(first.id);
  };
  const toggle = useCallback((entity: Id) => setSelected((old) => toggled(old, entity)), []);
  const drawRow = useCallback(
    (row: EntityRow) => <EntityRowView row={row} onToggle={() => toggle(row.id)} />,
    [toggle],
  );

  return (
    <>
      <EntityTools
        filter={filter}
        onFilter={onFilter}
        selected={selected}
        current={current}
        onMerged={setSelected}
        onOpen={onOpen}
      />
      {rows.length === 0 && <NoEntities isFiltered={filter !== ""} />}
      <div className="entity-list" ref={place} data-choosing={selected.size > 0 || undefined}>
        <VirtualList
          label={t("Entities")}
          rows={rows}
          rowHeight={heightOf}
          current={current}
          onMove={(row) => show(row.id)}
          onOpen={(row) => onOpen(row.id)}
          selected={selected}
          onToggle={(row) => toggle(row.id)}
        >
          {drawRow}
        </VirtualList>
      </div>
    </>
  );
}

interface EntityToolsProps {
  filter: string;
  onFilter: (filter: string) => void;
  selected: ReadonlySet<Id>;
  /** Where the keyboard is in the list. */
  current: Id | null;
  onMerged: (selected: ReadonlySet<Id>) => void;
  onOpen: (entity: Id) => void;
}

const EntityTools = memo(function EntityTools(props: EntityToolsProps) {
  const { filter, onFilter, selected, current, onMerged, onOpen } = props;
  const { actions, scheme, store } = useSession();
  const isClosed = useReport((state) => state.status !== "open");
  const merge = () => {
    const { entities } = store.state();
    const [into, ...from] = [...selected].filter((id) => entities.has(id));
    if (into !== undefined && from.length > 0) actions.mergeEntities(into, from);
    onMerged(new Set());
  };
  const add = async (kind: string) => {
    const entity = await actions.addEntity(kind, `New ${kind}`);
    if (entity !== null) onOpen(entity);
  };
  return (
    <div className="panel-tools">
      <div className="grow">
        <SearchField
          label={t("Filter entities")}
          placeholder={t("Filter")}
          value={filter}
          onChange={onFilter}
        />
      </div>
      <IconButton
        label={t("Open the entity")}
        icon={PanelRightOpen}
        keys="Enter"
        isDisabled={current === null}
        onPress={() => current !== null && onOpen(current)}
      />
      <Button icon={Merge} isDisabled={isClosed || selected.size < 2} onPress={merge}>
        {t(selected.size > 1 ? "Merge {count, number}" : "Merge", { count: selected.size })}
      </Button>
      <IconButton
        label={t("Table of entities")}
        icon={Table}
        keys={shownKey("entity.table") ?? ""}
        onPress={() => runCommand("entity.table")}
      />
      {!isClosed && scheme.kinds.length > 0 && (
        <MenuButton label={t("Add an entity")} icon={Plus} hideLabel>
          {scheme.kinds.map(({ name }) => (
            <MenuItem key={name} label={name} onAction={() => void add(name)} />
          ))}
        </MenuButton>
      )}
    </div>
  );
});

function NoEntities({ isFiltered }: { isFiltered: boolean }) {
  const { scheme } = useSession();
  return (
    <p className="panel-empty soft">
      {isFiltered ? t("No entity has these letters in its name.") : howToBegin(scheme)}
    </p>
  );
}

function howToBegin({ kinds }: Scheme): string {
  if (kinds.length === 0)
    return t(
      "This scheme has no kinds of entities. Give a label a kind, and its spans can be linked.",
    );
  const names = new Intl.ListFormat(pageLanguage, { type: "disjunction" }).format(
    kinds.map(({ name }) => name),
  );
  return t("What the report speaks of comes together here: mark a {names} to begin.", { names });
}
