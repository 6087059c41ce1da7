import {
  Header,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  type Selection,
} from "react-aria-components";
import type { LabelDefinition, Scheme } from "../../shared/model/scheme.ts";
import { KeyCap } from "../look/key-cap.tsx";
import { Dot } from "../look/label-tag.tsx";
import { inTreeOrder } from "./label-tree.ts";
import "../look/collections.css";

interface SchemeListProps {
  scheme: Scheme;
  /** "label NAME", "kinds NAME", "attributes NAME" ... */
  chosen: string | null;
  onChoose: (item: string) => void;
}

const parts = [
  { id: "kinds", title: "Kinds of entities" },
  { id: "attributes", title: "Attributes of spans" },
  { id: "relations", title: "Relations" },
  { id: "events", title: "Events" },
  { id: "groups", title: "Groups" },
  { id: "reportLabels", title: "Labels of whole reports" },
] as const;

/** Everything the scheme defines, labels first, as a tree drawn by indent. */
export function SchemeList({ scheme, chosen, onChoose }: SchemeListProps) {
  const choose = (selection: Selection) => {
    for (const key of selection) onChoose(String(key));
  };
  const hasKeys = parts.filter(({ id }) => scheme[id].length > 0);
  return (
    <ListBox
      aria-label="The scheme"
      className="react-aria-ListBox scheme-list"
      selectionMode="single"
      selectionBehavior="replace"
      disallowEmptySelection
      selectedKeys={chosen === null ? [] : [chosen]}
      onSelectionChange={choose}
    >
      <ListBoxSection id="labels">
        <Header className="react-aria-Header">Labels</Header>
        {inTreeOrder(scheme.labels).map(({ label, depth }) => (
          <LabelItem key={label.name} label={label} depth={depth} />
        ))}
      </ListBoxSection>
      {hasKeys.map(({ id, title }) => (
        <ListBoxSection key={id} id={id}>
          <Header className="react-aria-Header">{title}</Header>
          {scheme[id].map(({ name }) => (
            <ListBoxItem key={name} id={`${id} ${name}`} textValue={name}>
              <span className="truncate">{name}</span>
            </ListBoxItem>
          ))}
        </ListBoxSection>
      ))}
    </ListBox>
  );
}

const indent = 18;

function LabelItem({ label, depth }: { label: LabelDefinition; depth: number }) {
  const { name, colour, key } = label;
  return (
    <ListBoxItem
      id={`label ${name}`}
      textValue={name}
      aria-label={depth > 0 ? `${name}, below ${label.parent}` : name}
      style={{ paddingLeft: 8 + depth * indent }}
    >
      <Dot colour={colour} />
      <span className="grow truncate">{name}</span>
      {key && <KeyCap keys={key} />}
    </ListBoxItem>
  );
}
