import type { Manifest } from "../../shared/dataset/manifest.ts";
import { exportFormats, titleOfFormat } from "../../shared/formats/format-ids.ts";
import { inNumber, t } from "../messages.ts";
import { layersName } from "./layers-name.ts";

/** What a release's manifest says of how it was made, and of its parts. */
export function ManifestFacts({ manifest }: { manifest: Manifest }) {
  const { project, scheme, app, files, options } = manifest;
  const facts: [string, string][] = [
    [t("Project"), project],
    [t("Scheme"), t("{name}, version {version}", { name: scheme.name, version: scheme.version })],
    [t("Made with"), `Casemark ${app}`],
    [t("Layers"), layersName(options.layers)],
    [t("Formats"), [t("Records"), ...formatNames(options.formats)].join(", ")],
    [t("Seed"), String(options.seed)],
    [t("Files"), inNumber(files.length)],
  ];
  return (
    <>
      <PartsTable manifest={manifest} />
      <dl className="facts numeric">
        {facts.map(([name, value]) => (
          <div key={name} className="fact">
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function formatNames(formats: readonly string[]): string[] {
  return formats.map((format) => {
    const known = exportFormats.find((one) => one === format);
    return known ? titleOfFormat(known) : format;
  });
}

function PartsTable({ manifest: { options, reports } }: { manifest: Manifest }) {
  const byPart = Map.groupBy(reports, ({ part }) => part);
  return (
    <table className="plain-table numeric">
      <caption className="visually-hidden">{t("Parts of the release")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("Part")}</th>
          <th scope="col">{t("Share")}</th>
          <th scope="col">{t("Cases")}</th>
          <th scope="col">{t("Reports")}</th>
        </tr>
      </thead>
      <tbody>
        {options.parts.map(({ name, share }) => {
          const inIt = byPart.get(name) ?? [];
          return (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{inNumber(share)}</td>
              <td>{inNumber(new Set(inIt.map((report) => report.case)).size)}</td>
              <td>{inNumber(inIt.length)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
