import { Plus, X } from "lucide-react";
import { type RefObject, useMemo } from "react";
import { Button as AriaButton, Tag, TagGroup, TagList } from "react-aria-components";
import { searchableFacts } from "../../shared/search/complete.ts";
import { partsOf, type QueryPart, withoutPart } from "../../shared/search/parts.ts";
import { MenuButton, MenuItem } from "../look/menu.tsx";
import { t } from "../messages.ts";
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
        aria-label={t("Conditions")}
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
      <MenuButton label={t("Add a condition")} icon={Plus}>
        {searchableFacts.map(({ name, detail }) => (
          <MenuItem
            key={name}
            id={name}
            label={`${name}:`}
            detail={t(detail)}
            onAction={() => add(name)}
          />
        ))}
      </MenuButton>
    </div>
  );
}

function Chip({ part }: { part: QueryPart }) {
  const { text, place, isNegated, isAlternative } = part;
  const signs = [isAlternative ? t("or") : "", isNegated ? t("not") : ""].filter(Boolean);
  return (
    <Tag
      id={`${place.start}`}
      textValue={[...signs, text].join(" ")}
      className={isNegated ? "query-chip negated" : "query-chip"}
    >
      {signs.map((sign) => (
        <span key={sign} className="faint">
          {sign}
        </span>
      ))}
      <span className="truncate">{text}</span>
      <AriaButton slot="remove" aria-label={t("Take away")} className="query-chip-remove">
        <X aria-hidden />
      </AriaButton>
    </Tag>
  );
}
