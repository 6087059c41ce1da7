import type { ValueWithInterval } from "../../../shared/agreement/study/figure.ts";

/** From where to where all bars of a table go, so that they can be compared. */
export interface Scale {
  low: number;
  high: number;
}

/** From 0 to 1, or further down to the tenth that holds all. */
export function scaleOf(values: readonly ValueWithInterval[]): Scale {
  const lowest = values.reduce(
    (least, { value, ci }) => Math.min(least, value ?? 0, ci?.[0] ?? 0),
    0,
  );
  return { low: Math.max(-1, Math.floor(lowest * 10) / 10), high: 1 };
}

const [width, height] = [120, 16];

/** A value as a bar with its interval as a whisker. The same stands beside it in numbers. */
export function IntervalBar({ of, scale }: { of: ValueWithInterval; scale: Scale }) {
  if (of.value === null) return null;
  const at = (value: number) =>
    ((Math.min(scale.high, Math.max(scale.low, value)) - scale.low) * (width - 2)) /
      (scale.high - scale.low) +
    1;
  const [zero, end] = [at(0), at(of.value)];
  const middle = height / 2;
  return (
    <svg className="interval-bar" width={width} height={height} aria-hidden>
      <rect className="interval-track" x={1} y={5} width={width - 2} height={6} rx={1} />
      <rect
        className="interval-value"
        x={Math.min(zero, end)}
        y={5}
        width={Math.max(1, Math.abs(end - zero))}
        height={6}
      />
      {scale.low < 0 && <path className="interval-zero" d={`M${zero} 2V${height - 2}`} />}
      {of.ci && (
        <path
          className="interval-whisker"
          d={`M${at(of.ci[0])} 3V${height - 3}M${at(of.ci[1])} 3V${height - 3}M${at(of.ci[0])} ${middle}H${at(of.ci[1])}`}
        />
      )}
    </svg>
  );
}
