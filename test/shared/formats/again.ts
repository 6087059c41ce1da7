import { differences } from "../../../shared/formats/differences.ts";
import type { Format } from "../../../shared/formats/format.ts";
import type { AnnotatedDocument } from "../../../shared/model/document.ts";
import { plainOptions, roundTrip } from "./round-trip.ts";

/** What a document that was read from a format loses there, and how it comes back another. */
export function againAfterWriting(
  format: Format,
  document: AnnotatedDocument,
  options = plainOptions,
) {
  const { losses, back } = roundTrip(format, document, options);
  return {
    losses: losses.map(({ things }) => things),
    differences: differences(document, back),
  };
}

/** What is known of a report besides its text and annotations, which `differences` leaves alone. */
export function factsOf({ name, title, case: of, metadata }: AnnotatedDocument) {
  return { name, title, case: of, metadata };
}
