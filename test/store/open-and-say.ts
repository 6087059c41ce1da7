import { openProject, openProjectForReading } from "../../electron/store/database.ts";

// A second process: tries to open a project and prints what it is told.
const [file = ""] = process.argv.slice(2);
const told = Object.entries({ openProject, openProjectForReading }).map(([name, open]) => {
  try {
    open(file).close();
    return [name, "opened"];
  } catch (error) {
    return [name, error instanceof Error ? error.message : String(error)];
  }
});
console.log(JSON.stringify(Object.fromEntries(told)));
