import type { OutlineRow } from "./outline.ts";

/** Rows that a person has folded or unfolded against what they would be. */
export type Toggled = ReadonlySet<string>;

export interface VisibleRow {
  readonly row: OutlineRow;
  /** Undefined: nothing is under it. */
  readonly open: boolean | undefined;
  /** Its place among its brothers, from 1, and how many they are. */
  readonly place: number;
  readonly of: number;
}

/** The rows that are not folded away. What is active is never: the rows it lies under are open. */
export function visibleRows(
  rows: readonly OutlineRow[],
  toggled: Toggled,
  active: string | undefined,
): readonly VisibleRow[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const forced = new Set<string>();
  for (let row = byId.get(active ?? ""); row?.parent !== undefined; row = byId.get(row.parent)) forced.add(row.parent);
  const children = byParent(rows);
  const seen = new Set<string | undefined>([undefined]);
  const counted = new Map<string | undefined, number>();
  return rows.flatMap((row): VisibleRow[] => {
    if (!seen.has(row.parent)) return [];
    const under = children.get(row.id);
    const open = under && (forced.has(row.id) || toggled.has(row.id) !== isOpenAtFirst(under));
    if (open === true) seen.add(row.id);
    const place = (counted.get(row.parent) ?? 0) + 1;
    counted.set(row.parent, place);
    return [{ row, open, place, of: children.get(row.parent)?.length ?? place }];
  });
}

function byParent(rows: readonly OutlineRow[]): ReadonlyMap<string | undefined, readonly OutlineRow[]> {
  const children = new Map<string | undefined, OutlineRow[]>();
  for (const row of rows) {
    const known = children.get(row.parent);
    if (known === undefined) children.set(row.parent, [row]);
    else known.push(row);
  }
  return children;
}

/** A step that only goes on to the next one is a line of its own; others show where they branch. */
function isOpenAtFirst(children: readonly OutlineRow[]): boolean {
  return children.length > 1 || children.some((row) => row.kind === "step" || row.place !== "after");
}

/** What an arrow key, Home or End does in a tree (ARIA authoring practices): another row becomes active, or this one folds. */
export type TreeMove = { readonly to: string } | { readonly toggle: string } | undefined;

export function moveByKey(rows: readonly VisibleRow[], active: string | undefined, key: string): TreeMove {
  const at = rows.findIndex(({ row }) => row.id === active);
  const now = rows[at];
  const to = (found: VisibleRow | undefined): TreeMove => found && { to: found.row.id };
  switch (key) {
    case "ArrowDown":
      return to(rows[at + 1]);
    case "ArrowUp":
      return to(at < 0 ? rows.at(-1) : rows[at - 1]);
    case "Home":
      return to(rows[0]);
    case "End":
      return to(rows.at(-1));
    case "ArrowRight":
      if (now?.open === false) return { toggle: now.row.id };
      return now?.open === true ? to(rows[at + 1]) : undefined;
    case "ArrowLeft":
      if (now?.open === true) return { toggle: now.row.id };
      return now?.row.parent === undefined ? undefined : { to: now.row.parent };
    default:
      return undefined;
  }
}

/** The next row that begins with what was typed, going round; the active one too while more letters are added. */
export function findByLetters(
  rows: readonly VisibleRow[],
  active: string | undefined,
  typed: string,
): string | undefined {
  const begin = typed.toLowerCase();
  const at = rows.findIndex(({ row }) => row.id === active);
  const from = begin.length > 1 ? Math.max(at, 0) : at + 1;
  const round = [...rows.slice(from), ...rows.slice(0, from)];
  return round.find(({ row }) => nameOf(row).toLowerCase().startsWith(begin))?.row.id;
}

function nameOf(row: OutlineRow): string {
  if (row.kind === "way") return row.port.title;
  return row.step.label === "" ? row.step.id : row.step.label;
}
