import { EyeOff } from "lucide-react";
import type { Scheme } from "../../shared/model/scheme.ts";
import { EmptyState } from "../look/empty-state.tsx";
import { t } from "../messages.ts";
import { type Item, subjectOfItem, topLists } from "./chosen.ts";
import { DefinitionForm } from "./definition-form.tsx";
import { EventParts, ItemFrame, KindParts, RelationParts } from "./item-editors.tsx";
import { LabelEditor } from "./label-editor.tsx";

interface SchemeDetailProps {
  scheme: Scheme;
  item: Item;
}

/** The chosen part of the scheme, to read and to change. */
export function SchemeDetail({ scheme, item }: SchemeDetailProps) {
  const { list, name } = item;
  const named = <T extends { name: string }>(all: readonly T[]) =>
    all.find((one) => one.name === name);
  const label = list === "labels" && named(scheme.labels);
  if (label) return <LabelEditor key={name} scheme={scheme} label={label} />;
  const parts = list !== "labels" && partsOf(scheme, item, named);
  if (!parts) return <Gone item={item} />;
  return (
    <ItemFrame key={`${list} ${name}`} scheme={scheme} subject={{ ...subjectOfItem(item), list }}>
      {parts}
    </ItemFrame>
  );
}

type Named = <T extends { name: string }>(all: readonly T[]) => T | undefined;

function partsOf(scheme: Scheme, item: Item, named: Named) {
  switch (item.list) {
    case "labels":
      return null;
    case "kinds": {
      const kind = named(scheme.kinds);
      return kind && <KindParts scheme={scheme} kind={kind} />;
    }
    case "attributes":
    case "reportLabels": {
      const definition = named(scheme[item.list]);
      return (
        definition && (
          <DefinitionForm
            scheme={scheme}
            subject={subjectOfItem(item)}
            definition={definition}
            beside={scheme[item.list]}
          />
        )
      );
    }
    case "relations": {
      const relation = named(scheme.relations);
      return relation && <RelationParts scheme={scheme} relation={relation} />;
    }
    case "events": {
      const event = named(scheme.events);
      return event && <EventParts scheme={scheme} event={event} />;
    }
    case "groups":
      return (
        named(scheme.groups) && (
          <p className="soft">
            {t("Annotations that belong together, without order or direction.")}
          </p>
        )
      );
    default:
      return item.list satisfies never;
  }
}

/** What was chosen may have been renamed or removed by an undo, or by another window. */
function Gone({ item: { list, name } }: { item: Item }) {
  const one = topLists.find((known) => known.list === list)?.one ?? list;
  return (
    <EmptyState icon={EyeOff} title={t("The scheme has no {one} “{name}” any more", { one, name })}>
      {t(
        "Choose another at the left; annotations that still have it are listed under “To look at”.",
      )}
    </EmptyState>
  );
}
