import type { Allotment } from "../../shared/packages/assign.ts";
import { inNumber, t } from "../messages.ts";

/** Who would get how much, and how much of it others get too. */
export function AllotmentTable({ allotment }: { allotment: Allotment }) {
  const { people, reports, cases, shared } = allotment;
  return (
    <section className="stack" aria-label={t("Who gets what")}>
      <table className="plain-table numeric package-table">
        <thead>
          <tr>
            <th scope="col">{t("Annotator")}</th>
            <th scope="col">{t("Reports")}</th>
            <th scope="col">{t("Cases")}</th>
            <th scope="col">{t("Characters")}</th>
            <th scope="col">{t("Of these, others get too")}</th>
          </tr>
        </thead>
        <tbody>
          {people.map((one) => (
            <tr key={one.annotator}>
              <th scope="row">{one.annotator}</th>
              <td>{inNumber(one.reports.length)}</td>
              <td>{inNumber(one.cases)}</td>
              <td>{inNumber(one.characters)}</td>
              <td>{inNumber(one.shared)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="small soft" role="status">
        {t(
          "{reports, plural, one {One report} other {# reports}} of {cases, plural, one {one case} other {# cases}}; {shared, plural, =0 {nobody shares any} one {one goes to several} other {# go to several}}. The reports of a case stay together.",
          { reports, cases, shared },
        )}
      </p>
    </section>
  );
}
