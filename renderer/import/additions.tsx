import { type SchemeAdditions, schemeLists } from "../../shared/model/scheme.ts";
import { LabelTag } from "../look/label-tag.tsx";
import { t } from "../messages.ts";

const partNames = {
  kinds: t("Kinds:"),
  attributes: t("Attributes:"),
  relations: t("Relations:"),
  events: t("Events:"),
  groups: t("Groups:"),
  reportLabels: t("Report labels:"),
} as const;
// Labels are shown in their colours.
const plainParts = schemeLists.filter((list) => list !== "labels");

/** How much the scheme learns, as the words of a button. */
export function additionsInWords(additions: SchemeAdditions): string {
  const labels = additions.labels.length;
  const others = plainParts.reduce((sum, part) => sum + additions[part].length, 0);
  if (labels === 0)
    return t(
      "{count, plural, one {# new definition for the scheme…} other {# new definitions for the scheme…}}",
      { count: others },
    );
  return t(
    others > 0
      ? "{labels, plural, one {# new label and {others, number} more for the scheme…} other {# new labels and {others, number} more for the scheme…}}"
      : "{labels, plural, one {# new label for the scheme…} other {# new labels for the scheme…}}",
    { labels, others },
  );
}

/** What the scheme learns when this is taken in. */
export function Additions({ additions }: { additions: SchemeAdditions }) {
  return (
    <section className="stack">
      <p className="soft">
        {t(
          "The annotations use what your scheme does not have yet. Importing adds it; undo takes it away again.",
        )}
      </p>
      {additions.labels.length > 0 && (
        <ul className="additions">
          {additions.labels.map(({ name, colour }) => (
            <li key={name}>
              <LabelTag colour={colour} name={name} />
            </li>
          ))}
        </ul>
      )}
      {plainParts.map((part) => {
        const names = additions[part].map(({ name }) => name);
        if (names.length === 0) return null;
        return (
          <p key={part}>
            <span className="faint">{partNames[part]} </span>
            {names.join(", ")}
          </p>
        );
      })}
    </section>
  );
}
