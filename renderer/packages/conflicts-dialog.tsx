import { useEffect, useRef, useState } from "react";
import type { Conflict } from "../../shared/contract/packages.ts";
import { call } from "../api.ts";
import { closeDialog } from "../dialogs/open-dialog.ts";
import { Button } from "../look/button.tsx";
import { toastError } from "../look/toasts.tsx";
import { t } from "../messages.ts";
import { write } from "../state/app-store.ts";
import { ConflictVersions } from "./conflict-versions.tsx";
import { useWork } from "./use-work.ts";
import { WorkDialog } from "./work-dialog.tsx";

/** What was changed in two places: the versions side by side; a number key chooses one. */
export function ConflictsDialog() {
  const { conflicts, at, setAt, settle } = useConflicts();
  const work = useWork();
  const current = conflicts?.[at] ?? null;
  const footer = (
    <>
      <p className="grow soft small" role="status">
        {conflicts && leftInWords(conflicts.length)}
      </p>
      <Button variant={current ? "plain" : "primary"} onPress={closeDialog} autoFocus={!current}>
        {current ? t("Close") : t("Done")}
      </Button>
    </>
  );
  return (
    <WorkDialog title={t("Settle conflicts")} size="large" work={work} footer={footer}>
      {conflicts?.length === 0 && (
        <p className="soft">{t("Nothing was changed in two places in different ways.")}</p>
      )}
      {conflicts && current && (
        <>
          <ConflictList conflicts={conflicts} at={at} onAt={setAt} />
          <ConflictVersions
            key={current.target}
            conflict={current}
            onChoose={(version) => settle(current, version)}
            onMove={(by) => setAt(Math.min(conflicts.length - 1, Math.max(0, at + by)))}
          />
        </>
      )}
    </WorkDialog>
  );
}

const leftInWords = (count: number) =>
  t(
    "{count, plural, =0 {No conflict is left.} one {One conflict is left.} other {# conflicts are left.}}",
    { count },
  );

/** The conflicts of the project; the next one is current as soon as one is settled. */
function useConflicts() {
  const [conflicts, setConflicts] = useState<Conflict[] | null>(null);
  const [at, setAt] = useState(0);
  const isBusy = useRef(false);
  const read = async () => {
    const found = await call("packages.conflicts", {});
    setConflicts(found.conflicts);
    setAt((was) => Math.max(0, Math.min(was, found.conflicts.length - 1)));
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once
  useEffect(() => void read().catch(toastError), []);
  const settle = async ({ report, target }: Conflict, version: string) => {
    // A key held down would settle the next one unseen.
    if (isBusy.current) return;
    isBusy.current = true;
    await write("packages.settle", { report, target, version });
    await read().catch(toastError);
    isBusy.current = false;
  };
  return { conflicts, at, setAt, settle };
}

interface ConflictListProps {
  conflicts: readonly Conflict[];
  at: number;
  onAt: (at: number) => void;
}

// Of more the rest follows as these are settled.
const shown = 100;

function ConflictList({ conflicts, at, onAt }: ConflictListProps) {
  return (
    <ol className="conflict-list" aria-label={t("Conflicts")}>
      {conflicts.slice(0, shown).map(({ target, title, annotator, versions }, index) => (
        <li key={target}>
          <button
            type="button"
            className="conflict-row"
            aria-current={index === at}
            onClick={() => onAt(index)}
          >
            <span className="strong truncate">{versions[0]?.says}</span>
            <span className="grow soft truncate">{title}</span>
            <span className="soft">{annotator}</span>
          </button>
        </li>
      ))}
    </ol>
  );
}
