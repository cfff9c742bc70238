import { TestRegistry } from '../support/app';
import { breakHistory, mendHistory } from '../support/break-history';
import { aDebarment, exclude, waive } from '../support/exclusions';
import { change, LAWFUL, openList, registerVendor } from '../support/registry';

interface Change {
  readonly method: string;
  readonly path: string;
  readonly body?: object;
  readonly headers?: Record<string, string>;
}

describe('while nothing can be added to the history', () => {
  let registry: TestRegistry;
  let changes: Record<string, Change>;

  beforeAll(async () => {
    registry = await TestRegistry.start();
    const { admin } = registry.keys;
    const ask = async (method: string, path: string, body?: object) =>
      (await registry.call(method, path, { key: admin, ...(body && { body }) })).body;
    const [vendor, list] = [await registerVendor(registry), await openList(registry)];
    await change(registry, { action: 'list', vendor, list, effectiveTo: '2030-01-01T00:00:00Z' });
    const removed = await registerVendor(registry, { name: 'Removed Inc.' });
    await change(registry, { action: 'list', vendor: removed, list });
    await change(registry, { action: 'remove', vendor: removed, list });
    const suspended = await registerVendor(registry, { name: 'Suspended Inc.' });
    await change(registry, { action: 'list', vendor: suspended, list });
    const byOther = { key: registry.keys.admin2, body: { ...LAWFUL, vendor: suspended, list } };
    const suspension = (await registry.call('POST', '/v1/suspensions', byOther)).body;
    const asWhole = await registerVendor(registry, { name: 'Whole Inc.' });
    const wholeByOther = { key: registry.keys.admin2, body: { ...LAWFUL, vendor: asWhole } };
    const whole = (await registry.call('POST', '/v1/suspensions', wholeByOther)).body;
    const proposedBy = async (key: string, terms: object) =>
      (
        await registry.call('POST', '/v1/proposals', {
          key,
          body: { ...LAWFUL, vendor, list, ...terms },
        })
      ).body;
    const mine = await proposedBy(admin, { action: 'remove' });
    const others = await proposedBy(registry.keys.admin2, { action: 'remove' });
    const [twin, other] = [
      await registerVendor(registry, { name: 'Twin Inc.' }),
      await registerVendor(registry, { name: 'Other Inc.' }),
    ];
    const excluded = await registerVendor(registry, { name: 'Excluded Inc.' });
    // One each, since a change of an exclusion overtakes all other proposals about it.
    const bar = () => exclude(registry, aDebarment(excluded));
    const [amended, ended, waived] = [await bar(), await bar(), await bar()];
    const waiver = await waive(registry, await bar());
    await change(registry, { action: 'merge-vendors', vendor: suspended, duplicate: twin });
    const { id: affiliation } = await ask('POST', `/v1/vendors/${excluded}/affiliations`, {
      ...{ ...LAWFUL, kind: 'subsidiary', vendor: other },
    });
    const paired = await registerVendor(registry, { name: 'Paired Inc.' });
    const end = { effectiveTo: '2027-01-01T00:00:00Z' };
    const ofExclusions = {
      'an exclusion': { action: 'exclude', exclusion: aDebarment(other) },
      'an amendment of an exclusion': { action: 'amend-exclusion', exclusion: amended, ...end },
      'the end of an exclusion': { action: 'end-exclusion', exclusion: ended },
      'a waiver': { action: 'waive', exclusion: waived, agency: 'DHS', ...end },
      'the end of a waiver': { action: 'revoke-waiver', waiver },
      'a merge of vendors': { action: 'merge-vendors', vendor: removed, duplicate: other },
      'the undoing of a merge': {
        ...{ action: 'unmerge-vendors', vendor: suspended, duplicate: twin },
      },
      'the end of an affiliation': { action: 'end-affiliation', affiliation },
      'a finding': {
        ...{ action: 'decide-match', name: 'Pared Inc.', other: paired, finding: 'not-same' },
      },
    };
    const made = async (terms: object): Promise<Change> => {
      const key = registry.keys.admin2;
      const { body } = await registry.call('POST', '/v1/proposals', {
        key,
        body: { ...LAWFUL, ...terms },
      });
      return {
        ...{ method: 'POST', path: `/v1/proposals/${body.id}/approve` },
        body: { sha256: body.sha256 },
      };
    };
    const proposing = Object.entries(ofExclusions).map(([name, terms]) => [
      `proposing ${name}`,
      { method: 'POST', path: '/v1/proposals', body: { ...LAWFUL, ...terms } },
    ]);
    const approving = await Promise.all(
      Object.entries(ofExclusions).map(async ([name, terms]) => [
        `approving ${name}`,
        await made(terms),
      ]),
    );
    const order = { ...LAWFUL, vendor, kind: 'debarment' };
    const notice = { sentAt: '2026-02-01T00:00:00Z', method: 'certified mail' };
    const evidence = 'ab'.repeat(32);
    const received = { receivedAt: '2026-02-20T00:00:00Z', documentSha256: evidence };
    const opened = async () => (await ask('POST', '/v1/proceedings', order)).id;
    const [fresh, told, heard] = [await opened(), await opened(), await opened()];
    for (const id of [told, heard]) await ask('POST', `/v1/proceedings/${id}/notice`, notice);
    await ask('POST', `/v1/proceedings/${heard}/answer`, received);
    const asking = await exclude(
      registry,
      aDebarment(excluded, { milestones: [{ code: 'plan', due: '2026-09-01T00:00:00Z' }] }),
    );
    const client = await ask('POST', '/v1/clients', {
      name: 'C',
      agency: 'DHS',
      roles: ['procurement'],
    });
    const key = await ask('POST', `/v1/clients/${client.id}/keys`, {});
    const any = { 'if-match': '*' };
    const propose = (terms: object): Change => ({
      method: 'POST',
      path: '/v1/proposals',
      body: { ...LAWFUL, vendor, list, ...terms },
    });
    changes = {
      ...(Object.fromEntries([...proposing, ...approving]) as Record<string, Change>),
      'opening a proceeding': { method: 'POST', path: '/v1/proceedings', body: order },
      'recording a notice': {
        method: 'POST',
        path: `/v1/proceedings/${fresh}/notice`,
        body: notice,
      },
      'recording an answer': {
        method: 'POST',
        path: `/v1/proceedings/${told}/answer`,
        body: received,
      },
      'recording a decision': {
        method: 'POST',
        path: `/v1/proceedings/${heard}/decision`,
        body: { decidedAt: '2026-05-01T00:00:00Z', outcome: 'not-imposed' },
      },
      'reporting a milestone': {
        method: 'POST',
        path: `/v1/exclusions/${asking}/milestones/plan/reports`,
        body: { evidenceSha256: evidence },
      },
      'deciding on a pair': {
        method: 'POST',
        path: '/v1/screening/decisions',
        body: { ...LAWFUL, name: 'Peared Inc.', other: paired, finding: 'same' },
      },
      'registering a vendor': { method: 'POST', path: '/v1/vendors', body: { name: 'New Inc.' } },
      'amending a vendor': {
        method: 'PATCH',
        path: `/v1/vendors/${vendor}`,
        body: { name: 'Other' },
        headers: any,
      },
      'opening a list': {
        method: 'POST',
        path: '/v1/lists',
        body: { code: 'b', name: 'B', owner: 'GSA' },
      },
      'amending a list': {
        method: 'PATCH',
        path: `/v1/lists/${list}`,
        body: { name: 'B' },
        headers: any,
      },
      'proposing a listing': propose({ action: 'list', vendor: removed, contractNumber: 'C2' }),
      'proposing an amendment': propose({ action: 'amend-listing', categories: ['a'] }),
      'proposing a renewal': propose({ action: 'renew', effectiveTo: '2031-01-01T00:00:00Z' }),
      'proposing a removal': propose({ action: 'remove' }),
      'proposing a reinstatement': propose({ action: 'reinstate', vendor: removed }),
      approving: {
        method: 'POST',
        path: `/v1/proposals/${others.id}/approve`,
        body: { sha256: others.sha256 },
      },
      rejecting: { method: 'POST', path: `/v1/proposals/${others.id}/reject`, body: {} },
      withdrawing: { method: 'POST', path: `/v1/proposals/${mine.id}/withdraw`, body: {} },
      suspending: { method: 'POST', path: '/v1/suspensions', body: { ...LAWFUL, vendor, list } },
      'confirming a suspension': {
        method: 'POST',
        path: `/v1/suspensions/${suspension.id}/confirm`,
      },
      'suspending a vendor as a whole': {
        method: 'POST',
        path: '/v1/suspensions',
        body: { ...LAWFUL, vendor: excluded },
      },
      'confirming the suspension of one': {
        method: 'POST',
        path: `/v1/suspensions/${whole.id}/confirm`,
      },
      'registering a client': {
        method: 'POST',
        path: '/v1/clients',
        body: { name: 'D', agency: 'DHS', roles: [] },
      },
      'amending a client': {
        method: 'PATCH',
        path: `/v1/clients/${client.id}`,
        body: { name: 'D' },
        headers: any,
      },
      'issuing a key': { method: 'POST', path: `/v1/clients/${client.id}/keys`, body: {} },
      'revoking a key': { method: 'DELETE', path: `/v1/clients/${client.id}/keys/${key.id}` },
      'disabling a client': { method: 'DELETE', path: `/v1/clients/${client.id}` },
      'registering a person': {
        method: 'POST',
        path: '/v1/people',
        body: { name: 'P', agency: 'DHS', roles: [] },
      },
    };
  });
  afterAll(() => registry.close());

  /** Every row of every table of the registry, as text. */
  const everything = async (): Promise<Record<string, string>> => {
    const tables: { name: string }[] = await registry.dataSource.query(
      `SELECT table_name AS name FROM information_schema.tables
       WHERE table_schema = 'public' AND table_name NOT IN ('migrations', 'idempotent_request')
         AND table_type = 'BASE TABLE'`,
    );
    const rows = tables.map(async ({ name }) => {
      const [{ text }] = await registry.dataSource.query(
        `SELECT coalesce(string_agg(t::text, E'\\n' ORDER BY t::text), '') AS text FROM "${name}" t`,
      );
      return [name, text] as const;
    });
    return Object.fromEntries(await Promise.all(rows));
  };

  const CHANGES = [
    ...['registering a vendor', 'amending a vendor', 'opening a list', 'amending a list'],
    ...['proposing a listing', 'proposing an amendment', 'proposing a renewal'],
    ...[
      'proposing a removal',
      'proposing a reinstatement',
      'approving',
      'rejecting',
      'withdrawing',
    ],
    ...['suspending', 'confirming a suspension', 'registering a client', 'amending a client'],
    ...['issuing a key', 'revoking a key', 'disabling a client', 'registering a person'],
    ...['opening a proceeding', 'recording a notice', 'recording an answer'],
    ...['recording a decision', 'reporting a milestone'],
    ...['suspending a vendor as a whole', 'confirming the suspension of one'],
    ...['deciding on a pair'],
  ];

  /** What is proposed of exclusions and vendors, in an order in which each can be approved after those before it. */
  const PROPOSED = [
    ...['an amendment of an exclusion', 'the end of an exclusion', 'the end of a waiver'],
    ...['a waiver', 'an exclusion', 'the end of an affiliation'],
    ...['a merge of vendors', 'the undoing of a merge', 'a finding'],
  ];
  CHANGES.push(
    ...PROPOSED.map((name) => `proposing ${name}`),
    ...PROPOSED.map((name) => `approving ${name}`),
  );

  it.each(CHANGES)('%s answers 503 and changes no row', async (name) => {
    const { method, path, ...rest } = changes[name]!;
    const before = await everything();
    await breakHistory(registry.dataSource);
    const broken = await registry.call(method, path, { key: registry.keys.admin, ...rest });
    await mendHistory(registry.dataSource);
    expect(broken).toMatchObject({ status: 503, headers: { 'retry-after': expect.any(String) } });
    expect(broken.headers['content-type']).toMatch('application/problem+json');
    expect(await everything()).toEqual(before);
  });

  // Last, so that nothing that it changes is in the way of the others.
  it('and each of them works once it can', async () => {
    const outcomes: Record<string, number> = {};
    // The approval settles the proposal that would be rejected, and removes what would be suspended.
    const overtaken = ['rejecting', 'suspending'];
    for (const name of CHANGES.filter((each) => !overtaken.includes(each))) {
      const { method, path, ...rest } = changes[name]!;
      const { status } = await registry.call(method, path, { key: registry.keys.admin, ...rest });
      if (status >= 400) outcomes[name] = status;
    }
    expect(outcomes).toEqual({});
  });
});
