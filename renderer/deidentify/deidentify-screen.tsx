import { ScanSearch, ShieldCheck } from "lucide-react";
import type { IdentifierRow } from "../../shared/contract/deidentify.ts";
import { Button } from "../look/button.tsx";
import { EmptyState } from "../look/empty-state.tsx";
import { Splitter } from "../look/splitter.tsx";
import { toast } from "../look/toasts.tsx";
import { t } from "../messages.ts";
import { useCommands } from "../shell/commands.ts";
import { goTo } from "../shell/route.ts";
import { ScreenHeader } from "../shell/screen-header.tsx";
import { shownKey } from "../state/command-keys.ts";
import { ReportList } from "./report-list.tsx";
import { ReportReview } from "./report-review.tsx";
import { scanAll } from "./review-actions.ts";
import { type Review, useOpenReview, useReview } from "./use-identifiers.ts";
import "./deidentify.css";

const go = (report: string) => goTo({ screen: "deidentify", report });

/** What may tell who patients are: looked for by rules, and decided on one by one, report by report. */
export function DeidentifyScreen({ report }: { report: string | null }) {
  const review = useReview();
  const rows = review?.rows ?? [];
  const shown = report ?? waiting(rows, null)?.report ?? rows[0]?.report ?? null;
  const open = useOpenReview(shown);
  const nextReport = () => {
    const next = waiting(rows, shown);
    if (next) go(next.report);
    else toast({ text: t("No report has identifiers that wait.") });
  };
  const step = (by: 1 | -1) => () => {
    const at = rows.findIndex((row) => row.report === shown);
    const next = rows[at + by];
    if (next) go(next.report);
  };
  const scan = () => void scanAll();
  useCommands({
    "identifier.scan": scan,
    "identifier.nextReport": nextReport,
    "report.previous": step(-1),
    "report.next": step(1),
  });
  if (!review) return null;
  return (
    <>
      <ScreenHeader title={t("De-identification")} detail={progressOf(review)}>
        <Button keys={shownKey("identifier.nextReport")} onPress={nextReport}>
          {t("Next report that waits")}
        </Button>
        <Button
          variant={review.total.scanned === 0 ? "primary" : "plain"}
          icon={ScanSearch}
          keys={shownKey("identifier.scan")}
          onPress={scan}
        >
          {t("Look for identifiers")}
        </Button>
      </ScreenHeader>
      {rows.length === 0 ? (
        <NoReports />
      ) : (
        <div className="deidentify">
          <Splitter
            label={t("Width of the reports")}
            side="start"
            initial={260}
            min={180}
            max={420}
            storeAs="identifier reports"
            panel={<ReportList rows={rows} current={shown} onMove={go} onOpen={focusCandidates} />}
          >
            {open && (
              <ReportReview
                key={open.report.id}
                review={open}
                isScanned={rows.some(({ report, isScanned }) => report === shown && isScanned)}
                onDone={nextReport}
              />
            )}
          </Splitter>
        </div>
      )}
    </>
  );
}

/** The next report behind one with candidates that wait, from the start when none follows. */
function waiting(rows: readonly IdentifierRow[], behind: string | null): IdentifierRow | null {
  const at = rows.findIndex(({ report }) => report === behind);
  const waits = ({ report, open }: IdentifierRow) => open > 0 && report !== behind;
  return rows.slice(at + 1).find(waits) ?? rows.find(waits) ?? null;
}

function progressOf({ total }: Review): string {
  if (total.scanned === 0) return "";
  return t("{decided, number} of {all, number} decided", {
    decided: total.accepted + total.refused,
    all: total.accepted + total.refused + total.open,
  });
}

function focusCandidates(): void {
  document.querySelector<HTMLElement>(".deidentify-review [role=listbox]")?.focus();
}

function NoReports() {
  return (
    <EmptyState icon={ShieldCheck} title={t("No reports yet")}>
      {t(
        "Names, dates, places and numbers in the reports are looked for here, so that nobody can tell whose a released report is.",
      )}
    </EmptyState>
  );
}
