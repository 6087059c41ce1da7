import { useMemo } from "react";
import type { Id } from "../../../shared/model/annotation.ts";
import { useReport, useSession } from "../session.ts";
import { takesPartIn } from "../taking-part.ts";

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
    <section className="inspector-part" aria-label="Relations, events and groups">
      <h3 className="field-label">Takes part in</h3>
      <ul className="stack">
        {parts.map(({ id, what, others }) => (
          <li key={id} className="taking-part">
            <span className="soft">{what}</span>
            {others.map(({ role, target, text }) => (
              <End key={`${role} ${target}`} role={role} target={target} text={text} />
            ))}
          </li>
        ))}
      </ul>
    </section>
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
