// Marks of a drawing cannot be buttons of HTML, so shapes with the role stand for them.
// biome-ignore-all lint/a11y/useSemanticElements: see above
import { type CSSProperties, type KeyboardEvent, useRef, useState } from "react";
import { keySize, type Plot, type PlotMark, type PlotText } from "../../../shared/plots/plot.ts";
import { type ToneName, tones } from "../../../shared/plots/tones.ts";
import { nextMark } from "./next-mark.ts";

interface PlotDrawingProps<Of> {
  plot: Plot<Of>;
  onOpen: (of: Of) => void;
}

/** A plot whose marks are buttons: one tab stop, the arrows go from mark to mark, Enter opens what is behind one. */
export function PlotDrawing<Of>({ plot, onOpen }: PlotDrawingProps<Of>) {
  const { width, height, title, marks, texts, keys, lines } = plot;
  const drawing = useRef<SVGSVGElement>(null);
  const [chosen, choose] = useState<string | null>(null);
  const current = marks.find(({ id }) => id === chosen) ?? marks[0];
  const onKeyDown = (event: KeyboardEvent, mark: PlotMark<Of>) => {
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      onOpen(mark.of);
      return;
    }
    const next = nextMark(marks, mark, event.key);
    if (!next) return;
    event.preventDefault();
    choose(next.id);
    drawing.current?.querySelector<SVGGElement>(`[data-mark="${CSS.escape(next.id)}"]`)?.focus();
  };
  return (
    <svg
      ref={drawing}
      className="plot-drawing"
      viewBox={`0 24 ${width} ${height - 24}`}
      width={width}
      height={height - 24}
      role="group"
      aria-label={title}
    >
      {lines.map((line) => (
        <path key={line} className="plot-line" d={line} />
      ))}
      {keys.map(({ x, y, tone }) => (
        <rect key={tone} style={fillOf(tone)} {...{ x, y, width: keySize, height: keySize }} />
      ))}
      {marks.map((mark) => (
        <g
          key={mark.id}
          className="plot-mark"
          role="button"
          data-mark={mark.id}
          tabIndex={mark.id === current?.id ? 0 : -1}
          aria-label={mark.said}
          onClick={() => onOpen(mark.of)}
          onFocus={() => choose(mark.id)}
          onKeyDown={(event) => onKeyDown(event, mark)}
        >
          <title>{mark.said}</title>
          <rect
            style={fillOf(mark.tone)}
            {...{ x: mark.x, y: mark.y, width: mark.width, height: mark.height }}
          />
          {mark.texts.map((one) => (
            <Words key={`${one.x} ${one.y}`} of={one} style={onTone(mark.tone)} />
          ))}
        </g>
      ))}
      {texts.map((one) => (
        <Words key={`${one.x} ${one.y} ${one.text}`} of={one} />
      ))}
    </svg>
  );
}

function Words({ of, style }: { of: PlotText; style?: CSSProperties }) {
  const { x, y, text, anchor, turn, isStrong, isSmall } = of;
  return (
    <text
      {...{ x, y, textAnchor: anchor }}
      aria-hidden
      className={`plot-words ${isStrong ? "strong" : ""} ${isSmall ? "small" : ""}`}
      {...(turn !== undefined && { transform: `rotate(${turn} ${x} ${y})` })}
      {...(style && { style })}
    >
      {text}
    </text>
  );
}

const fillOf = (tone: ToneName): CSSProperties => ({
  fill: `light-dark(${tones[tone].light.fill}, ${tones[tone].dark.fill})`,
});
const onTone = (tone: ToneName): CSSProperties => ({
  fill: `light-dark(${tones[tone].light.text}, ${tones[tone].dark.text})`,
});
