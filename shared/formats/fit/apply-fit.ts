import type { AnnotatedDocument } from "../../model/document.ts";
import type { Fitted, WriteOptions, Writer } from "../format.ts";
import { addUpLosses } from "../losses.ts";
import { fitTo } from "./fit.ts";

/** A document as a writer can hold it, in general and in its own ways, and all that it loses. */
export function applyFit(
  writer: Writer,
  document: AnnotatedDocument,
  options: WriteOptions,
): Fitted {
  const general = fitTo(document, writer.holds);
  const own = writer.fit?.(general.document, options);
  if (own === undefined) return general;
  return { document: own.document, losses: addUpLosses([...general.losses, ...own.losses]) };
}
