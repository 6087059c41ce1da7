import { Link2, Unlink } from "lucide-react";
import { Group } from "react-aria-components";
import type { Entity, Span } from "../../../shared/model/annotation.ts";
import { Button, IconButton } from "../../look/button.tsx";
import { ComboBox } from "../../look/choice.tsx";
import { EntityFields } from "../entities/entity-fields.tsx";
import { fieldLine, kindOf } from "../marking.ts";
import { useReport, useSession } from "../session.ts";
import { Suggestions } from "../suggestions.tsx";

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
    <Group className="inspector-part" aria-label={kind}>
      {entity ? (
        <Linked span={span} entity={entity} isClosed={isClosed} />
      ) : (
        <Unlinked span={span} kind={kind} isClosed={isClosed} />
      )}
    </Group>
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
          {entity.kind} · {count === 1 ? "1 span" : `${count} spans`}
        </span>
        <IconButton
          label={`Unlink from ${entity.name}`}
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
  const { actions, scheme } = useSession();
  const offer = useReport((state) => (state.offer?.span === span.id ? state.offer : null));
  const entities = useReport((state) => state.entities);
  if (offer) return <Suggestions offer={offer} most={9} />;
  const definitions = scheme.kinds.find(({ name }) => name === kind)?.fields ?? [];
  const options = Array.from(entities.values())
    .filter((entity) => entity.kind === kind)
    .map((entity) => ({
      id: entity.id,
      label: entity.name,
      detail: fieldLine(entity, definitions),
    }));
  return (
    <div className="row">
      <div className="grow">
        <ComboBox
          label={`Link to a ${kind}`}
          hideLabel
          placeholder={options.length > 0 ? `Link to a ${kind}…` : `No ${kind} in this report yet`}
          options={options}
          value={null}
          isDisabled={isClosed || options.length === 0}
          onChange={(entity) => actions.link(span.id, entity)}
        />
      </div>
      <Button keys="0" isDisabled={isClosed} onPress={() => actions.link(span.id, "new")}>
        New
      </Button>
    </div>
  );
}
