import { Check } from "lucide-react";
import { ListBox, ListBoxItem } from "react-aria-components";
import type { Colour } from "./colour.ts";
import { KeyCap } from "./key-cap.tsx";
import { Dot } from "./label-tag.tsx";
import "./collections.css";
import { t } from "../messages.ts";

export interface Option {
  id: string;
  label: string;
  colour?: Colour | undefined;
  detail?: string | undefined;
  keys?: string | undefined;
}

export function OptionItem({ option }: { option: Option }) {
  return (
    <ListBoxItem id={option.id} textValue={option.label}>
      {option.colour && <Dot colour={option.colour} />}
      <span className="grow truncate">{option.label}</span>
      {option.detail && <span className="faint small">{option.detail}</span>}
      {option.keys && <KeyCap keys={option.keys} />}
      <Check aria-hidden className="option-check" />
    </ListBoxItem>
  );
}

/** The options of a field, in the popover below it. */
export function OptionList({ options }: { options: readonly Option[] }) {
  return (
    <ListBox
      className="react-aria-ListBox option-list"
      items={options}
      renderEmptyState={nothingFits}
    >
      {(option) => <OptionItem option={option} />}
    </ListBox>
  );
}

/** What the list says when what was typed fits none of them. */
export const nothingFits = () => <p className="option-empty faint">{t("Nothing fits.")}</p>;
