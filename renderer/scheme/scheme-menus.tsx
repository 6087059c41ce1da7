import { Download, FileInput, Plus } from "lucide-react";
import type { Scheme } from "../../shared/model/scheme.ts";
import { MenuButton, MenuItem, MenuSeparator } from "../look/menu.tsx";
import { t } from "../messages.ts";
import { chosenItem, topLists } from "./chosen.ts";
import { readSchemeFile, saveSchemeFile } from "./scheme-files.ts";
import type { Adding } from "./scheme-screen.tsx";

interface SchemeMenusProps {
  scheme: Scheme;
  onAdd: (adding: Adding) => void;
}

/** Ways to add to the scheme, and to take it out of and into files. */
export function SchemeMenus({ scheme, onAdd }: SchemeMenusProps) {
  const chosen = chosenItem.use();
  const parent =
    chosen?.list === "labels" && scheme.labels.some(({ name }) => name === chosen.name)
      ? chosen.name
      : null;
  return (
    <>
      <MenuButton label={t("File")} icon={FileInput}>
        <MenuItem
          icon={FileInput}
          label={t("From a file…")}
          detail="YAML, annotation.conf"
          onAction={readSchemeFile}
        />
        <MenuItem
          icon={Download}
          label={t("Save as YAML")}
          onAction={() => saveSchemeFile(scheme.name)}
        />
      </MenuButton>
      <MenuButton label={t("New")} icon={Plus} variant="plain">
        <MenuItem label={t("Label")} onAction={() => onAdd({ list: "labels", parent: null })} />
        {parent !== null && (
          <MenuItem
            label={t("Label below {parent}", { parent })}
            onAction={() => onAdd({ list: "labels", parent })}
          />
        )}
        <MenuSeparator />
        {topLists.slice(1).map(({ list, one }) => (
          <MenuItem
            key={list}
            label={one.charAt(0).toUpperCase() + one.slice(1)}
            onAction={() => onAdd({ list, parent: null })}
          />
        ))}
      </MenuButton>
    </>
  );
}
