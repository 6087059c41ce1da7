import { CircleAlert } from "lucide-react";
import type { RememberedRelease } from "../../shared/contract/datasets.ts";
import type { ProjectSummary } from "../../shared/contract/session.ts";
import { wholeShares } from "../../shared/dataset/split.ts";
import { titleOfFormat } from "../../shared/formats/format-ids.ts";
import { door } from "../api.ts";
import { Button } from "../look/button.tsx";
import { inNumber, t } from "../messages.ts";
import { useApp } from "../state/app-store.ts";
import { shareOf } from "./draft-problems.ts";
import { layersName } from "./layers-name.ts";
import { makeRelease } from "./making.ts";
import { type DraftProblem, forgetDraft, type ReleaseDraft } from "./release-draft.ts";

interface ReleaseSummaryProps {
  draft: ReleaseDraft;
  problems: readonly DraftProblem[];
  summary: ProjectSummary;
  releases: readonly RememberedRelease[];
}

/** What the release will be, what stands in its way, and the button that makes it. */
export function ReleaseSummary({ draft, problems, summary, releases }: ReleaseSummaryProps) {
  const { title, version } = draft.texts;
  const isReadOnly = useApp((snapshot) => snapshot.app?.isReadOnly ?? false);
  const isThere = releases.some((one) => one.title === title && one.version === version);
  return (
    <aside className="release-summary" aria-label={t("What will be released")}>
      <h2>
        {title} <span className="soft numeric">{version}</span>
      </h2>
      <Facts draft={draft} summary={summary} releases={releases} />
      {isThere && (
        <p className="release-warning">
          {t("There is a release with this title and version already.")}
        </p>
      )}
      {isReadOnly && (
        <p className="release-warning">
          {t("Nothing can be released here: the project is open in another window.")}
        </p>
      )}
      {problems.length > 0 && <Problems problems={problems} />}
      <div className="stack">
        <Button
          variant="primary"
          isDisabled={isReadOnly || problems.length > 0}
          onPress={() => void makeRelease(draft)}
        >
          {t("Make the release")}
        </Button>
        <Button variant="quiet" onPress={forgetDraft}>
          {t("Begin anew")}
        </Button>
      </div>
      <p className="small faint">
        {t(door.pickExportFolder ? "You choose the folder next." : "The files come as a download.")}{" "}
        {t("Everything is read back and compared before the release counts as made.")}
      </p>
    </aside>
  );
}

function Facts({ draft, summary, releases }: Omit<ReleaseSummaryProps, "problems">) {
  const continued = releases.find(({ id }) => id === draft.continues);
  const lists: [string, string][] = [
    ...reportFacts(draft, summary),
    [t("Licence"), draft.texts.licence || t("None yet")],
    [t("Layers"), layersName(draft.layers)],
    [t("Labels"), labelWords(draft.labels)],
    [
      t("Parts"),
      continued
        ? t("as in {version}, new cases {shares}", {
            version: continued.version,
            shares: draft.parts.map(({ share }) => share).join(" / "),
          })
        : partWords(draft, summary.cases),
    ],
    [t("Formats"), [t("Records"), ...draft.formats.map(titleOfFormat)].join(", ")],
  ];
  return (
    <dl className="facts numeric">
      {lists.map(([name, value]) => (
        <div key={name} className="fact">
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function reportFacts(
  { search }: ReleaseDraft,
  { reports, cases }: ProjectSummary,
): [string, string][] {
  if (search !== null) return [[t("Reports"), search]];
  return [
    [t("Reports"), inNumber(reports)],
    [t("Cases"), inNumber(cases)],
  ];
}

function labelWords({ labels, relations }: ReleaseDraft["labels"]): string {
  const all = Object.entries({ ...labels, ...relations });
  const dropped = all.filter(([, to]) => to === null).length;
  const renamed = all.filter(([name, to]) => to !== null && to !== name).length;
  const words = [
    renamed > 0 && t("{count, plural, other {# renamed}}", { count: renamed }),
    dropped > 0 && t("{count, plural, other {# left out}}", { count: dropped }),
  ].filter((one) => one !== false);
  return words.length > 0 ? words.join(", ") : t("As in the scheme");
}

/** About how many cases every part gets; cases that have to stay together may move it a little. */
function partWords({ parts, search }: ReleaseDraft, cases: number): string {
  if (search !== null) return parts.map(({ name, share }) => `${name} ${share}`).join(", ");
  const shares = parts.map(shareOf);
  const whole = shares.reduce((sum, share) => sum + share, 0);
  if (!(whole > 0)) return "–";
  const counts = wholeShares(
    cases,
    shares.map((share) => share / whole),
  );
  return parts
    .map(({ name }, at) =>
      t("{name} about {count, number}", { name: name || "–", count: counts[at] ?? 0 }),
    )
    .join(", ");
}

function Problems({ problems }: { problems: readonly DraftProblem[] }) {
  return (
    <ul className="release-problems" aria-label={t("To be mended first")}>
      {problems.map(({ field, text }) => (
        <li key={`${field} ${text}`} className="row">
          <CircleAlert aria-hidden />
          <span>{text}</span>
        </li>
      ))}
    </ul>
  );
}
