import type { SearchGroup, SearchHit } from "../../shared/contract/search.ts";
import type { Scheme } from "../../shared/model/scheme.ts";
import { StatusMark } from "../library/status-mark.tsx";
import type { Colour } from "../look/colour.ts";
import { colourStyle, LabelTag } from "../look/label-tag.tsx";
import { inNumber, t } from "../messages.ts";
import { useApp } from "../state/app-store.ts";
import { type Segment, segmentsOf } from "./segments.ts";

/** A report above its hits, or alone where it is what was looked for. */
export function ReportRow({ group }: { group: SearchGroup }) {
  const { title, status, total, hits } = group;
  const more = total - hits.length;
  return (
    <div className="hit-report">
      <span className="strong truncate">{title}</span>
      <span className="faint truncate">{group.case}</span>
      <span className="grow" />
      {total > 0 && (
        <span className="faint numeric">
          {more > 0
            ? t("{total, number}, {shown} shown", { total, shown: hits.length })
            : inNumber(total)}
        </span>
      )}
      <StatusMark status={status} />
    </div>
  );
}

/** The words around a hit, with what is marked there. */
export function HitRow({ hit }: { hit: SearchHit }) {
  const scheme = useApp((snapshot) => snapshot.scheme);
  const me = useApp((snapshot) => snapshot.app?.annotator);
  const { span } = hit;
  return (
    <div className="hit">
      <span className="hit-line">
        {segmentsOf(hit).map((segment, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a line have no other name
          <Piece key={at} segment={segment} scheme={scheme} />
        ))}
      </span>
      {span && (
        <span className="hit-about">
          {span.annotator !== me && <span className="faint small">{span.annotator}</span>}
          <LabelTag colour={colourOf(scheme, span.label)} name={span.label} />
        </span>
      )}
    </div>
  );
}

function Piece({ segment, scheme }: { segment: Segment; scheme: Scheme | null }) {
  const { text, isHit, label } = segment;
  const Element = isHit ? "mark" : "span";
  if (label === null) return <Element>{text}</Element>;
  return (
    <Element className="hit-marked" style={colourStyle(colourOf(scheme, label))} title={label}>
      {text}
    </Element>
  );
}

function colourOf(scheme: Scheme | null, label: string): Colour {
  return scheme?.labels.find(({ name }) => name === label)?.colour ?? "slate";
}
