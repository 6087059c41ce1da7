import { Plus, X } from "lucide-react";
import { type RefObject, useMemo } from "react";
import { Button as AriaButton, Tag, TagGroup, TagList } from "react-aria-components";
import { searchableFacts } from "../../shared/search/complete.ts";
import { partsOf, type QueryPart, withoutPart } from "../../shared/search/parts.ts";
import { MenuButton, MenuItem } from "../look/menu.tsx";
import { searchFor, searchQuery } from "./search-state.ts";

/** The conditions of the query one by one: Enter edits one, Delete takes it away, and others are added from a menu. */
export function QueryChips({ inputRef }: { inputRef: RefObject<HTMLInputElement | null> }) {
  const query = searchQuery.use();
  const parts = useMemo(() => partsOf(query), [query]);
  const partOf = (key: unknown) => parts.find(({ place }) => place.start === Number(key));
  const edit = ({ place }: QueryPart) => {
    inputRef.current?.focus();
    inputRef.current?.setSelectionRange(place.start, place.end);
  };
  const add = (fact: string) => {
    const before = query === "" || /[\s(]$/.test(query) ? query : `${query} `;
    searchFor(`${before}${fact}:`);
    // The menu gives the focus back to its button first.
    setTimeout(() => inputRef.current?.focus(), 50);
  };
  return (
    <div className="query-chips">
      <TagGroup
        aria-label="Conditions"
        selectionMode="single"
        selectedKeys={[]}
        onSelectionChange={(keys) => {
          const part = partOf([...keys][0]);
          if (part) edit(part);
        }}
        onRemove={(keys) => {
          const part = partOf([...keys][0]);
          if (part) searchFor(withoutPart(query, part));
        }}
      >
        <TagList className="query-chip-list" items={parts} dependencies={[query]}>
          {(part) => <Chip part={part} />}
        </TagList>
      </TagGroup>
      <MenuButton label="Add a condition" icon={Plus}>
        {searchableFacts.map(({ name, detail }) => (
          <MenuItem
            key={name}
            id={name}
            label={`${name}:`}
            detail={detail}
            onAction={() => add(name)}
          />
        ))}
      </MenuButton>
    </div>
  );
}

function Chip({ part }: { part: QueryPart }) {
  const { text, place, isNegated, isAlternative } = part;
  const words = `${isAlternative ? "or " : ""}${isNegated ? "not " : ""}${text}`;
  return (
    <Tag
      id={`${place.start}`}
      textValue={words}
      className={isNegated ? "query-chip negated" : "query-chip"}
    >
      {isAlternative && <span className="faint">or</span>}
      {isNegated && <span className="faint">not</span>}
      <span className="truncate">{text}</span>
      <AriaButton slot="remove" aria-label="Take away" className="query-chip-remove">
        <X aria-hidden />
      </AriaButton>
    </Tag>
  );
}
