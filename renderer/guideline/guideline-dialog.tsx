import { useState } from "react";
import { ListBox, ListBoxItem } from "react-aria-components";
import { closeDialog } from "../dialogs/open-dialog.ts";
import { Dialog } from "../look/dialog.tsx";
import { KeyCap } from "../look/key-cap.tsx";
import { Dot } from "../look/label-tag.tsx";
import { useApp } from "../state/app-store.ts";
import { LabelGuide } from "./label-guide.tsx";
import "../look/collections.css";
import { t } from "../messages.ts";

/** The guidelines of all labels; it opens at the one that is in use. */
export function GuidelineDialog({ label }: { label: string | null }) {
  const labels = useApp(({ scheme }) => scheme)?.labels ?? [];
  const [chosen, setChosen] = useState(label);
  const shown = labels.find(({ name }) => name === chosen) ?? labels[0];
  return (
    <Dialog title={t("Guideline")} isOpen onClose={closeDialog} size="large">
      {!shown && <p className="soft">{t("The scheme has no labels yet.")}</p>}
      {shown && (
        <div className="guide-dialog">
          <ListBox
            aria-label={t("Labels")}
            autoFocus
            selectionMode="single"
            selectionBehavior="replace"
            disallowEmptySelection
            selectedKeys={[shown.name]}
            onSelectionChange={(keys) => {
              for (const key of keys) setChosen(String(key));
            }}
          >
            {labels.map(({ name, colour, key }) => (
              <ListBoxItem key={name} id={name} textValue={name}>
                <Dot colour={colour} />
                <span className="grow truncate">{name}</span>
                {key && <KeyCap keys={key} />}
              </ListBoxItem>
            ))}
          </ListBox>
          <LabelGuide label={shown} />
        </div>
      )}
    </Dialog>
  );
}
