import { isTableFormat, type TableFormat } from "../../shared/formats/format-ids.ts";
import type { AnnotatedDocument } from "../../shared/model/document.ts";
import type { Scheme } from "../../shared/model/scheme.ts";
import { formatWriter } from "./format-writer.ts";
import { createTableWriter } from "./tables/table-writer.ts";
import { nothingWritten, spansOf, type Writer, type WriterOptions } from "./writer.ts";

export function createWriter(options: WriterOptions): Writer {
  const { format, draft } = options;
  if (!isTableFormat(format)) return formatWriter(options);
  return draft === null ? silentWriter() : tableWriter(format, draft, options.scheme);
}

function tableWriter(format: TableFormat, draft: string, scheme: Scheme): Writer {
  const tables = createTableWriter(format, { draft, scheme });
  return {
    begin: nothingWritten,
    async write(document) {
      await tables.add(document);
      return { ...nothingWritten(), spans: spansOf(document) };
    },
    end: async () => ({ ...nothingWritten(), ...(await tables.finish()) }),
  };
}

/** Tables say what they cannot hold once they are written. */
function silentWriter(): Writer {
  const write = (document: AnnotatedDocument) =>
    Promise.resolve({ ...nothingWritten(), spans: spansOf(document) });
  return { begin: nothingWritten, write, end: async () => nothingWritten() };
}
