import { TestRegistry } from '../support/app';
import { aDebarment, exclude } from '../support/exclusions';
import { change, LAWFUL, openList, registerVendor } from '../support/registry';

const NOW = new Date('2026-06-01T12:00:00.000Z');
const SHA_256 = 'ab'.repeat(32);
const SOME_ID = '0198f3a0-0000-7000-8000-000000000000';

const NOTICE = { sentAt: '2026-02-01T09:00:00Z', method: 'certified mail' };
const ANSWER = { receivedAt: '2026-02-20T09:00:00Z', documentSha256: SHA_256 };
const DECISION = { decidedAt: '2026-03-10T09:00:00Z', outcome: 'imposed' };

describe('Proceedings', () => {
  let registry: TestRegistry;
  let vendor: string;

  beforeEach(async () => {
    registry = await TestRegistry.start({ now: NOW });
    vendor = await registerVendor(registry);
  });
  afterEach(() => registry.close());

  const post = (path: string, body: object) =>
    registry.call('POST', path, { key: registry.keys.admin, body });
  const get = (path: string) => registry.call('GET', path, { key: registry.keys.auditor });
  const open = async (terms: object = {}): Promise<string> => {
    const order = { ...LAWFUL, vendor, kind: 'debarment', ...terms };
    const opened = await post('/v1/proceedings', order);
    expect(opened).toMatchObject({ status: 201 });
    return opened.body.id;
  };
  const take = (id: string, step: string, body: object) =>
    post(`/v1/proceedings/${id}/${step}`, body);
  const taken = async (id: string, step: string, body: object) => {
    const answer = await take(id, step, body);
    expect(answer).toMatchObject({ status: 200 });
    return answer.body;
  };
  it('go from proposed to decided, each step recorded with what is then due', async () => {
    const opened = await post('/v1/proceedings', { ...LAWFUL, vendor, kind: 'debarment' });
    const { id, entry } = opened.body as { readonly id: string; readonly entry: number };
    expect(opened.headers['location']).toBe(`/v1/proceedings/${id}`);
    const rules = {
      dueProcess: { version: '1', source: 'FAR 9.406-3(c), (d); 9.407-3(c); 9.207(b)' },
      workingDays: {
        version: '2021-06-17',
        source: '5 U.S.C. 6103(a), (b); E.O. 11582, section 3; Pub. L. 117-17',
      },
    };
    const proposed = {
      ...{ id, vendor, kind: 'debarment', list: null, state: 'proposed', ...LAWFUL },
      ...{ openedBy: registry.callers.admin, openedAt: NOW.toISOString(), entry },
      ...{ notice: null, answer: null, decision: null },
      ...{ overdue: { answer: false, decision: false }, rules },
      ...{ at: NOW.toISOString(), position: entry + 1 },
    };
    expect(opened.body).toEqual(proposed);

    const recorded = { recordedBy: registry.callers.admin, recordedAt: NOW.toISOString() };
    const notified = await taken(id, 'notice', NOTICE);
    const notice = {
      ...{ sentAt: '2026-02-01T09:00:00.000Z', method: 'certified mail', receivedAt: null },
      ...{ answerDue: '2026-03-04T00:00:00.000Z', ...recorded, entry: entry + 1 },
    };
    expect(notified).toEqual({
      ...proposed,
      ...{ state: 'notified', notice, position: entry + 2 },
      overdue: { answer: true, decision: false },
    });

    const answered = await taken(id, 'answer', { ...ANSWER, note: 'Denies it.' });
    const answer = {
      ...{ receivedAt: '2026-02-20T09:00:00.000Z', documentSha256: SHA_256, note: 'Denies it.' },
      ...{ decisionDue: '2026-04-04T00:00:00.000Z', ...recorded, entry: entry + 2 },
    };
    expect(answered).toEqual({
      ...proposed,
      ...{ state: 'answered', notice, answer, position: entry + 3 },
      overdue: { answer: false, decision: true },
    });

    const decided = await taken(id, 'decision', { ...DECISION, outcome: 'not-imposed' });
    const decision = {
      ...{ decidedAt: '2026-03-10T09:00:00.000Z', outcome: 'not-imposed', documentSha256: null },
      ...{ exclusion: null, ...recorded, entry: entry + 3 },
    };
    expect(decided).toEqual({
      ...proposed,
      ...{ state: 'decided', notice, answer, decision, position: entry + 4 },
    });
    expect((await get(`/v1/proceedings/${id}`)).body).toEqual(decided);
  });

  it('stand in the history, step by step', async () => {
    const id = await open();
    await taken(id, 'notice', NOTICE);
    await taken(id, 'answer', ANSWER);
    await taken(id, 'decision', { ...DECISION, outcome: 'settled' });
    const { body } = await get(`/v1/history?vendor=${vendor}`);
    const told = body.items.slice(-4);
    expect(told.map(({ type }: { type: string }) => type)).toEqual([
      ...['proceeding.opened', 'proceeding.notified', 'proceeding.answered', 'proceeding.decided'],
    ]);
    expect(told[0]).toMatchObject({ before: null, after: { id, state: 'proposed' }, ...LAWFUL });
    expect(told[2]).toMatchObject({
      before: { state: 'notified' },
      after: {
        ...{ state: 'answered', answer: { decisionDue: '2026-04-04T00:00:00.000Z' } },
        rules: { workingDays: { version: '2021-06-17' } },
      },
    });
  });

  it('are in force and ended as the exclusion is that they led to', async () => {
    const exclusion = await exclude(registry, aDebarment(vendor), {
      ...{ effectiveFrom: '2026-03-15T00:00:00Z', effectiveTo: '2026-05-01T00:00:00Z' },
    });
    const id = await open();
    await taken(id, 'notice', NOTICE);
    await taken(id, 'answer', ANSWER);
    const decided = await taken(id, 'decision', { ...DECISION, exclusion });
    expect(decided).toMatchObject({ state: 'ended', decision: { exclusion } });
    const states: Record<string, string> = {};
    for (const day of ['02-01', '02-19', '03-01', '03-11', '03-15', '04-30', '05-01']) {
      const at = `2026-${day}T23:59:59Z`;
      const { body } = await get(`/v1/proceedings/${id}?at=${at}`);
      states[day] = body.state ?? body.code;
      // What one answer says, the filter says too.
      const { items } = (await get(`/v1/proceedings?at=${at}&state=${body.state}`)).body;
      expect(items).toEqual([body]);
    }
    expect(states).toEqual({
      ...{ '02-01': 'notified', '02-19': 'notified', '03-01': 'answered', '03-11': 'decided' },
      ...{ '03-15': 'in-force', '04-30': 'in-force', '05-01': 'ended' },
    });
    const { body } = await get(`/v1/history/${decided.decision.entry}`);
    expect(body).toMatchObject({ type: 'proceeding.decided', exclusion, vendors: [vendor] });
  });

  it('bar nobody', async () => {
    const id = await open();
    await taken(id, 'notice', NOTICE);
    await taken(id, 'answer', ANSWER);
    await taken(id, 'decision', { ...DECISION, outcome: 'settled' });
    const { body } = await get(`/v1/vendors/${vendor}/exclusions`);
    expect(body.exclusions).toEqual([]);
  });

  it('lead to exclusions of their own vendor only', async () => {
    const other = await registerVendor(registry, { name: 'Borealis Fasteners' });
    const exclusion = await exclude(registry, aDebarment(other));
    const id = await open();
    await taken(id, 'notice', NOTICE);
    await taken(id, 'answer', ANSWER);
    expect(await take(id, 'decision', { ...DECISION, exclusion })).toMatchObject({
      ...{ status: 400, body: { errors: [{ pointer: '/exclusion' }] } },
    });
    expect(await take(id, 'decision', { ...DECISION, exclusion: SOME_ID })).toMatchObject({
      ...{ status: 404, body: { code: 'exclusion-not-found' } },
    });
  });

  it('lead to exclusions of their own kind only', async () => {
    const kind = { kind: 'suspension', ...{ agency: 'GSA', vendor, scope: { whole: true } } };
    const suspension = await exclude(registry, kind, { effectiveTo: '2026-12-01T00:00:00Z' });
    const id = await open();
    await taken(id, 'notice', NOTICE);
    await taken(id, 'answer', ANSWER);
    expect(await take(id, 'decision', { ...DECISION, exclusion: suspension })).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/exclusion', message: expect.stringMatching('debarment') }] },
    });
  });

  it('follow a vendor that turned out to be another', async () => {
    const id = await open();
    await taken(id, 'notice', NOTICE);
    await taken(id, 'answer', ANSWER);
    const survivor = await registerVendor(registry, { name: 'Acme Widgets, Inc.' });
    await change(registry, { action: 'merge-vendors', vendor: survivor, duplicate: vendor });
    const exclusion = await exclude(registry, aDebarment(survivor));
    await taken(id, 'decision', { ...DECISION, exclusion });
    const order = { ...LAWFUL, vendor, kind: 'debarment' };
    expect(await post('/v1/proceedings', order)).toMatchObject({
      ...{ status: 409, body: { code: 'vendor-merged', survivor } },
    });
  });

  it('take each step once and in their order', async () => {
    const id = await open();
    const outOfOrder = (state: string) => ({
      status: 409,
      body: { code: 'proceeding-out-of-order', state },
    });
    expect(await take(id, 'answer', ANSWER)).toMatchObject(outOfOrder('proposed'));
    const notImposed = { ...DECISION, outcome: 'not-imposed' };
    expect(await take(id, 'decision', notImposed)).toMatchObject(outOfOrder('proposed'));
    await taken(id, 'notice', NOTICE);
    expect(await take(id, 'notice', NOTICE)).toMatchObject(outOfOrder('notified'));
    const early = { ...notImposed, decidedAt: '2026-03-03T23:59:59.999Z' };
    expect(await take(id, 'decision', early)).toMatchObject(outOfOrder('notified'));
    await taken(id, 'decision', { ...notImposed, decidedAt: '2026-03-04T00:00:00Z' });
    expect(await take(id, 'decision', notImposed)).toMatchObject(outOfOrder('decided'));
    expect(await take(id, 'answer', ANSWER)).toMatchObject(outOfOrder('decided'));
  });

  it('take a step once, when two record it at the same time', async () => {
    const id = await open();
    const { admin, admin2 } = registry.keys;
    const answers = await Promise.all(
      [admin, admin2].map((key) =>
        registry.call('POST', `/v1/proceedings/${id}/notice`, { key, body: NOTICE }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('of a removal name a list, and others none', async () => {
    const list = await openList(registry);
    const id = await open({ kind: 'removal', list });
    expect((await get(`/v1/proceedings/${id}`)).body).toMatchObject({ kind: 'removal', list });
    await taken(id, 'notice', NOTICE);
    await taken(id, 'decision', DECISION);
    const order = { ...LAWFUL, vendor };
    for (const wrong of [{ kind: 'removal' }, { kind: 'suspension', list }]) {
      expect(await post('/v1/proceedings', { ...order, ...wrong })).toMatchObject({
        ...{ status: 400, body: { errors: [{ pointer: '/list' }] } },
      });
    }
    expect(
      await post('/v1/proceedings', { ...order, kind: 'removal', list: 'no-list' }),
    ).toMatchObject({ status: 404, body: { code: 'list-not-found' } });
  });

  it.each([
    ['notice', { ...NOTICE, sentAt: '2026-06-01T12:00:00.001Z' }, '/sentAt'],
    ['notice', { ...NOTICE, receivedAt: '2026-01-31T00:00:00Z' }, '/receivedAt'],
    ['notice', { ...NOTICE, answerDue: '2026-02-15T00:00:00Z' }, '/answerDue'],
    ['notice', { ...NOTICE, method: ' ' }, '/method'],
    ['answer', { ...ANSWER, documentSha256: 'ab' }, '/documentSha256'],
    ['decision', { ...DECISION, outcome: 'unknown' }, '/outcome'],
  ])('refuse a %s like %j', async (step, body, pointer) => {
    const id = await open();
    expect(await take(id, step, body)).toMatchObject({
      ...{ status: 400, body: { code: 'invalid-request', errors: [{ pointer }] } },
    });
  });

  it('are listed newest first, by vendor and state, as known now or then', async () => {
    const other = await registerVendor(registry, { name: 'Borealis Fasteners' });
    const first = await open();
    const second = await open({ kind: 'suspension' });
    const third = await open({ vendor: other });
    const { position } = await taken(first, 'notice', NOTICE);
    const listed = async (query: string) =>
      (await get(`/v1/proceedings?${query}`)).body.items.map(({ id }: { id: string }) => id);
    expect(await listed('')).toEqual([third, second, first]);
    expect(await listed(`vendor=${vendor}`)).toEqual([second, first]);
    expect(await listed('state=notified')).toEqual([first]);
    expect(await listed(`vendor=${vendor}&state=proposed`)).toEqual([second]);
    expect(await listed(`state=proposed&knownAt=${position - 1}`)).toEqual([third, second, first]);
    expect(await listed(`knownAt=${position - 2}`)).toEqual([second, first]);
    // Of the first the notice was sent before it was opened; the others had not begun.
    expect(await listed('at=2026-02-02T00:00:00Z')).toEqual([first]);
    expect(await listed('at=2026-01-01T00:00:00Z')).toEqual([]);
    const page = (await get('/v1/proceedings?limit=2')).body;
    expect(await listed(`limit=2&cursor=${page.next}`)).toEqual([first]);
  });

  it('are found as known at a time, and once they have begun', async () => {
    const id = await open();
    const { body } = await get(`/v1/proceedings/${id}`);
    const { entry } = body as { readonly entry: number };
    await taken(id, 'notice', NOTICE);
    const notFound = { status: 404, body: { code: 'proceeding-not-found' } };
    expect(await get(`/v1/proceedings/${id}?knownAt=${entry}`)).toMatchObject(notFound);
    expect((await get(`/v1/proceedings/${id}?knownAt=${entry + 1}`)).body.notice).toBeNull();
    expect(await get(`/v1/proceedings/${id}?at=2026-01-31T00:00:00Z`)).toMatchObject(notFound);
    expect(await get(`/v1/proceedings/${SOME_ID}`)).toMatchObject(notFound);
    expect(await get('/v1/proceedings/no-id')).toMatchObject(notFound);
    expect(await take(SOME_ID, 'notice', NOTICE)).toMatchObject(notFound);
  });

  it('are opened against vendors that there are', async () => {
    const order = { ...LAWFUL, kind: 'debarment', vendor: SOME_ID };
    expect(await post('/v1/proceedings', order)).toMatchObject({
      ...{ status: 404, body: { code: 'vendor-not-found' } },
    });
  });

  it.each(['proceeding', 'proceeding_step'])('can not be rewritten in %s', async (table) => {
    await taken(await open(), 'notice', NOTICE);
    for (const sql of [`UPDATE ${table} SET revision = revision`, `DELETE FROM ${table}`]) {
      await expect(registry.dataSource.query(sql)).rejects.toMatchObject({ code: '23001' });
    }
  });
});
