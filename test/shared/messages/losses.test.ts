import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { LabelChoice } from "../../../shared/dataset/labels.ts";
import { mapLabels } from "../../../shared/dataset/labels.ts";
import { chooseLayers } from "../../../shared/dataset/layers.ts";
import { applyFit } from "../../../shared/formats/fit/apply-fit.ts";
import { type Loss, lossSentence } from "../../../shared/formats/losses.ts";
import { formats } from "../../../shared/formats/registry.ts";
import { readCatalogues } from "../../../shared/messages/catalogues.ts";
import { createSentences } from "../../../shared/messages/sentences.ts";
import type { AnnotatedDocument } from "../../../shared/model/document.ts";
import { anyDocument } from "../formats/arbitrary-document.ts";
import { plainOptions } from "../formats/round-trip.ts";

const languages = ["de", "fr", "es"] as const;

/** Without what bears these names, which have signs that part the pieces of sentences. */
const withoutSome: LabelChoice = {
  labels: { diagnosis: null, "PD-L1 (22C3)": null, marker: "a b" },
  relations: { diagnosis: null, marker: null, "a:b": null },
};

/** Every way in which an export or a release says that it loses something. */
function lossesOf(document: AnnotatedDocument): Loss[] {
  return [
    ...formats.flatMap(({ writer }) =>
      writer ? applyFit(writer, document, plainOptions).losses : [],
    ),
    ...chooseLayers(document, { of: "agreed" }).losses,
    ...chooseLayers(document, { of: "gold" }).losses,
    ...mapLabels(document, withoutSome).losses,
  ];
}

const all = fc.sample(anyDocument, { numRuns: 150, seed: 1 }).flatMap(lossesOf);
const kinds = [
  ...new Map(all.map((loss) => [`${loss.things}: ${loss.consequence}`, loss])).values(),
];

describe.each(languages)("what a format cannot hold, in %s", (language) => {
  test("is said with the words of the catalogue alone", async () => {
    const { sentences: catalogue } = await readCatalogues(language);
    const say = createSentences(catalogue);
    const plain = kinds.filter(({ things }) => Object.hasOwn(catalogue, things));
    const whole = (loss: Loss) => {
      const counted = `${catalogue[loss.things]} (${loss.count})`;
      return catalogue["{0}: {1}"]
        ?.replace("{0}", counted)
        .replace("{1}", () => catalogue[loss.consequence] ?? "");
    };
    expect(plain.length).toBeGreaterThan(60);
    expect(plain.map((loss) => say(lossSentence(loss)))).toEqual(plain.map(whole));
    // The others have a name or a state in them.
    const others = kinds.filter((loss) => !plain.includes(loss));
    expect(
      others.filter(
        (loss) => !say(lossSentence(loss)).includes(catalogue[loss.consequence] ?? "?"),
      ),
    ).toEqual([]);
  });
});

test("a loss is one sentence, whatever signs a name in it has", async () => {
  const sentences = await Promise.all(
    languages.map(async (language) => createSentences((await readCatalogues(language)).sentences)),
  );
  const said = (loss: Omit<Loss, "examples">) =>
    sentences.map((say) => say(lossSentence({ ...loss, examples: [] })));
  expect(said({ things: "Nested spans", count: 12, consequence: "left out." })).toEqual([
    "Verschachtelte Textstellen (12): ausgelassen.",
    "Passages imbriqués (12)\u00a0: n’y figurent pas.",
    "Segmentos anidados (12): no se incluyen.",
  ]);
  expect(
    said({
      things: "Events of the label “stain: PD-L1 (22C3)”",
      count: 3,
      consequence: "left out, as their label is.",
    }),
  ).toEqual([
    "Ereignisse mit dem Label „stain: PD-L1 (22C3)“ (3): weggelassen, wie ihr Label.",
    "Événements avec l’étiquette «\u202fstain: PD-L1 (22C3)\u202f» (3)\u00a0: n’y figurent pas, comme leur étiquette.",
    "Eventos con la etiqueta «stain: PD-L1 (22C3)» (3): no se incluyen, como su etiqueta.",
  ]);
});
