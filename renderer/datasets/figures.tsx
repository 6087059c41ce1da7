import { inNumber } from "../messages.ts";

/** Counts in a row, each under its name. */
export function Figures({ figures }: { figures: readonly [name: string, count: number][] }) {
  return (
    <dl className="figures">
      {figures.map(([name, count]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className="numeric">{inNumber(count)}</dd>
        </div>
      ))}
    </dl>
  );
}
