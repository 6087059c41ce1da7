import type { ReleaseLoss, ReleaseTexts } from "../../shared/dataset/facts.ts";
import type { ReleaseOptions } from "../../shared/dataset/manifest.ts";
import type { Assignment } from "../../shared/dataset/split.ts";
import type { Scheme } from "../../shared/model/scheme.ts";
import type { ReleaseSources } from "./source.ts";

/** A release as it was asked for: where, of which reports, and how. */
export interface ReleaseRequest {
  /** The folder to make. */
  path: string;
  sources: ReleaseSources;
  options: ReleaseOptions;
  texts: ReleaseTexts;
  /** The split of an earlier release, which stays. */
  frozen: Assignment;
  project: { name: string; scheme: Scheme; schemeVersion: string };
  /** Told what will be lost, before anything is written; what it throws ends all. Without it nobody looks ahead. */
  beforeWriting?: ((losses: readonly ReleaseLoss[]) => void) | null;
}
