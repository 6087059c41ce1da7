import { existsSync, readFileSync } from "node:fs";
import { parseDocument } from "yaml";
import { Texts } from "../../../shared/contract/datasets.ts";
import type { ReleaseTexts } from "../../../shared/dataset/facts.ts";
import { AppError } from "../../../shared/errors.ts";

/**
 * What a YAML file says of a release; without a file the project's name is its title.
 * @throws AppError "bad-input" for a file that is not there, is no YAML or says what nobody reads.
 */
export function textsOf(file: string | null, project: string): ReleaseTexts {
  const title = project.replace(/^.*[\\/]/, "").replace(/\.casemark$/, "");
  if (file === null) return Texts.parse({ title });
  const given = { title, ...wordsIn(file) };
  const unknown = Object.keys(given).find((word) => !Object.hasOwn(Texts.shape, word));
  if (unknown !== undefined)
    throw wrong(
      file,
      `“${unknown}” is none of ${Object.keys(Texts.shape).join(", ")}; correct it.`,
    );
  const result = Texts.safeParse(given);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw wrong(
    file,
    `${issue?.path.join(".")} is not as it should be (${issue?.message}); correct it.`,
  );
}

function wordsIn(file: string): object {
  if (!existsSync(file)) throw wrong(file, "there is no such file; check the name.");
  const document = parseDocument(readFileSync(file, "utf8"), { prettyErrors: false });
  const [error] = document.errors;
  if (error) throw wrong(file, `this is not valid YAML (${error.message}); correct it.`);
  const value: unknown = document.toJS({ maxAliasCount: 0 });
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw wrong(file, "it has to say “title: …” and the like, each on a line of its own.");
  return value;
}

const wrong = (file: string, sentence: string) =>
  new AppError("bad-input", `"${file}": ${sentence}`);
