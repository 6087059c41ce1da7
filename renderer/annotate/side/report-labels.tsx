import { t } from "../../messages.ts";
import { shownKey } from "../../state/command-keys.ts";
import { AttributeFields } from "../inspector/attribute-fields.tsx";
import { NoteAndDoubt } from "../inspector/note-and-doubt.tsx";
import { useReport, useSession } from "../session.ts";

/** What is said of the report as a whole: labels, a note, and whether one is unsure of one's work on it. */
export function ReportLabels() {
  const { scheme, actions } = useSession();
  const labels = useReport((state) => state.labels);
  const note = useReport((state) => state.note);
  const unsure = useReport((state) => state.unsure);
  const isClosed = useReport((state) => state.status !== "open");
  return (
    <section className="report-labels stack" aria-label={t("Labels of the report")}>
      <AttributeFields
        definitions={scheme.reportLabels}
        values={labels}
        onChange={actions.setReportLabel}
        isDisabled={isClosed}
      />
      <NoteAndDoubt
        note={note}
        unsure={unsure}
        isClosed={isClosed}
        keys={shownKey("report.unsure")}
        onNote={actions.setReportNote}
        onUnsure={actions.setReportUnsure}
      />
    </section>
  );
}
