import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { z } from "zod";

const Settings = z.object({
  /** Who works on this machine; said once. */
  annotator: z.string().nullable().default(null),
  /** Project files, the last opened first. */
  recent: z.array(z.string()).default([]),
  /** The desktop window's last place. */
  window: z
    .object({
      x: z.int(),
      y: z.int(),
      width: z.int(),
      height: z.int(),
      maximized: z.boolean(),
    })
    .nullable()
    .default(null),
  /** The keys of commands that the person chose others for. */
  keys: z.record(z.string(), z.array(z.string())).default({}),
  /** The language that the page spoke last; any other word than a known one is the system's. */
  language: z.string().nullable().default(null),
});
export type Settings = z.output<typeof Settings>;

/** What this person set on this machine. A file that cannot be read counts as none. */
export function readSettings(): Settings {
  try {
    return Settings.parse(JSON.parse(readFileSync(settingsFile(), "utf8")));
  } catch {
    return Settings.parse({});
  }
}

/** Writes beside and renames, so that a crash leaves the old settings or the new ones. */
export function updateSettings(patch: Partial<Settings>): Settings {
  const settings = { ...readSettings(), ...patch };
  const file = settingsFile();
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, `${JSON.stringify(settings, null, 2)}\n`);
  renameSync(`${file}.new`, file);
  return settings;
}

/** Where settings and logs are kept; CASEMARK_HOME puts them elsewhere, with the projects. */
export function settingsFolder(): string {
  const { CASEMARK_HOME, APPDATA, XDG_CONFIG_HOME } = process.env;
  if (CASEMARK_HOME) return CASEMARK_HOME;
  if (process.platform === "win32" && APPDATA) return join(APPDATA, "Casemark");
  if (process.platform === "darwin")
    return join(homedir(), "Library", "Application Support", "Casemark");
  return join(XDG_CONFIG_HOME ?? join(homedir(), ".config"), "casemark");
}

/** Where new projects are made unless the person says otherwise. */
export function projectsFolder(): string {
  return process.env.CASEMARK_HOME ?? join(homedir(), "Casemark");
}

function settingsFile(): string {
  return join(settingsFolder(), "settings.json");
}
