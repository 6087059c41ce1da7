import { globSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Small things that all of electron/ may use. */
const everybodys = ["electron/worker-thread.ts", "electron/file-source.ts", "electron/sha256.ts"];

/** Who may import what; the first rule whose folder holds the file decides. CONTRIBUTING.md has the table. */
const rules: { files: string; from: string[]; packages: RegExp }[] = [
  {
    files: "shared/",
    from: ["shared/"],
    packages:
      /^(zod|yaml|saxes|parse5|intl-messageformat|mdast-util-from-markdown|fflate|prosemirror-transform)$/,
  },
  {
    files: "renderer/",
    from: ["renderer/", "shared/"],
    packages:
      /^(react|react-dom|react-aria-components|lucide-react|prosemirror-\w+|pdfjs-dist|@fontsource-variable\/.+)(\/|$)/,
  },
  {
    files: "electron/import/",
    from: ["electron/import/", ...everybodys, "shared/"],
    packages: /^(node:.*|chardet|pdfjs-dist\/.+)$/,
  },
  {
    files: "electron/export/",
    from: ["electron/export/", ...everybodys, "shared/"],
    packages: /^(node:.*|fflate|saxes|csv-parse|hyparquet|hyparquet-writer)$/,
  },
  {
    files: "electron/agreement/",
    from: ["electron/agreement/", "electron/store/", ...everybodys, "shared/"],
    packages: /^(node:.*|highs|csv-parse\/sync)$/,
  },
  {
    files: "electron/dataset/",
    from: [
      "electron/dataset/",
      "electron/export/",
      "electron/version.ts",
      ...everybodys,
      "shared/",
    ],
    packages: /^(node:.*|zod)$/,
  },
  {
    files: "electron/review/",
    from: ["electron/review/", "electron/store/", ...everybodys, "shared/"],
    packages: /^(node:.*|zod)$/,
  },
  {
    files: "electron/store/",
    from: ["electron/store/", ...everybodys, "shared/"],
    packages: /^(node:.*|better-sqlite3)$/,
  },
  {
    files: "electron/packages/",
    from: [
      "electron/packages/",
      "electron/export/",
      "electron/store/",
      "electron/version.ts",
      ...everybodys,
      "shared/",
    ],
    packages: /^(node:.*|age-encryption|fflate)$/,
  },
  {
    files: "electron/api/",
    from: [
      "electron/agreement/",
      "electron/api/",
      "electron/import/",
      "electron/export/",
      "electron/dataset/",
      "electron/packages/",
      "electron/review/",
      "electron/store/",
      "electron/settings.ts",
      "electron/version.ts",
      ...everybodys,
      "shared/",
    ],
    packages: /^(node:.*|zod|csv-parse\/sync)$/,
  },
  {
    files: "electron/hosts/desktop/",
    from: [
      "electron/hosts/desktop/",
      "electron/hosts/page-files.ts",
      "electron/api/",
      "electron/settings.ts",
      "shared/",
      "renderer/api.ts",
    ],
    packages: /^(node:.*|zod|electron|electron\/.*)$/,
  },
  {
    files: "electron/hosts/browser/",
    from: ["electron/hosts/browser/", "electron/hosts/page-files.ts", "electron/api/", "shared/"],
    packages: /^(node:.*|zod)$/,
  },
  {
    files: "electron/hosts/cli/",
    from: [
      "electron/agreement/",
      "electron/hosts/cli/",
      "electron/api/",
      "electron/dataset/",
      "electron/export/",
      "electron/packages/",
      "electron/review/",
      "electron/store/",
      "electron/settings.ts",
      "shared/",
    ],
    packages: /^(node:.*|yaml)$/,
  },
  { files: "electron/", from: ["package.json", "shared/"], packages: /^(node:.*|zod)$/ },
];

/** Every import that goes where its layer must not, as "file: import". */
export function layerProblems(): string[] {
  const files = globSync("{shared,renderer,electron}/**/*.{ts,tsx}", { cwd: root });
  return files
    .map((file) => file.replaceAll("\\", "/"))
    .sort()
    .flatMap(problemsOf);
}

function problemsOf(file: string): string[] {
  const rule = rules.find(({ files }) => file.startsWith(files));
  if (!rule || file.endsWith(".d.ts")) return [];
  return importsOf(readFileSync(join(root, file), "utf8"))
    .filter((name) => !allowed(rule, file, name))
    .map((name) => `${file}: "${name}" is outside of what ${rule.files} may import`);
}

const statement = /^(?:import|export)\b[\s\w*{},$]*\bfrom\s*["']([^"']+)["']/gm;
const forItsEffect = /^import\s*["']([^"']+)["']/gm;
const later = /\bimport\(\s*["']([^"']+)["']/g;

function importsOf(source: string): string[] {
  return [statement, forItsEffect, later].flatMap((pattern) =>
    Array.from(source.matchAll(pattern), ([, name = ""]) => name),
  );
}

function allowed(rule: (typeof rules)[number], file: string, name: string): boolean {
  if (!name.startsWith(".")) return rule.packages.test(name);
  const target = relative(root, join(root, dirname(file), name)).replaceAll("\\", "/");
  return rule.from.some((place) => target.startsWith(place));
}

if (import.meta.main) {
  const problems = layerProblems();
  for (const problem of problems) console.error(problem);
  process.exitCode = problems.length > 0 ? 1 : 0;
}
