import { type BrowserContext, expect, type Locator, type Page } from "@playwright/test";

/* A test that has put the mouse away does by keys what its steps say: where one clicks, Tab and the arrows lead there. */

export type Hand = "mouse" | "keys";

// A worker runs one test after the other.
let hand: Hand = "mouse";

export const isByKeys = (): boolean => hand === "keys";

/** From here on, in every page that this context opens, the test works with this hand. */
export async function takeHand(chosen: Hand, context: BrowserContext, page: Page): Promise<void> {
  hand = chosen;
  teach(page);
  if (chosen === "keys") await watchMouse(context);
}

const mouseUses = new WeakMap<BrowserContext, string[]>();

/** What the mouse did in a test that goes by keys alone. */
export const mouseUsesIn = (context: BrowserContext): readonly string[] =>
  mouseUses.get(context) ?? [];

async function watchMouse(context: BrowserContext): Promise<void> {
  const uses: string[] = [];
  mouseUses.set(context, uses);
  await context.exposeBinding("mouseWasUsed", (_, use: string) => void uses.push(use));
  const watch = () => {
    const tell: unknown = Reflect.get(window, "mouseWasUsed");
    for (const type of ["pointerdown", "mousedown", "wheel", "dragenter", "touchstart"])
      addEventListener(
        type,
        ({ isTrusted, target }) => {
          if (!isTrusted || typeof tell !== "function") return;
          tell(`${type} on ${target instanceof Element ? target.outerHTML.slice(0, 80) : "?"}`);
        },
        { capture: true, passive: true },
      );
  };
  await context.addInitScript(watch);
  for (const page of context.pages()) await page.evaluate(watch);
}

const keyHand = {
  click: choose,
  dblclick: open,
  fill: write,
  focus: reach,
  hover: reach,
  press,
  selectOption: pick,
};

const mouseActions = ["click", "dblclick", "down", "move", "up", "wheel"];

const taught = new WeakSet<object>();

/** What a step says is done by the hand that the test has. */
function teach(page: Page): void {
  const locators = Object.getPrototypeOf(page.locator("html"));
  if (taught.has(locators)) return;
  taught.add(locators);
  for (const [name, byKeys] of Object.entries(keyHand)) {
    const before = Reflect.get(locators, name);
    Reflect.set(locators, name, function (this: Locator, ...given: unknown[]) {
      return hand === "keys"
        ? Reflect.apply(byKeys, null, [this, ...given])
        : Reflect.apply(before, this, given);
    });
  }
  const mice = Object.getPrototypeOf(page.mouse);
  for (const name of mouseActions) {
    const before = Reflect.get(mice, name);
    Reflect.set(mice, name, function (this: unknown, ...given: unknown[]) {
      if (hand === "keys")
        throw new Error(`This test goes by keys alone; mouse.${name}() is none.`);
      return Reflect.apply(before, this, given);
    });
  }
}

/** Goes to a thing and does what a click on it does; with Control, what chooses one more. */
async function choose(target: Locator, options?: Parameters<Locator["click"]>[0]): Promise<void> {
  await expect(target).toBeEnabled();
  const key = await reach(target);
  const isOneMore = (options?.modifiers ?? []).length > 0;
  if (isOneMore || key !== null) await target.page().keyboard.press(isOneMore ? "Space" : `${key}`);
}

async function open(target: Locator): Promise<void> {
  await reach(target);
  await target.page().keyboard.press("Enter");
}

async function press(target: Locator, key: string): Promise<void> {
  await reach(target);
  await target.page().keyboard.press(key);
}

async function write(target: Locator, text: string): Promise<void> {
  await reach(target);
  const { keyboard } = target.page();
  await keyboard.press("ControlOrMeta+a");
  if (text === "") await keyboard.press("Delete");
  // Typing a whole report letter by letter would show nothing more; it is pasted.
  else if (text.length > 200) await keyboard.insertText(text);
  else await keyboard.type(text);
}

/** In a list of the system's own, letters choose. */
async function pick(target: Locator, name: string): Promise<void> {
  await reach(target);
  await target.page().keyboard.type(name);
}

const mostPresses = 300;

/**
 * Goes to a thing by Tab, and by the arrows where it is one of several. Answers the key that does
 * what a click does; null where being there is all. @throws Error when no key leads there.
 */
export async function reach(target: Locator): Promise<string | null> {
  const { keyboard } = target.page();
  let before = { at: "", go: "" };
  // A field on the way may open its list, which hides the goal from who asks for it by its role.
  let goal = await handleOf(target);
  for (let times = 0; times < mostPresses; times++) {
    const { isGone, at, go, does } = await goal.evaluate(look);
    if (isGone) goal = await handleOf(target);
    if (isGone) continue;
    if (go === null) return does;
    // Where the arrows do nothing, things stand side by side for Tab.
    const isStuck = go.startsWith("Arrow") && before.at === at && before.go === go;
    await keyboard.press(isStuck ? "Tab" : go);
    before = isStuck ? { at: "", go: "" } : { at, go };
  }
  throw new Error(`No key leads to ${target}.`);
}

async function handleOf(target: Locator) {
  const handle = await target.elementHandle();
  if (!handle) throw new Error(`There is no ${target}.`);
  return handle;
}

interface Look {
  /** What was to be gone to was drawn anew. */
  isGone: boolean;
  /** Tells one place of the keyboard from another. */
  at: string;
  /** The key that leads nearer; null for there. */
  go: string | null;
  /** The key that does what a click would. */
  does: string | null;
}

/** Runs in the page, so it has all it needs within itself. */
function look(found: Element): Look {
  const reachable =
    "a, button, input, select, textarea, summary, [role=option], [role=row], [role=menuitem], [role=radio], [role=tab], [role=textbox], [tabindex='0']";
  const groups =
    "[role=listbox], [role=grid], [role=menu], [role=tablist], [role=radiogroup], [role=toolbar]";
  const goal = found.closest(reachable) ?? found;
  const active = document.activeElement ?? document.body;
  const pointed = document.getElementById(active.getAttribute("aria-activedescendant") ?? "");
  const isAfter = (one: Element, other: Element) =>
    (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  const group = goal.parentElement?.closest(groups) ?? null;
  const isThere = active === goal || pointed === goal;
  const isInside = (one: Element) =>
    one.contains(active) || active.getAttribute("aria-controls") === one.id;

  const byTab = (stop: Element) =>
    active === document.body || isAfter(active, stop) ? "Tab" : "Shift+Tab";
  const byArrow = (group: Element) => {
    const from = pointed ?? active;
    const isOn = from === group || isAfter(from, goal);
    if (group.matches("[role=listbox], [role=grid], [role=menu]"))
      return isOn ? "ArrowDown" : "ArrowUp";
    return isOn ? "ArrowRight" : "ArrowLeft";
  };
  const nextKey = () => (group && isInside(group) ? byArrow(group) : byTab(group ?? goal));
  const doing = () => {
    if (goal.matches("[type=checkbox], [type=radio], [role=radio], [role=checkbox]"))
      return "Space";
    if (goal.matches("input, textarea, select, [role=textbox], [role=tab]")) return null;
    // The list has the focus, and to go to one of its rows is to choose it.
    if (pointed === goal && active === group) return null;
    // Enter would take hold of it where it can be dragged.
    return active === goal && goal.matches("[role=option]") ? "Space" : "Enter";
  };
  const at = `${active.outerHTML.slice(0, 200)} ${active.textContent?.slice(0, 40)} ${pointed?.id}`;
  return { isGone: !found.isConnected, at, go: isThere ? null : nextKey(), does: doing() };
}
