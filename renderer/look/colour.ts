import type { LabelDefinition } from "../../shared/model/scheme.ts";

/** The name of one of the twelve hues a label can have. */
export type Colour = LabelDefinition["colour"];
