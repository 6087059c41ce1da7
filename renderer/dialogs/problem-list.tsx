import { ChevronRight } from "lucide-react";
import { Disclosure, DisclosurePanel, Heading, Button as PlainButton } from "react-aria-components";
import type { FileProblem } from "../../shared/staged.ts";
import { Tag } from "../look/tag.tsx";
import { inNumber, sentence, t } from "../messages.ts";
import { groupProblems, type ProblemGroup } from "./group-problems.ts";
import "./problem-list.css";

interface ProblemListProps {
  title: string;
  tone: "danger" | "warning" | "neutral";
  problems: readonly FileProblem[];
}

// More sentences or names than anybody reads would only make the page slow; the counts say how many.
const groupsShown = 100;
const namesShown = 200;

/** Problems grouped by their sentence; each opens to the files it is about. */
export function ProblemList({ title, tone, problems }: ProblemListProps) {
  if (problems.length === 0) return null;
  const groups = groupProblems(problems);
  const left = groups.length - groupsShown;
  return (
    <section className="stack">
      <h3 className="row">
        {title} <Tag tone={tone}>{inNumber(problems.length)}</Tag>
      </h3>
      <ul className="problems">
        {groups.slice(0, groupsShown).map((group) => (
          <li key={group.message}>
            <ProblemRow group={group} />
          </li>
        ))}
        {left > 0 && <li className="problem faint">{andMore(left)}</li>}
      </ul>
    </section>
  );
}

const andMore = (count: number) => t("and {count, number} more", { count });

function ProblemRow({ group: { message, files } }: { group: ProblemGroup }) {
  const [only] = files;
  if (files.length === 1)
    return (
      <p className="problem">
        {!message.includes(only ?? "") && <span className="faint">{only} </span>}
        {sentence(message)}
      </p>
    );
  return (
    <Disclosure className="problem">
      <Heading level={4}>
        <PlainButton slot="trigger" className="problem-trigger">
          <ChevronRight aria-hidden />
          <span className="grow">{sentence(message)}</span>
          <span className="faint numeric">
            {t("{count, plural, one {# file} other {# files}}", { count: files.length })}
          </span>
        </PlainButton>
      </Heading>
      <DisclosurePanel>
        <ul className="problem-files faint">
          {files.slice(0, namesShown).map((file, at) => (
            // The same file may have the same problem twice.
            // biome-ignore lint/suspicious/noArrayIndexKey: a fixed list
            <li key={at}>{file}</li>
          ))}
          {files.length > namesShown && <li>{andMore(files.length - namesShown)}</li>}
        </ul>
      </DisclosurePanel>
    </Disclosure>
  );
}
