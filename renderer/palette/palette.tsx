import { Search } from "lucide-react";
import { useMemo, useState } from "react";
import {
  Dialog as AriaDialog,
  Autocomplete,
  Input,
  Menu,
  Modal,
  ModalOverlay,
  SearchField,
} from "react-aria-components";
import { closeDialog } from "../dialogs/open-dialog.ts";
import { MenuItem, MenuSection } from "../look/menu.tsx";
import { nothingFits } from "../look/option-list.tsx";
import { actionEntries } from "./action-entries.ts";
import { type Found, rank } from "./rank.ts";
import { noteRecent, readRecent } from "./recent.ts";
import { type Entry, offered } from "./sources.ts";
import { useFoundReports } from "./use-found-reports.ts";
import "../look/collections.css";
import "../look/menu.css";
import "./palette.css";
import { t } from "../messages.ts";

/** Finds every action, label, entity and report by a few letters, and does it on Enter. */
export function Palette() {
  const [typed, setTyped] = useState("");
  const [here] = useState(() => [...offered(), ...actionEntries()]);
  const [recent] = useState(readRecent);
  const reports = useFoundReports(typed);
  const found = useMemo(
    () => rank(typed, [...here, ...reports], recent),
    [typed, here, reports, recent],
  );
  return (
    <ModalOverlay
      className="dialog-overlay"
      isOpen
      isDismissable
      onOpenChange={(isOpen) => !isOpen && closeDialog()}
    >
      <Modal className="dialog palette">
        <AriaDialog className="dialog-content" aria-label={t("Go to or do anything")}>
          <Autocomplete inputValue={typed} onInputChange={setTyped}>
            <SearchField className="palette-field" aria-label={t("What to find")} autoFocus>
              <Search aria-hidden />
              <Input placeholder={t("An action, a label, an entity, a report …")} />
            </SearchField>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the focus stays in the field, so that the list would scroll by mouse alone */}
            <section className="palette-scroll" aria-label={t("What was found")} tabIndex={0}>
              <FoundList found={found} />
            </section>
          </Autocomplete>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

const headings: Record<Found["title"], string> = {
  "Last used": t("Last used"),
  Actions: t("Actions"),
  Labels: t("Labels"),
  Entities: t("Entities"),
  Reports: t("Reports"),
};

function FoundList({ found }: { found: readonly Found[] }) {
  return (
    <Menu
      className="menu palette-list"
      aria-label={t("What was found")}
      renderEmptyState={nothingFits}
    >
      {found.map(({ title, entries }) => (
        <MenuSection key={title} title={headings[title]}>
          {entries.map((entry) => (
            <MenuItem
              key={entry.id}
              id={entry.id}
              label={entry.name}
              icon={entry.icon}
              colour={entry.colour}
              detail={entry.detail}
              keys={entry.keys}
              onAction={() => carryOut(entry)}
            />
          ))}
        </MenuSection>
      ))}
    </Menu>
  );
}

/** After the focus is back where it was: much of what can be done is done there. */
function carryOut({ id, run }: Entry): void {
  noteRecent(id);
  closeDialog();
  requestAnimationFrame(() => requestAnimationFrame(run));
}
