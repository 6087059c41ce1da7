import { ChevronLeft, ChevronRight, Trash2 } from "lucide-react";
import { useMemo } from "react";
import { Group } from "react-aria-components";
import type { Span } from "../../../shared/model/annotation.ts";
import { IconButton } from "../../look/button.tsx";
import { Select } from "../../look/choice.tsx";
import { attributesOn } from "../marking.ts";
import { perform } from "../perform.ts";
import { selectActive, shownKey, useReport, useSession } from "../session.ts";
import { AttributeFields } from "./attribute-fields.tsx";
import { DraftField } from "./draft-field.tsx";
import { HowToMark } from "./how-to-mark.tsx";
import { LinkedAnnotations } from "./linked-annotations.tsx";
import { SpanEntity } from "./span-entity.tsx";
import "./inspector.css";

/** Everything about the active span, to read and to change. */
export function SpanInspector() {
  const span = useReport(selectActive);
  return (
    <section className="inspector" aria-label="Span">
      {span ? <SpanFields key={span.id} span={span} /> : <HowToMark />}
    </section>
  );
}

function SpanFields({ span }: { span: Span }) {
  const { scheme, actions, keys } = useSession();
  const isClosed = useReport((state) => state.status !== "open");
  return (
    <>
      <SpanHeader span={span} isClosed={isClosed} />
      <blockquote className="inspector-quote">{span.quote}</blockquote>
      <Group className="inspector-attributes" aria-label="Attributes">
        <AttributeFields
          definitions={attributesOn(scheme, span.label)}
          values={span.attributes}
          onChange={(name, value) => actions.setAttribute(span.id, name, value)}
          isDisabled={isClosed}
          keysOf={(name) => keys.attributeKeys.get(name)}
        />
      </Group>
      <SpanEntity span={span} isClosed={isClosed} />
      <div className="inspector-part">
        <DraftField
          label="Note"
          value={span.note}
          isDisabled={isClosed}
          multiline
          onCommit={(note) => actions.setNote(span.id, note)}
        />
      </div>
      <LinkedAnnotations span={span} />
    </>
  );
}

function SpanHeader({ span, isClosed }: { span: Span; isClosed: boolean }) {
  const session = useSession();
  const { scheme, actions } = session;
  const order = useReport((state) => state.order);
  const number = useMemo(() => order.indexOf(span) + 1, [order, span]);
  const options = scheme.labels.map(({ name, colour, key }) => {
    return { id: name, label: name, colour, keys: key ?? undefined };
  });
  const isKnown = options.some(({ id }) => id === span.label);
  const all = isKnown ? options : [{ id: span.label, label: span.label }, ...options];
  const step = (id: "span.previous" | "span.next") => perform(session, { do: "command", id });
  return (
    <header className="row">
      <div className="grow">
        <Select
          label="Label"
          hideLabel
          options={all}
          value={span.label}
          isDisabled={isClosed}
          onChange={(label) => actions.relabel(span.id, label)}
        />
      </div>
      <IconButton
        label="Previous span"
        icon={ChevronLeft}
        keys={shownKey("span.previous")}
        isDisabled={number <= 1}
        onPress={() => step("span.previous")}
      />
      <span className="small faint numeric">
        {number.toLocaleString()} of {order.length.toLocaleString()}
      </span>
      <IconButton
        label="Next span"
        icon={ChevronRight}
        keys={shownKey("span.next")}
        isDisabled={number >= order.length}
        onPress={() => step("span.next")}
      />
      <IconButton
        label="Remove span"
        icon={Trash2}
        keys={shownKey("span.remove")}
        isDisabled={isClosed}
        onPress={() => actions.removeSpan(span.id)}
      />
    </header>
  );
}
