import { z } from "zod";
import { AppError } from "../../errors.ts";
import { type GammaOptions, gammaDefaults } from "./gamma-study.ts";

const number = z.number("has to be a number");
const weight = number.nonnegative("has to be 0 or more");
const delta = number.positive("has to be more than 0");
const levels = { high: 0.01, medium: 0.02, low: 0.1 } as const;

const GammaParameters = z.looseObject({
  alpha: weight.nullish(),
  beta: weight.nullish(),
  delta_empty: delta.nullish(),
  deltaEmpty: delta.nullish(),
  sampler: z.enum(["shuffle", "statistical"], 'has to be "shuffle" or "statistical"').nullish(),
  n_samples: z.int("has to be a whole number").min(1, "has to be 1 or more").max(10_000).nullish(),
  precision_level: z
    .union(
      [z.number().min(0.005).max(0.5), z.enum(["high", "medium", "low"])],
      'has to be from 0.005 to 0.5, or "high", "medium" or "low"',
    )
    .nullish(),
  seed: z.int("has to be a whole number").nullish(),
  fast: z.boolean("has to be true or false").nullish(),
  categories_order: z.array(z.union([z.string(), z.number().transform(String)])).nullish(),
  distance_matrix: z.array(z.array(number)).nullish(),
});

type GammaParameters = z.output<typeof GammaParameters>;

/**
 * What a raw study says of gamma among its parameters, in the words of pygamma-agreement; what it does
 * not say is as in the paper.
 * @param categories those of its units, which a matrix without `categories_order` has in alphabetical order.
 * @param name what sentences call the study.
 * @throws AppError "bad-file" for what does not fit.
 */
export function gammaOptions(
  parameters: unknown,
  categories: readonly string[],
  name: string,
): GammaOptions {
  const read = GammaParameters.safeParse(parameters ?? {});
  if (!read.success) {
    const [issue] = read.error.issues;
    const place = issue?.path.join(".") ?? "params";
    throw new AppError("bad-file", `${name}: "${place}" among the params ${issue?.message}.`);
  }
  const { data } = read;
  const options = { ...gammaDefaults, ...weightsOf(data), ...samplingOf(data) };
  if (options.alpha === 0 && options.beta === 0)
    throw new AppError("bad-file", `${name}: "alpha" and "beta" are both 0; one has to be more.`);
  const distance = distanceOf(data, categories, name);
  return distance === null ? options : { ...options, distance };
}

function weightsOf({ alpha, beta, delta_empty, deltaEmpty }: GammaParameters) {
  return {
    alpha: alpha ?? gammaDefaults.alpha,
    beta: beta ?? gammaDefaults.beta,
    deltaEmpty: delta_empty ?? deltaEmpty ?? gammaDefaults.deltaEmpty,
  };
}

function samplingOf({ sampler, n_samples, precision_level, seed, fast }: GammaParameters) {
  const level = typeof precision_level === "string" ? levels[precision_level] : precision_level;
  return {
    sampler: sampler ?? gammaDefaults.sampler,
    samples: n_samples ?? gammaDefaults.samples,
    // Whoever says how many samples there are to be gets so many.
    precision: level ?? (typeof n_samples === "number" ? null : gammaDefaults.precision),
    seed: seed ?? gammaDefaults.seed,
    fast: fast ?? gammaDefaults.fast,
  };
}

function distanceOf(
  { categories_order, distance_matrix }: GammaParameters,
  categories: readonly string[],
  name: string,
): ((one: string, other: string) => number) | null {
  if (!distance_matrix) return null;
  const order = categories_order ?? [...categories].sort();
  const problem = whyNoDistances(distance_matrix, order, categories);
  if (problem !== null) throw new AppError("bad-file", `${name}: its matrix ${problem}.`);
  const places = new Map(order.map((category, place) => [category, place]));
  const at = (category: string) => places.get(category) ?? -1;
  return (one, other) => distance_matrix[at(one)]?.[at(other)] ?? 1;
}

function whyNoDistances(
  matrix: readonly (readonly number[])[],
  order: readonly string[],
  categories: readonly string[],
): string | null {
  const missing = categories.find((category) => !order.includes(category));
  if (missing !== undefined) return `has no row for the category "${missing}"`;
  if (matrix.length !== order.length || matrix.some((row) => row.length !== order.length))
    return `has to have ${order.length} rows of ${order.length} numbers, as there are categories`;
  if (matrix.flat().some((distance) => distance < 0 || distance > 1))
    return "has to have distances from 0 to 1";
  const isMirrored = matrix.every((row, one) =>
    row.every((distance, other) => distance === matrix[other]?.[one]),
  );
  const isSame = matrix.every((row, place) => row[place] === 0);
  return isMirrored && isSame
    ? null
    : "has to have the same distance both ways, and 0 from each category to itself";
}
