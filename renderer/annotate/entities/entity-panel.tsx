import { useState } from "react";
import type { Id } from "../../../shared/model/annotation.ts";
import { useReport } from "../session.ts";
import { EntityDetail } from "./entity-detail.tsx";
import { EntityList } from "./entity-list.tsx";
import "./entities.css";

/** The report's entities: a list, and one of them in full. */
export function EntityPanel() {
  const [opened, setOpened] = useState<Id | null>(null);
  const [filter, setFilter] = useState("");
  const entity = useReport((state) =>
    opened === null ? null : (state.entities.get(opened) ?? null),
  );
  if (entity) return <EntityDetail entity={entity} onBack={() => setOpened(null)} />;
  return <EntityList filter={filter} onFilter={setFilter} came={opened} onOpen={setOpened} />;
}
