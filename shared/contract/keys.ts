import { z } from "zod";
import type { ChosenKeys } from "../commands.ts";
import { answers, nothing, read, setting } from "../operation.ts";

/** The keys that the person gave to commands on this machine, in every project. */
export const keyOperations = {
  "keys.read": read(nothing, answers<{ keys: ChosenKeys }>()),
  /** All choices as they are to be; none of a command gives it the keys that Casemark comes with. */
  "keys.change": setting(
    z.object({ keys: z.record(z.string(), z.array(z.string().min(1).max(40)).max(8)) }),
    answers<{ keys: ChosenKeys }>(),
  ),
};
