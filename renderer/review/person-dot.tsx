import { colourStyle } from "../look/label-tag.tsx";
import { t } from "../messages.ts";
import type { Person } from "./people.ts";

interface PersonDotProps {
  person: Person;
  hideName?: boolean;
  /** They have nothing there. */
  isMissing?: boolean;
}

/** Whose it is: a stroke in their lane's colour, and their name or letter; only an outline where they have nothing. */
export function PersonDot({ person, hideName = false, isMissing = false }: PersonDotProps) {
  const words = isMissing ? t("{name} has nothing there", { name: person.name }) : person.name;
  return (
    <span className="person" style={colourStyle(person.colour)} title={words}>
      <span className={isMissing ? "person-lane missing" : "person-lane"} aria-hidden />
      {hideName ? <span className="visually-hidden">{words}</span> : person.name}
    </span>
  );
}
