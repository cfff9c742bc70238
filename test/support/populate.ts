import type { TestRegistry } from './app';
import type { Known } from './contract';
import { change, LAWFUL, openList, registerVendor } from './registry';

const PENDING = 12;

/** Fills a registry with something of each kind, and says which values then mean something in a request. */
export async function populate(registry: TestRegistry): Promise<Known> {
  const list = await openList(registry);
  const vendors = await registerVendors(registry);
  const [first = '', second = '', third = ''] = vendors;
  const listed = { action: 'list', list, categories: ['a'], effectiveFrom: '2026-01-01T00:00:00Z' };
  for (const vendor of [first, second]) await change(registry, { ...listed, vendor });
  await change(registry, { action: 'remove', list, vendor: second });
  const proposals = await propose(registry, { ...listed, vendor: third });
  const suspension = await suspend(registry, { list, vendor: first });
  const clients = await registerCallers(registry, 'clients');
  const people = await registerCallers(registry, 'people');
  return {
    'vendors/id': vendors,
    'lists/code': [list],
    'proposals/id': proposals.ids,
    'suspensions/id': [suspension],
    'clients/id': clients.ids,
    'people/id': people.ids,
    'clients/keyId': clients.keys,
    'people/keyId': people.keys,
    'history/position': [0, 1, 2, 3],
    ...{ vendor: vendors, list: [list], code: ['a', 'b'], categories: ['a', 'b', 'c'] },
    ...{ sha256: proposals.digests, status: ['listed', 'removed'], country: ['US', 'FR'] },
    'If-Match': ['*', '"0"'],
    ...{ knownAt: [0, 7, 20], minPosition: [0, 7], after: [0, 5], from: [0], to: [5] },
  };
}

/** Vendors with identifiers that are plainly invented. */
async function registerVendors(registry: TestRegistry): Promise<string[]> {
  const ids: string[] = [];
  for (const [index, name] of [
    'Acme Widgets LLC',
    'Borealis Fasteners',
    'Cobalt Cabling',
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
): Promise<{ ids: string[]; digests: string[] }> {
  const made = { ids: [] as string[], digests: [] as string[] };
  for (let index = 0; index < PENDING; index += 1) {
    const { body } = await registry.call('POST', '/v1/proposals', {
      key: registry.keys[index % 2 === 0 ? 'admin' : 'admin2'],
      body: { ...LAWFUL, ...terms, contractNumber: `INVENTED-${index}` },
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
