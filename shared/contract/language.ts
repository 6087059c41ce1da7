import { z } from "zod";
import { type Language, languages } from "../messages/languages.ts";
import { answers, setting } from "../operation.ts";

// The table's own keys are its type; Object.keys only loses that.
const spoken = z.enum(Object.keys(languages) as Language[]);

/** The language that the page speaks. */
export const languageOperations = {
  /** Tells the host, whose own menu then speaks it too, on this machine in every project. */
  "language.use": setting(z.object({ language: spoken }), answers<null>()),
};
