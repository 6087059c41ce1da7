import { Check, Circle, CircleDot, type LucideIcon, Slash } from "lucide-react";
import type { PartStatus } from "../../../shared/reading/parts.ts";
import { t } from "../../messages.ts";

const icons: Record<PartStatus, LucideIcon> = {
  unread: Circle,
  reading: CircleDot,
  read: Check,
  skipped: Slash,
};

/** How far a section was read: told by its shape, by its name to those who hear it, and by colour last. */
export function OutlineMark({ status }: { status: PartStatus }) {
  const Icon = icons[status];
  const name = t(
    "{status, select, unread {Unread} reading {Being read} read {Read} other {Skipped}}",
    { status },
  );
  return (
    <span className={`outline-mark outline-mark-${status}`} title={name}>
      <Icon aria-hidden />
      <span className="visually-hidden">{name}: </span>
    </span>
  );
}
