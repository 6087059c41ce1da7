import { Circle, CircleCheck, CircleDashed, Lock, type LucideIcon } from "lucide-react";
import type { ReportRow } from "../../shared/contract/reports.ts";
import { t } from "../messages.ts";

const marks: Record<ReportRow["status"], { icon: LucideIcon; name: string }> = {
  new: { icon: CircleDashed, name: t("New") },
  open: { icon: Circle, name: t("Open") },
  done: { icon: CircleCheck, name: t("Done") },
  locked: { icon: Lock, name: t("Locked") },
};

interface StatusMarkProps {
  status: ReportRow["status"];
  /** Shows the sign alone where there is no room; the word is said. */
  hideName?: boolean;
}

/** How far somebody is with a report. */
export function StatusMark({ status, hideName }: StatusMarkProps) {
  const { icon: Icon, name } = marks[status];
  return (
    <span className={`status-mark ${status}`} title={hideName ? name : undefined}>
      <Icon aria-hidden />
      <span className={hideName ? "visually-hidden" : undefined}>{name}</span>
    </span>
  );
}
