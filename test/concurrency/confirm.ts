import { canonicalize } from 'json-canonicalize';
import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { Caller } from './call';
import type { AnsweredCheck } from './log';
import type { Cast } from './people';
import { bodyOf } from './question';

/** A check as it is read back. */
interface ReadCheck {
  readonly at: string;
  readonly position: number;
  readonly verdict: string;
  readonly reasons: readonly object[];
  readonly vendor: object | null;
  readonly receipt?: unknown;
}

/**
 * Asks an instance for checks that were answered, and what it would say of each with what was known then.
 *
 * @returns what is not as it was answered; empty when all is well
 */
export async function confirm(
  url: string,
  { auditor: { apiKey: key }, vendors }: Cast,
  checks: readonly AnsweredCheck[],
): Promise<string[]> {
  const caller = new Caller();
  const ask = async (method: string, path: string, body?: object): Promise<ReadCheck> => {
    const { status, text } = await caller.call(method, `${url}${path}`, {
      key,
      ...(body && { body }),
    });
    if (status !== 200) throw new Error(`${path} was answered ${status}: ${text}`);
    return JSON.parse(text) as ReadCheck;
  };
  const wrong: string[] = [];
  for (const { request, question, answer } of checks) {
    const { receipt: _, ...read } = await ask('GET', `/v1/checks/${answer.id}`);
    if (createHash('sha256').update(canonicalize(read)).digest('hex') !== answer.digest) {
      wrong.push(`${answer.id} does not read as it was answered: ${JSON.stringify(read)}`);
    }
    const { at, position: knownAt } = read;
    const asked = { ...bodyOf(vendors, { request, question }), at, knownAt };
    const standing = await ask('POST', '/v1/standing', asked);
    const [said, told] = [standing, read].map(({ verdict, reasons, vendor }) => ({
      ...{ verdict, reasons, vendor },
    }));
    if (!isDeepStrictEqual(said, told)) {
      wrong.push(`${answer.id} told ${JSON.stringify(told)}, and now ${JSON.stringify(said)}`);
    }
  }
  caller.close();
  return wrong;
}
