import { type SchemeAdditions, schemeLists } from "../../shared/model/scheme.ts";
import { LabelTag } from "../look/label-tag.tsx";

const partNames = {
  kinds: "Kinds",
  attributes: "Attributes",
  relations: "Relations",
  events: "Events",
  groups: "Groups",
  reportLabels: "Report labels",
} as const;
// Labels are shown in their colours.
const plainParts = schemeLists.filter((list) => list !== "labels");

/** How much the scheme learns, as the words of a button. */
export function additionsInWords(additions: SchemeAdditions): string {
  const labels = additions.labels.length;
  const others = plainParts.reduce((sum, part) => sum + additions[part].length, 0);
  const inWords = (count: number, word: string) => `${count} new ${word}${count === 1 ? "" : "s"}`;
  if (labels === 0) return `${inWords(others, "definition")} for the scheme…`;
  return `${inWords(labels, "label")}${others > 0 ? ` and ${others} more` : ""} for the scheme…`;
}

/** What the scheme learns when this is taken in. */
export function Additions({ additions }: { additions: SchemeAdditions }) {
  return (
    <section className="stack">
      <p className="soft">
        The annotations use what your scheme does not have yet. Importing adds it; undo takes it
        away again.
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
            <span className="faint">{partNames[part]}: </span>
            {names.join(", ")}
          </p>
        );
      })}
    </section>
  );
}
