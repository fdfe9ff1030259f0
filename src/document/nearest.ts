import { CREATE_SERVICE } from './schema.ts';
import type { Shape, StructureShape } from './shape.ts';
import { itemPath, listed, memberPath } from './show.ts';

/**
 * What to say of a member that its structure does not have: its right spelling, the place it
 * belongs to, the nearest name, or else all names there are.
 */
export function adviceFor(wrong: string, { members }: StructureShape): string {
  const known = Object.keys(members);
  const meant = known.find((name) => plain(name) === plain(wrong));
  if (meant !== undefined) return `Write ${meant}.`;
  const places = membersOf(CREATE_SERVICE)
    .filter((path) => plain(path.slice(path.lastIndexOf('.') + 1)) === plain(wrong))
    .slice(0, 3);
  if (places.length > 0) return `The model has it as ${listed(places, 'or')}.`;
  const nearest = nearestOf(wrong, known);
  if (nearest !== undefined) return `Is ${nearest} meant?`;
  return `Allowed: ${known.join(', ')}.`;
}

/**
 * The name that is least edits away, where that is no more than a third of its letters, or one
 * that holds the wrong one: Image for ImageIdentifier.
 */
export function nearestOf(wrong: string, known: readonly string[]): string | undefined {
  const [nearest] = known
    .map((name) => ({ name, edits: editsBetween(plain(wrong), plain(name)) }))
    .filter(({ name, edits }) => edits <= Math.max(1, Math.floor(name.length / 3)))
    .sort((a, b) => a.edits - b.edits);
  const longer =
    plain(wrong).length < 4 ? undefined : known.find((name) => plain(name).includes(plain(wrong)));
  return nearest?.name ?? longer;
}

/** The path of every member below a shape, those of structures too; a list's item is `[0]`. */
export function membersOf(shape: Shape, path = ''): string[] {
  if (shape.type === 'list') return membersOf(shape.item, itemPath(path, 0));
  if (shape.type !== 'structure') return [];
  return Object.entries(shape.members).flatMap(([name, member]) => [
    memberPath(path, name),
    ...membersOf(member, memberPath(path, name)),
  ]);
}

/** A name as all ways to write it share it: serviceName, service_name, service-name. */
function plain(name: string): string {
  return name.replaceAll(/[\s_-]/g, '').toLowerCase();
}

/**
 * Levenshtein's distance with swapped neighbours as one edit: letters to add, remove, replace or
 * swap. No name of the model is as long as 100.
 */
function editsBetween(from: string, to: string): number {
  if (from.length > 100) return Infinity;
  let before: number[] = [];
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 0; i < from.length; i += 1) {
    const next = [i + 1];
    for (let j = 0; j < to.length; j += 1) {
      const same = from[i] === to[j];
      const swapped = i > 0 && j > 0 && from[i] === to[j - 1] && from[i - 1] === to[j];
      next.push(
        Math.min(
          (next[j] ?? 0) + 1,
          (row[j + 1] ?? 0) + 1,
          (row[j] ?? 0) + (same ? 0 : 1),
          swapped ? (before[j - 1] ?? 0) + 1 : Infinity,
        ),
      );
    }
    before = row;
    row = next;
  }
  return row.at(-1) ?? 0;
}
