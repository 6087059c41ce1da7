import {
  type CSSProperties,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import type { LabelDefinition } from "../../../shared/model/scheme.ts";
import type { EditorHandle } from "../../editor/editor-handle.ts";
import { inNumber } from "../../messages.ts";
import type { ReportState } from "../../state/report-state.ts";
import { useReport, useSession } from "../session.ts";
import { showsAllRelations } from "./relating.ts";
import {
  type Bracket,
  layBrackets,
  relationsInView,
  relationsOfSpan,
  type ShownRelation,
} from "./relation-lines.ts";
import "./relations.css";

/** Relations as brackets in the margin beside the text; costs nothing where there are none. */
export function RelationMargin() {
  const hasRelations = useReport((state) => state.relations.size > 0);
  return hasRelations ? <Brackets /> : null;
}

interface Drawn {
  brackets: readonly Bracket[];
  /** How many are in view and not drawn. */
  left: number;
  /** Where the text's column ends, in pixels. */
  edge: number;
  /** How wide a lane is. */
  lane: number;
}

const nothing: Drawn = { brackets: [], left: 0, edge: 0, lane: 0 };

function Brackets() {
  const { store, editor, scheme } = useSession();
  const all = showsAllRelations.use();
  const active = useReport((state) => state.active);
  const relations = useReport((state) => state.relations);
  const place = useRef<SVGSVGElement>(null);
  const [drawn, setDrawn] = useState(nothing);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another active span and other relations are drawn anew
  const draw = useCallback(() => {
    const next = place.current && editor.current;
    setDrawn(next ? measure(place.current, editor.current, store.state(), all) : nothing);
  }, [store, editor, all, active, relations]);
  useLayoutEffect(draw, [draw]);
  useEffect(() => onNextFrame(draw), [draw]);

  const { brackets, left, edge, lane } = drawn;
  return (
    <svg ref={place} className="relation-margin" aria-hidden>
      {brackets.map((bracket) => (
        <BracketLine
          key={bracket.id}
          bracket={bracket}
          edge={edge}
          laneWidth={lane}
          colour={scheme.labels.find(({ name }) => name === bracket.label)?.colour ?? "slate"}
        />
      ))}
      {left > 0 && (
        <text x={edge + gap} y={14} className="relation-name">
          +{inNumber(left)}
        </text>
      )}
    </svg>
  );
}

/** Draws again, at most once a frame, while the text scrolls or gets another size. */
function onNextFrame(draw: () => void): () => void {
  let frame = 0;
  const wait = () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(draw);
  };
  addEventListener("scroll", wait, { capture: true, passive: true });
  addEventListener("resize", wait);
  return () => {
    cancelAnimationFrame(frame);
    removeEventListener("scroll", wait, { capture: true });
    removeEventListener("resize", wait);
  };
}

function measure(
  place: SVGSVGElement | null,
  editor: EditorHandle | null,
  state: ReportState,
  all: boolean,
): Drawn {
  const view = place?.parentElement?.getBoundingClientRect();
  const column = place?.parentElement?.querySelector(".report-text");
  if (!editor || !view || !column) return nothing;
  const own = relationsOfSpan(state, state.active);
  const inView = own.length > 0 || all ? editor.inView() : null;
  if (!inView) return nothing;
  const others = all ? relationsInView(state, inView) : { relations: [], left: 0 };
  const known = new Set(own.map(({ relation }) => relation));
  const shown = [...own, ...others.relations.filter(({ relation }) => !known.has(relation))];
  const heightOf = (offset: number) => heightAt(editor, view, inView.start, offset);
  const padding = Number.parseFloat(getComputedStyle(column).paddingRight);
  const edge = column.getBoundingClientRect().right - padding - view.left;
  const wanted = shown.map((one) => bracketOf(one, heightOf));
  const { brackets, lane } = fitted(wanted, { height: view.height, width: view.width - edge });
  return { brackets, left: others.left + wanted.length - brackets.length, edge, lane };
}

const gap = 8;
const room = gap + 7;
const named = 12;
const nameless = 5;

/** With their names where the margin is wide enough, else as lines alone; the inspector names those of the active span. */
function fitted(
  all: readonly Omit<Bracket, "lane" | "nameAt">[],
  { height, width }: { height: number; width: number },
): { brackets: Bracket[]; lane: number } {
  const fits = (lane: number) => (bracket: Bracket) => room + (bracket.lane + 1) * lane <= width;
  const withNames = layBrackets(all, { height, hasNames: true });
  if (withNames.every(fits(named))) return { brackets: withNames, lane: named };
  const lines = layBrackets(all, { height, hasNames: false });
  return { brackets: lines.filter(fits(nameless)), lane: nameless };
}

interface Height {
  y: number;
  isSeen: boolean;
}

function heightAt(editor: EditorHandle, view: DOMRect, top: number, offset: number): Height {
  const box = editor.box({ start: offset, end: offset + 1 });
  if (box) return { y: (box.top + box.bottom) / 2 - view.top, isSeen: true };
  return { y: offset < top ? 4 : view.height - 4, isSeen: false };
}

function bracketOf(
  { relation, from, to, label }: ShownRelation,
  heightOf: (offset: number) => Height,
): Omit<Bracket, "lane" | "nameAt"> {
  const [start, end] = [heightOf(from), heightOf(to)];
  // On one line, the two ends stand apart.
  const apart = Math.abs(start.y - end.y) < 6 ? 3 : 0;
  const sign = from <= to ? 1 : -1;
  return {
    id: relation.id,
    name: relation.label,
    label,
    from: start.y - apart * sign,
    to: end.y + apart * sign,
    isFromSeen: start.isSeen,
    isToSeen: end.isSeen,
  };
}

interface BracketLineProps {
  bracket: Bracket;
  edge: number;
  laneWidth: number;
  colour: LabelDefinition["colour"];
}

function BracketLine({ bracket, edge, laneWidth, colour }: BracketLineProps) {
  const { from, to, isFromSeen, isToSeen, lane, name, nameAt } = bracket;
  const near = edge + gap;
  const far = edge + room + lane * laneWidth;
  const begin = isFromSeen ? `M${near} ${from}H${far}` : `M${far} ${from}`;
  const end = isToSeen ? `H${near + 1}` : "";
  // A custom property, which React's types do not know.
  const style = { "--colour": `var(--label-${colour})` } as CSSProperties;
  return (
    <g style={style}>
      <path className="relation-line" d={`${begin}V${to}${end}`} />
      {isToSeen && <path className="relation-arrow" d={`M${near - 2} ${to}l5 -3v6z`} />}
      {laneWidth === named && (
        <text
          className="relation-name"
          textAnchor="middle"
          transform={`translate(${far + 4} ${nameAt}) rotate(90)`}
        >
          {name}
        </text>
      )}
    </g>
  );
}
