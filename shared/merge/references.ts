import type { VersionRow, VersionTable } from "./version.ts";

/** The identifiers of what a row cannot be without. Its lists are what the store wrote. */
export function referencesOf(table: VersionTable, row: VersionRow): string[] {
  const layer = typeof row.layer === "string" ? [row.layer] : [];
  switch (table) {
    case "span":
      return row.entity === null ? layer : [...layer, String(row.entity)];
    case "relation":
      return [...layer, String(row.from_id), String(row.to_id)];
    case "event": {
      const others = JSON.parse(String(row.arguments)) as { target: string }[];
      return [...layer, String(row.trigger_id), ...others.map(({ target }) => target)];
    }
    case "grouping":
      return [...layer, ...(JSON.parse(String(row.members)) as string[])];
    case "entity":
    case "decision":
      return layer;
    case "layer":
      return [];
    default:
      return table satisfies never;
  }
}
