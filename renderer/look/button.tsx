import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import {
  Button as AriaButton,
  type ButtonProps as AriaButtonProps,
  ToggleButton as AriaToggleButton,
  type TooltipProps,
} from "react-aria-components";
import { KeyCap } from "./key-cap.tsx";
import { WithTooltip } from "./tooltip.tsx";
import "./button.css";

export interface ButtonProps extends Omit<AriaButtonProps, "className" | "children"> {
  /** "primary" once on a screen; "quiet" has no border; "danger" takes something away. */
  variant?: "plain" | "primary" | "quiet" | "danger" | undefined;
  icon?: LucideIcon | undefined;
  keys?: string | undefined;
  children?: ReactNode;
}

export function Button({ variant = "plain", icon: Icon, keys, children, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} className={`button ${variant}`}>
      {Icon && <Icon aria-hidden />}
      {children}
      {keys && <KeyCap keys={keys} />}
    </AriaButton>
  );
}

export interface IconButtonProps extends Omit<AriaButtonProps, "className" | "children"> {
  label: string;
  icon: LucideIcon;
  /** More that the tooltip says, behind the label. */
  hint?: ReactNode;
  keys?: string | undefined;
  placement?: TooltipProps["placement"] | undefined;
  size?: "small" | undefined;
}

/** A button that shows only its icon; the label is its name and its tooltip. */
export function IconButton(props: IconButtonProps) {
  const { label, icon: Icon, hint, keys, placement, size, ...rest } = props;
  return (
    <WithTooltip label={label} hint={hint} keys={keys} placement={placement}>
      <AriaButton {...rest} aria-label={label} className={`icon-button ${size ?? ""}`}>
        <Icon aria-hidden />
      </AriaButton>
    </WithTooltip>
  );
}

export interface ToggleButtonProps {
  label: string;
  icon?: LucideIcon | undefined;
  keys?: string | undefined;
  isSelected: boolean;
  isDisabled?: boolean;
  onChange: (isSelected: boolean) => void;
}

/** A flag that is on or off; with an icon only the icon shows. */
export function ToggleButton({ label, icon: Icon, keys, ...rest }: ToggleButtonProps) {
  const button = (
    <AriaToggleButton {...rest} aria-label={label} className={Icon ? "icon-button" : "toggle"}>
      {Icon ? <Icon aria-hidden /> : label}
      {!Icon && keys && <KeyCap keys={keys} />}
    </AriaToggleButton>
  );
  return Icon ? (
    <WithTooltip label={label} keys={keys}>
      {button}
    </WithTooltip>
  ) : (
    button
  );
}
