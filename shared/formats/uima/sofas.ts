import { badFile, type Source } from "../../extract/source.ts";
import type { CountedWarnings } from "../reading/counted-warnings.ts";

/** A text, or other data, that a CAS is about. */
export interface Sofa {
  id: number;
  /** "_InitialView" where nobody has said otherwise. */
  name: string;
  /** null where the text is not in the file. */
  text: string | null;
}

/**
 * The sofa to be read: of the initial view, otherwise the first with a text; other ones are counted.
 * @throws AppError "bad-file" where none has a text.
 */
export function chosenSofa(
  source: Pick<Source, "fileName">,
  sofas: readonly Sofa[],
  warnings: CountedWarnings,
): Sofa & { text: string } {
  const withText = sofas.filter((sofa): sofa is Sofa & { text: string } => sofa.text !== null);
  const chosen = withText.find(({ name }) => name === "_InitialView") ?? withText[0];
  if (chosen === undefined)
    throw badFile(
      source,
      "holds no text: its CAS has no sofaString; export it again from a document with text.",
    );
  if (!chosen.text.isWellFormed() || chosen.text.includes("\0"))
    throw badFile(source, "has half a character or a zero in its text; export it again.");
  for (const { name } of withText)
    if (name !== chosen.name)
      warnings.count(
        name,
        "is another text of the same file and was left out with its annotations",
        "are other texts of the same file and were left out with their annotations",
      );
  return chosen;
}
