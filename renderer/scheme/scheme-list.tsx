import type { FocusEvent, KeyboardEvent } from "react";
import {
  Header,
  isTextDropItem,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  type Selection,
  useDragAndDrop,
} from "react-aria-components";
import type { LabelDefinition, Scheme } from "../../shared/model/scheme.ts";
import { KeyCap } from "../look/key-cap.tsx";
import { Dot } from "../look/label-tag.tsx";
import { rich, t } from "../messages.ts";
import { choose, type Item, itemOfKey, keyOfItem, topLists } from "./chosen.ts";
import { dropPlace, inTreeOrder, type Step } from "./label-tree.ts";
import { moveLabel, stepLabel } from "./move-label.ts";
import "../look/collections.css";

interface SchemeListProps {
  scheme: Scheme;
  chosen: Item | null;
}

const steps: Record<string, Step> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowRight: "in",
  ArrowLeft: "out",
};

/** Everything the scheme defines: the labels as a tree drawn by indent, and the rest below. */
export function SchemeList({ scheme, chosen }: SchemeListProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    // Who presses a key here has come to stay, however soon it is.
    isPassingBy = false;
    const step = steps[event.key];
    if (!event.altKey || !step || chosen?.list !== "labels") return;
    event.preventDefault();
    event.stopPropagation();
    stepLabel(chosen.name, step);
  };
  return (
    <div className="scheme-lists" onKeyDownCapture={onKeyDown} onFocusCapture={passBy}>
      <h2 className="react-aria-Header" id="scheme-labels">
        {t("Labels")}
      </h2>
      <LabelList scheme={scheme} chosen={chosen} />
      <p className="scheme-hint soft small">
        {rich(
          "<key></key> with the arrows moves a label: up and down, right to put it below the one above, left to take it out.",
          { key: () => <KeyCap keys="Alt" /> },
        )}
      </p>
      <OtherLists scheme={scheme} chosen={chosen} />
    </div>
  );
}

let isPassingBy = false;

/** Tab comes through both lists on its way to what is chosen; a list that it only comes to chooses nothing. */
function passBy({ target, relatedTarget }: FocusEvent): void {
  const isWithin = target.closest("[role=listbox]")?.contains(relatedTarget) ?? false;
  isPassingBy = !isWithin && target.matches(":focus-visible");
  // The list would choose its first item as it hears of the same focus.
  setTimeout(() => {
    isPassingBy = false;
  });
}

function chooseOf(selection: Selection): void {
  if (selection === "all" || isPassingBy) return;
  for (const key of selection) {
    const item = itemOfKey(String(key));
    if (item) choose(item.list, item.name);
  }
}

const selectedKeys = (chosen: Item | null, isHere: boolean) =>
  chosen && isHere ? [keyOfItem(chosen)] : [];

const dragType = "casemark-label";

function LabelList({ scheme, chosen }: SchemeListProps) {
  const { labels } = scheme;
  const drop = (name: string, target: string, position: "on" | "before" | "after") =>
    moveLabel(name, dropPlace(labels, target, position));
  const nameOf = (key: string | number) => itemOfKey(String(key))?.name ?? "";
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ [dragType]: nameOf(key) })),
    acceptedDragTypes: [dragType],
    getDropOperation: () => "move",
    onMove: ({ keys, target }) => {
      for (const key of keys) drop(nameOf(key), nameOf(target.key), target.dropPosition);
    },
    onItemDrop: async ({ items, target }) => {
      for (const item of items)
        if (isTextDropItem(item)) drop(await item.getText(dragType), nameOf(target.key), "on");
    },
  });
  return (
    <ListBox
      aria-labelledby="scheme-labels"
      className="react-aria-ListBox scheme-list"
      selectionMode="single"
      selectionBehavior="replace"
      disallowEmptySelection
      selectedKeys={selectedKeys(chosen, chosen?.list === "labels")}
      onSelectionChange={chooseOf}
      dragAndDropHooks={dragAndDropHooks}
      renderEmptyState={() => <p className="faint small">{t("No labels yet.")}</p>}
    >
      {inTreeOrder(labels).map(({ label, depth }) => (
        <LabelItem key={label.name} label={label} depth={depth} />
      ))}
    </ListBox>
  );
}

const indent = 18;

function LabelItem({ label, depth }: { label: LabelDefinition; depth: number }) {
  const { name, colour, key } = label;
  return (
    <ListBoxItem
      id={keyOfItem({ list: "labels", name })}
      textValue={name}
      aria-label={
        depth > 0 ? t("{name}, below {parent}", { name, parent: label.parent ?? "" }) : name
      }
      style={{ paddingLeft: 8 + depth * indent }}
    >
      <Dot colour={colour} />
      <span className="grow truncate">{name}</span>
      {key && <KeyCap keys={key} />}
    </ListBoxItem>
  );
}

function OtherLists({ scheme, chosen }: SchemeListProps) {
  const others = topLists.filter(({ list }) => list !== "labels" && scheme[list].length > 0);
  if (others.length === 0) return null;
  return (
    <ListBox
      aria-label={t("The rest of the scheme")}
      className="react-aria-ListBox scheme-list"
      selectionMode="single"
      selectionBehavior="replace"
      disallowEmptySelection
      selectedKeys={selectedKeys(chosen, chosen?.list !== "labels")}
      onSelectionChange={chooseOf}
    >
      {others.map(({ list, title }) => (
        <ListBoxSection key={list} id={list}>
          <Header className="react-aria-Header">{title}</Header>
          {scheme[list].map(({ name }) => (
            <ListBoxItem key={name} id={keyOfItem({ list, name })} textValue={name}>
              <span className="truncate">{name}</span>
            </ListBoxItem>
          ))}
        </ListBoxSection>
      ))}
    </ListBox>
  );
}
