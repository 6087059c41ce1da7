import { Database, FileDown, PackagePlus } from "lucide-react";
import type { ProjectSummary } from "../../shared/contract/session.ts";
import { openDialog } from "../dialogs/open-dialog.ts";
import { Button } from "../look/button.tsx";
import { EmptyState } from "../look/empty-state.tsx";
import { ScreenHeader } from "../shell/screen-header.tsx";
import { shownKey } from "../state/command-keys.ts";
import { Figures } from "./figures.tsx";
import { startRelease } from "./making.ts";
import { FolderButtons, ReleasesList } from "./releases-list.tsx";
import { useReleases } from "./use-releases.ts";
import { useSummary } from "./use-summary.ts";
import "./datasets.css";
import "./releases.css";
import { inNumber, rich, t, toOneDecimal } from "../messages.ts";

/** What the project holds, the releases made of it, and the ways out of it. */
export function DatasetsScreen() {
  const summary = useSummary();
  const releases = useReleases();
  if (summary?.reports === 0) return <NothingToExport />;
  return (
    <>
      <ScreenHeader title={t("Datasets")}>
        <Button
          icon={FileDown}
          keys={shownKey("export")}
          onPress={() => openDialog({ kind: "export", reports: null })}
        >
          {t("Export…")}
        </Button>
        <Button
          variant="primary"
          icon={PackagePlus}
          keys={shownKey("release.new")}
          onPress={startRelease}
        >
          {t("New release…")}
        </Button>
      </ScreenHeader>
      {summary && (
        <div className="datasets">
          <ProjectFigures summary={summary} />
          <Layers summary={summary} />
          {releases && <ReleasesList releases={releases} />}
        </div>
      )}
    </>
  );
}

function ProjectFigures({ summary }: { summary: ProjectSummary }) {
  const { reports, cases, characters, layers } = summary;
  return (
    <Figures
      figures={[
        [t("Reports"), reports],
        [t("Cases"), cases],
        [t("Characters"), characters],
        [t("Annotators"), layers.length],
        [t("Spans"), layers.reduce((sum, layer) => sum + layer.spans, 0)],
      ]}
    />
  );
}

function Layers({ summary: { reports, layers } }: { summary: ProjectSummary }) {
  return (
    <section className="stack">
      <h2>{t("Annotators")}</h2>
      {layers.length === 0 ? (
        <p className="soft">
          {t("Nobody has marked anything yet; exported now, there is only text.")}
        </p>
      ) : (
        <LayerTable layers={layers} of={reports} />
      )}
    </section>
  );
}

function LayerTable({ layers, of }: { layers: ProjectSummary["layers"]; of: number }) {
  return (
    <table className="plain-table numeric">
      <caption className="visually-hidden">{t("What each annotator has done")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("Name")}</th>
          <th scope="col">{t("Done")}</th>
          <th scope="col">{t("Worked on")}</th>
          <th scope="col">{t("Spans")}</th>
          <th scope="col">{t("Spans per report")}</th>
        </tr>
      </thead>
      <tbody>
        {layers.map(({ annotator, reports, done, spans }) => (
          <tr key={annotator}>
            <th scope="row">{annotator}</th>
            <td>
              <span className="share" aria-hidden>
                <span style={{ width: `${(100 * done) / of}%` }} className="share-done" />
                <span style={{ width: `${(100 * (reports - done)) / of}%` }} />
              </span>
              <span className="share-count">{inNumber(done)}</span>
            </td>
            <td>
              {rich("{reports, number} <of>of {all, number}</of>", {
                reports,
                all: of,
                of: (inner) => <span className="faint">{inner}</span>,
              })}
            </td>
            <td>{inNumber(spans)}</td>
            <td>{toOneDecimal(spans / reports)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function NothingToExport() {
  return (
    <EmptyState icon={Database} title={t("Nothing to export yet")} actions={<FolderButtons />}>
      {t("A dataset is made of reports and the work on them. Import reports first.")}
    </EmptyState>
  );
}
