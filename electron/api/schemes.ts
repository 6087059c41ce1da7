import { AppError } from "../../shared/errors.ts";
import type { Scheme } from "../../shared/model/scheme.ts";
import { checkScheme } from "../../shared/scheme/check-scheme.ts";
import { schemeFromYaml, schemeToYaml } from "../../shared/scheme/yaml.ts";
import { readUsage } from "../store/scheme/scheme-usage.ts";
import {
  listVersions,
  readScheme,
  readVersion,
  replaceScheme,
  restoreScheme,
} from "../store/scheme/schemes.ts";
import { findBreaches } from "./breaches.ts";
import type { Handlers } from "./context.ts";
import { doLongWork } from "./long-work.ts";
import { readSchemeFile } from "./scheme-file.ts";
import { authorOf } from "./session.ts";

type SchemeOperation = Extract<keyof Handlers, `scheme.${string}`>;

/** What the operations of the scheme do. */
export const schemeHandlers: Pick<Handlers, SchemeOperation> = {
  "scheme.read": ({ session }) => readScheme(session.db),
  "scheme.replace": ({ session }, { scheme }) =>
    replaceScheme(session.db, authorOf(session), sound(scheme)),
  "scheme.readYaml": ({ session }) => ({ yaml: schemeToYaml(readScheme(session.db).scheme) }),
  "scheme.replaceYaml": ({ session }, { yaml }) =>
    replaceScheme(session.db, authorOf(session), sound(schemeFromYaml(yaml, "The scheme"))),
  "scheme.readFile": ({ session }, { ticket }) => {
    const [file] = session.tickets.read(ticket);
    if (file === undefined) throw new AppError("wrong-use", "No scheme file was chosen.");
    return readSchemeFile(file);
  },
  "scheme.usage": ({ session }, { subject, examples }) => readUsage(session.db, subject, examples),
  "scheme.preview": (context, { changes, examples }) =>
    doLongWork(context, { do: "preview", changes, examples }),
  "scheme.rewrite": (context, { changes }) => doLongWork(context, { do: "rewrite", changes }),
  "scheme.check": async (context, { scheme }) => ({
    breaches: await findBreaches(context, scheme ?? readScheme(context.session.db).scheme),
  }),
  "scheme.versions": ({ session }) => ({ versions: listVersions(session.db) }),
  "scheme.readVersion": ({ session }, { version }) => {
    const scheme = readVersion(session.db, version);
    return { scheme, yaml: schemeToYaml(scheme) };
  },
  "scheme.restore": ({ session }, { version }) =>
    restoreScheme(session.db, authorOf(session), version),
};

/** @throws AppError "bad-input" with the first thing that is wrong with the scheme. */
function sound(scheme: Scheme): Scheme {
  const [problem] = checkScheme(scheme);
  if (problem !== undefined) throw new AppError("bad-input", problem);
  return scheme;
}
