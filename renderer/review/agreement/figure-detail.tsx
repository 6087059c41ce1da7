import { ListTree } from "lucide-react";
import type { ReactNode } from "react";
import {
  type Figure,
  projectUndefinedSentences,
  type ValueWithInterval,
} from "../../../shared/agreement/study/figure.ts";
import type { LeftOut } from "../../../shared/agreement/study/left-out.ts";
import type { ProjectAgreement } from "../../../shared/agreement/study/study.ts";
import { intervalUndefinedSentences } from "../../../shared/agreement/undefined-sentences.ts";
import { factsOf } from "../../../shared/review-report/measure-facts.ts";
import { Button } from "../../look/button.tsx";
import { inNumber, sentence, t } from "../../messages.ts";
import type { Person } from "../people.ts";
import { inThree, intervalWords, measureName, namesOf, scopeWords } from "./figure-words.ts";
import { showBehind } from "./show-behind.ts";

interface FigureDetailProps {
  figure: Figure;
  agreement: ProjectAgreement;
  people: readonly Person[];
}

/** All that is to be said of one figure: what it is made of, what it assumes, and what it leaves out. */
export function FigureDetail({ figure, agreement, people }: FigureDetailProps) {
  const { source } = factsOf(figure.id);
  return (
    <aside className="figure-detail" aria-label={t("About the figure")}>
      <h2>{measureName(figure.id)}</h2>
      <p className="soft">
        {figure.scope === "pair"
          ? namesOf(figure.annotators, people)
          : `${scopeWords(figure, people)} · ${namesOf(figure.annotators, people)}`}
      </p>
      <Value of={figure} />
      <Button icon={ListTree} onPress={() => showBehind(figure)}>
        {t("Show the differences behind it")}
      </Button>
      <MadeOf figure={figure} />
      <Part title={t("What it assumes")}>
        <p>{sentence(figure.assumes)}</p>
      </Part>
      <Part title={t("Left out, or taken in unfinished")}>
        <LeftOutList all={[...figure.leftOut, ...agreement.leftOut]} people={people} />
      </Part>
      {source !== null && (
        <Part title={t("Source")}>
          <p className="soft">{source}.</p>
        </Part>
      )}
    </aside>
  );
}

function Value({ of }: { of: ValueWithInterval }) {
  if (of.value === null)
    return <p>{of.undefined && sentence(projectUndefinedSentences[of.undefined])}</p>;
  return (
    <p className="numeric">
      <b className="figure-value">{inThree(of.value)}</b>{" "}
      <span className="soft">
        {of.ci ? intervalWords(of) : of.ciUndefined && noInterval(of.ciUndefined)}
      </span>
    </p>
  );
}

const noInterval = (why: keyof typeof intervalUndefinedSentences) =>
  t("No interval. {why}", { why: sentence(intervalUndefinedSentences[why]) });

function MadeOf({ figure }: { figure: Figure }) {
  const { observed, expected, n, parts, deviation, overReports } = figure;
  const facts: [string, string | null][] = [
    [t("Compared (n)"), inNumber(n)],
    [t("Observed"), observed === null ? null : inThree(observed)],
    [t("Expected by chance"), expected === null ? null : inThree(expected)],
    [t("Coefficients it is the mean of"), parts > 1 ? inNumber(parts) : null],
    [t("Deviation between them"), deviation === null ? null : inThree(deviation)],
    [t("Mean of reports"), overReports?.value == null ? null : inThree(overReports.value)],
    [t("Its interval"), overReports?.ci ? intervalWords(overReports) : null],
    [t("Reports with a value"), overReports ? inNumber(overReports.n) : null],
  ];
  return (
    <dl className="facts numeric">
      {facts.map(
        ([name, value]) =>
          value !== null && (
            <div key={name} className="fact">
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="figure-part">
      <h3>{title}</h3>
      {children}
    </section>
  );
}

interface LeftOutListProps {
  all: readonly LeftOut[];
  people: readonly Person[];
}

function LeftOutList({ all, people }: LeftOutListProps) {
  if (all.length === 0) return <p className="soft">{t("Nothing.")}</p>;
  return (
    <ul className="figure-left-out">
      {all.map(({ what, count, examples }) => (
        <li key={what}>
          <b className="numeric">{inNumber(count)}</b> {sentence(what)}
          {examples.map((example) => (
            <span key={example} className="faint small figure-example">
              {withoutNames(example, people)}
            </span>
          ))}
        </li>
      ))}
    </ul>
  );
}

/** In a blind review nobody is named in passing. */
const withoutNames = (words: string, people: readonly Person[]) =>
  people.reduce((said, { annotator, name }) => said.replaceAll(annotator, name), words);
