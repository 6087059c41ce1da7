import type { PackageFacts } from "../../shared/contract/packages.ts";
import { pageLanguage, t } from "../messages.ts";

interface PackageHeadProps {
  file: string;
  facts: PackageFacts;
}

const purposes = {
  work: t("work to do"),
  return: t("work sent back"),
  feedback: t("feedback"),
  copy: t("copy"),
} as const;

/** Which package it is: its file, what it is for, who made it and when. */
export function PackageHead({ file, facts }: PackageHeadProps) {
  const { project, purpose, by, recipient, note, at, reports } = facts;
  const when = new Date(at).toLocaleString(pageLanguage, {
    dateStyle: "medium",
    timeStyle: "short",
  });
  const count = t("{reports, plural, one {one report} other {# reports}}", { reports });
  const parts = [project.name, purposes[purpose], count, by, when];
  if (recipient !== "") parts.push(t("for {name}", { name: recipient }));
  return (
    <div>
      <h3>{file}</h3>
      <p className="small soft">{parts.filter((part) => part !== "").join(" · ")}</p>
      {note !== "" && <p>{note}</p>}
    </div>
  );
}
