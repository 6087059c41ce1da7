import type { Attributes } from "../../../model/attributes.ts";
import type { DocumentLayer } from "../../../model/document.ts";
import { shown } from "../../fit/shown.ts";
import type { LossBook } from "../../losses.ts";

/** The format has no sign for a carriage return in a value. */
export function withoutReturns(value: string, name: string, book: LossBook): string {
  if (!value.includes("\r")) return value;
  book.lose("Carriage returns in values", "written as line ends.", shown(name, value));
  return value.replace(/\r\n?/g, "\n");
}

export function withoutReturnsInLayer(
  layer: DocumentLayer,
  name: string,
  book: LossBook,
): DocumentLayer {
  const asWritten = (value: string) => withoutReturns(value, name, book);
  const plain = <One extends { label: string; note: string }>(one: One): One => ({
    ...one,
    label: asWritten(one.label),
    note: asWritten(one.note),
  });
  const whole = <One extends { label: string; note: string; attributes: Attributes }>(
    one: One,
  ) => ({
    ...plain(one),
    attributes: attributesWith(one.attributes, asWritten),
  });
  return {
    ...layer,
    spans: layer.spans.map((span) => ({
      ...whole(span),
      ...(span.flag && { flag: asWritten(span.flag) }),
    })),
    entities: layer.entities.map((entity) => ({
      ...entity,
      codes: entity.codes.map(({ system, code, display }) => ({
        ...{ system: asWritten(system), code: asWritten(code), display: asWritten(display) },
      })),
    })),
    relations: layer.relations.map(whole),
    events: layer.events.map((event) => ({
      ...whole(event),
      arguments: event.arguments.map(({ role, target }) => ({ role: asWritten(role), target })),
    })),
    groups: layer.groups.map(plain),
  };
}

/** Several values are a JSON list, in which a carriage return has a sign. */
function attributesWith(attributes: Attributes, asWritten: (value: string) => string): Attributes {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [
      name,
      typeof value === "string" ? asWritten(value) : value,
    ]),
  );
}
