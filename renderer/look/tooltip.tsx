import type { ReactElement } from "react";
import { Tooltip, type TooltipProps, TooltipTrigger } from "react-aria-components";
import { KeyCap } from "./key-cap.tsx";
import "./tooltip.css";

interface WithTooltipProps {
  label: string;
  keys?: string | undefined;
  placement?: TooltipProps["placement"] | undefined;
  /** One focusable react-aria element. */
  children: ReactElement;
}

/** Says on hover and on keyboard focus what a control does and which keys do the same. */
export function WithTooltip({ label, keys, placement = "bottom", children }: WithTooltipProps) {
  return (
    <TooltipTrigger delay={600} closeDelay={0}>
      {children}
      <Tooltip className="tooltip" placement={placement} offset={6}>
        {label}
        {keys && <KeyCap keys={keys} />}
      </Tooltip>
    </TooltipTrigger>
  );
}
