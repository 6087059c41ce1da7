import { ChevronDown, Link2, Unlink } from "lucide-react";
import { useEffect, useMemo, useRef, useState } from "react";
import type { Entity, Id, Span } from "../../../shared/model/annotation.ts";
import { Button, IconButton } from "../../look/button.tsx";
import { ComboBox } from "../../look/choice.tsx";
import { t } from "../../messages.ts";
import { EntityFields } from "../entities/entity-fields.tsx";
import { fieldLine, kindOf } from "../marking.ts";
import { useReport, useSession } from "../session.ts";

interface SpanEntityProps {
  span: Span;
  isClosed: boolean;
}

/** What the span speaks of: the entity with its fields, or the ways to link one. */
export function SpanEntity({ span, isClosed }: SpanEntityProps) {
  const { scheme } = useSession();
  const entity = useReport((state) =>
    span.entity === null ? null : (state.entities.get(span.entity) ?? null),
  );
  const kind = entity?.kind ?? kindOf(scheme, span.label);
  if (kind === null) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw a frame of its own
    <div role="group" className="inspector-part" aria-label={kind}>
      {entity ? (
        <Linked span={span} entity={entity} isClosed={isClosed} />
      ) : (
        <Unlinked span={span} kind={kind} isClosed={isClosed} />
      )}
    </div>
  );
}

function Linked({ span, entity, isClosed }: SpanEntityProps & { entity: Entity }) {
  const { actions } = useSession();
  const count = useReport((state) => state.entitySpans.get(entity.id)?.length ?? 0);
  return (
    <>
      <div className="row">
        <Link2 aria-hidden />
        <span className="grow small faint">
          {entity.kind} · {t("{count, plural, one {# span} other {# spans}}", { count })}
        </span>
        <IconButton
          label={t("Unlink from {name}", { name: entity.name })}
          icon={Unlink}
          size="small"
          isDisabled={isClosed}
          onPress={() => actions.link(span.id, null)}
        />
      </div>
      <EntityFields entity={entity} isDisabled={isClosed} />
    </>
  );
}

function Unlinked({ span, kind, isClosed }: SpanEntityProps & { kind: string }) {
  const { actions } = useSession();
  return (
    <div className="row">
      <div className="grow">
        <LinkField key={span.id} span={span.id} kind={kind} isClosed={isClosed} />
      </div>
      <Button keys="0" isDisabled={isClosed} onPress={() => actions.link(span.id, "new")}>
        {t("New")}
      </Button>
    </div>
  );
}

interface LinkFieldProps {
  span: Id;
  kind: string;
  isClosed: boolean;
}

/** Looks like the list that it becomes when it is wanted: to make that of thousands of entities takes long. */
function LinkField({ span, kind, isClosed }: LinkFieldProps) {
  const entities = useReport((state) => state.entities);
  const hasAny = useMemo(() => hasKind(entities, kind), [entities, kind]);
  const [isOpen, setOpen] = useState(false);
  if (isOpen) return <EntityChoice span={span} kind={kind} isClosed={isClosed} />;
  return (
    <button
      type="button"
      className="input link-field"
      disabled={isClosed || !hasAny}
      data-disabled={isClosed || !hasAny || undefined}
      onClick={() => setOpen(true)}
    >
      <span className="grow truncate faint">
        {t(hasAny ? "Link to a {kind}…" : "No {kind} in this report yet", { kind })}
      </span>
      <ChevronDown aria-hidden />
    </button>
  );
}

function EntityChoice({ span, kind, isClosed }: LinkFieldProps) {
  const { actions, scheme } = useSession();
  const entities = useReport((state) => state.entities);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.querySelector("input")?.focus(), []);
  const definitions = scheme.kinds.find(({ name }) => name === kind)?.fields ?? [];
  const options = Array.from(entities.values())
    .filter((entity) => entity.kind === kind)
    .map((entity) => ({
      id: entity.id,
      label: entity.name,
      detail: fieldLine(entity, definitions),
    }));
  return (
    <div ref={place}>
      <ComboBox
        label={t("Link to a {kind}", { kind })}
        hideLabel
        placeholder={t("Link to a {kind}…", { kind })}
        options={options}
        value={null}
        isDisabled={isClosed}
        onChange={(entity) => actions.link(span, entity)}
      />
    </div>
  );
}

function hasKind(entities: ReadonlyMap<Id, Entity>, kind: string): boolean {
  for (const entity of entities.values()) if (entity.kind === kind) return true;
  return false;
}
