import type { Manifest } from "../../shared/dataset/manifest.ts";
import { inNumber, t } from "../messages.ts";

interface CountFactsProps {
  counts: Manifest["counts"];
  /** Where the release is; left out where it is plain. */
  place?: string | undefined;
}

/** How much is in a release. */
export function CountFacts({ counts, place }: CountFactsProps) {
  const figures: [string, number][] = [
    [t("Cases"), counts.cases],
    [t("Reports"), counts.reports],
    [t("Spans"), counts.spans],
    [t("Entities"), counts.entities],
    [t("Relations"), counts.relations],
  ];
  return (
    <>
      <dl className="figures">
        {figures.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="numeric">{inNumber(value)}</dd>
          </div>
        ))}
      </dl>
      {place !== undefined && (
        <dl className="facts">
          <dt>{t("Place")}</dt>
          <dd>{place}</dd>
        </dl>
      )}
    </>
  );
}
