import { ArrowLeft, ArrowRight, Spline, X } from "lucide-react";
import { useMemo, useRef } from "react";
import { ListBox, ListBoxItem } from "react-aria-components";
import { suggestionKeys } from "../../../shared/commands.ts";
import type { Id } from "../../../shared/model/annotation.ts";
import { hullOf } from "../../../shared/text/offsets.ts";
import { IconButton } from "../../look/button.tsx";
import { KeyCap } from "../../look/key-cap.tsx";
import { LabelTag } from "../../look/label-tag.tsx";
import { rich, t } from "../../messages.ts";
import { shownKey } from "../../state/command-keys.ts";
import { useFloating } from "../floating.ts";
import { useReport, useSession } from "../session.ts";
import { choose, stopRelating } from "./relating.ts";
import { type RelationChoice, relationChoices } from "./relation-choices.ts";
import "./relations.css";

/** The relation that is being drawn: where it begins, and at its other end which kind it may be. */
export function RelationPicker() {
  const relating = useReport((state) => state.relating);
  if (!relating) return null;
  return relating.to === null ? (
    <Begun from={relating.from} />
  ) : (
    <Kinds from={relating.from} to={relating.to} />
  );
}

function Begun({ from }: { from: Id }) {
  const session = useSession();
  const span = useReport((state) => state.spans.get(from));
  const colour = session.scheme.labels.find(({ name }) => name === span?.label)?.colour ?? "slate";
  return (
    <div role="status" className="relation-begun">
      <Spline aria-hidden />
      <span className="soft">{t("Relation from")}</span>
      <LabelTag name={span?.label ?? ""} colour={colour} />
      <span className="relation-quote truncate">{span?.quote}</span>
      <span className="soft">
        {rich("Go to the other span, then <key></key>", {
          key: () => <KeyCap keys={shownKey("relation.draw") ?? ""} />,
        })}
      </span>
      <IconButton
        label={t("Give up the relation")}
        icon={X}
        size="small"
        keys="Escape"
        onPress={() => stopRelating(session)}
      />
    </div>
  );
}

const topLeft = { left: 24, top: 24 };

function Kinds({ from, to }: { from: Id; to: Id }) {
  const session = useSession();
  const { editor, store, scheme } = session;
  const box = useRef<HTMLDivElement>(null);
  const [choices, range] = useMemo(() => {
    const state = store.state();
    const span = state.spans.get(to);
    return [relationChoices(scheme, state, from, to), span ? hullOf(span.ranges) : null];
  }, [store, scheme, from, to]);
  useFloating(editor, range, box, topLeft);

  const take = (at: number) => {
    const choice = choices[at];
    if (choice) void choose(session, choice);
  };
  const onKeyDownCapture = (event: React.KeyboardEvent) => {
    const at = suggestionKeys.indexOf(event.key);
    if (event.key === "Escape") {
      stopRelating(session);
      session.focusText();
    } else if (at >= 0) take(at);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      className="floating label-picker relation-picker"
      ref={box}
      role="dialog"
      aria-label={t("Choose the kind of relation")}
      onKeyDownCapture={onKeyDownCapture}
    >
      <ListBox
        aria-label={t("Kinds of relation")}
        autoFocus="first"
        onAction={(key) => take(Number(key))}
      >
        {choices.map((choice, at) => (
          <Kind key={keyOfChoice(choice)} choice={choice} at={at} />
        ))}
      </ListBox>
    </div>
  );
}

const keyOfChoice = ({ label, from, to }: RelationChoice) => `${label} ${from} ${to}`;

function Kind({ choice, at }: { choice: RelationChoice; at: number }) {
  const { store } = useSession();
  const { label, between, isReversed } = choice;
  const { spans, entities } = store.state();
  const other = isReversed ? choice.from : choice.to;
  const words = spans.get(other)?.quote ?? entities.get(other)?.name ?? "";
  const Arrow = isReversed ? ArrowLeft : ArrowRight;
  return (
    <ListBoxItem id={at} textValue={label}>
      <KeyCap keys={suggestionKeys[at] ?? ""} />
      <span className="strong">{label}</span>
      <Arrow
        aria-label={t("{end, select, from {from} other {to}}", { end: isReversed ? "from" : "to" })}
      />
      <span className="grow truncate soft">{words}</span>
      {between === "entities" && <span className="faint small">{t("entities")}</span>}
    </ListBoxItem>
  );
}
