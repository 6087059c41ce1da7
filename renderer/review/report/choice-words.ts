import type { Choice } from "../../../shared/review/decision.ts";
import { t } from "../../messages.ts";
import { type Person, personIn } from "../people.ts";

/** What was chosen, in a few words. */
export function choiceWords(choice: Choice, people: readonly Person[]): string {
  switch (choice.do) {
    case "take":
      return t("{name}’s version", { name: personIn(people, choice.annotator).name });
    case "union":
      return t("the union");
    case "intersection":
      return t("the intersection");
    case "none":
      return t("none");
    case "later":
      return t("later");
    case "accept":
      return t("accepted as agreed");
    case "edit":
    case "editEntity":
    case "editRelation":
    case "editLabel":
      return t("edited");
    default:
      return choice satisfies never;
  }
}
