import { NotebookPen, X } from "lucide-react";
import { useMemo, useState } from "react";
import type { Id, Relation } from "../../../shared/model/annotation.ts";
import { IconButton } from "../../look/button.tsx";
import { t } from "../../messages.ts";
import { useReport, useSession } from "../session.ts";
import { type Part, takesPartIn } from "../taking-part.ts";
import { DraftField } from "./draft-field.tsx";

/** Relations, events and groups that a span or an entity takes part in, to read; each other end can be gone to. */
export function LinkedAnnotations({ of }: { of: Id }) {
  const { store } = useSession();
  const relations = useReport((state) => state.relations);
  const events = useReport((state) => state.events);
  const groups = useReport((state) => state.groups);
  const parts = useMemo(
    () => takesPartIn(of, { ...store.state(), relations, events, groups }),
    [of, store, relations, events, groups],
  );
  if (parts.length === 0) return null;
  return (
    <section className="inspector-part" aria-label={t("Relations, events and groups")}>
      <h3 className="field-label">{t("Takes part in")}</h3>
      <ul className="stack">
        {parts.map((part) =>
          part.relation ? (
            <RelationRow key={part.id} part={part} relation={part.relation} />
          ) : (
            <li key={part.id} className="taking-part">
              <span className="soft">{part.what}</span>
              <Ends part={part} />
            </li>
          ),
        )}
      </ul>
    </section>
  );
}

function Ends({ part: { others } }: { part: Part }) {
  return others.map(({ role, target, text }) => (
    <End key={`${role} ${target}`} role={role} target={target} text={text} />
  ));
}

/** A relation: its other end to go to, its note, and the way to remove it. */
function RelationRow({ part, relation }: { part: Part; relation: Relation }) {
  const { actions } = useSession();
  const isClosed = useReport((state) => state.status !== "open");
  const [isNoting, setNoting] = useState(false);
  const { id, note } = relation;
  return (
    <li>
      <div className="relation-row">
        <span className="soft truncate">{part.what}</span>
        <Ends part={part} />
        <IconButton
          label={t("Note on {what}", { what: part.what })}
          icon={NotebookPen}
          size="small"
          aria-expanded={isNoting || note !== ""}
          onPress={() => setNoting(!isNoting)}
        />
        <IconButton
          label={t("Remove {what}", { what: part.what })}
          icon={X}
          size="small"
          isDisabled={isClosed}
          onPress={() => actions.removeRelation(id)}
        />
      </div>
      {(isNoting || note !== "") && (
        <DraftField
          label={t("Note on {what}", { what: part.what })}
          hideLabel
          placeholder={t("Note")}
          value={note}
          isDisabled={isClosed}
          onCommit={(text) => actions.updateRelation(id, { note: text })}
        />
      )}
    </li>
  );
}

function End({ role, target, text }: { role: string; target: Id; text: string }) {
  const { store, goTo } = useSession();
  const isSpan = store.state().spans.has(target);
  return (
    <span className="row">
      {role && <span className="faint small">{role}</span>}
      {isSpan ? (
        <button type="button" className="quote-button truncate" onClick={() => goTo(target)}>
          {text}
        </button>
      ) : (
        <span className="truncate">{text}</span>
      )}
    </span>
  );
}
