import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import { Dialog as AriaDialog, Popover as AriaPopover, DialogTrigger } from "react-aria-components";
import { Button } from "../../look/button.tsx";
import "../../look/popover.css";

interface ChoiceButtonProps {
  /** What is chosen by it. */
  label: string;
  /** What is chosen now, in a few words. */
  chosen: string;
  children: ReactNode;
}

/** A button that says what is chosen, and opens what there is to choose from. */
export function ChoiceButton({ label, chosen, children }: ChoiceButtonProps) {
  return (
    <DialogTrigger>
      <Button aria-label={`${label}: ${chosen}`}>
        <span className="faint">{label}</span>
        <span className="truncate agreement-chosen">{chosen}</span>
        <ChevronDown aria-hidden />
      </Button>
      <AriaPopover className="popover" offset={4} placement="bottom start">
        <AriaDialog className="agreement-choice" aria-label={label}>
          {children}
        </AriaDialog>
      </AriaPopover>
    </DialogTrigger>
  );
}
