import { Check, ChevronDown } from "lucide-react";
import { type ReactNode, useRef } from "react";
import {
  Button as AriaButton,
  Checkbox as AriaCheckbox,
  type CheckboxProps as AriaCheckboxProps,
  ComboBox as AriaComboBox,
  Popover as AriaPopover,
  Select as AriaSelect,
  Switch as AriaSwitch,
  type SwitchProps as AriaSwitchProps,
  Group,
  Input,
  type Key,
  ListBox,
  ListBoxItem,
  SelectValue,
  ToggleButton,
  ToggleButtonGroup,
} from "react-aria-components";
import type { Colour } from "./colour.ts";
import { FieldLabel } from "./fields.tsx";
import { KeyCap } from "./key-cap.tsx";
import { Dot } from "./label-tag.tsx";
import "./choice.css";
import "./collections.css";
import "./popover.css";

export interface Option {
  id: string;
  label: string;
  colour?: Colour | undefined;
  detail?: string | undefined;
  keys?: string | undefined;
}

interface ChoiceProps {
  label: string;
  hideLabel?: boolean | undefined;
  options: readonly Option[];
  value: string | null;
  onChange: (id: string) => void;
  placeholder?: string | undefined;
  isDisabled?: boolean | undefined;
}

function OptionItem({ option }: { option: Option }) {
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

function OptionList({ options }: { options: readonly Option[] }) {
  return (
    <ListBox className="react-aria-ListBox option-list" items={options} renderEmptyState={nothing}>
      {(option) => <OptionItem option={option} />}
    </ListBox>
  );
}

const nothing = () => <p className="option-empty faint">Nothing fits.</p>;

/** One of a few values, in a list that opens. */
export function Select({ size, ...props }: ChoiceProps & { size?: "small" | undefined }) {
  const { label, hideLabel, options, value, onChange, placeholder, isDisabled } = props;
  const choose = (key: Key | null) => key !== null && onChange(String(key));
  return (
    <AriaSelect
      className={`field select ${size ?? ""}`}
      value={value}
      onChange={choose}
      placeholder={placeholder ?? "Choose"}
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
                  {chosen?.label ?? (selectedText || (placeholder ?? "Choose"))}
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
  // Text that is none of the options comes as a choice of nothing, when the field is left.
  const choose = (key: Key | null) => {
    if (key !== null) onChange(String(key));
    else if (typed.current) onCustom?.(typed.current);
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
      menuTrigger="focus"
      isDisabled={isDisabled ?? false}
    >
      <FieldLabel label={label} hideLabel={hideLabel} />
      <Group className="input with-unit">
        <Input className="bare" placeholder={placeholder ?? ""} />
        <AriaButton className="icon-button small" aria-label={`Show ${label}`}>
          <ChevronDown aria-hidden />
        </AriaButton>
      </Group>
      <AriaPopover className="popover" offset={4}>
        <ListBox className="react-aria-ListBox option-list" renderEmptyState={nothing}>
          {(option: Option) => <OptionItem option={option} />}
        </ListBox>
      </AriaPopover>
    </AriaComboBox>
  );
}

type LabelledToggle<Props> = Omit<Props, "className" | "children"> & { children?: ReactNode };

export function Checkbox({ children, ...rest }: LabelledToggle<AriaCheckboxProps>) {
  return (
    <AriaCheckbox {...rest} className="checkbox">
      <span className="checkbox-box">
        <Check aria-hidden />
      </span>
      {children}
    </AriaCheckbox>
  );
}

export function Switch({ children, ...rest }: LabelledToggle<AriaSwitchProps>) {
  return (
    <AriaSwitch {...rest} className="switch">
      <span className="switch-track" />
      {children}
    </AriaSwitch>
  );
}

interface SegmentsProps {
  label: string;
  options: readonly { id: string; label: string }[];
  value: string;
  onChange: (id: string) => void;
}

/** Two to five choices side by side, one of them chosen. */
export function Segments({ label, options, value, onChange }: SegmentsProps) {
  const choose = (keys: Set<Key>) => {
    for (const key of keys) onChange(String(key));
  };
  return (
    <ToggleButtonGroup
      aria-label={label}
      className="segments"
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={choose}
    >
      {options.map((option) => (
        <ToggleButton key={option.id} id={option.id} className="segment">
          {option.label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
