import type { Subject } from "../../shared/scheme/rewrite-changes.ts";
import { t } from "../messages.ts";

/**
 * One definition as a part of a sentence: `label “marker”`, `“marker” field “clone”`. In languages
 * whose articles differ with the noun it brings its own, and no sentence has one before it.
 */
export function subjectWords({ list, of, name }: Subject): string {
  switch (list) {
    case "labels":
      return t("label “{name}”", { name });
    case "kinds":
      return t("kind “{name}”", { name });
    case "attributes":
      return t("attribute “{name}”", { name });
    case "relations":
      return t("relation “{name}”", { name });
    case "events":
      return t("event “{name}”", { name });
    case "groups":
      return t("group “{name}”", { name });
    case "reportLabels":
      return t("report label “{name}”", { name });
    case "fields":
      return t("“{of}” field “{name}”", { of: of ?? "", name });
    case "roles":
      return t("“{of}” role “{name}”", { of: of ?? "", name });
    default:
      return list satisfies never;
  }
}
