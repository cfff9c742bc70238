import { TestRegistry } from '../support/app';
import { change, LAWFUL, openList, registerVendor } from '../support/registry';

const NOW = new Date('2026-06-01T12:00:00.000Z');

describe('changes by two persons', () => {
  let registry: TestRegistry;
  let vendor: string;
  let list: string;

  beforeEach(async () => {
    registry = await TestRegistry.start({ now: NOW });
    [vendor, list] = [await registerVendor(registry), await openList(registry)];
  });
  afterEach(() => registry.close());

  const propose = (terms: object, key = registry.keys.admin) =>
    registry.call('POST', '/v1/proposals', { key, body: { ...LAWFUL, vendor, list, ...terms } });
  const decide = (id: string, how: string, body: object = {}, key = registry.keys.admin2) =>
    registry.call('POST', `/v1/proposals/${id}/${how}`, { key, body });
  const standing = async (query = '') =>
    (
      await registry.call('GET', `/v1/vendors/${vendor}/standing${query}`, {
        key: registry.keys.procurement,
      })
    ).body;
  const entries = async (): Promise<number> =>
    (await registry.dataSource.query('SELECT count(*) AS n FROM history_entry'))[0].n;

  it('changes nothing until a second person approves', async () => {
    const { status, body } = await propose({ action: 'list', categories: ['a'] });
    expect(status).toBe(202);
    expect(body).toMatchObject({ state: 'pending', approvalsNeeded: 1, entries: [] });
    expect((await standing()).listings).toEqual([]);

    const approved = await decide(body.id, 'approve', { sha256: body.sha256 });
    expect(approved).toMatchObject({ status: 200, body: { state: 'approved' } });
    expect(await standing()).toMatchObject({
      position: approved.body.position,
      listings: [
        {
          status: 'listed',
          categories: ['a'],
          entry: approved.body.entries[0],
          effective: { from: NOW.toISOString(), to: null },
          authority: LAWFUL.authority,
        },
      ],
    });
  });

  it('removes and reinstates, and still knows what was known before', async () => {
    await change(registry, { action: 'list', vendor, list, effectiveFrom: '2020-01-01T00:00:00Z' });
    const { position: before } = await standing();
    await change(registry, {
      action: 'remove',
      vendor,
      list,
      effectiveFrom: '2026-05-01T00:00:00Z',
    });

    const day = (text: string) => `at=${text}T00:00:00Z`;
    expect((await standing()).listings[0].status).toBe('removed');
    expect((await standing(`?${day('2026-04-30')}`)).listings[0].status).toBe('listed');
    expect((await standing(`?knownAt=${before}`)).listings[0].status).toBe('listed');
    expect((await standing(`?knownAt=${before}&${day('2019-12-31')}`)).listings[0].status).toBe(
      'not-yet-effective',
    );

    await change(registry, { action: 'reinstate', vendor, list });
    expect((await standing()).listings[0].status).toBe('listed');
    expect((await standing(`?${day('2026-05-02')}`)).listings[0].status).toBe('removed');
  });

  it('takes effect later where it says so', async () => {
    await change(registry, { action: 'list', vendor, list });
    await change(registry, {
      action: 'remove',
      vendor,
      list,
      effectiveFrom: '2026-07-01T00:00:00Z',
    });
    expect((await standing()).listings[0].status).toBe('listed');
    registry.clock.set(new Date('2026-07-01T00:00:00Z'));
    expect((await standing()).listings[0].status).toBe('removed');
  });

  it('renews a listing and amends its categories', async () => {
    const end = { effectiveFrom: '2025-06-01T00:00:00Z', effectiveTo: '2026-07-01T00:00:00Z' };
    await change(registry, { action: 'list', vendor, list, ...end });
    await change(registry, { action: 'renew', vendor, list, effectiveTo: '2027-07-01T00:00:00Z' });
    expect((await standing('?at=2027-06-30T23:59:59.999Z')).listings[0].status).toBe('listed');
    expect((await standing('?at=2027-07-01T00:00:00.000Z')).listings[0].status).toBe('expired');

    await change(registry, { action: 'amend-listing', vendor, list, categories: ['b'] });
    expect((await standing()).listings[0].categories).toEqual(['b']);
  });

  it.each([
    ['the proposer', 'admin', 403, 'same-person'],
    ['a buyer', 'procurement', 403, 'forbidden'],
    ['an auditor', 'auditor', 403, 'forbidden'],
  ] as const)('can not be approved by %s', async (_, name, status, code) => {
    const { body } = await propose({ action: 'list' });
    const answer = await decide(body.id, 'approve', { sha256: body.sha256 }, registry.keys[name]);
    expect(answer).toMatchObject({ status, body: { type: expect.stringMatching(`${code}$`) } });
  });

  it('can not be approved by the proposer through a client for which the proposer answers', async () => {
    const { body } = await propose({ action: 'list' });
    const person = body.proposedBy;
    const client = await registry.call('POST', '/v1/clients', {
      key: registry.keys.admin2,
      body: { name: 'A bot', agency: 'GSA', roles: ['admin'], responsible: person },
    });
    const { body: key } = await registry.call('POST', `/v1/clients/${client.body.id}/keys`, {
      key: registry.keys.admin2,
      body: {},
    });
    const answer = await decide(body.id, 'approve', { sha256: body.sha256 }, key.apiKey);
    expect(answer).toMatchObject({ status: 403 });
    expect(answer.body.type).toMatch(/same-person$/);
  });

  it('binds the approval to what was read', async () => {
    const { body } = await propose({ action: 'list' });
    const answer = await decide(body.id, 'approve', { sha256: '0'.repeat(64) });
    expect(answer).toMatchObject({ status: 409, body: { errors: [{ pointer: '/sha256' }] } });
  });

  it('refuses to carry out what the facts have overtaken', async () => {
    await change(registry, { action: 'list', vendor, list });
    const { body } = await propose({ action: 'remove' });
    await change(registry, { action: 'amend-listing', vendor, list, categories: ['a'] });
    const answer = await decide(body.id, 'approve', { sha256: body.sha256 });
    expect(answer).toMatchObject({ status: 409 });
    expect(answer.body.type).toMatch(/proposal-stale$/);
  });

  it('lets the proposer withdraw, and another reject, once', async () => {
    const first = (await propose({ action: 'list' })).body;
    expect(await decide(first.id, 'withdraw')).toMatchObject({ status: 403 });
    expect(await decide(first.id, 'reject', {}, registry.keys.admin)).toMatchObject({
      status: 403,
    });
    expect(await decide(first.id, 'withdraw', {}, registry.keys.admin)).toMatchObject({
      status: 200,
      body: { state: 'withdrawn' },
    });
    const late = await decide(first.id, 'approve', { sha256: first.sha256 });
    expect(late).toMatchObject({ status: 409, body: { state: 'withdrawn' } });

    const second = (await propose({ action: 'list' })).body;
    const rejected = await decide(second.id, 'reject', { reason: 'no contract' });
    expect(rejected).toMatchObject({ body: { state: 'rejected', decisionReason: 'no contract' } });
  });

  it('asks for as many persons as the policy says', async () => {
    const strict = await openList(registry, {
      code: 'strict',
      policy: { approvals: { list: 3 } },
    });
    const { body } = await propose({ action: 'list', list: strict });
    expect(body.approvalsNeeded).toBe(2);
    const one = await decide(body.id, 'approve', { sha256: body.sha256 });
    expect(one).toMatchObject({ status: 200, body: { state: 'pending', entries: [] } });
    const again = await decide(body.id, 'approve', { sha256: body.sha256 });
    expect(again).toMatchObject({ status: 403 });
  });

  it.each([
    ['an unknown vendor', { vendor: '01980000-0000-7000-8000-000000000000' }, 404, undefined],
    ['an unknown list', { list: 'no-list' }, 404, undefined],
    ['an unknown category', { categories: ['a', 'z'] }, 422, '/categories/1'],
    [
      'a period that ends before it begins',
      { effectiveFrom: '2026-02-01T00:00:00Z', effectiveTo: '2026-01-01T00:00:00Z' },
      422,
      '/effectiveTo',
    ],
    ['a time without a zone', { effectiveFrom: '2026-02-01T00:00:00' }, 400, '/effectiveFrom'],
    ['a day that does not exist', { effectiveFrom: '2026-02-30T00:00:00Z' }, 400, '/effectiveFrom'],
    [
      'a member of another action',
      { notice: { sentAt: '2026-02-01T00:00:00Z', method: 'mail' } },
      400,
      '/notice',
    ],
    ['no authority', { authority: undefined }, 400, '/authority'],
    ['an authority without an office', { authority: { citation: 'x' } }, 400, '/authority/office'],
    ['no reason', { reason: ' ' }, 400, '/reason'],
    ['an unknown action', { action: 'delete' }, 400, '/action'],
    ['NUL in a text', { reason: 'a\u0000b' }, 400, '/reason'],
    ['a lone surrogate', { contractNumber: '\ud800' }, 400, '/contractNumber'],
  ])('refuses %s, and changes nothing', async (_, terms, status, pointer) => {
    const before = await entries();
    const answer = await propose({ action: 'list', ...terms });
    expect(answer.status).toBe(status);
    if (pointer)
      expect(answer.body.errors.map((error: { pointer: string }) => error.pointer)).toContain(
        pointer,
      );
    expect(await entries()).toBe(before);
  });

  it.each([
    ['a second listing over the first', { action: 'list', categories: ['a'] }, 'listing-overlaps'],
    ['a renewal of what has no end', { action: 'renew' }, 'invalid-request'],
    ['a reinstatement of what stands', { action: 'reinstate' }, 'not-removed'],
  ])('refuses %s', async (_, terms, code) => {
    await change(registry, { action: 'list', vendor, list });
    expect((await propose(terms)).body.type).toMatch(new RegExp(`${code}$`));
  });

  it('lets exactly one of two simultaneous approvals through', async () => {
    await change(registry, { action: 'list', vendor, list });
    const strictKeys = [registry.keys.admin2, registry.keys.admin2];
    const { body } = await propose({ action: 'remove' });
    const before = await entries();
    const answers = await Promise.all(
      strictKeys.map((key) => decide(body.id, 'approve', { sha256: body.sha256 }, key)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await entries()).toBe(before + 2);
  });

  it('lets exactly one of an approval and a withdrawal through', async () => {
    for (let round = 0; round < 10; round++) {
      const { body } = await propose({
        action: 'list',
        effectiveTo: '2026-06-01T12:00:00.001Z',
        effectiveFrom: '2026-06-01T12:00:00.000Z',
        contractNumber: `C${round}`,
        categories: [['a', 'b', 'c'][round % 3]],
      });
      if (body.status) break;
      const answers = await Promise.all([
        decide(body.id, 'approve', { sha256: body.sha256 }),
        decide(body.id, 'withdraw', {}, registry.keys.admin),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    }
  });

  it('lists proposals, newest first, page by page', async () => {
    for (const category of ['a', 'b', 'c'])
      await propose({ action: 'list', categories: [category] });
    const page = (query: string) =>
      registry.call('GET', `/v1/proposals?state=pending&limit=2${query}`, {
        key: registry.keys.auditor,
      });
    const first = await page('');
    expect(
      first.body.items.map((item: { change: { categories: string[] } }) => item.change.categories),
    ).toEqual([['c'], ['b']]);
    const second = await page(`&cursor=${first.body.next}`);
    expect(second.body).toMatchObject({ items: [{ change: { categories: ['a'] } }], next: null });
    const tampered = `${first.body.next.slice(0, -2)}xx`;
    expect(await page(`&cursor=${tampered}`)).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/cursor' }] },
    });
  });
});
