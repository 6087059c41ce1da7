import { badFile, type Source } from "../../extract/source.ts";

const unnumbered = new Set(["uima.cas.Sofa", "uima.cas.View"]);

/**
 * Sofas have their numbers apart here, since E3C has a file whose sofa shares one with an annotation.
 * @throws AppError "bad-file" where two structures have the same number, so that nobody knows which is meant.
 */
export function checkIds(
  source: Pick<Source, "fileName">,
  structures: readonly { id: number; type: string }[],
): void {
  const seen = new Set<number>();
  for (const { id, type } of structures) {
    if (unnumbered.has(type)) continue;
    if (seen.has(id))
      throw badFile(source, `has two feature structures with the number ${id}; export it again.`);
    seen.add(id);
  }
}
