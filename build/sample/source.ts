import { parse } from "yaml";
import { z } from "zod";

const labels = ["diagnosis", "marker", "procedure", "drug"] as const;
const flags = ["negated", "uncertain", "historical", "other person"] as const;

/** What a span says; a list of quotes makes a discontinuous span. */
const Quotes = z.union([z.string().min(1), z.array(z.string().min(1)).min(2)]);

const SpanLine = z
  .strictObject({
    diagnosis: Quotes.optional(),
    marker: Quotes.optional(),
    procedure: Quotes.optional(),
    drug: Quotes.optional(),
    of: z.string().optional(),
    only: z.string().optional(),
    attributes: z.array(z.enum(flags)).default([]),
    nth: z.int().positive().default(1),
    note: z.string().default(""),
  })
  .transform(({ diagnosis, marker, procedure, drug, ...rest }, context) => {
    const said = onlyOne({ diagnosis, marker, procedure, drug }, context);
    return said ? { ...rest, label: said.label, quotes: [said.value].flat() } : z.NEVER;
  });
/** One span. Without `only`, every annotator marked it so. */
export type SpanLine = z.output<typeof SpanLine>;

const Code = z.string().regex(/^\S+ \S/, "is not a code, a space and what it stands for");

const EntityLine = z
  .object({
    diagnosis: z.string().optional(),
    marker: z.string().optional(),
    procedure: z.string().optional(),
    drug: z.string().optional(),
    morphology: Code.optional(),
    topography: Code.optional(),
    note: z.string().default(""),
  })
  .catchall(z.union([z.string(), z.number()]))
  .transform((line, context) => {
    const { diagnosis, marker, procedure, drug, morphology, topography, note, ...fields } = line;
    const said = onlyOne({ diagnosis, marker, procedure, drug }, context);
    const codes = [
      ...codeOf("ICD-O-3 morphology", morphology),
      ...codeOf("ICD-O-3 topography", topography),
    ];
    return said ? { kind: said.label, name: said.value, codes, fields, note } : z.NEVER;
  });

const Source = z
  .strictObject({
    title: z.string().min(1),
    case: z.string().min(1),
    metadata: z.record(z.string(), z.string()),
    text: z.string().min(1),
    layers: z.record(
      z.string(),
      z.strictObject({ annotator: z.string().min(1), status: z.enum(["open", "done", "locked"]) }),
    ),
    entities: z.record(z.string(), EntityLine),
    spans: z.array(SpanLine),
  })
  .superRefine(({ layers, entities, spans }, context) => {
    for (const { only, of } of spans) {
      if (only !== undefined && !layers[only]) context.addIssue(`no layer is called ${only}`);
      if (of !== undefined && !entities[of]) context.addIssue(`no entity is called ${of}`);
    }
    for (const name of Object.keys(entities))
      if (!spans.some(({ of }) => of === name)) context.addIssue(`no span speaks of ${name}`);
  });
/** A report and its layers as README.md describes the file. */
export type Source = z.output<typeof Source>;

/** @throws Error that names the file and everything in it that is not as README.md says. */
export function parseSource(yaml: string, file: string): Source {
  const result = Source.safeParse(parse(yaml));
  if (result.success) return result.data;
  throw new Error(`${file}: ${z.prettifyError(result.error)}`);
}

function onlyOne<Value>(
  values: Record<(typeof labels)[number], Value | undefined>,
  context: z.RefinementCtx,
): { label: string; value: Value } | undefined {
  const [found, another] = labels.flatMap((label) => {
    const value = values[label];
    return value === undefined ? [] : [{ label, value }];
  });
  if (found && !another) return found;
  context.addIssue(`needs one of ${labels.join(", ")}`);
  return undefined;
}

function codeOf(system: string, line: string | undefined) {
  const [, code, display] = line?.match(/^(\S+) (.*)$/) ?? [];
  return code && display ? [{ system, code, display }] : [];
}
