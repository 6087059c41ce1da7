import { FileText, Folder, Regex, Table } from "lucide-react";
import { useState } from "react";
import type { Asked } from "../../shared/contract.ts";
import { call, door } from "../api.ts";
import { chooseInPage } from "../dialogs/choose-in-page.ts";
import { MenuButton, MenuItem } from "../look/menu.tsx";
import { toast, toastError } from "../look/toasts.tsx";
import { t } from "../messages.ts";
import { ticketsFor } from "./import-flow.ts";
import { changePending, getPending, readFiles } from "./import-state.ts";
import { PatternDialog } from "./pattern-dialog.tsx";

/** Says which patient's case each report belongs to. */
export function CasesMenu() {
  const [asksPattern, setAsksPattern] = useState(false);
  return (
    <>
      <MenuButton label={t("Cases")} variant="plain">
        <MenuItem
          label={t("Each file is a case")}
          icon={FileText}
          onAction={() => assign({ from: "file" })}
        />
        <MenuItem
          label={t("Each folder is a case")}
          icon={Folder}
          onAction={() => assign({ from: "folder" })}
        />
        <MenuItem
          label={t("By a part of the name…")}
          icon={Regex}
          onAction={() => setAsksPattern(true)}
        />
        <MenuItem label={t("From a CSV file…")} icon={Table} onAction={assignByTable} />
      </MenuButton>
      {asksPattern && (
        <PatternDialog
          onClose={() => setAsksPattern(false)}
          onChoose={(pattern) => assign({ from: "pattern", pattern })}
        />
      )}
    </>
  );
}

async function assign(by: Asked<"import.assignCases">["by"]): Promise<void> {
  const stage = getPending()?.staged.stage;
  if (stage === undefined) return;
  try {
    const { assigned, unmatched } = await call("import.assignCases", { stage, by });
    changePending({ files: await readFiles({ stage }) });
    toast({ text: wordsFor(assigned, unmatched) });
  } catch (error) {
    toastError(error);
  }
}

function wordsFor(assigned: number, unmatched: readonly string[]): string {
  if (unmatched.length === 0)
    return t(
      "{count, plural, one {one report put into cases.} other {# reports put into cases.}}",
      { count: assigned },
    );
  const first = unmatched.slice(0, 3).join(", ");
  const more = unmatched.length - 3;
  const names = more > 0 ? t("{first} and {more, number} more", { first, more }) : first;
  return t(
    "{count, plural, one {one report put into cases; nothing was said of {names}, which keep theirs.} other {# reports put into cases; nothing was said of {names}, which keep theirs.}}",
    { count: assigned, names },
  );
}

async function assignByTable(): Promise<void> {
  try {
    const tickets = door.pickFiles
      ? await door.pickFiles()
      : await ticketsOf(await chooseInPage({ accept: ".csv,text/csv" }));
    const [ticket] = tickets;
    if (ticket !== undefined) await assign({ from: "table", ticket });
  } catch (error) {
    toastError(error);
  }
}

const ticketsOf = (files: Parameters<typeof ticketsFor>[0]) =>
  files.length === 0 ? Promise.resolve([]) : ticketsFor(files);
