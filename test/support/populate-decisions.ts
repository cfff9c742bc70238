import type { TestRegistry } from './app';
import type { Known } from './contract';

const REASON = { reason: 'for the test' };

/** Finds something of pairs, and says which values then mean something in a request. */
export async function populateDecisions(
  registry: TestRegistry,
  [one, other]: readonly string[],
): Promise<Known> {
  const ids: string[] = [];
  for (const pair of [
    { name: 'Akme Widgets', other: one },
    { vendor: one, other },
  ]) {
    const { body } = await registry.call('POST', '/v1/screening/decisions', {
      key: registry.keys.admin,
      body: { ...REASON, ...pair, finding: 'same' },
    });
    ids.push(body.id);
  }
  return {
    'screening/id': ids,
    ...{ other: [one, other], standing: [undefined, true, false], replaces: [undefined] },
    // A pair is found once, and the other is found already.
    'POST /v1/screening/decisions': [
      { ...REASON, name: 'Borealis Fastners', other, finding: 'same' },
      { ...REASON, vendor: one, other, finding: 'same' },
    ],
  };
}
