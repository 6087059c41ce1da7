import { X } from "lucide-react";
import { Button, Label, Tag, TagGroup, TagList } from "react-aria-components";
import { ComboBox } from "../look/choice.tsx";
import { t } from "../messages.ts";

interface NamePickerProps {
  label: string;
  /** What the field for another one asks for: "Add a label". */
  adding: string;
  names: readonly string[];
  /** What there is to add. */
  options: readonly string[];
  /** What an empty list means. */
  otherwise: string;
  /** Takes names that are none of the options. */
  allowsOthers?: boolean;
  onChange: (names: string[]) => void;
}

/** Some names out of many: Delete takes one away, the field adds one. */
export function NamePicker(props: NamePickerProps) {
  const { label, adding, names, options, otherwise, allowsOthers, onChange } = props;
  const left = options.filter((name) => !names.includes(name));
  const add = (name: string) => {
    if (name && !names.includes(name)) onChange([...names, name]);
  };
  return (
    <div className="name-picker">
      <TagGroup
        onRemove={(keys) => onChange(names.filter((name) => !keys.has(name)))}
        className="field"
      >
        <Label className="field-label">{label}</Label>
        <TagList
          className="name-tags"
          items={names.map((id) => ({ id }))}
          renderEmptyState={() => <span className="faint">{otherwise}</span>}
        >
          {({ id }) => (
            <Tag className="name-tag" textValue={id}>
              {id}
              <Button
                slot="remove"
                className="name-remove"
                aria-label={t("Take {name} out", { name: id })}
              >
                <X aria-hidden />
              </Button>
            </Tag>
          )}
        </TagList>
      </TagGroup>
      {(left.length > 0 || allowsOthers) && (
        <ComboBox
          // Made anew, so that the field is empty again.
          key={names.join("\n")}
          label={t("{adding} to “{label}”", { adding, label })}
          hideLabel
          placeholder={adding}
          options={left.map((id) => ({ id, label: id }))}
          value={null}
          onChange={add}
          {...(allowsOthers && { onCustom: add })}
        />
      )}
    </div>
  );
}
