import { ChevronRight } from "lucide-react";
import { Disclosure, DisclosurePanel, Button as PlainButton } from "react-aria-components";
import type { ReleaseChanges } from "../../shared/dataset/compare.ts";
import { inNumber, t } from "../messages.ts";

type LabelChanges = ReleaseChanges["spans"][number];
type Relabelled = ReleaseChanges["relabelled"][number];

/** What differs between two releases: reports, labels, and spans by label. */
export function ChangesView({ changes }: { changes: ReleaseChanges }) {
  const { reports, labels, spans, relabelled } = changes;
  if (isNothing(changes))
    return <p role="status">{t("The two hold the same reports and the same spans.")}</p>;
  return (
    <>
      <section className="stack" aria-label={t("Reports")}>
        <h2>{t("Reports")}</h2>
        <ul className="change-lists numeric">
          <NameList title={t("Added")} names={reports.added} />
          <NameList title={t("Removed")} names={reports.removed} />
          <NameList title={t("With another text")} names={reports.textChanged} />
          <NameList title={t("With the same text and other spans")} names={reports.spansChanged} />
          <li className="change-list">
            <span>{t("The same")}</span>
            <span>{inNumber(reports.same)}</span>
          </li>
        </ul>
      </section>
      {labels.added.length + labels.removed.length > 0 && <LabelNames {...labels} />}
      {spans.length > 0 && <SpanTable spans={spans} />}
      {relabelled.length > 0 && <RelabelledTable relabelled={relabelled} />}
    </>
  );
}

function isNothing({ reports, spans, relabelled }: ReleaseChanges): boolean {
  const { added, removed, textChanged, spansChanged } = reports;
  const lists = [added, removed, textChanged, spansChanged, relabelled];
  return (
    lists.every(({ length }) => length === 0) && spans.every((one) => one.added + one.removed === 0)
  );
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

/** By label; what changed most stands first. */
function SpanTable({ spans }: { spans: readonly LabelChanges[] }) {
  const byChange = [...spans].sort((a, b) => b.added + b.removed - a.added - a.removed);
  return (
    <section className="stack" aria-label={t("Spans by label")}>
      <h2>{t("Spans by label")}</h2>
      <table className="plain-table numeric">
        <thead>
          <tr>
            <th scope="col">{t("Label")}</th>
            <th scope="col">{t("Added")}</th>
            <th scope="col">{t("Removed")}</th>
            <th scope="col">{t("The same")}</th>
          </tr>
        </thead>
        <tbody>
          {byChange.map(({ label, added, removed, same }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td className={added > 0 ? "change-added" : "faint"}>{signed("+", added)}</td>
              <td className={removed > 0 ? "change-removed" : "faint"}>{signed("−", removed)}</td>
              <td>{inNumber(same)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t("All labels")}</th>
            <td>{signed("+", sum(spans, "added"))}</td>
            <td>{signed("−", sum(spans, "removed"))}</td>
            <td>{inNumber(sum(spans, "same"))}</td>
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

const sum = (spans: readonly LabelChanges[], of: "added" | "removed" | "same"): number =>
  spans.reduce((count, changes) => count + changes[of], 0);

const signed = (sign: string, count: number): string =>
  count === 0 ? inNumber(0) : sign + inNumber(count);

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
