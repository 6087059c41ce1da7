import { useEffect, useState } from "react";
import type { SchemeUsage } from "../../shared/contract/scheme.ts";
import type { Subject } from "../../shared/scheme/rewrite-changes.ts";
import { call } from "../api.ts";
import { Button } from "../look/button.tsx";
import { toastError } from "../look/toasts.tsx";
import { t } from "../messages.ts";
import { useApp } from "../state/app-store.ts";
import { Examples, TouchedWork, touchedInWords } from "./touched.tsx";

const few = 5;
const many = 200;

/** Where a name of the scheme is used; null until that is known. */
export function useUsage(subject: Subject, examples: number): SchemeUsage | null {
  const version = useApp(({ schemeVersion }) => schemeVersion);
  const { list, of, name } = subject;
  const [usage, setUsage] = useState<SchemeUsage | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another scheme may have rewritten annotations
  useEffect(() => {
    let isCurrent = true;
    call("scheme.usage", { subject: { list, of, name }, examples })
      .then((found) => isCurrent && setUsage(found))
      .catch(toastError);
    return () => {
      isCurrent = false;
    };
  }, [list, of, name, examples, version]);
  return usage;
}

/** How much a definition is used, by whom, and where. */
export function UsagePanel({ subject }: { subject: Subject }) {
  const [examples, setExamples] = useState(few);
  const usage = useUsage(subject, examples);
  if (!usage) return null;
  return (
    <section
      className="stack usage"
      aria-label={t("{as, select, panel {Use} other {Use}}", { as: "panel" })}
    >
      <h3 className="field-label">
        {usage.annotations === 0
          ? t("Not used yet")
          : t("Used by {touched}", { touched: touchedInWords(usage) })}
      </h3>
      <TouchedWork usage={usage} />
      {usage.annotations > 0 && (
        <Examples label={t("Where it is used")} examples={usage.examples} />
      )}
      {usage.annotations > few && examples === few && (
        <Button variant="quiet" onPress={() => setExamples(many)}>
          {t("Show more of them")}
        </Button>
      )}
    </section>
  );
}
