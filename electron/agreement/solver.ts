import type { Highs, ModelData } from "highs";
import * as highsPackage from "highs";
import type { Packing, Solver } from "../../shared/agreement/continuum/packing.ts";
import { solverFile } from "./solver-files.ts";

/**
 * Loads HiGHS as the solver of what gamma cannot align in order. One that was loaded solves without
 * waiting, and can be used any number of times.
 */
export async function loadSolver(): Promise<Solver> {
  // It does not look at the bytes that it could be given, and in the packed app lies elsewhere than it thinks.
  const highs = await startHighs({ locateFile: () => solverFile("highs.wasm") });
  return (packing) => solve(packing, highs);
}

// The package's types are written for CommonJS, in which its one export is called "default".
const startHighs = highsPackage.default as unknown as typeof highsPackage.default.default;

/** An integer program: each choice 0 or 1, each place taken at most once, the greatest sum of gains. */
function solve(packing: Packing, highs: Highs): number[] {
  return highs.withModel(programOf(packing, highs), (model): number[] => {
    // The best one, where HiGHS would be content with one that is worse by a ten-thousandth.
    model.options.set({ output_flag: false, mip_rel_gap: 0, mip_abs_gap: 0 });
    model.run();
    const status = model.getModelStatus();
    if (status !== highs.constants.modelStatus.optimal)
      throw new Error(`HiGHS ended with status ${status} for ${packing.choices.length} choices.`);
    const values = [...model.getSolution().colValue];
    return values.flatMap((value, choice) => (value > 0.5 ? [choice] : []));
  });
}

function programOf({ places, choices }: Packing, highs: Highs): ModelData {
  const taken = choices.flatMap((choice) => choice.places);
  let start = 0;
  const starts = choices.map((choice) => {
    start += choice.places.length;
    return start;
  });
  const all = (count: number, value: number) => new Float64Array(count).fill(value);
  return {
    numCols: choices.length,
    numRows: places,
    colCost: Float64Array.from(choices, ({ gain }) => -gain),
    colLower: all(choices.length, 0),
    colUpper: all(choices.length, 1),
    rowLower: all(places, -highs.infinity),
    rowUpper: all(places, 1),
    matrix: {
      format: "csc",
      numRows: places,
      numCols: choices.length,
      starts: [0, ...starts],
      indices: taken,
      values: all(taken.length, 1),
    },
    integrality: new Int32Array(choices.length).fill(highs.constants.variableType.integer),
  };
}
