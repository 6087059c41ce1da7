import { Search } from "lucide-react";
import { type KeyboardEvent, type RefObject, useId, useState } from "react";
import { flushSync } from "react-dom";
import { type Completion, completed } from "../../shared/search/complete.ts";
import { parseQuery } from "../../shared/search/parse.ts";
import { KeyCap } from "../look/key-cap.tsx";
import { sentence, t } from "../messages.ts";
import { searchFor, searchQuery } from "./search-state.ts";
import { useCompletions } from "./use-completions.ts";

interface QueryBoxProps {
  inputRef: RefObject<HTMLInputElement | null>;
  /** Enter, or the arrow down where there is nothing to complete. */
  onGoToHits: () => void;
}

/** Where the query is written, with the names that the word being written may become. */
export function QueryBox({ inputRef, onGoToHits }: QueryBoxProps) {
  const query = searchQuery.use();
  const [caret, setCaret] = useState<number | null>(null);
  const [at, setAt] = useState(-1);
  const id = useId();
  const offers = useCompletions(query, caret);
  const { problems } = parseQuery(query);

  const follow = () => {
    setCaret(inputRef.current?.selectionStart ?? null);
    setAt(-1);
  };
  const take = (offer: Completion) => {
    const next = completed(query, offer);
    // At once, before another letter is typed.
    flushSync(() => searchFor(next.query));
    inputRef.current?.setSelectionRange(next.caret, next.caret);
    follow();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const done = pressed(event.key, {
      offers,
      at,
      setAt,
      take,
      close: () => setCaret(null),
      onGoToHits,
    });
    if (done) event.preventDefault();
  };
  const listed = offers[at];
  return (
    <div className="query">
      <div className="query-field">
        <Search aria-hidden />
        <input
          ref={inputRef}
          className="query-input"
          role="combobox"
          aria-label={t("Search all reports")}
          aria-expanded={offers.length > 0}
          aria-controls={`${id}-offers`}
          aria-autocomplete="list"
          aria-activedescendant={listed ? `${id}-${at}` : undefined}
          aria-describedby={`${id}-problems`}
          aria-invalid={problems.length > 0}
          placeholder={t("Words, “phrases”, label:marker, field:result=positive …")}
          spellCheck={false}
          autoComplete="off"
          value={query}
          onChange={({ target }) => {
            searchFor(target.value);
            setCaret(target.selectionStart);
            setAt(-1);
          }}
          onSelect={follow}
          onBlur={() => setCaret(null)}
          onKeyDown={onKeyDown}
        />
      </div>
      <div
        id={`${id}-offers`}
        role="listbox"
        aria-label={t("Completions")}
        className="query-offers"
        hidden={offers.length === 0}
      >
        {offers.map((offer, index) => (
          <Offer
            key={offer.text}
            id={`${id}-${index}`}
            offer={offer}
            isCurrent={index === at}
            onTake={() => take(offer)}
          />
        ))}
      </div>
      <p id={`${id}-problems`} className="query-problems small" role="status">
        {problems.map(({ sentence: english, place }) => (
          <span key={`${place.start} ${english}`}>
            {sentence(english)}{" "}
            <span className="faint">{t("(at character {place})", { place: place.start + 1 })}</span>
          </span>
        ))}
      </p>
    </div>
  );
}

interface OfferProps {
  id: string;
  offer: Completion;
  isCurrent: boolean;
  onTake: () => void;
}

function Offer({ id, offer, isCurrent, onTake }: OfferProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the focus and takes the keys
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isCurrent}
      className="query-offer"
      onMouseDown={(event) => event.preventDefault()}
      onClick={onTake}
    >
      <span className="grow truncate">{offer.text}</span>
      <span className="faint small truncate">{offer.detail && t(offer.detail)}</span>
      {isCurrent && <KeyCap keys="Enter" />}
    </div>
  );
}

interface Pressing {
  offers: readonly Completion[];
  at: number;
  setAt: (at: number) => void;
  take: (offer: Completion) => void;
  close: () => void;
  onGoToHits: () => void;
}

/** Does what a key means in the field; answers whether it meant anything but typing. */
function pressed(key: string, { offers, at, setAt, take, close, onGoToHits }: Pressing): boolean {
  const isOpen = offers.length > 0;
  const listed = offers[at];
  if (key === "ArrowDown" && isOpen) setAt(Math.min(offers.length - 1, at + 1));
  else if (key === "ArrowUp" && isOpen) setAt(Math.max(-1, at - 1));
  else if (key === "Enter" && listed) take(listed);
  else if (key === "Tab" && offers[0] && isOpen) take(listed ?? offers[0]);
  else if (key === "Escape" && isOpen) close();
  else if (key === "Enter" || key === "ArrowDown") onGoToHits();
  else return false;
  return true;
}
