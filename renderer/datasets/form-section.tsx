import { type ReactNode, useId } from "react";

interface FormSectionProps {
  title: string;
  /** What it is for, in a sentence. */
  about?: string | undefined;
  children: ReactNode;
}

/** A part of the form with its heading. */
export function FormSection({ title, about, children }: FormSectionProps) {
  const id = useId();
  return (
    <section className="release-section" aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        {about && <p className="soft">{about}</p>}
      </header>
      {children}
    </section>
  );
}
