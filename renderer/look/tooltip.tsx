import type { ReactElement, ReactNode } from "react";
import { Tooltip, type TooltipProps, TooltipTrigger } from "react-aria-components";
import { KeyCap } from "./key-cap.tsx";
import "./tooltip.css";

interface WithTooltipProps {
  label: string;
  hint?: ReactNode;
  keys?: string | undefined;
  placement?: TooltipProps["placement"] | undefined;
  /** One focusable react-aria element. */
  children: ReactElement;
}

/** Says on hover and on keyboard focus what a control does and which keys do the same. */
export function WithTooltip(props: WithTooltipProps) {
  const { label, hint, keys, placement = "bottom", children } = props;
  return (
    <TooltipTrigger delay={600} closeDelay={0}>
      {children}
      <Tooltip className="tooltip" placement={placement} offset={6}>
        {label}
        {hint}
        {keys && <KeyCap keys={keys} />}
      </Tooltip>
    </TooltipTrigger>
  );
}
