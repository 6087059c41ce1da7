import type { QuestionExample } from "../../../shared/contract/questions.ts";
import { Tag } from "../../look/tag.tsx";
import { t } from "../../messages.ts";

/** Places in their context, with what is said there. */
export function ExampleLines({ examples }: { examples: readonly QuestionExample[] }) {
  return (
    <ul className="question-examples">
      {examples.map(({ report, start, title, before, said, after, labels }) => (
        <li key={`${report} ${start}`}>
          <p className="change-context">
            <span className="faint">…{before}</span>
            <mark>{said}</mark>
            <span className="faint">{after}…</span>
          </p>
          <p className="row small soft">
            <span className="truncate">{title}</span>
            {labels.map((label) => (
              <Tag key={label}>{label || t("nothing")}</Tag>
            ))}
          </p>
        </li>
      ))}
    </ul>
  );
}
