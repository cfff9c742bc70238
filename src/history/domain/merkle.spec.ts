import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { levelsOf, nodeHashOf, pathIn, pathOf, rootFrom, rootOf } from './merkle';

const leavesOf = (size: number): Buffer[] =>
  Array.from({ length: size }, (_, index) =>
    createHash('sha256').update(`\0leaf ${index}`).digest(),
  );

/** MTH as RFC 6962, section 2.1 defines it: split at the largest power of two that is less than the size. */
function treeHash(leaves: readonly Buffer[]): Buffer {
  if (leaves.length === 1) return leaves[0]!;
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  return nodeHashOf(treeHash(leaves.slice(0, split)), treeHash(leaves.slice(split)));
}

describe('a Merkle tree', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 15, 16, 17, 255, 256, 257, 1000])(
    'of %i leaves has the root that the definition gives, and a path for every leaf',
    (size) => {
      const leaves = leavesOf(size);
      const root = rootOf(leaves);
      expect(root).toEqual(treeHash(leaves));
      const levels = levelsOf(leaves);
      const paths = leaves.map((_, index) => pathIn(levels, index));
      for (const [index, leaf] of leaves.entries()) {
        if (size < 100) expect(paths[index]).toEqual(pathOf(leaves, index));
        expect(rootFrom(leaf, index, size, paths[index]!)).toEqual(root);
      }
    },
  );

  it('has the roots that Certificate Transparency publishes for its test inputs', () => {
    // RFC 6962 test vectors of the reference implementation: inputs "" and 0x00.
    const leaves = ['', '00'].map((hex) =>
      createHash('sha256').update(Buffer.of(0)).update(Buffer.from(hex, 'hex')).digest(),
    );
    expect(rootOf(leaves).toString('hex')).toBe(
      'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
    );
  });

  it('leads nowhere else: not from another leaf, place, size or path', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 70 }),
        fc.nat(),
        fc.nat(),
        fc.nat(),
        (size, a, b, cut) => {
          const leaves = leavesOf(size);
          const [index, other] = [a % size, b % size];
          const [root, path] = [rootOf(leaves), pathOf(leaves, index)];
          if (other !== index) {
            expect(rootFrom(leaves[other]!, index, size, path)).not.toEqual(root);
            expect(rootFrom(leaves[index]!, other, size, path)).not.toEqual(root);
          }
          expect(rootFrom(leaves[index]!, index, size, path.slice(1))).not.toEqual(root);
          expect(rootFrom(leaves[index]!, index, size, [...path, root])).toBeUndefined();
          expect(rootFrom(leaves[index]!, index + size, size, path)).toBeUndefined();
          const forged = path.map((hash, place) => (place === cut % path.length ? root : hash));
          expect(rootFrom(leaves[index]!, index, size, forged)).not.toEqual(root);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('of no leaves has no root', () => {
    expect(() => rootOf([])).toThrow('without leaves');
  });
});
