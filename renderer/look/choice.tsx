import { Check, ChevronDown } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useRef } from "react";
import {
  Button as AriaButton,
  Checkbox as AriaCheckbox,
  type CheckboxProps as AriaCheckboxProps,
  ComboBox as AriaComboBox,
  Popover as AriaPopover,
  Select as AriaSelect,
  Group,
  Input,
  type Key,
  ListBox,
  SelectValue,
} from "react-aria-components";
import { FieldLabel } from "./fields.tsx";
import { Dot } from "./label-tag.tsx";
import { nothingFits, type Option, OptionItem, OptionList } from "./option-list.tsx";
import "./choice.css";
import "./collections.css";
import "./popover.css";
import { t } from "../messages.ts";

interface ChoiceProps {
  label: string;
  hideLabel?: boolean | undefined;
  options: readonly Option[];
  value: string | null;
  onChange: (id: string) => void;
  placeholder?: string | undefined;
  isDisabled?: boolean | undefined;
}

/** One of a few values, in a list that opens. */
export function Select({ size, ...props }: ChoiceProps & { size?: "small" | undefined }) {
  const { label, hideLabel, options, value, onChange, placeholder, isDisabled } = props;
  const choose = (key: Key | null) => key !== null && onChange(String(key));
  return (
    <AriaSelect
      className={`field select ${size ?? ""}`}
      value={value}
      onChange={choose}
      placeholder={placeholder ?? t("Choose")}
      isDisabled={isDisabled ?? false}
    >
      <FieldLabel label={label} hideLabel={hideLabel} />
      <AriaButton className="input select-button">
        <SelectValue className="row truncate">
          {({ selectedText, isPlaceholder }) => {
            const chosen = options.find(({ id }) => id === value);
            return (
              <>
                {chosen?.colour && <Dot colour={chosen.colour} />}
                <span className={isPlaceholder ? "faint" : "truncate"}>
                  {chosen?.label ?? (selectedText || (placeholder ?? t("Choose")))}
                </span>
              </>
            );
          }}
        </SelectValue>
        <ChevronDown aria-hidden />
      </AriaButton>
      <AriaPopover className="popover" offset={4}>
        <OptionList options={options} />
      </AriaPopover>
    </AriaSelect>
  );
}

export interface ComboBoxProps extends ChoiceProps {
  /** Takes text that is none of the options; without it only options can be chosen. */
  onCustom?: ((text: string) => void) | undefined;
}

/** One of many values: type to narrow the list. */
export function ComboBox(props: ComboBoxProps) {
  const { label, hideLabel, options, value, onChange, onCustom, placeholder, isDisabled } = props;
  const typed = useRef("");
  const taken = useRef("");
  // Text that is none of the options comes as a choice of nothing, when the field is left.
  const choose = (key: Key | null) => {
    taken.current = options.find(({ id }) => id === key)?.label ?? typed.current;
    if (key !== null) onChange(String(key));
    else if (typed.current) onCustom?.(typed.current);
  };
  // Where nothing was chosen before, text of one's own is no other choice, and is not told of.
  const takeTyped = () => {
    if (value !== null || !typed.current || typed.current === taken.current) return;
    taken.current = typed.current;
    onCustom?.(typed.current);
  };
  const onKeyDown = ({ key, currentTarget }: KeyboardEvent) => {
    if (key === "Enter" && !currentTarget.getAttribute("aria-activedescendant")) takeTyped();
  };
  return (
    <AriaComboBox
      className="field select"
      defaultItems={options}
      selectedKey={value}
      onInputChange={(text) => {
        typed.current = text.trim();
      }}
      onSelectionChange={choose}
      allowsCustomValue={onCustom !== undefined}
      onBlur={takeTyped}
      menuTrigger="focus"
      isDisabled={isDisabled ?? false}
    >
      <FieldLabel label={label} hideLabel={hideLabel} />
      <Group className="input with-unit">
        <Input className="bare" placeholder={placeholder ?? ""} onKeyDown={onKeyDown} />
        <AriaButton className="icon-button small" aria-label={t("Show {label}", { label })}>
          <ChevronDown aria-hidden />
        </AriaButton>
      </Group>
      <AriaPopover className="popover" offset={4}>
        <ListBox className="react-aria-ListBox option-list" renderEmptyState={nothingFits}>
          {(option: Option) => <OptionItem option={option} />}
        </ListBox>
      </AriaPopover>
    </AriaComboBox>
  );
}

type CheckboxProps = Omit<AriaCheckboxProps, "className" | "children"> & { children?: ReactNode };

export function Checkbox({ children, ...rest }: CheckboxProps) {
  return (
    <AriaCheckbox {...rest} className="checkbox">
      <span className="checkbox-box">
        <Check aria-hidden />
      </span>
      {children}
    </AriaCheckbox>
  );
}
