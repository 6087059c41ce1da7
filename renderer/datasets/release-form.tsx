import type { RememberedRelease } from "../../shared/contract/datasets.ts";
import { AnnotationsPart } from "./annotations-part.tsx";
import { FormatsPart } from "./formats-part.tsx";
import type { FormProps } from "./release-draft.ts";
import { SplitPart } from "./split-part.tsx";
import { TextsPart } from "./texts-part.tsx";

interface ReleaseFormProps extends FormProps {
  releases: readonly RememberedRelease[];
}

/** All that can be said of a release before it is made. */
export function ReleaseForm({ releases, ...form }: ReleaseFormProps) {
  return (
    <div className="release-form">
      <TextsPart {...form} />
      <AnnotationsPart {...form} />
      <SplitPart releases={releases} {...form} />
      <FormatsPart {...form} />
    </div>
  );
}
