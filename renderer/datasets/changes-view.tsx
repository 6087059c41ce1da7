import { ChevronRight } from "lucide-react";
import { Disclosure, DisclosurePanel, Button as PlainButton } from "react-aria-components";
import type { ReleaseChanges } from "../../shared/dataset/compare.ts";
import { inNumber, t } from "../messages.ts";
import { EntityTallies, LinkTallies, SpanTallies } from "./tally-table.tsx";

type Relabelled = ReleaseChanges["relabelled"][number];

/** What differs between two releases: reports, labels, and annotations by label and kind. */
export function ChangesView({ changes }: { changes: ReleaseChanges }) {
  const { reports, labels, relabelled } = changes;
  if (isNothing(changes))
    return <p role="status">{t("The two hold the same reports and the same annotations.")}</p>;
  return (
    <>
      <section className="stack" aria-label={t("Reports")}>
        <h2>{t("Reports")}</h2>
        <ul className="change-lists numeric">
          <NameList title={t("Added")} names={reports.added} />
          <NameList title={t("Removed")} names={reports.removed} />
          <NameList title={t("With another text")} names={reports.textChanged} />
          <NameList
            title={t("With the same text and other annotations")}
            names={reports.annotationsChanged}
          />
          <li className="change-list">
            <span>{t("The same")}</span>
            <span>{inNumber(reports.same)}</span>
          </li>
        </ul>
      </section>
      {labels.added.length + labels.removed.length > 0 && <LabelNames {...labels} />}
      <SpanTallies changes={changes} />
      {relabelled.length > 0 && <RelabelledTable relabelled={relabelled} />}
      <EntityTallies changes={changes} />
      <LinkTallies changes={changes} />
    </>
  );
}

function isNothing({ reports }: ReleaseChanges): boolean {
  const { added, removed, textChanged, annotationsChanged } = reports;
  return [added, removed, textChanged, annotationsChanged].every(({ length }) => length === 0);
}

/** How many there are, and their names below. */
function NameList({ title, names }: { title: string; names: readonly string[] }) {
  const line = (
    <>
      <span>{title}</span>
      <span className={names.length > 0 ? "strong" : "faint"}>{inNumber(names.length)}</span>
    </>
  );
  if (names.length === 0) return <li className="change-list">{line}</li>;
  return (
    <li>
      <Disclosure>
        <PlainButton slot="trigger" className="problem-trigger change-list">
          {line}
          <ChevronRight aria-hidden />
        </PlainButton>
        <DisclosurePanel>
          <ul className="change-names soft">
            {names.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        </DisclosurePanel>
      </Disclosure>
    </li>
  );
}

function LabelNames({ added, removed }: ReleaseChanges["labels"]) {
  const facts: [string, readonly string[]][] = [
    [t("Only in the later one"), added],
    [t("Only in the earlier one"), removed],
  ];
  return (
    <section className="stack" aria-label={t("Labels")}>
      <h2>{t("Labels")}</h2>
      <dl className="facts">
        {facts
          .filter(([, names]) => names.length > 0)
          .map(([title, names]) => (
            <div key={title} className="fact">
              <dt>{title}</dt>
              <dd>{names.join(", ")}</dd>
            </div>
          ))}
      </dl>
    </section>
  );
}

function RelabelledTable({ relabelled }: { relabelled: readonly Relabelled[] }) {
  return (
    <section className="stack" aria-label={t("Relabelled")}>
      <h2>{t("Relabelled")}</h2>
      <p className="soft">
        {t("On the same words, with another label now; neither added nor removed.")}
      </p>
      <table className="plain-table relabelled numeric">
        <thead>
          <tr>
            <th scope="col">{t("Was")}</th>
            <th scope="col">{t("Is now")}</th>
            <th scope="col">{t("Spans")}</th>
          </tr>
        </thead>
        <tbody>
          {relabelled.map(({ from, to, spans }) => (
            <tr key={JSON.stringify([from, to])}>
              <th scope="row">{from}</th>
              <td>{to}</td>
              <td>{inNumber(spans)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
