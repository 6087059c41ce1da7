import { acceleratorOf, type KeyPress, matchesKey, type Platform } from "./keys.ts";

/** The menu bar, in its order; the application menu of a Mac and the window menu are the host's. */
export const menus = [
  "File",
  "Edit",
  "View",
  "Go",
  "Report",
  "Move",
  "Annotate",
  "Review",
  "Help",
] as const;
export type Menu = (typeof menus)[number];

/** `keys` may be several; the first is the one to show. */
export interface Command {
  title: string;
  menu: Menu;
  keys: Record<Platform, readonly string[]>;
}

const command = (menu: Menu, title: string, ...keys: string[]): Command => ({
  title,
  menu,
  keys: { mac: keys, other: keys },
});

/** Motions of the caret; with Shift they extend the selection. A Mac's arrows mean other things with other keys. */
const motion = (title: string, other: string, mac: string): Command => ({
  title,
  menu: "Move",
  keys: { mac: [mac], other: [other] },
});

/** Every command there is. Menus, tooltips and the list of keys read it; nothing else names a key. */
export const commands = {
  "project.new": command("File", "New Project…", "Mod+N"),
  "project.open": command("File", "Open Project…", "Mod+O"),
  "import.files": command("File", "Import Files…", "Mod+I"),
  "import.folder": command("File", "Import Folder…", "Alt+Shift+F"),
  "import.scans": command("File", "Read Scanned Pages", "Mod+Shift+O"),
  export: command("File", "Export…", "Mod+E"),
  "release.new": command("File", "New Release…", "Mod+Shift+E"),
  "release.open": command("File", "Open a Release’s Folder…", "Alt+Shift+O"),
  "release.compare": command("File", "Compare Releases…", "Alt+Shift+C"),
  "package.handOut": command("File", "Hand Out Reports…", "Alt+Shift+H"),
  "package.sendBack": command("File", "Send My Work Back…", "Alt+Shift+B"),
  "package.merge": command("File", "Merge Packages…", "Alt+Shift+M"),
  "package.open": command("File", "Open a Package…", "Alt+Shift+P"),
  "package.feedback": command("File", "Send Feedback…", "Alt+Shift+Y"),
  "package.conflicts": command("File", "Settle Conflicts…", "Alt+Shift+K"),

  undo: command("Edit", "Undo", "Mod+Z"),
  redo: {
    title: "Redo",
    menu: "Edit",
    keys: { mac: ["Mod+Shift+Z"], other: ["Mod+Y", "Mod+Shift+Z"] },
  },
  find: command("Edit", "Find", "Mod+F"),
  palette: command("Edit", "Go to or Do Anything…", "Mod+K"),

  "view.outline": command("View", "Outline", "F7"),
  "view.panel": command("View", "Side Panel", "F8"),
  "entity.table": command("View", "Table of Entities", "Shift+F9"),
  "view.source": command("View", "Original Beside the Text", "F9"),
  "view.history": command("View", "History of the Report", "Mod+Shift+H"),
  "view.tags": command("View", "Labels over the Text", "Alt+L"),
  "view.relations": command("View", "All Relations in View", "Shift+F7"),
  "view.times": command("View", "Active Time in the Library", "Shift+F4"),
  "view.theme": command("View", "Light or Dark", "Alt+Shift+L"),

  "go.library": command("Go", "Library", "Mod+1"),
  "go.search": command("Go", "Search All Reports", "Mod+Shift+F"),
  "go.annotate": command("Go", "Annotate", "Mod+2"),
  "go.review": command("Go", "Review", "Mod+3"),
  "go.datasets": command("Go", "Datasets", "Mod+4"),
  "go.scheme": command("Go", "Scheme", "Mod+5"),
  "go.deidentify": command("Go", "De-identification", "Mod+6"),

  "report.previous": command("Report", "Previous Report", "Alt+PageUp"),
  "report.next": command("Report", "Next Report", "Alt+PageDown"),
  "report.finish": command("Report", "Finish and Go On", "Mod+Enter"),
  "report.finishSkipping": command("Report", "Skip the Rest and Finish", "Mod+Shift+Enter"),
  "report.reopen": command("Report", "Reopen", "Alt+Shift+Enter"),
  "report.labels": command("Report", "Labels and Note of the Report", "Shift+F8"),
  "report.unsure": command("Report", "Unsure of the Report", "Mod+Shift+U"),
  "report.correct": command("Report", "Correct Text…", "F4"),
  "section.read": command("Report", "Section Read", "F6"),
  "section.skip": command("Report", "Skip Section", "Shift+F6"),
  "identifier.scan": command("Report", "Look for Identifiers", "Alt+S"),
  "identifier.next": command("Report", "Next Identifier That Waits", "F3"),
  "identifier.accept": command("Report", "Accept the Identifier", "Alt+A"),
  "identifier.refuse": command("Report", "Refuse the Identifier", "Alt+R"),
  "identifier.acceptAlike": command("Report", "Accept the Same Words Everywhere", "Alt+Shift+A"),
  "identifier.refuseAlike": command("Report", "Refuse the Same Words Everywhere", "Alt+Shift+R"),
  "identifier.add": command("Report", "Add an Identifier", "Alt+I"),
  "identifier.nextReport": command("Report", "Next Report with Identifiers That Wait", "Shift+F3"),

  "move.previousWord": motion("Previous Word", "Mod+ArrowLeft", "Alt+ArrowLeft"),
  "move.nextWord": motion("Next Word", "Mod+ArrowRight", "Alt+ArrowRight"),
  "move.previousSentence": motion("Previous Sentence", "Alt+ArrowLeft", "Mod+Alt+ArrowLeft"),
  "move.nextSentence": motion("Next Sentence", "Alt+ArrowRight", "Mod+Alt+ArrowRight"),
  "move.previousParagraph": motion("Previous Paragraph", "Mod+ArrowUp", "Alt+ArrowUp"),
  "move.nextParagraph": motion("Next Paragraph", "Mod+ArrowDown", "Alt+ArrowDown"),
  "move.previousSection": motion("Previous Section", "Alt+ArrowUp", "Mod+Alt+ArrowUp"),
  "move.nextSection": motion("Next Section", "Alt+ArrowDown", "Mod+Alt+ArrowDown"),
  "move.nextUnread": motion("Next Unread", "Mod+G", "Mod+G"),
  "text.previousPhrase": command("Move", "Select the Previous Phrase", '"'),
  "text.nextPhrase": command("Move", "Select the Next Phrase", "'"),
  "text.snap": command("Move", "Select Whole Words", "_"),

  "span.label": command("Annotate", "Choose a Label…", "Space"),
  "label.guideline": command("Annotate", "Guideline of the Label", "F1"),
  "span.again": command("Annotate", "Mark with the Last Label", ";"),
  "span.repeat": command("Annotate", "Repeat", "."),
  "span.markAll": command("Annotate", "Mark the Same Words…", "*"),
  "span.previous": command("Annotate", "Previous Span", "["),
  "span.next": command("Annotate", "Next Span", "]"),
  "span.edit": command("Annotate", "Edit Span", "Enter", "F2"),
  "span.remove": command("Annotate", "Remove Span", "Backspace", "Delete"),
  "span.move": command("Annotate", "Move Span to the Selection", "="),
  "span.under": command("Annotate", "Span under This One", "#"),
  "span.fragment": command("Annotate", "Add a Fragment", "&"),
  "span.takeOut": command("Annotate", "Take the Fragment Out", "Shift+Backspace"),
  "span.edge": command("Annotate", "Go to the Other Edge", "%"),
  "span.edgeBack": command("Annotate", "Move the Edge Back", "<"),
  "span.edgeOn": command("Annotate", "Move the Edge On", ">"),
  "span.edgeBackCharacter": command("Annotate", "Move the Edge Back by a Character", "("),
  "span.edgeOnCharacter": command("Annotate", "Move the Edge On by a Character", ")"),
  "span.split": command("Annotate", "Split the Span Here", "|"),
  "span.join": command("Annotate", "Join Spans", "Mod+J"),
  "span.unsure": command("Annotate", "Unsure", "Mod+U"),
  "span.note": command("Annotate", "Note on the Span", "Shift+F2"),
  "relation.draw": command("Annotate", "Relation from Here to Another Span", ":"),
  "span.nextFlagged": command("Annotate", "Next Span to Look At", ","),
  "span.looked": command("Annotate", "Correction Looked At", "!"),
  "entity.new": command("Annotate", "Link to a New Entity", "0"),
  "entity.list": command("Annotate", "Take a List In…", "$"),
  "entity.positive": command("Annotate", "Result Positive", "+"),
  "entity.negative": command("Annotate", "Result Negative", "-"),
  "text.focus": command("Annotate", "Back to the Text", "Escape"),

  "difference.next": command("Review", "Next Difference", "j"),
  "difference.previous": command("Review", "Previous Difference", "k"),
  "difference.nextOpen": command("Review", "Next Open Difference", "n"),
  "difference.union": command("Review", "Take the Union", "u"),
  "difference.intersection": command("Review", "Take the Intersection", "i"),
  "difference.none": command("Review", "Take None", "x"),
  "difference.edit": command("Review", "Edit the Version", "e"),
  "difference.later": command("Review", "Later", "s"),
  "difference.reason": command("Review", "Reason and Note…", "r"),
  "difference.alike": command("Review", "Decide the Others Like This…", "d"),
  "difference.withdraw": command("Review", "Take the Decision Back", "w"),
  "review.acceptAgreed": command("Review", "Accept What Is Agreed…", "a"),
  "review.filter": command("Review", "Open, All or Agreed Differences", "f"),
  "review.names": command("Review", "Names of the Annotators", "h"),
  "review.list": command("Review", "List of All Differences", "l"),
  "review.mine": command("Review", "Changes to My Work", "c"),
  "review.questions": command("Review", "Guideline Questions", "q"),
  "feedback.agree": command("Review", "Agree to the Change", "y"),
  "question.ask": command("Review", "Ask What the Guideline Should Say…", "o"),
  "agreement.measure": command("Review", "Measure Agreement", "m"),
  "agreement.plots": command("Review", "Figures or Plots of Agreement", "p"),
  "agreement.report": command("Review", "Write a Report of Agreement…", "g"),

  "help.keys": command("Help", "Keys", "?", "Mod+/"),
} as const satisfies Record<string, Command>;

export type CommandId = keyof typeof commands;

/** Commands of the Review screen, where no label is marked with: they alone may have letters. */
export const isOfReview = (id: CommandId): boolean => commands[id].menu === "Review";

/** The keys that accept the first, second ... suggested entity, or take that version of a difference. */
export const suggestionKeys: readonly string[] = ["1", "2", "3", "4", "5", "6", "7", "8", "9"];

/** Plain keys that commands need, so that no label may have them. Letters all belong to the scheme where spans are marked. */
export const reservedKeys: readonly string[] = [
  ...["[", "]", "?", "/", ".", ",", "=", " ", "+", "-", "0"],
  ...["'", '"', "_", ";", "*", "!"],
  ...["#", "&", "%", "<", ">", "(", ")", "|", ":", "$"],
  ...suggestionKeys,
];

// The table's own keys are its type; Object.keys only loses that.
export const commandIds = Object.keys(commands) as CommandId[];

/** The keys that a person gave to commands, all that each has; the others have those of the table. */
export type ChosenKeys = Readonly<Partial<Record<CommandId, readonly string[]>>>;

/** All keys of a command; the first is the one to show. */
export function keysOf(
  id: CommandId,
  platform: Platform,
  chosen: ChosenKeys = {},
): readonly string[] {
  return chosen[id] ?? commands[id].keys[platform];
}

/** The command that a key press asks for, among those that can be carried out here; null for none. */
export function commandFor<Id extends CommandId>(
  press: KeyPress,
  platform: Platform,
  among: readonly Id[],
  chosen: ChosenKeys = {},
): Id | null {
  const isAskedFor = (id: Id) =>
    keysOf(id, platform, chosen).some((key) => matchesKey(press, key, platform));
  return among.find(isAskedFor) ?? null;
}

/** Whether it moves the text's caret, and with Shift extends what is selected. */
export const isMotion = (id: CommandId): boolean => id.startsWith("move.");

/** The key to show for a command, empty where it has none. */
export function keyOf(id: CommandId, platform: Platform, chosen: ChosenKeys = {}): string {
  return keysOf(id, platform, chosen)[0] ?? "";
}

/** What Electron's menu shows and listens to: the command's first key with a modifier, or null. */
export function menuAccelerator(
  id: CommandId,
  platform: Platform,
  chosen: ChosenKeys = {},
): string | null {
  // In every other field the same keys move that field's caret.
  if (isMotion(id)) return null;
  const accelerators = keysOf(id, platform, chosen).map(acceleratorOf);
  return accelerators.find((key) => key !== null) ?? null;
}
