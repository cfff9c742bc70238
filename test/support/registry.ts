import type { TestRegistry } from './app';

const AUTHORITY = { citation: 'FAR 9.406-2', office: 'GSA Suspension and Debarment Division' };

/** Why a change in a test is lawful. */
export const LAWFUL = { authority: AUTHORITY, reason: 'for the test' };

/** A list with categories a, b and c; give what the test is about. */
export async function openList(registry: TestRegistry, terms: object = {}): Promise<string> {
  const body = {
    code: 'a-list',
    name: 'A list',
    owner: 'GSA',
    categories: ['a', 'b', 'c'].map((code) => ({ code, title: `Category ${code}` })),
    ...terms,
  };
  const answer = await registry.call('POST', '/v1/lists', { key: registry.keys.admin, body });
  expect(answer).toMatchObject({ status: 201 });
  return answer.body.code;
}

/** Registers a vendor and gives its id. */
export async function registerVendor(registry: TestRegistry, terms: object = {}): Promise<string> {
  const body = { name: 'Acme Widgets LLC', country: 'US', ...terms };
  const answer = await registry.call('POST', '/v1/vendors', { key: registry.keys.admin, body });
  expect(answer).toMatchObject({ status: 201 });
  return answer.body.id;
}

/** Proposes as one admin and approves as the other; gives the answer to the approval. */
export async function change(registry: TestRegistry, terms: object) {
  const { admin, admin2 } = registry.keys;
  const proposed = await registry.call('POST', '/v1/proposals', {
    key: admin,
    body: { ...LAWFUL, ...terms },
  });
  expect(proposed).toMatchObject({ status: 202 });
  const { id, sha256 } = proposed.body;
  const approved = await registry.call('POST', `/v1/proposals/${id}/approve`, {
    key: admin2,
    body: { sha256 },
  });
  expect(approved).toMatchObject({ status: 200 });
  return approved.body;
}
