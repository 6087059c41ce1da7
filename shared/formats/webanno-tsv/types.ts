import { dkproTypes } from "../uima/type-names.ts";

/** Types of DKPro Core that every project of INCEpTION has. */
const dkpro = "de.tudarmstadt.ukp.dkpro.core.api";

export const tokenType: string = dkproTypes.token;
export const sentenceType: string = dkproTypes.sentence;
export const lemmaType = `${dkpro}.segmentation.type.Lemma`;
export const partOfSpeechType = `${dkpro}.lexmorph.type.pos.POS`;
export const namedEntityType = `${dkpro}.ner.type.NamedEntity`;
export const dependencyType = `${dkpro}.syntax.type.dependency.Dependency`;
export const anyType = "uima.tcas.Annotation";
