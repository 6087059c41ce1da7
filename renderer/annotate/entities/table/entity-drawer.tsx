import { Copy, X } from "lucide-react";
import { useDeferredValue, useMemo, useRef, useState } from "react";
import type { KindDefinition } from "../../../../shared/model/scheme.ts";
import { Button, IconButton } from "../../../look/button.tsx";
import { MovableBorder, useExtent } from "../../../look/movable-border.tsx";
import { t } from "../../../messages.ts";
import { useCommands } from "../../../shell/commands.ts";
import { useReport, useSession } from "../../session.ts";
import { usePane } from "../../use-pane.ts";
import { columnsOf, rowsOf, type Sorting, sorted } from "./columns.ts";
import { EntityTable } from "./entity-table.tsx";
import { KindTabs } from "./kind-tabs.tsx";

// No window is this wide, so the drawer comes only when somebody asks for it.
const never = 100_000;

/** The report's entities as tables, below its text; one key opens it, goes into it, and puts it away. */
export function EntityDrawer() {
  const { focusText } = useSession();
  const [isShown, toggle] = usePane("table of entities", never);
  const grid = useRef<HTMLDivElement>(null);
  const close = () => {
    toggle();
    focusText();
  };
  useCommands({
    "entity.table": () => {
      if (!isShown) toggle();
      else if (document.activeElement === grid.current) close();
      else grid.current?.focus();
    },
  });
  return isShown ? <OpenDrawer grid={grid} onClose={close} /> : null;
}

interface OpenDrawerProps {
  grid: React.RefObject<HTMLDivElement | null>;
  onClose: () => void;
}

function OpenDrawer({ grid, onClose }: OpenDrawerProps) {
  const { scheme } = useSession();
  const extent = useExtent("height of the table of entities", 260, 120, 640);
  const [chosen, setChosen] = useState<string | null>(null);
  const first = scheme.kinds.find(isOfResults) ?? scheme.kinds[0];
  const kind = scheme.kinds.find(({ name }) => name === chosen) ?? first;
  return (
    <section
      className="entity-drawer"
      aria-label={t("Table of entities")}
      style={{ height: extent.size }}
    >
      <MovableBorder label={t("Height of the table")} of="below" extent={extent} />
      <header className="row">
        <KindTabs kinds={scheme.kinds} chosen={kind?.name ?? ""} onChoose={setChosen} />
        <span className="grow" />
        <Button variant="quiet" icon={Copy} onPress={() => copyFrom(grid.current)}>
          {t("Copy")}
        </Button>
        <IconButton label={t("Close the table")} icon={X} size="small" onPress={onClose} />
      </header>
      {kind ? (
        <KindTable key={kind.name} kind={kind} grid={grid} />
      ) : (
        <p className="panel-empty soft">{t("This scheme has no kinds of entities.")}</p>
      )}
    </section>
  );
}

function KindTable({ kind, grid }: { kind: KindDefinition; grid: OpenDrawerProps["grid"] }) {
  // A mark is drawn first, and the table after it.
  const entities = useDeferredValue(useReport((state) => state.entities));
  const entitySpans = useDeferredValue(useReport((state) => state.entitySpans));
  const isClosed = useReport((state) => state.status !== "open");
  const [sorting, setSorting] = useState<Sorting>({ by: null, isDescending: false });
  const columns = useMemo(() => columnsOf(kind), [kind]);
  const rows = useMemo(
    () => rowsOf(kind.name, entities, entitySpans),
    [kind.name, entities, entitySpans],
  );
  const shown = useMemo(() => sorted(rows, columns, sorting), [rows, columns, sorting]);
  return (
    <EntityTable
      kind={kind}
      columns={columns}
      rows={shown}
      sorting={sorting}
      onSort={setSorting}
      isClosed={isClosed}
      grid={grid}
    />
  );
}

const isOfResults = ({ fields }: KindDefinition) =>
  fields.some(({ choices }) => choices.includes("positive"));

/** The page's own copying asks for no permission; the grid puts the table in. */
function copyFrom(grid: HTMLElement | null): void {
  grid?.focus();
  document.execCommand("copy");
}
