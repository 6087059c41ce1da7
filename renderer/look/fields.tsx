import { Search, X } from "lucide-react";
import type { FocusEvent, Ref } from "react";
import {
  Button as AriaButton,
  SearchField as AriaSearchField,
  type SearchFieldProps as AriaSearchFieldProps,
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
  FieldError,
  Input,
  Label,
  Text,
  TextArea,
} from "react-aria-components";
import { KeyCap } from "./key-cap.tsx";
import "./fields.css";
import { t } from "../messages.ts";

interface Labelled {
  label: string;
  /** Keeps the label for screen readers only. */
  hideLabel?: boolean | undefined;
}

/** A field's label: shown, or only said. */
export function FieldLabel({ label, hideLabel }: Labelled) {
  return <Label className={hideLabel ? "visually-hidden" : "field-label"}>{label}</Label>;
}

export interface TextFieldProps
  extends Omit<AriaTextFieldProps, "className" | "children">,
    Labelled {
  description?: string | undefined;
  placeholder?: string | undefined;
  errorMessage?: string | undefined;
  multiline?: boolean | undefined;
  /** Typing replaces what is in it. */
  selectsAll?: boolean | undefined;
  rows?: number | undefined;
}

export function TextField(props: TextFieldProps) {
  const { label, hideLabel, description, placeholder = "", errorMessage, ...others } = props;
  const { multiline, rows = 3, selectsAll, ...rest } = others;
  return (
    <AriaTextField {...rest} className="field">
      <FieldLabel label={label} hideLabel={hideLabel} />
      {multiline ? (
        <TextArea className="input" placeholder={placeholder} rows={rows} />
      ) : (
        <Input
          className="input"
          placeholder={placeholder}
          {...(selectsAll && { onFocus: selectAll })}
        />
      )}
      {description && (
        <Text slot="description" className="field-note">
          {description}
        </Text>
      )}
      <FieldError className="field-error">{errorMessage}</FieldError>
    </AriaTextField>
  );
}

const selectAll = ({ currentTarget }: FocusEvent<HTMLInputElement>) => currentTarget.select();

export interface SearchFieldProps extends Omit<AriaSearchFieldProps, "className" | "children"> {
  label: string;
  placeholder?: string | undefined;
  keys?: string | undefined;
  inputRef?: Ref<HTMLInputElement> | undefined;
}

/** A field that filters as you type; Escape empties it. */
export function SearchField({ label, placeholder, keys, inputRef, ...rest }: SearchFieldProps) {
  return (
    <AriaSearchField {...rest} aria-label={label} className="search">
      {({ isEmpty }) => (
        <>
          <Search aria-hidden />
          <Input className="input" placeholder={placeholder ?? label} ref={inputRef ?? null} />
          {isEmpty ? (
            keys && <KeyCap keys={keys} />
          ) : (
            <AriaButton className="icon-button small" aria-label={t("Clear the search")}>
              <X aria-hidden />
            </AriaButton>
          )}
        </>
      )}
    </AriaSearchField>
  );
}
