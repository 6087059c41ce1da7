import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import "./empty-state.css";

interface EmptyStateProps {
  icon?: LucideIcon | undefined;
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
}

/** What a screen says when it has nothing to show: why, and what to do next. */
export function EmptyState({ icon: Icon, title, children, actions }: EmptyStateProps) {
  return (
    <div className="empty-state">
      {Icon && <Icon aria-hidden />}
      <h2>{title}</h2>
      {children && <div className="soft">{children}</div>}
      {actions && <div className="row">{actions}</div>}
    </div>
  );
}
