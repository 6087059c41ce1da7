import { parentPort } from "node:worker_threads";
import { answering } from "../store/threads/answer.ts";
import { measureProject } from "./measure-project.ts";
import type { MeasureRequest } from "./request.ts";

parentPort?.once(
  "message",
  answering("Measuring agreement was cancelled.", (request: MeasureRequest, tell) =>
    measureProject(request, (doing, done, total) => tell({ done, total, doing })),
  ),
);
