import { reservedKeys } from "../../shared/commands.ts";
import type { LabelDefinition, Scheme } from "../../shared/model/scheme.ts";
import { t } from "../messages.ts";

/** The scheme with one label's definition changed. */
export function withLabel(
  scheme: Scheme,
  name: string,
  patch: Partial<Omit<LabelDefinition, "name">>,
): Scheme {
  const labels = scheme.labels.map((label) =>
    label.name === name ? { ...label, ...patch } : label,
  );
  return { ...scheme, labels };
}

/** Why a key cannot be this label's, as a sentence; null when it can. */
export function keyProblem(scheme: Scheme, name: string, key: string): string | null {
  if (reservedKeys.includes(key))
    return t("“{key}” is a key of Casemark itself; choose another.", { key });
  const owner = scheme.labels.find((label) => label.key === key && label.name !== name);
  return owner ? t("“{key}” already marks {label}.", { key, label: owner.name }) : null;
}

/** The labels that may stand above this one: all that are not itself or below it. */
export function possibleParents(scheme: Scheme, name: string): string[] {
  const parentOf = new Map(scheme.labels.map((label) => [label.name, label.parent]));
  const isBelow = (label: string | null): boolean =>
    label !== null && (label === name || isBelow(parentOf.get(label) ?? null));
  return scheme.labels.map((label) => label.name).filter((label) => !isBelow(label));
}
