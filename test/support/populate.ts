import type { TestRegistry } from './app';
import type { Known } from './contract';
import { aDebarment } from './exclusions';
import { populateDecisions } from './populate-decisions';
import { populateExclusions } from './populate-exclusions';
import { populateProceedings } from './populate-proceedings';
import { change, LAWFUL, openList, registerVendor } from './registry';

const PENDING = 12;

/** Fills a registry with something of each kind, and says which values then mean something in a request. */
export async function populate(registry: TestRegistry): Promise<Known> {
  const list = await openList(registry);
  const vendors = await registerVendors(registry);
  const [first = '', second = '', third = '', fourth = ''] = vendors;
  const listed = { action: 'list', list, categories: ['a'], effectiveFrom: '2026-01-01T00:00:00Z' };
  for (const vendor of [first, second, fourth]) await change(registry, { ...listed, vendor });
  await change(registry, { action: 'remove', list, vendor: second });
  const proposals = await propose(registry, { ...listed, vendor: third });
  const excluding = { action: 'exclude', exclusion: aDebarment(third) };
  const undecided = await propose(registry, excluding, 2);
  const checks = await check(registry, { ...QUESTION, purchase: { list } });
  const suspension = await suspend(registry, { list, vendor: first });
  const clients = await registerCallers(registry, 'clients');
  const people = await registerCallers(registry, 'people');
  const exclusions = await populateExclusions(registry, { vendor: second, list });
  const proceedings = await populateProceedings(registry, { vendor: second, list });
  const decisions = await populateDecisions(registry, vendors);
  return {
    'vendors/id': vendors,
    'lists/code': [list],
    'proposals/id': proposals.ids,
    // Nobody decides these, and nothing overtakes them.
    'GET proposals/id': [...undecided.ids, ...proposals.ids.slice(0, 2)],
    'suspensions/id': [suspension],
    'checks/id': checks,
    'checks/number': ['0'],
    'clients/id': clients.ids.slice(1),
    'people/id': people.ids.slice(1),
    // The others are still to be asked for.
    'DELETE clients/id': clients.ids.slice(0, 1),
    'DELETE people/id': people.ids.slice(0, 1),
    'clients/keyId': clients.keys,
    'people/keyId': people.keys,
    'history/position': ['0', '1', '20'],
    ...{ vendor: vendors, list: [list], code: ['a', 'b'], categories: ['a', 'b', 'c'] },
    ...{ sha256: proposals.digests, status: ['listed', 'removed'], country: ['US', 'FR'] },
    'If-Match': ['*', '*', '"0"'],
    // Only made-up ones can be tried, and most requests shall get past them.
    cursor: [undefined],
    'Idempotency-Key': [undefined],
    ...{ name: ['Acme Widgets LLC', 'Cobalt Cabling'], owner: ['GSA'], agency: ['DHS', 'NASA'] },
    ...{
      citation: ['FAR 9.406-2'],
      office: ['GSA'],
      reason: ['for the test'],
      effectiveTo: [null],
    },
    scheme: ['cage', 'duns', 'uei', 'lei'],
    ...{ documentSha256: ['ab'.repeat(32)], url: ['https://www.example.gov/decision'] },
    ...{ suspensionLapsesAfter: ['P1D'], receiptValidFor: ['PT15M'], defaultTerm: ['P1Y', null] },
    ...{ responsible: people.ids, identifiers: [], format: [undefined, 'json'] },
    ...exclusions,
    ...proceedings,
    ...decisions,
    ...bodies(list, vendors, exclusions['POST /v1/proposals']),
    ...{ knownAt: [0, 7, 20], minPosition: [0, 7], after: [0, 5], from: [0], to: [5] },
    ...{ manufacturer: ['Cobalt', 'Kaspersky Lab'], product: ['Cable', 'Endpoint Security'] },
  };
}

/** Bodies that are taken as they are, at least the first time. */
function bodies(
  list: string,
  [first, second, third, fourth]: readonly string[],
  proposals: readonly unknown[] = [],
): Known {
  return {
    'POST /v1/proposals': [
      { ...LAWFUL, action: 'renew', vendor: first, list, effectiveTo: '2030-01-01T00:00:00Z' },
      { ...LAWFUL, action: 'remove', vendor: first, list },
      { ...LAWFUL, action: 'reinstate', vendor: second, list },
      { ...LAWFUL, action: 'list', vendor: third, list, categories: ['b'] },
      ...proposals,
    ],
    'POST /v1/suspensions': [
      ...[fourth, first].map((vendor) => ({ ...LAWFUL, vendor, list })),
      { ...LAWFUL, vendor: third },
    ],
    'POST /v1/vendors/lookup': [
      { cage: '0Z0Z9' },
      { duns: '000000002' },
      { duns: '999999999' },
      { name: 'acme widgets', country: 'US' },
      { name: 'Acme Widgets LLC' },
    ],
    'POST /v1/screening': [
      { name: 'Acme Widget', country: 'US', identifiers: [{ scheme: 'cage', value: '0Z0Z9' }] },
      { name: 'borealis', against: 'excluded', limit: 5 },
    ],
    'POST /v1/clients': [{ name: 'Invented', agency: 'DHS', roles: ['procurement'] }],
    'POST /v1/clients/{id}/keys': [{}, { label: 'purchase desk' }],
    'POST /v1/people/{id}/keys': [{}, { label: 'purchase desk' }],
    'PATCH /v1/clients/{id}': [{ name: 'Invented anew' }],
    'POST /v1/lists': [
      { code: 'b-list', name: 'B list', owner: 'GSA' },
      { code: 'c-list', name: 'C list', owner: 'GSA', policy: { suspensionLapsesAfter: 'P2D' } },
    ],
    ...questions(list),
    'PATCH /v1/lists/{code}': [{ name: 'A list by another name' }],
  };
}

const QUESTION = { vendor: { cage: '0Z0Z9' } };

function questions(list: string): Known {
  const asked = [
    QUESTION,
    { ...QUESTION, purchase: { list, category: 'a', agency: 'NASA', stage: 'option' } },
    { ...QUESTION, at: '2026-03-01T00:00:00Z', minPosition: 3 },
    { vendor: { name: 'borealis fasteners' }, purchase: { channel: 'open-market' } },
    {
      vendor: { duns: '000000003', name: 'Cobalt Cabling', country: 'US' },
      purchase: {
        reference: 'PR-1',
        amount: { value: '1250.00', currency: 'USD' },
        items: [{ manufacturer: 'Cobalt', product: 'Cable', quantity: 2.5 }],
      },
    },
  ];
  return {
    'POST /v1/checks': asked,
    'POST /v1/standing': asked.map((question) => ({ ...question, knownAt: 20 })),
    'POST /v1/checks/batch': [{ checks: asked }, { checks: [{}, ...asked] }],
  };
}

async function check(registry: TestRegistry, body: object): Promise<string[]> {
  const ids: string[] = [];
  for (let index = 0; index < 3; index += 1) {
    const answer = await registry.call('POST', '/v1/checks', {
      key: registry.keys.procurement,
      body,
    });
    ids.push(answer.body.id);
  }
  return ids;
}

/** Vendors with identifiers that are plainly invented. */
async function registerVendors(registry: TestRegistry): Promise<string[]> {
  const ids: string[] = [];
  for (const [index, name] of [
    'Acme Widgets LLC',
    'Borealis Fasteners',
    'Cobalt Cabling',
    'Dovetail Desks',
  ].entries()) {
    const identifiers = [
      { scheme: 'cage', value: `0Z${index}Z9` },
      { scheme: 'duns', value: `00000000${index + 1}` },
    ];
    ids.push(await registerVendor(registry, { name, identifiers }));
  }
  return ids;
}

async function propose(
  registry: TestRegistry,
  terms: object,
  times = PENDING,
): Promise<{ ids: string[]; digests: string[] }> {
  const made = { ids: [] as string[], digests: [] as string[] };
  for (let index = 0; index < times; index += 1) {
    const { body } = await registry.call('POST', '/v1/proposals', {
      key: registry.keys[index % 2 === 0 ? 'admin' : 'admin2'],
      body: { ...LAWFUL, ...terms },
    });
    made.ids.push(body.id);
    made.digests.push(body.sha256);
  }
  return made;
}

async function suspend(registry: TestRegistry, terms: object): Promise<string> {
  const { body } = await registry.call('POST', '/v1/suspensions', {
    key: registry.keys.admin2,
    body: { ...LAWFUL, ...terms },
  });
  return body.id;
}

async function registerCallers(
  registry: TestRegistry,
  kind: 'clients' | 'people',
): Promise<{ ids: string[]; keys: string[] }> {
  const made = { ids: [] as string[], keys: [] as string[] };
  for (let index = 0; index < 5; index += 1) {
    const caller = await registry.call('POST', `/v1/${kind}`, {
      key: registry.keys.admin,
      body: { name: `Invented ${index}`, agency: 'DHS', roles: ['procurement'] },
    });
    const key = await registry.call('POST', `/v1/${kind}/${caller.body.id}/keys`, {
      key: registry.keys.admin,
      body: {},
    });
    made.ids.push(caller.body.id);
    made.keys.push(key.body.id);
  }
  return made;
}
