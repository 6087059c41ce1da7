import { ChevronDown, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import {
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  type MenuItemProps as AriaMenuItemProps,
  MenuSection as AriaMenuSection,
  Popover as AriaPopover,
  Header,
  MenuTrigger,
  Separator,
} from "react-aria-components";
import { Button, type ButtonProps, IconButton } from "./button.tsx";
import type { Colour } from "./colour.ts";
import { KeyCap } from "./key-cap.tsx";
import { Dot } from "./label-tag.tsx";
import "./collections.css";
import "./popover.css";
import "./menu.css";

export interface MenuItemProps extends Omit<AriaMenuItemProps, "className" | "children"> {
  label: string;
  icon?: LucideIcon | undefined;
  colour?: Colour | undefined;
  detail?: string | undefined;
  keys?: string | undefined;
  danger?: boolean | undefined;
}

export function MenuItem(props: MenuItemProps) {
  const { label, icon: Icon, colour, detail, keys, danger, ...rest } = props;
  return (
    <AriaMenuItem
      {...rest}
      textValue={label}
      className={`react-aria-MenuItem ${danger ? "danger" : ""}`}
    >
      {Icon && <Icon aria-hidden />}
      {colour && <Dot colour={colour} />}
      <span className="grow truncate">{label}</span>
      {detail && <span className="faint small truncate">{detail}</span>}
      {keys && <KeyCap keys={keys} />}
    </AriaMenuItem>
  );
}

export function MenuSection({ title, children }: { title: string; children: ReactNode }) {
  return (
    <AriaMenuSection>
      <Header className="menu-title">{title}</Header>
      {children}
    </AriaMenuSection>
  );
}

export function MenuSeparator() {
  return <Separator className="menu-separator" />;
}

interface MenuButtonProps {
  label: string;
  icon?: LucideIcon | undefined;
  /** Shows the icon alone. */
  hideLabel?: boolean | undefined;
  variant?: ButtonProps["variant"];
  /** MenuItem, MenuSection, MenuSeparator. */
  children: ReactNode;
}

/** A button that opens a menu below itself. */
export function MenuButton({ label, icon, hideLabel, variant, children }: MenuButtonProps) {
  return (
    <MenuTrigger>
      {hideLabel && icon ? (
        <IconButton label={label} icon={icon} />
      ) : (
        <Button variant={variant ?? "quiet"} icon={icon}>
          <span className="truncate">{label}</span>
          <ChevronDown aria-hidden className="menu-chevron" />
        </Button>
      )}
      <AriaPopover className="popover" offset={4} placement="bottom start">
        <AriaMenu className="menu" aria-label={label}>
          {children}
        </AriaMenu>
      </AriaPopover>
    </MenuTrigger>
  );
}

interface ContextMenuProps {
  label: string;
  /** Where the pointer was, in pixels of the window; null while it is closed. */
  at: { x: number; y: number } | null;
  onClose: () => void;
  children: ReactNode;
}

/** A menu at the pointer, opened by the secondary button or the menu key. */
export function ContextMenu({ label, at, onClose, children }: ContextMenuProps) {
  return (
    <MenuTrigger isOpen={at !== null} onOpenChange={(open) => !open && onClose()}>
      <Button
        variant="quiet"
        excludeFromTabOrder
        aria-label={label}
        style={{
          position: "fixed",
          left: at?.x ?? 0,
          top: at?.y ?? 0,
          width: 0,
          height: 0,
          padding: 0,
          visibility: "hidden",
        }}
      />
      <AriaPopover className="popover" offset={0} placement="bottom start">
        <AriaMenu className="menu" aria-label={label} onClose={onClose}>
          {children}
        </AriaMenu>
      </AriaPopover>
    </MenuTrigger>
  );
}
