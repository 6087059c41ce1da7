import type { Manifest } from "../../shared/dataset/manifest.ts";
import { t } from "../messages.ts";
import { Figures } from "./figures.tsx";

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
      <Figures figures={figures} />
      {place !== undefined && (
        <dl className="facts">
          <dt>{t("Place")}</dt>
          <dd>{place}</dd>
        </dl>
      )}
    </>
  );
}
