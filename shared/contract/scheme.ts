import { z } from "zod";
import type { Change } from "../model/change.ts";
import { Scheme } from "../model/scheme.ts";
import { answers, nothing, read, write } from "../operation.ts";

/** The scheme of a project. */
export const schemeOperations = {
  "scheme.read": read(nothing, answers<{ scheme: Scheme; version: number }>()),
  "scheme.replace": write(z.object({ scheme: Scheme }), answers<Change>()),
  /** The same scheme as YAML, for people and for version control. */
  "scheme.readYaml": read(nothing, answers<{ yaml: string }>()),
  "scheme.replaceYaml": write(z.object({ yaml: z.string() }), answers<Change>()),
};
