import fc from 'fast-check';
import { canonicalOf, type RecordedCheck } from '../../checks/domain/check';
import { checkLeaf, claimBytes, claimsOf } from '../../checks/domain/receipt-claims';
import { sealEntry } from '../../history/domain/entry';
import { pathOf, rootOf } from '../../history/domain/merkle';
import { verifyCheckProof, type CheckProof } from './check-proof';
import { readCheckProof } from './read-proof';
import { batchLeaf, type SealedBatch } from './sealed-batch';
import { formSeal } from './seal-statement';

const ISSUER = 'https://registry.example';
const AT = '2026-06-01T12:00:00.000Z';

const id = (number: number): string =>
  `01980000-0000-7000-8000-${String(number).padStart(12, '0')}`;

function aCheck(number: number): RecordedCheck {
  const purchase = {
    list: null,
    reference: `PR-${number}`,
    agency: 'DHS',
    items: [],
    amount: null,
  };
  return {
    ...{ id: id(number), verdict: 'review', position: 7, at: AT, decidedAt: AT, validUntil: AT },
    ...{ vendor: null, candidates: [], reasons: [], askedBy: { id: id(0), agency: 'DHS' } },
    asked: { vendor: { name: 'Nobody' }, purchase },
  } as unknown as RecordedCheck;
}

interface Shape {
  /** Number of checks of the batch, and of batches of the seal. */
  readonly checks: number;
  readonly batches: number;
  /** Places of the check and of its batch. */
  readonly check: number;
  readonly batch: number;
}

/** A proof that holds, as the registry makes it. */
function aProof({ checks, batches, check, batch }: Shape): CheckProof {
  const request = canonicalOf({ vendor: { name: 'Nobody' } });
  const recorded = Array.from({ length: checks }, (_, index) => {
    const answer = canonicalOf(aCheck(index));
    return { answer, claims: claimsOf(aCheck(index), { request, answer }, ISSUER) };
  });
  const leaves = recorded.map(({ claims }) => checkLeaf(claimBytes(claims)));
  const sealed = Array.from({ length: batches }, (_, index): SealedBatch => ({
    ...{ id: id(index), issuer: ISSUER, position: 7, recordedAt: '2026-06-01T12:00:00.123456Z' },
    ...{ size: checks, root: rootOf(leaves).toString('hex') },
  }));
  const before = { number: 3, canonical: Buffer.from('{}') };
  const after = formSeal(sealed, before);
  const actor = { id: 'system', kind: 'system', person: null } as const;
  const draft = { type: 'checks.sealed', actor, before: null, after } as const;
  const entry = sealEntry(draft, 9, new Date(AT));
  const hex = (hashes: readonly Buffer[]): string[] => hashes.map((hash) => hash.toString('hex'));
  return {
    check: {
      ...{ id: id(check), request: request.toString(), answer: recorded[check]!.answer.toString() },
      ...{ claims: recorded[check]!.claims, leafHash: leaves[check]!.toString('hex') },
    },
    batch: { ...sealed[batch]!, index: check, path: hex(pathOf(leaves, check)) },
    seal: {
      ...{ number: 4, size: batches, checks: after.checks, root: after.root, index: batch },
      path: hex(pathOf(sealed.map(batchLeaf), batch)),
    },
    entry: {
      ...{ position: 9, leafHash: entry.leafHash.toString('hex') },
      canonical: entry.canonical.toString(),
    },
  };
}

const shapes = fc
  .record({ checks: fc.integer({ min: 1, max: 9 }), batches: fc.integer({ min: 1, max: 9 }) })
  .chain(({ checks, batches }) =>
    fc.record({
      ...{ checks: fc.constant(checks), batches: fc.constant(batches) },
      ...{ check: fc.nat(checks - 1), batch: fc.nat(batches - 1) },
    }),
  );

describe('verifyCheckProof', () => {
  it('holds for every place in trees of all sizes, also as JSON', () => {
    fc.assert(
      fc.property(shapes, (shape) => {
        const proof = readCheckProof(JSON.stringify(aProof(shape)));
        expect(proof && verifyCheckProof(proof)).toEqual([]);
      }),
    );
  });

  it('does not hold once any character is another', () => {
    fc.assert(
      fc.property(
        shapes,
        fc.nat(),
        fc.constantFrom(...'0123456789abcdefX{"'),
        (shape, at, other) => {
          const text = JSON.stringify(aProof(shape));
          const place = at % text.length;
          fc.pre(text[place] !== other);
          const proof = readCheckProof(text.slice(0, place) + other + text.slice(place + 1));
          // A name of a member that is another makes it no proof, and so does broken JSON.
          if (proof) expect(verifyCheckProof(proof)).not.toEqual([]);
        },
      ),
      { numRuns: 2000 },
    );
  });

  const proof = aProof({ checks: 5, batches: 3, check: 2, batch: 1 });
  const { check, batch, seal, entry } = proof as {
    [Part in keyof CheckProof]: NonNullable<CheckProof[Part]>;
  };

  it.each<[string, Partial<CheckProof>, string[]]>([
    ['another check', { check: { ...check, id: id(9) } }, ['claims']],
    ['no claims', { check: { ...check, claims: null } }, ['claims', 'leaf', 'batch']],
    ['another request', { check: { ...check, request: '{}' } }, ['claims']],
    ['no answer', { check: { ...check, answer: '' } }, ['claims']],
    ['an answer that is none', { check: { ...check, answer: '[null]' } }, ['claims']],
    [
      'claims of another verdict',
      { check: { ...check, claims: { ...check.claims!, verdict: 'eligible' } } },
      ['claims', 'leaf'],
    ],
    ['another leaf', { check: { ...check, leafHash: batch.root } }, ['leaf', 'batch']],
    ['no leaf', { check: { ...check, leafHash: null } }, ['leaf', 'batch']],
    ['another place', { batch: { ...batch, index: 3 } }, ['batch']],
    ['a longer path', { batch: { ...batch, path: [...batch.path, batch.root] } }, ['batch']],
    ['no batch', { batch: null }, ['claims', 'batch', 'seal']],
    ['another issuer', { batch: { ...batch, issuer: 'https://x.example' } }, ['claims', 'seal']],
    ['another position', { batch: { ...batch, position: 8 } }, ['batch', 'seal']],
    ['no seal', { seal: null }, ['entry']],
    ['a seal whose root is gone', { seal: { ...seal, root: null } }, ['seal', 'entry']],
    ['another seal', { seal: { ...seal, number: 5 } }, ['entry']],
    ['no entry', { entry: null }, ['entry']],
    ['an entry of another leaf hash', { entry: { ...entry, leafHash: batch.root } }, ['entry']],
    ['an entry elsewhere', { entry: { ...entry, position: 10 } }, ['entry']],
    ['an entry that can not be read', { entry: { ...entry, canonical: '{' } }, ['entry']],
    ['an entry that is null', { entry: { ...entry, canonical: 'null' } }, ['entry']],
    [
      'an entry of another kind',
      { entry: { ...entry, canonical: entry.canonical.replace('checks.sealed', 'list.created') } },
      ['entry'],
    ],
  ])('names the steps that do not hold, with %s', (_, change, broken) => {
    expect(verifyCheckProof({ ...proof, ...change })).toEqual(broken);
  });

  it('holds as far as a check is sealed', () => {
    expect(verifyCheckProof({ ...proof, seal: null, entry: null })).toEqual([]);
  });
});

describe('readCheckProof', () => {
  const proof = aProof({ checks: 2, batches: 2, check: 0, batch: 0 });

  it.each([
    ...['', 'null', '[]', '{}', '"text"', JSON.stringify({ ...proof, check: null })],
    JSON.stringify({ ...proof, batch: { ...proof.batch, index: -1 } }),
    JSON.stringify({ ...proof, batch: { ...proof.batch, size: 1e300 } }),
    JSON.stringify({ ...proof, seal: { ...proof.seal, path: ['00'] } }),
    JSON.stringify({ ...proof, entry: undefined }),
  ])('takes what has not its shape for none, such as number %#', (text) => {
    expect(readCheckProof(text)).toBeUndefined();
  });

  it('leaves out of account what the registry says of it', () => {
    const answer = JSON.stringify({ intact: false, broken: ['leaf'], hint: null, ...proof });
    expect(verifyCheckProof(readCheckProof(answer)!)).toEqual([]);
  });
});
