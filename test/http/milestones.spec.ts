import { encodeCursor } from '../../src/http/cursor';
import { pageScope } from '../../src/http/page';
import { TestRegistry, type CallerName } from '../support/app';
import { exclude } from '../support/exclusions';
import { change, registerVendor } from '../support/registry';

const NOW = '2017-11-20T12:00:00.000Z';
const SHA_256 = 'ab'.repeat(32);
const SOME_ID = '0198f3a0-0000-7000-8000-000000000000';
const FROM = { effectiveFrom: '2017-09-13T00:00:00Z' };

const MILESTONES = [
  { code: 'identify', title: 'Identify the products', due: '2017-10-13T00:00:00.000Z' },
  { code: 'plan', title: 'Plan their removal', due: '2017-11-12T00:00:00.000Z' },
  { code: 'remove', title: null, due: '2017-12-12T15:30:00.000Z' },
];

const DIRECTIVE = {
  ...{ kind: 'prohibition', basis: 'directive', agency: 'DHS', milestones: MILESTONES },
  scope: { whole: false, articles: [{ manufacturer: 'Invented Lab' }] },
  binds: { agencies: ['DHS', 'NASA'] },
};

describe('Milestones', () => {
  let registry: TestRegistry;
  let exclusion: string;

  beforeEach(async () => {
    registry = await TestRegistry.start({ now: new Date(NOW) });
    exclusion = await exclude(registry, DIRECTIVE, FROM);
  });
  afterEach(() => registry.close());

  const get = (path: string) => registry.call('GET', path, { key: registry.keys.procurement });
  const report = (code: string, terms: object = {}, caller: CallerName = 'procurement') =>
    registry.call('POST', `/v1/exclusions/${exclusion}/milestones/${code}/reports`, {
      key: registry.keys[caller],
      body: { evidenceSha256: SHA_256, ...terms },
    });
  const reported = async (...given: Parameters<typeof report>) => {
    const answer = await report(...given);
    expect(answer).toMatchObject({ status: 201 });
    return answer.body as { readonly entry: number; readonly position: number };
  };
  type Told = { exclusion: string; code: string; agencies: { agency: string; state: string }[] };
  /** State by milestone and agency. */
  const statesIn = (milestones: Told[]) =>
    Object.fromEntries(
      milestones.flatMap(({ code, agencies }) =>
        agencies.map(({ agency, state }) => [`${code} ${agency}`, state]),
      ),
    );
  const states = async (query = '') =>
    statesIn((await get(`/v1/exclusions/${exclusion}/milestones?${query}`)).body.milestones);

  it('are reported by the caller’s own agency, and recorded', async () => {
    const done = { doneAt: '2017-10-12T00:00:00Z', note: 'None found.' };
    const { status, body } = await report('identify', done);
    expect(status).toBe(201);
    const { entry } = body as { readonly entry: number };
    expect(body).toEqual({
      ...{ id: body.id, exclusion, code: 'identify', agency: 'DHS' },
      ...{ doneAt: '2017-10-12T00:00:00.000Z', evidenceSha256: SHA_256, note: 'None found.' },
      ...{ reportedBy: registry.callers.procurement, reportedAt: NOW },
      ...{ entry, position: entry + 1 },
    });
    const recorded = await registry.call('GET', `/v1/history/${entry}`, {
      key: registry.keys.auditor,
    });
    expect(recorded.body).toMatchObject({
      ...{ type: 'milestone.reported', exclusion, vendors: [], before: null },
      actor: { id: registry.callers.procurement },
      after: {
        ...{ code: 'identify', agency: 'DHS', doneAt: '2017-10-12T00:00:00.000Z' },
        ...{ evidenceSha256: SHA_256, note: 'None found.' },
      },
    });
  });

  it('tell how far each agency is', async () => {
    const { entry } = await reported('identify', { doneAt: '2017-10-12T00:00:00Z' });
    await reported('identify', {}, 'otherAgency');
    const { body } = await get(`/v1/exclusions/${exclusion}/milestones`);
    expect(body).toEqual({
      ...{ exclusion, milestones: body.milestones, at: NOW, position: entry + 2 },
    });
    const whole = await get(`/v1/exclusions/${exclusion}`);
    expect(whole.body.milestones).toEqual(body.milestones);
    expect(statesIn(body.milestones)).toEqual({
      ...{ 'identify DHS': 'done', 'identify NASA': 'late' },
      ...{ 'plan DHS': 'overdue', 'plan NASA': 'overdue' },
      ...{ 'remove DHS': 'due', 'remove NASA': 'due' },
    });
    const [identify, plan] = body.milestones;
    expect(identify).toMatchObject({
      ...{ exclusion, vendor: null, citation: 'FAR 9.406-2', ...MILESTONES[0] },
    });
    expect(identify.agencies[0]).toEqual({
      ...{ agency: 'DHS', state: 'done', doneAt: '2017-10-12T00:00:00.000Z' },
      ...{ evidenceSha256: SHA_256, note: null, reportedBy: registry.callers.procurement },
      ...{ reportedAt: NOW, entry },
    });
    expect(plan.agencies[1]).toEqual({
      ...{ agency: 'NASA', state: 'overdue', doneAt: null, evidenceSha256: null, note: null },
      ...{ reportedBy: null, reportedAt: null, entry: null },
    });
  });

  it('count by the newest report of an agency', async () => {
    await reported('identify', { doneAt: '2017-10-12T00:00:00Z' });
    const corrected = await reported('identify', { doneAt: '2017-10-20T00:00:00Z' });
    expect(await states()).toMatchObject({ 'identify DHS': 'late' });
    const { body } = await registry.call('GET', `/v1/history/${corrected.entry}`, {
      key: registry.keys.auditor,
    });
    expect(body).toMatchObject({
      before: { doneAt: '2017-10-12T00:00:00.000Z' },
      after: { doneAt: '2017-10-20T00:00:00.000Z' },
    });
  });

  it('stand as they did at any time, as known at any time', async () => {
    const { position } = await reported('identify', { doneAt: '2017-10-12T00:00:00Z' });
    expect(await states('at=2017-10-11T00:00:00Z')).toMatchObject({ 'identify DHS': 'due' });
    expect(await states('at=2017-10-12T00:00:00Z')).toMatchObject({ 'identify DHS': 'done' });
    expect(await states(`knownAt=${position}`)).toMatchObject({ 'identify DHS': 'done' });
    expect(await states(`knownAt=${position - 1}`)).toMatchObject({ 'identify DHS': 'overdue' });
  });

  it('name the vendor of their exclusion in the history', async () => {
    const vendor = await registerVendor(registry);
    const whole = { ...DIRECTIVE, vendor, scope: { whole: true } };
    exclusion = await exclude(registry, whole, FROM);
    const { entry } = await reported('plan');
    const { body } = await registry.call('GET', `/v1/history?vendor=${vendor}`, {
      key: registry.keys.auditor,
    });
    expect(body.items.at(-1)).toMatchObject({ position: entry, type: 'milestone.reported' });
  });

  it('ask nothing of agencies that the exclusion does not bind', async () => {
    expect(await report('identify', {}, 'admin')).toMatchObject({
      status: 403,
      body: { code: 'agency-not-bound', exclusion, agency: 'GSA' },
    });
    expect(await states()).not.toHaveProperty('identify GSA');
  });

  it('are taken from an agency that is not in the directory, where a group is bound', async () => {
    const { body: caller } = await registry.call('POST', '/v1/clients', {
      key: registry.keys.admin,
      body: { name: 'Zoo desk', agency: 'ZOO', roles: ['procurement'] },
    });
    const { body: key } = await registry.call('POST', `/v1/clients/${caller.id}/keys`, {
      key: registry.keys.admin,
      body: {},
    });
    exclusion = await exclude(registry, { ...DIRECTIVE, binds: { groups: ['defense'] } }, FROM);
    const path = `/v1/exclusions/${exclusion}/milestones/identify/reports`;
    const body = { evidenceSha256: SHA_256 };
    expect(await registry.call('POST', path, { key: key.apiKey, body })).toMatchObject({
      ...{ status: 201, body: { agency: 'ZOO' } },
    });
    expect(await states()).toMatchObject({ 'identify DOD': 'overdue', 'identify ZOO': 'late' });
  });

  it.each([
    ['that lies in the future', { doneAt: '2017-11-20T12:00:00.001Z' }, '/doneAt'],
    ['without evidence', { evidenceSha256: undefined }, '/evidenceSha256'],
    ['with evidence that is no digest', { evidenceSha256: 'ab' }, '/evidenceSha256'],
  ])('refuse a report %s', async (_, terms, pointer) => {
    expect(await report('identify', terms)).toMatchObject({
      ...{ status: 400, body: { code: 'invalid-request', errors: [{ pointer }] } },
    });
  });

  it('are those that the exclusion sets', async () => {
    expect(await report('unknown')).toMatchObject({
      ...{ status: 404, body: { code: 'milestone-not-found', milestone: 'unknown' } },
    });
    const milestones = [{ code: 'renamed', due: '2018-01-01T00:00:00Z' }];
    await change(registry, { action: 'amend-exclusion', exclusion, terms: { milestones } });
    expect(await report('identify')).toMatchObject({ status: 404 });
    await reported('renamed');
    expect(Object.keys(await states())).toEqual(['renamed DHS', 'renamed NASA']);
    exclusion = SOME_ID;
    const notFound = { status: 404, body: { code: 'exclusion-not-found' } };
    expect(await report('identify')).toMatchObject(notFound);
    expect(await get(`/v1/exclusions/${SOME_ID}/milestones`)).toMatchObject(notFound);
  });

  it('can not be rewritten', async () => {
    await reported('identify');
    for (const sql of ['UPDATE milestone_report SET note = NULL', 'DELETE FROM milestone_report']) {
      await expect(registry.dataSource.query(sql)).rejects.toMatchObject({ code: '23001' });
    }
  });

  describe('of all exclusions', () => {
    let other: string;

    beforeEach(async () => {
      const milestones = [{ code: 'stop', due: '2017-11-01T00:00:00Z' }];
      other = await exclude(
        registry,
        { ...DIRECTIVE, binds: { systems: ['sci'] }, milestones },
        FROM,
      );
      const ended = { ...FROM, effectiveTo: '2017-11-01T00:00:00Z' };
      await exclude(registry, DIRECTIVE, ended);
      await reported('plan');
    });

    const listed = async (query: string) =>
      (await get(`/v1/milestones?${query}`)).body.items.map(
        ({ code, agencies }: Told) => `${code}: ${agencies.map(({ agency }) => agency).join(' ')}`,
      );

    it('are listed, those due first', async () => {
      const { body } = await get('/v1/milestones');
      expect(body.items.map(({ exclusion: id, code }: Told) => [id, code])).toEqual([
        ...[
          [exclusion, 'identify'],
          [other, 'stop'],
          [exclusion, 'plan'],
          [exclusion, 'remove'],
        ],
      ]);
      expect(await listed('at=2017-10-20T00:00:00Z')).toHaveLength(7);
    });

    it('are narrowed to what is overdue, and to one agency', async () => {
      expect(await listed('overdue=true')).toEqual(['identify: DHS NASA', 'plan: NASA']);
      expect(await listed('overdue=true&agency=NASA')).toEqual(['identify: NASA', 'plan: NASA']);
      expect(await listed('overdue=false&agency=dhs')).toEqual(['plan: DHS', 'remove: DHS']);
      expect(await listed('agency=CISA')).toEqual(['identify: CISA', 'plan: CISA', 'remove: CISA']);
      expect(await listed('agency=GSA')).toEqual([]);
    });

    it('are listed page by page', async () => {
      const seen: string[] = [];
      let cursor = '';
      do {
        const { body } = await get(`/v1/milestones?overdue=false&limit=1${cursor}`);
        seen.push(...body.items.map(({ code }: Told) => code));
        cursor = body.next === null ? '' : `&cursor=${body.next}`;
      } while (cursor !== '');
      expect(seen).toEqual(['plan', 'remove']);
    });

    it.each(['\u0000', '', "'"])('refuse a cursor that was made up to hold %j', async (code) => {
      const key = `2017-10-13T00:00:00.000Z/${SOME_ID}/${code}`;
      const cursor = encodeCursor(pageScope('milestones', {}), key);
      expect(await get(`/v1/milestones?cursor=${cursor}`)).toMatchObject({
        ...{ status: 400, body: { code: 'malformed-cursor' } },
      });
    });
  });

  describe('as a calendar', () => {
    const uid = (id: string, code: string) => `UID:${id}.${code}@approved-vendor-registry`;
    const uidsIn = (calendar: string) =>
      calendar
        .replaceAll('\r\n ', '')
        .split('\r\n')
        .filter((line) => line.startsWith('UID:'));

    it('are given of one exclusion', async () => {
      const { status, headers, body } = await get(`/v1/exclusions/${exclusion}/milestones.ics`);
      expect(status).toBe(200);
      expect(headers['content-type']).toBe('text/calendar; charset=utf-8');
      expect(uidsIn(body)).toEqual(MILESTONES.map(({ code }) => uid(exclusion, code)));
      expect(body).toContain('DTSTART;VALUE=DATE:20171012\r\n');
      expect(body).toContain('DTSTART:20171212T153000Z\r\n');
      expect(await get(`/v1/exclusions/${SOME_ID}/milestones.ics`)).toMatchObject({
        ...{ status: 404, body: { code: 'exclusion-not-found' } },
      });
    });

    it('are given of all exclusions in effect, and of those that bind an agency', async () => {
      const milestones = [{ code: 'stop', due: '2017-11-01T00:00:00Z' }];
      const binds = { groups: ['defense'] };
      const other = await exclude(registry, { ...DIRECTIVE, binds, milestones }, FROM);
      expect(uidsIn((await get('/v1/milestones.ics')).body)).toEqual([
        ...[uid(exclusion, 'identify'), uid(other, 'stop')],
        ...[uid(exclusion, 'plan'), uid(exclusion, 'remove')],
      ]);
      const ofArmy = (await get('/v1/milestones.ics?agency=ARMY')).body;
      expect(uidsIn(ofArmy)).toEqual([uid(other, 'stop')]);
      const ofUnknown = (await get('/v1/milestones.ics?agency=ZOO')).body;
      // It may be of the department that one names, and of the group that the other does.
      expect(uidsIn(ofUnknown)).toEqual([
        ...[uid(exclusion, 'identify'), uid(other, 'stop')],
        ...[uid(exclusion, 'plan'), uid(exclusion, 'remove')],
      ]);
    });

    it('are given to whoever takes calendars, and to nobody who does not', async () => {
      const asking = (accept: string) =>
        registry.call('GET', '/v1/milestones.ics', {
          key: registry.keys.procurement,
          headers: { accept },
        });
      expect(await asking('text/calendar')).toMatchObject({ status: 200 });
      expect(await asking('*/*')).toMatchObject({ status: 200 });
      expect(await asking('image/png')).toMatchObject({
        ...{ status: 406, body: { code: 'not-acceptable', offered: ['text/calendar'] } },
      });
    });
  });
});
