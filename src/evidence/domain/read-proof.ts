import type { CheckProof } from './check-proof';

/** Reads a proof from JSON; undefined where it has not the shape of one. What more it has is left out of account. */
export function readCheckProof(text: string): CheckProof | undefined {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    return undefined;
  }
  return isProof(given) ? given : undefined;
}

type Test = (value: unknown) => boolean;

const isText: Test = (value) => typeof value === 'string';
const isCount: Test = (value) => Number.isSafeInteger(value) && Number(value) >= 0;
const isHash: Test = (value) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
const isPath: Test = (value) => Array.isArray(value) && value.length <= 64 && value.every(isHash);
const isObject: Test = (value) => typeof value === 'object' && value !== null;

const orNull =
  (test: Test): Test =>
  (value) =>
    value === null || test(value);

const has =
  (members: Readonly<Record<string, Test>>): Test =>
  (value) =>
    isObject(value) &&
    Object.entries(members).every(([name, test]) => test((value as Record<string, unknown>)[name]));

const isWhole = has({
  check: has({
    ...{ id: isText, request: isText, answer: isText },
    ...{ claims: orNull(isObject), leafHash: orNull(isHash) },
  }),
  batch: orNull(
    has({
      ...{ id: isText, issuer: isText, position: isCount, recordedAt: isText },
      ...{ size: isCount, root: isHash, index: isCount, path: isPath },
    }),
  ),
  seal: orNull(
    has({
      number: isCount,
      size: isCount,
      checks: isCount,
      root: orNull(isHash),
      index: isCount,
      path: isPath,
    }),
  ),
  entry: orNull(has({ position: isCount, leafHash: isHash, canonical: isText })),
});

const isProof = (value: unknown): value is CheckProof => isWhole(value);
