import { encodeCursor } from '../../src/http/cursor';
import { pageScope } from '../../src/http/page';
import { TestRegistry } from '../support/app';
import { openList } from '../support/registry';

const NOBODY = '01980000-0000-7000-8000-0000000000ff';

describe('a cursor that someone made up', () => {
  let registry: TestRegistry;
  let admin: string;

  beforeAll(async () => {
    registry = await TestRegistry.start();
    admin = registry.callers.admin;
    await openList(registry);
  });
  afterAll(() => registry.close());

  it.each<[path: string, scope: () => string]>([
    ['/v1/vendors', () => 'vendors'],
    ['/v1/proposals', () => 'proposals'],
    ['/v1/lists', () => 'lists'],
    ['/v1/lists/a-list/listings', () => 'lists/a-list/listings'],
    ['/v1/people', () => 'person'],
    ['/v1/clients', () => 'client'],
    ['/v1/people/:admin/keys', () => `keys of ${admin}`],
    ['/v1/exclusions', () => 'exclusions'],
    ['/v1/milestones', () => 'milestones'],
    ['/v1/proceedings', () => 'proceedings'],
    ['/v1/screening/decisions', () => 'match-decisions'],
    ['/v1/history', () => 'history'],
    ['/v1/checks', () => 'checks'],
  ])('begins no page of %s', async (path, scope) => {
    const { admin: byAdmin, auditor } = registry.keys;
    const key = /proposals|people|clients/.test(path) ? byAdmin : auditor;
    const cursor = encodeCursor(pageScope(scope(), {}), '\u0000forged');
    const address = `${path.replace(':admin', admin)}?cursor=${cursor}`;
    const answer = await registry.call('GET', address, { key });
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ pointer: '/cursor' }] } });
  });

  it.each([
    '\u0000forged',
    'forged',
    NOBODY,
    `${NOBODY}acme`,
    `${NOBODY}NaN acme`,
    `${NOBODY}-0.7 acme`,
    `${NOBODY}1.5 acme`,
    `${NOBODY}0.7 `,
    `${NOBODY}0.7 a\u0000`,
    `x${NOBODY.slice(1)}0.7 acme`,
  ])('begins no page of a search by name: %j', async (made) => {
    const cursor = encodeCursor(pageScope('vendors', { q: 'acme' }), made);
    const answer = await registry.call('GET', `/v1/vendors?q=acme&cursor=${cursor}`, {
      key: registry.keys.auditor,
    });
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ pointer: '/cursor' }] } });
  });
});
