import { Check } from "lucide-react";
import type { Difference } from "../../../shared/review/difference.ts";
import { Button } from "../../look/button.tsx";
import { KeyCap } from "../../look/key-cap.tsx";
import { Tag } from "../../look/tag.tsx";
import { t } from "../../messages.ts";
import { shownKey } from "../../state/command-keys.ts";
import { isToDecide, stageNames, stateNames, typeNames } from "../difference-words.ts";
import { personIn } from "../people.ts";
import { PersonDot } from "../person-dot.tsx";
import { CardActions } from "./card-actions.tsx";
import { choiceWords } from "./choice-words.ts";
import { windowOf } from "./context-parts.ts";
import { useDesk } from "./desk-session.ts";
import { countsOf, differenceOf, standingOf } from "./review-state.ts";
import type { DeskCommands } from "./use-desk-commands.ts";
import { VersionLine } from "./version-line.tsx";
import { versionRows } from "./version-rows.ts";

/** The current difference: a numbered line for each distinct version, and what can be decided of it. */
export function DifferenceCard({ desk }: { desk: DeskCommands }) {
  const { state, index, people } = useDesk();
  const difference = differenceOf(state, state.current);
  if (!difference) return <AllDecided onFinish={desk.finish} />;
  const { text } = state.reviewed.report;
  const { decision } = standingOf(state, difference.key);
  const taken = decision?.choice.do === "take" ? decision.choice.annotator : null;
  const rows = versionRows(difference, index);
  const ranges = rows.map((row) => row.ranges);
  const window = ranges.some((own) => own.length > 0) ? windowOf(text, ranges) : null;
  return (
    <article className="difference-card" key={difference.key} data-difference={difference.key}>
      <Head difference={difference} desk={desk} />
      <ol className="versions" aria-label={t("Versions")}>
        {rows.map((row, at) => (
          <VersionLine
            key={row.annotators[0]}
            number={at + 1}
            row={row}
            context={window && { text, window, versions: ranges }}
            isTaken={taken !== null && row.annotators.includes(taken)}
            onTake={() => desk.take(at + 1)}
          />
        ))}
        {difference.missing.length > 0 && (
          <li className="version-nothing">
            <KeyCap keys={shownKey("difference.none") ?? ""} />
            <span className="version-who">
              {difference.missing.map((name) => (
                <PersonDot key={name} person={personIn(people, name)} isMissing />
              ))}
            </span>
            <span className="soft">{t("nothing")}</span>
          </li>
        )}
      </ol>
      <CardActions difference={difference} hasDecision={decision !== null} />
    </article>
  );
}

function Head({ difference, desk }: { difference: Difference; desk: DeskCommands }) {
  const { state, people } = useDesk();
  const standing = standingOf(state, difference.key);
  const { decision } = standing;
  const isOpen = isToDecide(standing.state);
  return (
    <header className="difference-head">
      {difference.types.map((type, at) => (
        <Tag key={type} tone={at === 0 && type !== "agreed" ? "accent" : "neutral"}>
          {typeNames[type]}
        </Tag>
      ))}
      <span className="faint small">{stageNames[difference.stage]}</span>
      {standing.state === "stale" && <Tag tone="warning">{t("changed since it was decided")}</Tag>}
      <span className="grow" />
      {isOpen && desk.why.reason !== "" && (
        <Tag>{t("with the next decision: {reason}", { reason: desk.why.reason })}</Tag>
      )}
      {decision && (
        <span className="soft small truncate">
          {!isOpen && <Check aria-hidden className="difference-sign decided" />}{" "}
          {[
            choiceWords(decision.choice, people),
            decision.reason,
            decision.note,
            t("by {name}, {at, date, medium}", {
              name: decision.annotator,
              at: Date.parse(decision.at),
            }),
          ]
            .filter((words) => words !== "")
            .join(" · ")}
        </span>
      )}
      {!decision && <span className="faint small">{stateNames[standing.state]}</span>}
    </header>
  );
}

/** Nothing is looked at: all is decided, or what was put off is left. */
function AllDecided({ onFinish }: { onFinish: () => void }) {
  const { state } = useDesk();
  const { open, later, agreed } = countsOf(state);
  if (open + later > 0)
    return <p className="difference-card strong">{t("Choose a difference in the list.")}</p>;
  if (state.reviewed.gold.status !== "open")
    return <p className="difference-card strong">{t("The review of this report is finished.")}</p>;
  return (
    <div className="difference-card row all-decided">
      <Check aria-hidden className="difference-sign decided" />
      <span className="strong">{t("Everything is decided.")}</span>
      <span className="soft grow">
        {agreed > 0 &&
          t(
            "{agreed, plural, one {One agreed annotation is} other {# agreed annotations are}} accepted with it.",
            { agreed },
          )}
      </span>
      <Button variant="primary" keys={shownKey("report.finish")} onPress={onFinish}>
        {t("Finish and go on")}
      </Button>
    </div>
  );
}
