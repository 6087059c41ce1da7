import { Check } from "lucide-react";
import type { TextRange } from "../../../shared/model/annotation.ts";
import { KeyCap } from "../../look/key-cap.tsx";
import { LabelTag } from "../../look/label-tag.tsx";
import { t } from "../../messages.ts";
import { personIn } from "../people.ts";
import { PersonDot } from "../person-dot.tsx";
import { contextParts } from "./context-parts.ts";
import { useDesk } from "./desk-session.ts";
import type { VersionRow } from "./version-rows.ts";

/** The words around a difference, the same for all its versions. */
interface Context {
  text: string;
  window: TextRange;
  versions: readonly (readonly TextRange[])[];
}

interface VersionLineProps {
  /** The digit that takes it. */
  number: number;
  row: VersionRow;
  /** null for what is said of the report as a whole. */
  context: Context | null;
  isTaken: boolean;
  onTake: () => void;
}

/** One version: its digit, who says it, its label, its words in their place, and its values. */
export function VersionLine({ number, row, context, isTaken, onTake }: VersionLineProps) {
  const { people, scheme } = useDesk();
  const colour = scheme.labels.find(({ name }) => name === row.label)?.colour ?? "slate";
  return (
    <li>
      <button type="button" className={isTaken ? "version taken" : "version"} onClick={onTake}>
        <KeyCap keys={`${number}`} />
        <span className="version-who">
          {row.annotators.map((name) => (
            <PersonDot key={name} person={personIn(people, name)} />
          ))}
        </span>
        <span className={row.labelDiffers ? "version-label differs" : "version-label"}>
          <LabelTag name={row.label} colour={colour} />
        </span>
        <span className="version-said">
          {context && <Words context={context} row={row} />}
          <Facts row={row} />
        </span>
        {isTaken && <Check className="version-taken" role="img" aria-label={t("taken")} />}
      </button>
    </li>
  );
}

const classes = {
  own: "own",
  "own, others not": "own more",
  others: "less",
  nobody: "",
} as const;

function Words({ context, row }: { context: Context; row: VersionRow }) {
  const { text, window, versions } = context;
  const parts = contextParts(text, window, row.ranges, versions);
  return (
    <span className="version-words">
      {parts.map(({ start, words, has }) => (
        <span key={start} className={classes[has]}>
          {words}
        </span>
      ))}
      {row.count > 1 && (
        <span className="faint small">
          {" "}
          {t("{count, plural, other {# spans}}", { count: row.count })}
        </span>
      )}
    </span>
  );
}

function Facts({ row: { facts } }: { row: VersionRow }) {
  if (facts.length === 0) return null;
  return (
    <span className="version-facts">
      {facts.map(({ name, value, differs }) => (
        <span key={name} className={differs ? "fact differs" : "fact"}>
          <span className="faint">{name}</span> {value === "" ? t("not said") : value}
        </span>
      ))}
    </span>
  );
}
