import type { DocumentLayer } from "../../model/document.ts";
import { dropped, type Fitting } from "./fitting.ts";
import { shown } from "./shown.ts";

/** Without marks of doubt and flags, where the format has no place for them. */
export function fitDoubts(layer: DocumentLayer, { holds, book, name }: Fitting): DocumentLayer {
  if (holds.doubts) return layer;
  const { unsure, ...rest } = layer;
  if (unsure) book.lose("Layers marked unsure", dropped, name);
  return {
    ...rest,
    spans: layer.spans.map(({ unsure: isUnsure, flag, ...span }) => {
      if (isUnsure) book.lose("Spans marked unsure", dropped, shown(name, span.quote));
      if (flag) book.lose("Flags of spans to look at", dropped, shown(name, span.quote));
      return span;
    }),
    entities: layer.entities.map(({ unsure: isUnsure, ...entity }) => {
      if (isUnsure) book.lose("Entities marked unsure", dropped, shown(name, entity.name));
      return entity;
    }),
  };
}
