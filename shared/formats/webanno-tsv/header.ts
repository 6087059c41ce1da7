import { badFile, type Source } from "../../extract/source.ts";

/*
 * The header of WebAnno TSV 3: which layers a file has, and what each of its columns is.
 */

export const relationSource = "Governor";
export const relationTarget = "Dependent";
export const chainLink = "referenceRelation";

/** What a column says of the annotations of its layer. */
export type TsvColumn =
  | { kind: "value"; feature: string }
  /** That there is an annotation, of a layer without features. */
  | { kind: "placeholder" }
  | { kind: "roles"; feature: string; linkType: string }
  | { kind: "targets"; feature: string; targetType: string }
  /** Where a relation comes from: an annotation of the base type. */
  | { kind: "source"; baseType: string };

type TsvLayerKind = "span" | "chain" | "relation";

export interface TsvLayer {
  kind: TsvLayerKind;
  /** The full name of the type in UIMA. */
  type: string;
  columns: TsvColumn[];
}

const prefixes: readonly (readonly [prefix: string, kind: TsvLayerKind])[] = [
  ["#T_SP=", "span"],
  ["#T_CH=", "chain"],
  ["#T_RL=", "relation"],
];

/** Layers in the order in which INCEpTION wants them: spans, spans with slots, chains, relations. */
export function headerLines(layers: readonly TsvLayer[]): string[] {
  return layers.map(({ kind, type, columns }) => {
    const prefix = prefixes.find(([, of]) => of === kind)?.[0] ?? "";
    return [prefix + type, ...columns.map((column) => declaration(type, column))].join("|");
  });
}

function declaration(type: string, column: TsvColumn): string {
  switch (column.kind) {
    case "value":
      return column.feature;
    case "placeholder":
      return "";
    case "roles":
      return `ROLE_${type}:${column.feature}_${column.linkType}`;
    case "targets":
      return column.targetType;
    case "source":
      return `BT_${column.baseType}`;
    default:
      return column satisfies never;
  }
}

/** A layer that a line of the header declares; null for any other line. @throws AppError "bad-file". */
export function layerOfLine(line: string, source: Source, lineNumber: number): TsvLayer | null {
  const found = prefixes.find(([prefix]) => line.startsWith(prefix));
  if (found === undefined) return null;
  const [prefix, kind] = found;
  const [type = "", ...declared] = line.slice(prefix.length).trim().split("|");
  const named = declared.filter((one) => one !== "");
  const columns: TsvColumn[] = [];
  for (const one of named)
    columns.push(
      kind === "relation" && one === named.at(-1)
        ? relationColumn(one)
        : columnOf(one, kind, type, columns.at(-1)),
    );
  if (!isNamed(type, columns) || (kind === "relation" && !columns.some(isSource)))
    throw badFile(
      source,
      `declares in line ${lineNumber} a layer without a name or, for a relation, without the layer of its ends; export it again.`,
    );
  return { kind, type, columns: columns.length > 0 ? columns : [{ kind: "placeholder" }] };
}

const isSource = ({ kind }: TsvColumn) => kind === "source";

/** Whether the layer and its slots have names; they become labels. */
function isNamed(type: string, columns: readonly TsvColumn[]): boolean {
  const isWhole = type !== "" && !type.endsWith(".");
  return isWhole && columns.every((column) => column.kind !== "roles" || column.feature !== "");
}

/** The last one, which a relation needs. */
function relationColumn(declared: string): TsvColumn {
  return declared.startsWith("BT_")
    ? { kind: "source", baseType: declared.slice("BT_".length) }
    : { kind: "value", feature: declared };
}

function columnOf(
  declared: string,
  kind: TsvLayerKind,
  type: string,
  before: TsvColumn | undefined,
): TsvColumn {
  // A feature may be called so as well, but has no colon in its name.
  if (kind === "span" && /^ROLE_.*:/.test(declared)) return rolesOf(declared, type);
  // The column behind the roles names the type of their targets.
  if (before?.kind === "roles")
    return { kind: "targets", feature: before.feature, targetType: declared };
  return { kind: "value", feature: declared };
}

/** "ROLE_TYPE:FEATURE_LINKTYPE"; names may have "_" themselves, but a feature has no dot. */
function rolesOf(declared: string, type: string): TsvColumn {
  const own = `ROLE_${type}:`;
  const rest = declared.startsWith(own)
    ? declared.slice(own.length)
    : declared.slice(declared.indexOf(":") + 1);
  const dot = rest.indexOf(".");
  const cut = dot < 0 ? rest.indexOf("_") : rest.lastIndexOf("_", dot);
  if (cut < 0) return { kind: "roles", feature: rest, linkType: "" };
  return { kind: "roles", feature: rest.slice(0, cut), linkType: rest.slice(cut + 1) };
}
