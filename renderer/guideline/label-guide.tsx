import { Check, X } from "lucide-react";
import { Fragment } from "react";
import type { LabelDefinition } from "../../shared/model/scheme.ts";
import { type GuidelineRun, readGuideline } from "../../shared/scheme/guideline.ts";
import { LabelTag } from "../look/label-tag.tsx";
import "./guideline.css";
import { t } from "../messages.ts";

/** Whether there is anything to tell about a label. */
export function hasGuide({ guideline, examples = [] }: LabelDefinition): boolean {
  return guideline !== "" || examples.length > 0;
}

/** What to mark with a label and what not: its guideline, and words that show it. */
export function LabelGuide({ label }: { label: LabelDefinition }) {
  const { name, colour, key, guideline, examples = [] } = label;
  return (
    <div className="guide">
      <p>
        <LabelTag name={name} colour={colour} keys={key} />
      </p>
      {!hasGuide(label) && <p className="faint">{t("There is no guideline for it yet.")}</p>}
      <GuidelineText text={guideline} />
      {examples.length > 0 && (
        <ul className="guide-examples">
          {examples.map(({ text, isGood, note }) => (
            <li key={`${isGood} ${text}`} className={isGood ? "guide-good" : "guide-bad"}>
              {isGood ? <Check aria-label={t("Mark")} /> : <X aria-label={t("Do not mark")} />}
              <span>
                <q>{text}</q>
                {note && <span className="soft"> {note}</span>}
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function GuidelineText({ text }: { text: string }) {
  // A text has the same parts every time, so their places tell them apart.
  return readGuideline(text).map((block, at) =>
    block.kind === "list" ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: see above
      <ul key={at}>
        {block.items.map((item, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <li key={place}>
            <Runs runs={item} />
          </li>
        ))}
      </ul>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: see above
      <p key={at}>
        {block.lines.map((line, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <Fragment key={place}>
            {place > 0 && <br />}
            <Runs runs={line} />
          </Fragment>
        ))}
      </p>
    ),
  );
}

function Runs({ runs }: { runs: readonly GuidelineRun[] }) {
  return runs.map(({ text, isStrong }, at) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: see above
    isStrong ? <strong key={at}>{text}</strong> : <Fragment key={at}>{text}</Fragment>,
  );
}
