import { useState } from "react";
import type { Id } from "../../../shared/model/annotation.ts";
import { useReport } from "../session.ts";
import { EntityDetail } from "./entity-detail.tsx";
import { EntityList } from "./entity-list.tsx";
import "./entities.css";

/** The report's entities: a list, and one of them in full. */
export function EntityPanel() {
  const [opened, setOpened] = useState<Id | null>(null);
  const [isOpen, setOpen] = useState(false);
  const [filter, setFilter] = useState("");
  const entity = useReport((state) =>
    opened === null || !isOpen ? null : (state.entities.get(opened) ?? null),
  );
  const open = (id: Id) => {
    setOpened(id);
    setOpen(true);
  };
  if (entity) return <EntityDetail key={entity.id} entity={entity} onBack={() => setOpen(false)} />;
  return <EntityList filter={filter} onFilter={setFilter} came={opened} onOpen={open} />;
}
