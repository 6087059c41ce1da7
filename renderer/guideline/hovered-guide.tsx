import { useEffect, useRef, useState } from "react";
import type { LabelDefinition } from "../../shared/model/scheme.ts";
import { hasGuide, LabelGuide } from "./label-guide.tsx";

interface Hovered {
  label: string;
  left: number;
  top: number;
}

/** In milliseconds, as for every other tooltip. */
const delay = 600;
const width = 340;

/**
 * Shows the guideline of the label whose button beside it the pointer rests on. One for all buttons:
 * there may be hundreds.
 */
export function HoveredGuide({ labels }: { labels: readonly LabelDefinition[] }) {
  const here = useRef<HTMLDivElement>(null);
  const [hovered, setHovered] = useState<Hovered | null>(null);
  useEffect(() => {
    const parent = here.current?.parentElement;
    return parent ? listen(parent, setHovered) : undefined;
  }, []);
  const label = hovered && labels.find(({ name }) => name === hovered.label);
  return (
    <div ref={here} className="guide-place" hidden={!label}>
      {label && hasGuide(label) && (
        <div className="guide-card" role="tooltip" style={{ left: hovered.left, top: hovered.top }}>
          <LabelGuide label={label} />
        </div>
      )}
    </div>
  );
}

function listen(parent: HTMLElement, show: (hovered: Hovered | null) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const leave = () => {
    clearTimeout(timer);
    show(null);
  };
  const enter = ({ target }: PointerEvent) => {
    leave();
    const button = target instanceof Element ? target.closest<HTMLElement>("[data-label]") : null;
    if (!button) return;
    timer = setTimeout(() => {
      const { left, bottom } = button.getBoundingClientRect();
      const label = button.dataset.label ?? "";
      show({ label, left: Math.min(left, innerWidth - width - 8), top: bottom + 6 });
    }, delay);
  };
  parent.addEventListener("pointerover", enter);
  parent.addEventListener("pointerleave", leave);
  parent.addEventListener("pointerdown", leave);
  return () => {
    leave();
    parent.removeEventListener("pointerover", enter);
    parent.removeEventListener("pointerleave", leave);
    parent.removeEventListener("pointerdown", leave);
  };
}
