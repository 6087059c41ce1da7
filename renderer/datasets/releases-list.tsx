import { FolderOpen, GitCompare } from "lucide-react";
import type { RememberedRelease } from "../../shared/contract/datasets.ts";
import { Button } from "../look/button.tsx";
import { inNumber, pageLanguage, sentence, t } from "../messages.ts";
import { goTo } from "../shell/route.ts";
import { openPickedRelease } from "./release-folders.ts";

/** The releases made of this project, the newest first, and the way to those that lie in folders. */
export function ReleasesList({ releases }: { releases: readonly RememberedRelease[] }) {
  return (
    <section className="stack" aria-labelledby="releases">
      <header className="releases-header">
        <h2 id="releases">{t("Releases")}</h2>
        <span className="grow" />
        <FolderButtons />
      </header>
      {releases.length === 0 ? (
        <p className="soft">
          {t(
            "None yet. A release is frozen, described and verifiable: its split, its card and the SHA-256 of every file go with it.",
          )}
        </p>
      ) : (
        <ReleasesTable releases={releases} />
      )}
    </section>
  );
}

/** Releases that somebody else has made lie in folders, too. */
export function FolderButtons() {
  return (
    <>
      <Button icon={FolderOpen} onPress={() => void openPickedRelease()}>
        {t("Open a release’s folder…")}
      </Button>
      <Button icon={GitCompare} onPress={() => goTo({ screen: "compare-releases" })}>
        {t("Compare…")}
      </Button>
    </>
  );
}

function ReleasesTable({ releases }: { releases: readonly RememberedRelease[] }) {
  return (
    <table className="plain-table releases-table numeric">
      <caption className="visually-hidden">{t("Releases made of this project")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("Title")}</th>
          <th scope="col">{t("Version")}</th>
          <th scope="col">{t("Made")}</th>
          <th scope="col">{t("Reports")}</th>
          <th scope="col">{t("Spans")}</th>
          <th scope="col">{t("Parts")}</th>
          <th scope="col">{t("Place")}</th>
        </tr>
      </thead>
      <tbody>
        {releases.map((release) => (
          <ReleaseRow key={release.id} release={release} />
        ))}
      </tbody>
    </table>
  );
}

function ReleaseRow({ release }: { release: RememberedRelease }) {
  const { title, version, at, counts, options, place } = release;
  return (
    <tr>
      <th scope="row">{title}</th>
      <td>{version}</td>
      <td>{new Date(at).toLocaleDateString(pageLanguage, { dateStyle: "medium" })}</td>
      <td>{inNumber(counts.reports)}</td>
      <td>{inNumber(counts.spans)}</td>
      <td className="soft">
        {options.parts.map(({ name, share }) => `${name} ${inNumber(share)}`).join(" · ")}
      </td>
      <td className="soft release-place" title={sentence(place)}>
        {sentence(place)}
      </td>
    </tr>
  );
}
