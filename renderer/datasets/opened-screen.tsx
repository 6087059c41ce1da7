import { CircleAlert, CircleCheck, FolderOpen, GitCompare } from "lucide-react";
import { Button } from "../look/button.tsx";
import { EmptyState } from "../look/empty-state.tsx";
import { sentence, t } from "../messages.ts";
import { ScreenHeader } from "../shell/screen-header.tsx";
import { BackToDatasets } from "./back-to-datasets.tsx";
import { CountFacts } from "./count-facts.tsx";
import { ManifestFacts } from "./manifest-facts.tsx";
import { compareOpened, openedRelease, openPickedRelease } from "./release-folders.ts";
import "./releases.css";

/** A release's folder: what it says of itself, and whether it is as it was written. */
export function OpenedScreen() {
  const opened = openedRelease.use();
  return (
    <>
      <ScreenHeader title={t("Release")}>
        <BackToDatasets />
        <Button icon={FolderOpen} onPress={() => void openPickedRelease()}>
          {t("Open another…")}
        </Button>
        {opened && (
          <Button icon={GitCompare} onPress={compareOpened}>
            {t("Compare with…")}
          </Button>
        )}
      </ScreenHeader>
      {opened ? (
        <div className="release-result">
          <h2>
            {opened.manifest.title} <span className="soft numeric">{opened.manifest.version}</span>
          </h2>
          <Verdict problems={opened.problems} />
          <CountFacts counts={opened.manifest.counts} />
          <ManifestFacts manifest={opened.manifest} />
        </div>
      ) : (
        <NothingOpen />
      )}
    </>
  );
}

function NothingOpen() {
  return (
    <EmptyState
      icon={FolderOpen}
      title={t("No release is open")}
      actions={
        <Button variant="primary" onPress={() => void openPickedRelease()}>
          {t("Open a release’s folder…")}
        </Button>
      }
    >
      {t("Choose the folder that a release was written to.")}
    </EmptyState>
  );
}

function Verdict({ problems }: { problems: readonly string[] }) {
  if (problems.length === 0)
    return (
      <p className="row" role="status">
        <CircleCheck aria-hidden className="release-sound" />
        {t("It is as it was written: every file has its SHA-256, and every record is sound.")}
      </p>
    );
  return (
    <section className="stack" role="status">
      <h3 className="row">
        <CircleAlert aria-hidden className="release-broken" />
        {t("It is not as it was written")}
      </h3>
      <ul className="problems">
        {problems.map((problem) => (
          <li key={problem} className="problem">
            {sentence(problem)}
          </li>
        ))}
      </ul>
    </section>
  );
}
