import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import "./tag.css";

interface TagProps {
  tone?: "neutral" | "accent" | "success" | "warning" | "danger" | undefined;
  icon?: LucideIcon | undefined;
  children: ReactNode;
}

/** A word about a thing: its status, a count, a kind. */
export function Tag({ tone = "neutral", icon: Icon, children }: TagProps) {
  return (
    <span className={`tag ${tone}`}>
      {Icon && <Icon aria-hidden />}
      {children}
    </span>
  );
}
