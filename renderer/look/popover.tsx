import type { ReactNode, RefObject } from "react";
import {
  Popover as AriaPopover,
  type PopoverProps as AriaPopoverProps,
  Dialog,
} from "react-aria-components";
import "./popover.css";

interface PopoverProps {
  label: string;
  /** What it floats beside, when it is not inside a DialogTrigger. */
  triggerRef?: RefObject<Element | null> | undefined;
  placement?: AriaPopoverProps["placement"] | undefined;
  isOpen?: boolean | undefined;
  onOpenChange?: ((isOpen: boolean) => void) | undefined;
  children: ReactNode;
}

/** A small floating panel beside the control that opened it. */
export function Popover({
  label,
  children,
  triggerRef,
  placement,
  isOpen,
  onOpenChange,
}: PopoverProps) {
  return (
    <AriaPopover
      className="popover"
      offset={4}
      {...(triggerRef && { triggerRef })}
      {...(placement && { placement })}
      {...(isOpen !== undefined && { isOpen })}
      {...(onOpenChange && { onOpenChange })}
    >
      <Dialog className="popover-content" aria-label={label}>
        {children}
      </Dialog>
    </AriaPopover>
  );
}
