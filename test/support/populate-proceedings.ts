import type { TestRegistry } from './app';
import type { Known } from './contract';
import { LAWFUL } from './registry';

const SHA_256 = 'ab'.repeat(32);
const EACH = 6;

const NOTICE = { sentAt: '2026-02-01T09:00:00Z', method: 'certified mail' };
const ANSWER = { receivedAt: '2026-02-20T09:00:00Z', documentSha256: SHA_256 };
const DECISION = { decidedAt: '2026-05-01T09:00:00Z', outcome: 'not-imposed' };

const STEPS = [
  ['notice', NOTICE],
  ['answer', ANSWER],
  ['decision', DECISION],
] as const;

/** Opens proceedings that have come to each of their states, and says which values then mean something in a request. */
export async function populateProceedings(
  registry: TestRegistry,
  { vendor, list }: { readonly vendor: string; readonly list: string },
): Promise<Known> {
  const order = { ...LAWFUL, vendor, kind: 'debarment' };
  const ids: string[] = [];
  for (let taken = 0; taken < EACH * STEPS.length; taken += 1) {
    const { id } = await post(registry, '/v1/proceedings', order);
    for (const [step, body] of STEPS.slice(0, taken % STEPS.length)) {
      await post(registry, `/v1/proceedings/${id}/${step}`, body);
    }
    ids.push(id);
  }
  return {
    'proceedings/id': ids,
    'POST /v1/proceedings': [order, { ...LAWFUL, vendor, kind: 'removal', list }],
    'POST /v1/proceedings/{id}/notice': [NOTICE, { ...NOTICE, receivedAt: NOTICE.sentAt }],
    'POST /v1/proceedings/{id}/answer': [ANSWER, { ...ANSWER, note: 'Denies it.' }],
    'POST /v1/proceedings/{id}/decision': [DECISION, { ...DECISION, outcome: 'settled' }],
    'exclusions/code': ['identify'],
    'POST /v1/exclusions/{id}/milestones/{code}/reports': [
      ...[{ evidenceSha256: SHA_256 }, { evidenceSha256: SHA_256, note: 'None found.' }],
    ],
    ...{ overdue: [undefined, true, false], state: [undefined] },
  };
}

async function post(
  registry: TestRegistry,
  path: string,
  body: object,
): Promise<{ readonly id: string }> {
  const answer = await registry.call('POST', path, { key: registry.keys.admin, body });
  expect(answer.status).toBeLessThan(300);
  return answer.body;
}
