import { hash as digest } from 'node:crypto';

/**
 * Merkle trees over SHA-256 leaf hashes, of any number of leaves from 1 on.
 *
 * @source RFC 6962, sections 2.1 and 2.1.1; RFC 9162, section 2.1.3.2 for what is verified
 */

/** The tree's root. @param leaves leaf hashes of 32 bytes, at least one */
export const rootOf = (leaves: readonly Buffer[]): Buffer => rootIn(levelsOf(leaves));

/** The root of a tree that is grown. */
export function rootIn(levels: Levels): Buffer {
  const [root] = levels.at(-1) ?? [];
  if (!root) throw new Error('A tree without leaves has no root here.');
  return root;
}

/** All levels of a tree, from its leaves up to its root. */
export type Levels = readonly (readonly Buffer[])[];

/** Grows a tree once, for whoever asks for its root and its paths. */
export function levelsOf(leaves: readonly Buffer[]): Levels {
  const levels = [leaves];
  for (let level = leaves; level.length > 1;) {
    level = levelAbove(level);
    levels.push(level);
  }
  return levels;
}

/** The inclusion path of one leaf, from the leaf's sibling up. @param index 0-based */
export const pathOf = (leaves: readonly Buffer[], index: number): Buffer[] =>
  pathIn(levelsOf(leaves), index);

/** The inclusion path of one leaf in a tree that is grown. @param index 0-based */
export function pathIn(levels: Levels, index: number): Buffer[] {
  const path: Buffer[] = [];
  let place = index;
  for (const level of levels) {
    const sibling = level[place ^ 1];
    if (sibling) path.push(sibling);
    place >>= 1;
  }
  return path;
}

/**
 * The root that a leaf and its path lead to; undefined where the path does not fit the place of the leaf.
 *
 * @param index 0-based
 * @param size number of leaves of the tree
 */
export function rootFrom(
  leaf: Buffer,
  index: number,
  size: number,
  path: readonly Buffer[],
): Buffer | undefined {
  if (index >= size) return undefined;
  const waiting = [...path];
  let [hash, place, width] = [leaf, index, size];
  while (width > 1) {
    if (hasSibling(place, width)) {
      const sibling = waiting.shift();
      if (!sibling) return undefined;
      hash = place % 2 === 1 ? nodeHashOf(sibling, hash) : nodeHashOf(hash, sibling);
    }
    [place, width] = [Math.floor(place / 2), Math.ceil(width / 2)];
  }
  return place === 0 && waiting.length === 0 ? hash : undefined;
}

/** Whether there is another beside the one at a place; the last of an odd number goes up as it is. */
const hasSibling = (place: number, width: number): boolean => place % 2 === 1 || place + 1 < width;

/** SHA-256 over 0x01 and two hashes. @source RFC 6962, section 2.1 */
export function nodeHashOf(left: Buffer, right: Buffer): Buffer {
  left.copy(NODE, 1);
  right.copy(NODE, 33);
  return digest('sha256', NODE, 'buffer');
}

// One for all nodes, since callers wait while a tree grows: it is filled and hashed without a pause.
const NODE = Buffer.alloc(65, 0x01);

function levelAbove(level: readonly Buffer[]): Buffer[] {
  const above: Buffer[] = [];
  for (let index = 0; index < level.length; index += 2) {
    const [left, right] = [level[index], level[index + 1]];
    if (left) above.push(right ? nodeHashOf(left, right) : left);
  }
  return above;
}
