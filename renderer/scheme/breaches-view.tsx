import type { SchemeBreach } from "../../shared/contract/scheme.ts";
import { t } from "../messages.ts";
import { BreachList } from "./breach-list.tsx";

/** Everything in the project that does not keep to the scheme. */
export function BreachesView({ breaches }: { breaches: readonly SchemeBreach[] | null }) {
  return (
    <section className="scheme-page" aria-label={t("To look at")}>
      <p className="soft">
        {t(
          "Annotations of everybody that do not keep to the scheme as it is now. They are kept as they are until somebody changes them, or the scheme.",
        )}
      </p>
      <BreachList breaches={breaches} nothing={t("Every annotation keeps to the scheme.")} />
    </section>
  );
}
