import { useEffect, useMemo, useState } from "react";
import type { Scheme } from "../../shared/model/scheme.ts";
import {
  type Completion,
  completionsAt,
  type KnownNames,
  writtenAt,
} from "../../shared/search/complete.ts";
import { call } from "../api.ts";
import { useApp } from "../state/app-store.ts";

const asked = ["entity", "by", "case"] as const;
type Asked = (typeof asked)[number];

/** What the word at the caret may become; null while the field has no caret. */
export function useCompletions(query: string, caret: number | null): Completion[] {
  const scheme = useApp((snapshot) => snapshot.scheme);
  const fixed = useMemo(() => schemeNames(scheme), [scheme]);
  const written = caret === null ? null : writtenAt(query, caret);
  const fact = asked.find((name) => name === written?.fact) ?? null;
  const stored = useStoredNames(fact, written?.start ?? "");
  if (caret === null) return [];
  return completionsAt(query, caret, { ...fixed, ...stored });
}

/** Names that only the project knows. */
function useStoredNames(of: Asked | null, start: string): KnownNames {
  const [names, setNames] = useState<KnownNames>({});
  useEffect(() => {
    if (of === null) return;
    const controller = new AbortController();
    call("search.names", { of, start }, { signal: controller.signal }).then(
      (answer) => setNames({ [of]: of === "by" ? ["anyone", ...answer.names] : answer.names }),
      // A completion that does not come is none.
      () => {},
    );
    return () => controller.abort();
  }, [of, start]);
  return names;
}

function schemeNames(scheme: Scheme | null): KnownNames {
  if (!scheme) return {};
  const kinds = scheme.kinds.map(({ name }) => name);
  return {
    label: scheme.labels.map(({ name }) => name),
    attr: withChoices(scheme.attributes),
    field: withChoices(scheme.kinds.flatMap(({ fields }) => fields)),
    kind: kinds,
    section: sectionNames,
  };
}

const sectionNames = [
  ...["abstract", "introduction", "case", "history", "gross", "microscopy"],
  ...["immunohistochemistry", "molecular", "imaging", "diagnosis", "pathology", "treatment"],
  ...["follow-up", "methods", "results", "discussion", "conclusion", "caption", "references"],
];

/** Each name, and with each of its choices. */
function withChoices(definitions: readonly { name: string; choices: string[] }[]): string[] {
  const all = definitions.flatMap(({ name, choices }) => [
    name,
    ...choices.map((choice) => `${name}=${choice}`),
  ]);
  return [...new Set(all)];
}
