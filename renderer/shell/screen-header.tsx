import type { ReactNode } from "react";
import "./screen-header.css";

interface ScreenHeaderProps {
  title: string;
  /** A figure or a word beside the title. */
  detail?: ReactNode;
  /** Search, filters and buttons. */
  children?: ReactNode;
}

/** The row at the top of a screen. */
export function ScreenHeader({ title, detail, children }: ScreenHeaderProps) {
  return (
    <header className="screen-header">
      <h1>{title}</h1>
      {detail !== undefined && (
        <span className="faint numeric truncate" role="status">
          {detail}
        </span>
      )}
      <span className="grow" />
      {children}
    </header>
  );
}
