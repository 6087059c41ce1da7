import type { TouchedSpan } from "../../shared/contract/texts.ts";
import { t } from "../messages.ts";

/** The spans, of everybody, that will say something else; nothing while there are none. */
export function TouchedSpans({ spans }: { spans: readonly TouchedSpan[] | null }) {
  if (spans === null) return <p className="touched small faint">{t("Looking at the spans…")}</p>;
  if (spans.length === 0) return null;
  return (
    <details className="touched">
      <summary>{summaryOf(spans)}</summary>
      <ul>
        {spans.map(({ annotator, label, before, after }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is only ever replaced as a whole
          <li key={at}>
            <span className="faint">{t("{annotator}, {label}:", { annotator, label })}</span>{" "}
            <del>{before}</del>{" "}
            {after === "" ? <em>{t("nothing is left")}</em> : <ins>{after}</ins>}
          </li>
        ))}
      </ul>
    </details>
  );
}

function summaryOf(spans: readonly TouchedSpan[]): string {
  const people = [...new Set(spans.map(({ annotator }) => annotator))].join(", ");
  return t(
    "{count, plural, one {# span of {people} will have other words and is flagged to be looked at} other {# spans of {people} will have other words and are flagged to be looked at}}",
    { count: spans.length, people },
  );
}
