import { Circle, CircleCheck, CircleDashed, Lock, type LucideIcon } from "lucide-react";
import type { ReportRow } from "../../shared/contract.ts";

const marks: Record<ReportRow["status"], { icon: LucideIcon; name: string }> = {
  new: { icon: CircleDashed, name: "New" },
  open: { icon: Circle, name: "Open" },
  done: { icon: CircleCheck, name: "Done" },
  locked: { icon: Lock, name: "Locked" },
};

/** How far the current person is with a report. */
export function StatusMark({ status }: { status: ReportRow["status"] }) {
  const { icon: Icon, name } = marks[status];
  return (
    <span className={`status-mark ${status}`}>
      <Icon aria-hidden />
      {name}
    </span>
  );
}
