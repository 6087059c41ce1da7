import { Check, Circle, CircleDot, type LucideIcon, Slash } from "lucide-react";
import type { PartStatus } from "../../shared/reading/parts.ts";

const looks: Record<PartStatus, { icon: LucideIcon; name: string }> = {
  unread: { icon: Circle, name: "Unread" },
  reading: { icon: CircleDot, name: "Being read" },
  read: { icon: Check, name: "Read" },
  skipped: { icon: Slash, name: "Skipped" },
};

/** How far a section was read: told by its shape, by its name to those who hear it, and by colour last. */
export function OutlineMark({ status }: { status: PartStatus }) {
  const { icon: Icon, name } = looks[status];
  return (
    <span className={`outline-mark outline-mark-${status}`} title={name}>
      <Icon aria-hidden />
      <span className="visually-hidden">{name}: </span>
    </span>
  );
}
