import { AttributeFields } from "./inspector/attribute-fields.tsx";
import { useReport, useSession } from "./session.ts";

/** What is said of the report as a whole. */
export function ReportLabels() {
  const { scheme, actions } = useSession();
  const labels = useReport((state) => state.labels);
  const isClosed = useReport((state) => state.status !== "open");
  return (
    <section className="report-labels stack" aria-label="Labels of the report">
      <AttributeFields
        definitions={scheme.reportLabels}
        values={labels}
        onChange={actions.setReportLabel}
        isDisabled={isClosed}
      />
    </section>
  );
}
