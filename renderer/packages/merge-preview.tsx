import type { PackageFacts } from "../../shared/contract/packages.ts";
import type { MergeCounts, MergeReport, SchemeTaken } from "../../shared/merge/report.ts";
import { Tag } from "../look/tag.tsx";
import { inNumber, sentence, t } from "../messages.ts";
import { PackageHead } from "./package-head.tsx";

interface MergePreviewProps {
  file: string;
  facts: PackageFacts;
  report: MergeReport | null;
}

/** What one package is and would bring, and all that needs a look. */
export function MergePreview({ file, facts, report }: MergePreviewProps) {
  return (
    <section className="package-facts" aria-label={file}>
      <PackageHead file={file} facts={facts} />
      {report && <Report report={report} />}
    </section>
  );
}

function Report({ report }: { report: MergeReport }) {
  const layers = report.layers.filter((one) => one.added + one.changed + one.removed > 0);
  return (
    <>
      <p className="package-counts">
        {countsOf(report).map(({ words, count, tone }) => (
          <Tag key={words} tone={tone}>
            {words} <span className="numeric">{inNumber(count)}</span>
          </Tag>
        ))}
      </p>
      {!report.isNews && <p className="soft">{t("Nothing in it is new here.")}</p>}
      <Said title={t("New reports")} lines={report.newReports.map(({ title }) => title)} />
      <Said title={t("Who marked what")} lines={layers.map(layerInWords)} />
      <Said
        title={t("Not finished")}
        lines={report.unfinished.map(({ annotator, title }) => `${annotator}: ${title}`)}
      />
      <Said
        title={t("Texts that were corrected there; here they stay")}
        lines={report.texts.map(({ annotator, title }) => `${annotator}: ${title}`)}
      />
      <Said title={t("The scheme changes here")} lines={schemeInWords(report)} />
      <Said
        title={t("The scheme differs; here it stays")}
        lines={report.scheme.differences.map((line) => sentence(line))}
      />
      <Said
        title={t("Taken out here, and stay out")}
        lines={report.removedHere.map(({ title }) => title)}
      />
      <Said
        title={t("Have another title or case there")}
        lines={report.namedOtherwise.map(({ title, there }) => `${title} – ${there}`)}
      />
    </>
  );
}

const countsOf = (counts: MergeCounts) =>
  (
    [
      { words: t("New"), count: counts.added, tone: "success" },
      { words: t("Changed"), count: counts.changed, tone: "accent" },
      { words: t("Removed"), count: counts.removed, tone: "accent" },
      { words: t("Unchanged"), count: counts.unchanged, tone: "neutral" },
      { words: t("Newer here"), count: counts.newerHere, tone: "neutral" },
      { words: t("Conflicts"), count: counts.conflicts, tone: "warning" },
      { words: t("Came back"), count: counts.cameBack, tone: "warning" },
      { words: t("Moved with the text"), count: counts.moved, tone: "neutral" },
      { words: t("To look at"), count: counts.flagged, tone: "warning" },
    ] as const
  ).filter(({ count }) => count > 0);

function layerInWords({ annotator, title, added, changed, removed }: MergeReport["layers"][0]) {
  const counts = [
    added > 0 && t("{count, plural, one {# new} other {# new}}", { count: added }),
    changed > 0 && t("{count, plural, one {# changed} other {# changed}}", { count: changed }),
    removed > 0 && t("{count, plural, one {# removed} other {# removed}}", { count: removed }),
  ];
  return `${annotator}: ${title} (${counts.filter(Boolean).join(", ")})`;
}

function takenInWords({ version, changes, annotations }: SchemeTaken): string[] {
  const taken = t("version {version, number} is taken over", { version });
  const count = t(
    "{count, plural, one {# annotation here gets its names} other {# annotations here get its names}}",
    { count: annotations },
  );
  return [taken, ...changes.map((line) => sentence(line)), ...(annotations > 0 ? [count] : [])];
}

const schemeInWords = ({ scheme }: MergeReport) => [
  ...(scheme.taken ? takenInWords(scheme.taken) : []),
  ...scheme.followed.map((line) => sentence(line)),
  ...scheme.added.map((line) => t("added: {what}", { what: sentence(line) })),
];

interface SaidProps {
  title: string;
  lines: readonly string[];
}

// More than anybody reads would only make the dialog slow; the count says how many there are.
const linesShown = 50;

function Said({ title, lines }: SaidProps) {
  if (lines.length === 0) return null;
  const more = lines.length - linesShown;
  return (
    <section>
      <h3 className="row">
        {title} <Tag>{inNumber(lines.length)}</Tag>
      </h3>
      <ul className="package-said soft" tabIndex={lines.length > 6 ? 0 : undefined}>
        {lines.slice(0, linesShown).map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a fixed list, in which lines repeat
          <li key={at}>{line}</li>
        ))}
        {more > 0 && <li>{t("and {count, number} more", { count: more })}</li>}
      </ul>
    </section>
  );
}
