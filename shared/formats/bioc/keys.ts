/** The infon that says of a document, an annotation or a relation whose it is. */
export const annotatorKey = "annotator";

/** Infons of relations that are no attributes of theirs. */
const ownKeys: ReadonlySet<string> = new Set([
  ...["type", "note", "entity1", "entity2", annotatorKey],
]);
export const isTaken = (key: string) => ownKeys.has(key);

/** The roles that we write; the ends of relations, a group's members and an event's trigger have them. */
export const roles = {
  from: "source",
  to: "target",
  member: "member",
  trigger: "trigger",
} as const;
const ownRoles: ReadonlySet<string> = new Set(Object.values(roles));
export const isOwnRole = (role: string) => ownRoles.has(role.toLowerCase());

/** Attributes that hold the roles of a relation's ends where they say more than its direction. */
export const roleKeys = { from: "from role", to: "to role", trigger: "trigger role" } as const;

/** Keys under which collections have the label of annotations, the usual one first. */
export const labelKeys = ["type", "class", "entity", "annotation type", "Type"] as const;

/** Keys under which collections have the label of relations. */
export const relationLabelKeys = ["type", "relation", "relation type"] as const;

/** What brat2BioC says of the relations that it makes of brat's attributes, codes and notes. */
export const bratKeys = {
  attribute: "attribute type",
  code: "normalization type",
  note: "note type",
} as const;
