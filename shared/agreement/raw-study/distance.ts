import { AppError } from "../../errors.ts";
import type { CodingMeasureKind } from "../coding/coding-measures.ts";
import { type Distance, nominal } from "../coding/distance.ts";
import { custom } from "../coding/distances.ts";
import { distanceNames, namedDistance } from "../coding/named-distance.ts";
import type { RawStudy } from "./file.ts";

/**
 * How far apart a study's categories are for one measure: by its `metric` or `weights`, or by a matrix
 * of distances or weights over its categories. Null when it says nothing and the measure needs it.
 * @throws AppError "bad-file" for a name that there is not, and for a matrix that does not fit.
 */
export function studyDistance(
  study: RawStudy,
  { id, distance }: Pick<CodingMeasureKind, "id" | "distance">,
): Distance | null {
  if (distance === "none") return nominal;
  const { name, matrix, isMeant } = askedOf(study, distance);
  if (name === "custom" || (name === null && isMeant)) return matrixDistance(study, matrix);
  if (name === null) return distance === "needed" ? null : nominal;
  const found = namedDistance(name, id);
  if (found) return found;
  throw new AppError(
    "bad-file",
    `${study.name}: there is no distance "${name}"; choose one of ${distanceNames.join(", ")}.`,
  );
}

/** The distance that a study names for a kind of measure, or the matrix it has for it. */
function askedOf({ parameters }: RawStudy, distance: CodingMeasureKind["distance"]) {
  const { metric, weights, distance_matrix, weight_matrix } = parameters;
  const weighing = typeof weights === "string" ? weights : null;
  const weightMatrix = weight_matrix ?? (Array.isArray(weights) ? weights : null);
  const matrix = distance_matrix ?? (weightMatrix ? fromWeights(weightMatrix) : null);
  // Distances alone are for measures of distance; weights are for those that weigh as well.
  if (distance === "weights") return { name: weighing, matrix, isMeant: weightMatrix !== null };
  return { name: metric ?? weighing, matrix, isMeant: matrix !== null };
}

const fromWeights = (weights: readonly number[][]) =>
  weights.map((row) => row.map((weight) => 1 - weight));

function matrixDistance({ name, coding }: RawStudy, matrix: number[][] | null): Distance {
  const size = coding?.coding.categories.length ?? 0;
  const problem = !matrix
    ? 'a custom distance needs "distance_matrix" or "weight_matrix" among its params'
    : !coding?.declared
      ? 'its matrix needs "categories_order" among its params, which says what the rows are'
      : whyNoDistances(matrix, size);
  if (problem !== null || !matrix) throw new AppError("bad-file", `${name}: ${problem}.`);
  return custom(matrix);
}

function whyNoDistances(matrix: readonly number[][], size: number): string | null {
  if (matrix.length !== size || matrix.some((row) => row.length !== size))
    return `its matrix has to have ${size} rows of ${size} numbers, as there are categories`;
  if (matrix.some((row, at) => row[at] !== 0))
    return "its matrix has to have a distance of 0, or a weight of 1, from each category to itself";
  const all = matrix.flat();
  if (all.some((distance) => distance < 0))
    return "its matrix has to have no distance below 0, and no weight above 1";
  return all.some((distance) => distance > 0)
    ? null
    : "its matrix says that no two categories differ";
}
