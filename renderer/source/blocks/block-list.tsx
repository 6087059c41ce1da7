import { memo } from "react";
import { cellsOf, groupsOf, type Part, type ShownBlock } from "./shown-blocks.ts";

/** Blocks of a file in their order, drawn once; what is lit is drawn by the browser over them. */
export const BlockList = memo(function BlockList({ blocks }: { blocks: readonly ShownBlock[] }) {
  return groupsOf(blocks).map((group) => {
    const [first] = group;
    if (first?.kind !== "list-item")
      return group.map((block) => <Block key={block.block} {...block} />);
    return (
      <ul key={first.block} className="source-list">
        {group.map(({ block, parts }) => (
          <li key={block} data-block={block}>
            <Parts parts={parts} />
          </li>
        ))}
      </ul>
    );
  });
});

function Block({ block, kind, level, parts }: ShownBlock) {
  const Tag = tagOf(kind, level);
  if (kind === "table")
    return (
      <div className="source-table" data-block={block}>
        <Table parts={parts} />
      </div>
    );
  return (
    <Tag className={`source-${kind}`} data-block={block}>
      <Parts parts={parts} />
    </Tag>
  );
}

const headings = ["h2", "h3", "h4", "h5", "h6"] as const;

function tagOf(kind: ShownBlock["kind"], level: number | null) {
  if (kind === "title") return "h1";
  if (kind !== "heading") return "p";
  return headings[(level ?? 1) - 1] ?? "h6";
}

function Table({ parts }: { parts: readonly Part[] }) {
  return (
    <table>
      <tbody>
        {cellsOf(parts).map((cells, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows and cells never change
          <tr key={row}>
            {cells.map((cell, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows and cells never change
              <td key={column}>
                <Parts parts={cell} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Each part is one run of letters, so that a place on the screen leads to its offset and back. */
function Parts({ parts }: { parts: readonly Part[] }) {
  return parts.map(({ words, at }, index) =>
    at === null ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts never change
      <del key={index}>{words}</del>
    ) : (
      <span key={at} data-at={at}>
        {words}
      </span>
    ),
  );
}
