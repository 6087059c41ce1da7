import { ChevronDown, ChevronLeft, ChevronRight, CircleAlert, Flag, Trash2 } from "lucide-react";
import { Activity, memo, useMemo, useRef } from "react";
import type { CommandId } from "../../../shared/commands.ts";
import type { Span } from "../../../shared/model/annotation.ts";
import type { Scheme } from "../../../shared/model/scheme.ts";
import { Button, IconButton } from "../../look/button.tsx";
import { Dot } from "../../look/label-tag.tsx";
import { sentence, t } from "../../messages.ts";
import { shownKey } from "../../state/command-keys.ts";
import { attributesOn } from "../marking.ts";
import { perform } from "../perform.ts";
import { selectActive, useReport, useSession } from "../session.ts";
import { AttributeFields } from "./attribute-fields.tsx";
import { HowToMark } from "./how-to-mark.tsx";
import { LinkedAnnotations } from "./linked-annotations.tsx";
import { NoteAndDoubt } from "./note-and-doubt.tsx";
import { SpanEntity } from "./span-entity.tsx";
import "./inspector.css";

/**
 * Everything about the active span, to read and to change. The fields are made while nothing else is
 * to do and then stay, so that the first mark does not have to wait for them.
 */
export function SpanInspector() {
  const { store, scheme } = useSession();
  const active = useReport(selectActive);
  const span = useRef<Span | null>(null);
  span.current = active ?? span.current ?? store.state().order[0] ?? anySpan(scheme);
  return (
    <section className="inspector" aria-label={t("Span")}>
      {!active && <HowToMark />}
      <Activity mode={active ? "visible" : "hidden"}>
        <SpanFields span={span.current} />
      </Activity>
    </section>
  );
}

/** Stands for a span while there is none yet. */
function anySpan({ labels }: Scheme): Span {
  const label = labels[0]?.name ?? "";
  return { id: "", label, ranges: [], quote: "", attributes: {}, entity: null, note: "" };
}

function SpanFields({ span }: { span: Span }) {
  const { scheme, actions, keys } = useSession();
  const isClosed = useReport((state) => state.status !== "open");
  return (
    <>
      <SpanHeader span={span} isClosed={isClosed} />
      <blockquote className="inspector-quote">{span.quote}</blockquote>
      <LabelProblem label={span.label} />
      {span.flag && <SpanFlag span={span} isClosed={isClosed} />}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would draw a frame of its own */}
      <div role="group" className="inspector-attributes" aria-label={t("Attributes")}>
        <AttributeFields
          definitions={attributesOn(scheme, span.label)}
          values={span.attributes}
          onChange={(name, value) => actions.setAttribute(span.id, name, value)}
          isDisabled={isClosed}
          keysOf={(name) => keys.attributeKeys.get(name)}
        />
      </div>
      <SpanEntity span={span} isClosed={isClosed} />
      <NoteAndDoubt
        note={span.note}
        unsure={span.unsure ?? false}
        isClosed={isClosed}
        keys={shownKey("span.unsure")}
        onNote={(note) => actions.setNote(span.id, note)}
        onUnsure={(unsure) => actions.setUnsure(span.id, unsure)}
      />
      <LinkedAnnotations of={span.id} />
    </>
  );
}

/** That the scheme lost the label, or never had it. */
function LabelProblem({ label }: { label: string }) {
  const { scheme } = useSession();
  if (label === "" || scheme.labels.some(({ name }) => name === label)) return null;
  return (
    <div className="inspector-flag" role="note">
      <CircleAlert aria-hidden />
      <span>
        {t("The scheme has no label “{label}”. Give the span another one, or add it.", { label })}
      </span>
    </div>
  );
}

/** Why the span should be looked at again, and how to say that it was. */
function SpanFlag({ span, isClosed }: { span: Span; isClosed: boolean }) {
  const session = useSession();
  return (
    <div className="inspector-flag" role="note">
      <Flag aria-hidden />
      <span className="grow">
        {sentence(span.flag ?? "")}
        {span.quote === "" &&
          ` ${t("Select its words in the text and move it there, or remove it.")}`}
      </span>
      {span.quote === "" ? (
        <Button
          keys={shownKey("span.move")}
          isDisabled={isClosed}
          onPress={() => perform(session, { do: "command", id: "span.move" })}
        >
          {t("Move here")}
        </Button>
      ) : (
        <Button
          keys={shownKey("span.looked")}
          isDisabled={isClosed}
          onPress={() => session.actions.clearFlag(span.id)}
        >
          {t("Looked at")}
        </Button>
      )}
    </div>
  );
}

function SpanHeader({ span, isClosed }: { span: Span; isClosed: boolean }) {
  const { scheme, openLabelPicker } = useSession();
  const order = useReport((state) => state.order);
  const number = useMemo(() => order.indexOf(span) + 1, [order, span]);
  const colour = scheme.labels.find(({ name }) => name === span.label)?.colour ?? "slate";
  return (
    <header className="row">
      <button
        type="button"
        className="input label-choice"
        aria-label={t("Label: {label}", { label: span.label })}
        disabled={isClosed}
        data-disabled={isClosed || undefined}
        onClick={() => openLabelPicker(span.id)}
      >
        <Dot colour={colour} />
        <span className="grow truncate">{span.label}</span>
        <ChevronDown aria-hidden />
      </button>
      <span className="small faint numeric">
        {t("{number, number} of {all, number}", { number, all: order.length })}
      </span>
      <SpanButtons isFirst={number <= 1} isLast={number >= order.length} isClosed={isClosed} />
    </header>
  );
}

interface SpanButtonsProps {
  isFirst: boolean;
  isLast: boolean;
  isClosed: boolean;
}

const SpanButtons = memo(function SpanButtons({ isFirst, isLast, isClosed }: SpanButtonsProps) {
  const session = useSession();
  const doCommand = (id: CommandId) => () => perform(session, { do: "command", id });
  return (
    <>
      <IconButton
        label={t("Previous span")}
        icon={ChevronLeft}
        keys={shownKey("span.previous")}
        isDisabled={isFirst}
        onPress={doCommand("span.previous")}
      />
      <IconButton
        label={t("Next span")}
        icon={ChevronRight}
        keys={shownKey("span.next")}
        isDisabled={isLast}
        onPress={doCommand("span.next")}
      />
      <IconButton
        label={t("Remove span")}
        icon={Trash2}
        keys={shownKey("span.remove")}
        isDisabled={isClosed}
        onPress={doCommand("span.remove")}
      />
    </>
  );
});
