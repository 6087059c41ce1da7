import { Button } from "../look/button.tsx";
import { Checkbox } from "../look/choice.tsx";
import { t } from "../messages.ts";
import { goTo } from "../shell/route.ts";
import type { FormProps } from "./release-draft.ts";
import { type IdentifierTotal, useIdentifiers } from "./use-identifiers.ts";

/** Whether what may tell who a patient is gets replaced, and what has to be done before. */
export function PersonalData({ draft: { deidentify }, onChange }: FormProps) {
  const total = useIdentifiers();
  return (
    <div className="stack">
      <Checkbox
        isSelected={deidentify}
        onChange={(isSelected) => onChange({ deidentify: isSelected })}
      >
        {t("Replace personal data")}
      </Checkbox>
      {total && (
        <p className="row small soft release-indented">
          {stateOf(total)}
          <Button variant="quiet" onPress={() => goTo({ screen: "deidentify", report: null })}>
            {t("Go through the identifiers")}
          </Button>
        </p>
      )}
    </div>
  );
}

function stateOf({ reports, scanned, open, accepted }: IdentifierTotal): string {
  if (scanned < reports)
    return t(
      "{count, plural, one {One report was not looked through for it yet.} other {# reports were not looked through for it yet.}}",
      { count: reports - scanned },
    );
  if (open > 0)
    return t(
      "{count, plural, one {One place in the texts is not decided on yet.} other {# places in the texts are not decided on yet.}}",
      { count: open },
    );
  return t(
    "All is decided on: {count, plural, =0 {no place} one {one place} other {# places}} in the texts will be made-up ones.",
    { count: accepted },
  );
}
