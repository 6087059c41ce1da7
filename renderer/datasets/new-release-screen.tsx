import { Database } from "lucide-react";
import { useEffect } from "react";
import type { RememberedRelease } from "../../shared/contract/datasets.ts";
import type { ProjectSummary } from "../../shared/contract/session.ts";
import type { ReleaseLoss } from "../../shared/dataset/facts.ts";
import { gold } from "../../shared/review/gold.ts";
import { Button } from "../look/button.tsx";
import { EmptyState } from "../look/empty-state.tsx";
import { Progress } from "../look/progress.tsx";
import { sentence, t } from "../messages.ts";
import { useCommands } from "../shell/commands.ts";
import { ScreenHeader } from "../shell/screen-header.tsx";
import { useApp } from "../state/app-store.ts";
import { shownKey } from "../state/command-keys.ts";
import { BackToDatasets } from "./back-to-datasets.tsx";
import { draftProblems } from "./draft-problems.ts";
import { MadeResult } from "./made-result.tsx";
import { fillIn, finishRelease, makeAllTheSame, making } from "./making.ts";
import { changeDraft, newDraft, type ReleaseDraft, releaseDraft } from "./release-draft.ts";
import { ReleaseForm } from "./release-form.tsx";
import { ReleaseLosses } from "./release-losses.tsx";
import { ReleaseSummary } from "./release-summary.tsx";
import { useIdentifiers } from "./use-identifiers.ts";
import { useReleases } from "./use-releases.ts";
import { useSummary } from "./use-summary.ts";
import "./releases.css";

/** Where a release is made: filled in, under way, or done. */
export function NewReleaseScreen() {
  const state = making.use();
  const summary = useSummary();
  const releases = useReleases();
  return (
    <>
      <ScreenHeader title={t("New release")}>
        {(state.step === "filling in" || state.step === "running") && <BackToDatasets />}
        {state.step === "losses" && <AllTheSame draft={state.draft} />}
        {state.step === "done" && (
          <Button variant="primary" onPress={finishRelease} autoFocus>
            {t("Done")}
          </Button>
        )}
      </ScreenHeader>
      {state.step === "running" && <Running {...state} />}
      {state.step === "losses" && <BeforeWriting {...state} />}
      {state.step === "done" && <MadeResult made={state.made} />}
      {state.step === "filling in" && summary && releases && (
        <Filling summary={summary} releases={releases} />
      )}
    </>
  );
}

interface FillingProps {
  summary: ProjectSummary;
  releases: readonly RememberedRelease[];
}

function Filling({ summary, releases }: FillingProps) {
  const draft = useDraft(releases[0], summary);
  if (summary.reports === 0)
    return (
      <EmptyState icon={Database} title={t("Nothing to release yet")}>
        {t("A dataset is made of reports and the work on them. Import reports first.")}
      </EmptyState>
    );
  if (!draft) return null;
  const problems = draftProblems(draft, releases);
  return (
    <div className="release-page">
      <ReleaseForm draft={draft} problems={problems} releases={releases} onChange={changeDraft} />
      <ReleaseSummary draft={draft} problems={problems} summary={summary} releases={releases} />
    </div>
  );
}

/** What was typed before, or else what a new release begins with; null until that is known. */
function useDraft(newest: RememberedRelease | undefined, summary: ProjectSummary) {
  const typed = releaseDraft.use();
  const identifiers = useIdentifiers();
  const scheme = useApp((snapshot) => snapshot.scheme);
  const project = useApp((snapshot) => snapshot.app?.project);
  const hasGold = summary.layers.some(({ annotator }) => annotator === gold);
  const draft = typed?.project === project?.id ? typed : null;
  useEffect(() => {
    if (draft || !scheme || !project || !identifiers) return;
    const hasIdentifiers = identifiers.open + identifiers.accepted > 0;
    releaseDraft.set(newDraft({ newest, project, scheme, hasGold, hasIdentifiers }));
  }, [draft, newest, project, scheme, hasGold, identifiers]);
  return draft;
}

function AllTheSame({ draft }: { draft: ReleaseDraft }) {
  useCommands({ "text.focus": fillIn });
  return (
    <>
      <Button keys={shownKey("text.focus")} onPress={fillIn}>
        {t("Change it")}
      </Button>
      <Button variant="primary" onPress={() => void makeAllTheSame(draft)} autoFocus>
        {t("Release it all the same")}
      </Button>
    </>
  );
}

interface BeforeWritingProps {
  name: string;
  losses: readonly ReleaseLoss[];
}

/** What will not be in the release, said while nothing is written. */
function BeforeWriting({ name, losses }: BeforeWritingProps) {
  const title = t("Not all will be in {name}.", { name });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by key
    <section className="release-result" aria-label={title} tabIndex={0}>
      <h2>{title}</h2>
      <p className="soft">{t("Nothing is written yet. The project keeps everything.")}</p>
      <ReleaseLosses losses={losses} />
    </section>
  );
}

interface RunningProps {
  name: string;
  progress: { done: number; total: number; doing: string };
  cancel: () => void;
}

function Running({ name, progress: { done, total, doing }, cancel }: RunningProps) {
  return (
    <section className="release-running" aria-label={t("Making {name}", { name })}>
      <h2>{t("Making {name}", { name })}</h2>
      <Progress label={sentence(doing) || t("Writing the files")} done={done} total={total} />
      <p className="soft">{t("It goes on while you look at other screens.")}</p>
      <div>
        <Button onPress={cancel} autoFocus>
          {t("Cancel")}
        </Button>
      </div>
    </section>
  );
}
