import { ArrowLeft, Split, Trash2 } from "lucide-react";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import type { Entity, Id, Span } from "../../../shared/model/annotation.ts";
import { Button, IconButton } from "../../look/button.tsx";
import { Checkbox } from "../../look/choice.tsx";
import { t } from "../../messages.ts";
import { LinkedAnnotations } from "../inspector/linked-annotations.tsx";
import { NoteAndDoubt } from "../inspector/note-and-doubt.tsx";
import { selectActive, useReport, useSession } from "../session.ts";
import { EntityFields } from "./entity-fields.tsx";
import { toggled } from "./toggled.ts";

const none: readonly Span[] = [];

/** One entity in full: its fields, its codes and the spans that speak of it. */
export function EntityDetail({ entity, onBack }: { entity: Entity; onBack: () => void }) {
  const { actions } = useSession();
  const isClosed = useReport((state) => state.status !== "open");
  // The span's inspector has the fields of the entity that the span speaks of.
  const isShownAbove = useReport((state) => selectActive(state)?.entity === entity.id);
  const place = useRef<HTMLElement>(null);
  useEffect(
    () => place.current?.querySelector<HTMLElement>("input, select, textarea")?.focus(),
    [],
  );
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    // A field that is being written in is saved when it is left, and one that is taken away is not left.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    onBack();
  };
  return (
    <section className="entity-detail" aria-label={entity.name} ref={place} onKeyDown={onKeyDown}>
      <header className="row">
        <IconButton label={t("All entities")} icon={ArrowLeft} keys="Escape" onPress={onBack} />
        <span className="grow truncate">
          <span className="strong">{entity.name}</span> <span className="faint">{entity.kind}</span>
        </span>
        <IconButton
          label={t("Remove the entity; its spans stay")}
          icon={Trash2}
          isDisabled={isClosed}
          onPress={() => actions.removeEntity(entity.id)}
        />
      </header>
      <div className="stack">
        {!isShownAbove && <EntityFields entity={entity} isDisabled={isClosed} />}
        <NoteAndDoubt
          note={entity.note}
          unsure={entity.unsure ?? false}
          isClosed={isClosed}
          onNote={(note) => actions.updateEntity(entity.id, { note })}
          onUnsure={(unsure) => actions.updateEntity(entity.id, { unsure })}
        />
        <EntitySpans entity={entity} isClosed={isClosed} />
        <LinkedAnnotations of={entity.id} />
      </div>
    </section>
  );
}

function EntitySpans({ entity, isClosed }: { entity: Entity; isClosed: boolean }) {
  const { actions } = useSession();
  const spans = useReport((state) => state.entitySpans.get(entity.id)) ?? none;
  const [chosen, setChosen] = useState<ReadonlySet<Id>>(new Set());
  const toSplit = spans.filter(({ id }) => chosen.has(id));
  const [first] = toSplit;
  const canSplit = !isClosed && toSplit.length > 0 && toSplit.length < spans.length;
  const split = () => {
    if (!first) return;
    actions.splitEntity(
      entity.id,
      toSplit.map(({ id }) => id),
      first.quote,
    );
    setChosen(new Set());
  };
  return (
    <section className="stack" aria-label={t("Spans of this entity")}>
      <div className="row">
        <h3 className="field-label grow">
          {t("{count, plural, one {# span} other {# spans}}", { count: spans.length })}
        </h3>
        <Button icon={Split} isDisabled={!canSplit} onPress={split}>
          {t(toSplit.length > 0 ? "Split off {count, number}" : "Split off", {
            count: toSplit.length,
          })}
        </Button>
      </div>
      <ul>
        {spans.map((span) => (
          <EntitySpan
            key={span.id}
            span={span}
            isChosen={chosen.has(span.id)}
            onToggle={() => setChosen((old) => toggled(old, span.id))}
          />
        ))}
      </ul>
    </section>
  );
}

interface EntitySpanProps {
  span: Span;
  isChosen: boolean;
  onToggle: () => void;
}

function EntitySpan({ span, isChosen, onToggle }: EntitySpanProps) {
  const { goTo, focusText } = useSession();
  const show = () => {
    goTo(span.id);
    focusText();
  };
  return (
    <li className="row entity-span">
      <Checkbox
        aria-label={t("Choose {quote}", { quote: span.quote })}
        isSelected={isChosen}
        onChange={onToggle}
      />
      <button type="button" className="quote-button truncate" onClick={show}>
        {span.quote}
      </button>
    </li>
  );
}
