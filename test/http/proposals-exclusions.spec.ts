import { TestRegistry, type Answer } from '../support/app';
import { aDebarment, exclude, exclusionOf, waive } from '../support/exclusions';
import { change, LAWFUL, openList, registerVendor } from '../support/registry';

const NOW = new Date('2026-06-01T12:00:00.000Z');
const NOBODY = '01980000-0000-7000-8000-0000000000ff';

describe('changes of exclusions by two persons', () => {
  let registry: TestRegistry;
  let vendor: string;

  beforeEach(async () => {
    registry = await TestRegistry.start({ now: NOW });
    vendor = await registerVendor(registry);
  });
  afterEach(() => registry.close());

  const propose = (terms: object, key = registry.keys.admin): Promise<Answer> =>
    registry.call('POST', '/v1/proposals', { key, body: { ...LAWFUL, ...terms } });
  const approve = ({ id, sha256 }: { id: string; sha256: string }, key = registry.keys.admin2) =>
    registry.call('POST', `/v1/proposals/${id}/approve`, { key, body: { sha256 } });
  const get = async (path: string, key = registry.keys.auditor) =>
    (await registry.call('GET', path, { key })).body;
  const entries = async (): Promise<number> =>
    (await registry.dataSource.query('SELECT count(*) AS n FROM history_entry'))[0].n;

  /** The problem that an answer is, without what every one has. */
  const problemIn = ({ status, headers, body }: Answer, code: string) => {
    const { type, instance, requestId, title, ...particular } = body;
    expect({ type, instance, requestId, title, status: body.status }).toEqual({
      type: `http://localhost:3000/problems/${code}`,
      instance: '/v1/proposals',
      requestId: headers['x-request-id'],
      title: expect.stringMatching(/^[A-Z]/),
      status,
    });
    return particular;
  };

  it('excludes nobody until a second person approves', async () => {
    const { status, headers, body } = await propose({
      action: 'exclude',
      exclusion: aDebarment(vendor),
    });
    expect(status).toBe(202);
    expect(headers['location']).toBe(`/v1/proposals/${body.id}`);
    expect(body).toMatchObject({
      ...{ state: 'pending', list: null, exclusion: null, corrects: null, backdated: false },
      ...{ approvalsNeeded: 1, approvedBy: [], entries: [] },
      warnings: [{ pointer: '/effectiveTo', message: expect.stringContaining('3 years') }],
      impact: { checks: 0, turned: [], incomplete: false, byAgency: {}, byClient: {}, turns: {} },
    });
    expect(await get('/v1/exclusions')).toMatchObject({ items: [] });
    expect((await approve(body, registry.keys.admin)).body.code).toBe('same-person');

    const approved = await approve(body);
    expect(approved).toMatchObject({ status: 200, body: { state: 'approved' } });
    const [position] = approved.body.entries;
    const id = await exclusionOf(registry, position);
    expect(approved.body.exclusion).toBe(id);
    expect(await get(`/v1/proposals/${body.id}`)).toMatchObject({ exclusion: id });
    expect(await get(`/v1/exclusions/${id}`)).toMatchObject({
      state: 'in-effect',
      segment: { entry: position, vendor, effective: { from: NOW.toISOString(), to: null } },
      position: approved.body.position,
    });
  });

  it('takes what is left out as the rules have it', async () => {
    const { body } = await propose({ action: 'exclude', exclusion: aDebarment(vendor) });
    expect(body.change).toEqual({
      action: 'exclude',
      ...LAWFUL,
      ...{ effectiveFrom: null, effectiveTo: null },
      exclusion: {
        ...{ kind: 'debarment', basis: null, agency: 'GSA', vendor, affiliates: ['named-only'] },
        scope: { whole: true, articles: [], categories: [], uses: [], exempt: [] },
        binds: { agencies: 'all', groups: [], vehicles: [], systems: [] },
        effects: ['award', 'option', 'modification', 'subcontract'],
        ...{ cause: null, citations: [], comment: null, milestones: [] },
      },
    });
  });

  it('keeps the notice of a proposed debarment with its entry', async () => {
    const notice = {
      ...{ sentAt: '2026-05-20T00:00:00.000Z', method: 'certified mail' },
      answerDue: '2026-06-20T00:00:00.000Z',
    };
    const exclusion = aDebarment(vendor, { kind: 'proposed-debarment' });
    const { entries } = await change(registry, { action: 'exclude', exclusion, notice });
    const { body } = await registry.call('GET', `/v1/history/${entries[0]}`, {
      key: registry.keys.auditor,
    });
    expect(body.after.notice).toEqual(notice);
  });

  it('takes a prohibition as the contract has it', async () => {
    const list = await openList(registry);
    const milestones = [{ code: 'identify', due: '2026-07-01T00:00:00Z' }];
    const citations = [{ edition: 'directive', citation: 'BOD 17-01' }];
    const { status, body } = await propose({
      action: 'exclude',
      exclusion: {
        ...{ kind: 'prohibition', basis: 'directive', agency: 'dhs', vendor },
        affiliates: 'common-control',
        scope: {
          whole: false,
          articles: [{ manufacturer: ' Acme ', product: 'Widget' }, { manufacturer: 'Borealis' }],
          ...{ categories: [], uses: ['public-safety'] },
        },
        binds: { agencies: ['nasa'], groups: ['civilian', 'defense'], vehicles: [list] },
        effects: ['award', 'option', 'modification', 'subcontract', 'use'],
        ...{ cause: 'c', comment: 'The vendor itself is not excluded.', citations, milestones },
      },
      effectiveFrom: '2026-01-01T00:00:00Z',
      effectiveTo: '2030-01-01T00:00:00Z',
    });
    expect(status).toBe(202);
    expect(body.backdated).toBe(true);
    expect(body.change).toMatchObject({
      effectiveFrom: '2026-01-01T00:00:00.000Z',
      exclusion: {
        ...{ basis: 'directive', agency: 'DHS', affiliates: ['common-control'], citations },
        scope: {
          articles: [
            { manufacturer: 'Acme', product: 'Widget', aliases: [] },
            { manufacturer: 'Borealis', product: null, aliases: [] },
          ],
        },
        binds: { agencies: ['NASA'], groups: ['civilian', 'defense'], vehicles: [list] },
        milestones: [{ code: 'identify', title: null, due: '2026-07-01T00:00:00.000Z' }],
      },
    });
  });

  it('takes a prohibition that does not say what it rests on for an order of its agency', async () => {
    const exclusion = aDebarment(vendor, { kind: 'prohibition' });
    const { body } = await propose({ action: 'exclude', exclusion });
    expect(body.change.exclusion.basis).toBe('agency-order');
  });

  it('amends, ends and corrects an exclusion, and still knows what was known before', async () => {
    const from = '2026-01-01T00:00:00.000Z';
    const exclusion = await exclude(registry, aDebarment(vendor), { effectiveFrom: from });
    const { position: before, segment } = await get(`/v1/exclusions/${exclusion}`);
    const march = '2026-03-01T00:00:00.000Z';
    await change(registry, {
      ...{ action: 'amend-exclusion', exclusion, effectiveFrom: march, effectiveTo: null },
      terms: { comment: 'Limited.', effects: ['award'] },
    });
    const read = (query = '') => get(`/v1/exclusions/${exclusion}${query}`);
    expect((await read()).segment).toMatchObject({ comment: 'Limited.', effects: ['award'] });
    expect((await read('?at=2026-02-28T23:59:59.999Z')).segment.comment).toBeNull();
    expect((await read(`?knownAt=${before}`)).segment).toEqual(segment);

    const ended = { action: 'end-exclusion', exclusion, effectiveFrom: '2026-05-01T00:00:00Z' };
    const { entries: made } = await change(registry, { ...ended, corrects: segment.entry });
    expect(await read()).toMatchObject({ state: 'ended', segment: { comment: 'Limited.' } });
    expect(await read(`?knownAt=${made[0]}`)).toMatchObject({ state: 'in-effect' });
    expect(await get(`/v1/history/${made[0]}`)).toMatchObject({
      ...{ type: 'exclusion.ended', exclusion, corrects: segment.entry, correctedBy: [] },
    });
    expect(await get(`/v1/history/${segment.entry}`)).toMatchObject({ correctedBy: made });
  });

  it('keeps an exclusion that was ended at its very start, as one that never was in effect', async () => {
    const from = '2026-01-01T00:00:00.000Z';
    const exclusion = await exclude(registry, aDebarment(vendor), { effectiveFrom: from });
    const { position } = await get(`/v1/exclusions/${exclusion}`);
    await change(registry, { action: 'end-exclusion', exclusion, effectiveFrom: from });
    expect(await get(`/v1/exclusions/${exclusion}`)).toMatchObject({
      ...{ state: 'ended', segment: null, timeline: [] },
    });
    expect(await get('/v1/exclusions')).toMatchObject({ items: [] });
    expect(await get(`/v1/exclusions?knownAt=${position}`)).toMatchObject({
      items: [{ id: exclusion, state: 'in-effect' }],
    });
  });

  it('waives for one agency, and revokes', async () => {
    const exclusion = await exclude(registry, aDebarment(vendor));
    const articles = [{ manufacturer: 'Acme', product: 'Widget' }];
    const waiver = await waive(registry, exclusion, { agency: 'nasa', vendor, articles });
    const { waivers, position } = await get(`/v1/exclusions/${exclusion}`);
    expect(waivers).toEqual([
      {
        ...{ id: waiver, agency: 'NASA', vendor, articles: [{ ...articles[0], aliases: [] }] },
        effective: { from: NOW.toISOString(), to: '2027-01-01T00:00:00.000Z' },
        ...{ entry: position - 1, authority: LAWFUL.authority },
      },
    ]);
    await change(registry, {
      ...{ action: 'revoke-waiver', waiver, effectiveFrom: '2026-09-01T00:00:00Z' },
    });
    const revoked = await get(`/v1/exclusions/${exclusion}`);
    expect(revoked.waivers[0].effective.to).toBe('2026-09-01T00:00:00.000Z');
    expect((await get(`/v1/exclusions/${exclusion}?knownAt=${position}`)).waivers).toEqual(waivers);
  });

  it('merges vendors and takes that back, and ends what joins two', async () => {
    const duplicate = await registerVendor(registry, { name: 'Acme Widgets Inc.' });
    const exclusion = await exclude(registry, aDebarment(duplicate));
    const named = async () => (await get(`/v1/vendors/${vendor}/exclusions`)).exclusions;
    expect(await named()).toEqual([]);
    await change(registry, { action: 'merge-vendors', vendor, duplicate });
    expect(await named()).toMatchObject([{ id: exclusion, state: 'in-effect' }]);
    await change(registry, { action: 'unmerge-vendors', vendor, duplicate });
    expect(await named()).toEqual([]);

    const { body } = await registry.call('POST', `/v1/vendors/${vendor}/affiliations`, {
      key: registry.keys.admin,
      body: { ...LAWFUL, kind: 'subsidiary', vendor: duplicate },
    });
    const end = { action: 'end-affiliation', affiliation: body.id };
    expect(await change(registry, { ...end, effectiveFrom: '2027-01-01T00:00:00Z' })).toMatchObject(
      { state: 'approved', change: end, list: null, exclusion: null },
    );
  });

  it('lists the proposals about one exclusion', async () => {
    const exclusion = await exclude(registry, aDebarment(vendor));
    const ending = (await propose({ action: 'end-exclusion', exclusion })).body;
    await propose({ action: 'exclude', exclusion: aDebarment(vendor) });
    const { items } = await get(`/v1/proposals?exclusion=${exclusion}`);
    expect(items).toMatchObject([{ id: ending.id, exclusion, list: null }]);
    expect(await get(`/v1/proposals?vendor=${vendor}`)).toMatchObject({ items: { length: 3 } });
  });

  it('tells what it would change before anybody approves', async () => {
    const list = await openList(registry);
    await change(registry, { action: 'list', vendor, list, effectiveFrom: '2020-01-01T00:00:00Z' });
    const asked = { vendor: { id: vendor }, purchase: { list, reference: 'PR-1' } };
    const check = await registry.call('POST', '/v1/checks', {
      key: registry.keys.procurement,
      body: asked,
    });
    expect(check.body.verdict).toBe('eligible');
    const { body } = await propose({ action: 'exclude', exclusion: aDebarment(vendor) });
    const count = { checks: 1, turns: { 'eligible → ineligible': 1 } };
    expect(body.impact).toMatchObject({
      ...{ ...count, examined: 1, incomplete: false, byAgency: { DHS: count } },
      turned: [{ id: check.body.id, agency: 'DHS', reference: 'PR-1', wouldBe: 'ineligible' }],
    });
    expect((await get(`/v1/proposals/${body.id}`)).impact).toEqual(body.impact);
  });

  describe('refuses', () => {
    const ofExclusion = (terms: object) => ({ action: 'exclude', exclusion: terms });
    const articles = { whole: false, articles: [{ manufacturer: 'Acme' }] };

    it.each<[string, () => object, string, string]>([
      ['no action', () => ({}), '/action', 'must be one of list, amend-listing, renew'],
      ['an unknown action', () => ({ action: 'constructor' }), '/action', 'must be one of'],
      ['an import, which is no request', () => ({ action: 'import' }), '/action', 'must be one of'],
      ['no terms', () => ({ action: 'exclude' }), '/exclusion', 'must be an object'],
      [
        'a member of another action',
        () => ({ action: 'end-exclusion', exclusion: NOBODY, effectiveTo: null }),
        '/effectiveTo',
        'is not a known member',
      ],
      [
        'an exclusion without a scope',
        () => ofExclusion({ kind: 'debarment', agency: 'GSA', vendor }),
        '/exclusion/scope',
        'must be an object',
      ],
      [
        'the notice of a debarment, which is decided',
        () => ({
          ...ofExclusion(aDebarment(vendor)),
          notice: { sentAt: '2026-05-20T00:00:00Z', method: 'certified mail' },
        }),
        '/notice',
        'goes with a suspension or a proposed debarment',
      ],
      [
        'a scope that covers nothing',
        () => ofExclusion(aDebarment(vendor, { scope: { whole: false } })),
        '/exclusion/scope',
        'must bar something',
      ],
      [
        'an unknown kind',
        () => ofExclusion(aDebarment(vendor, { kind: 'ban' })),
        '/exclusion/kind',
        'must be one of the following values: suspension',
      ],
      [
        'an unknown reach among others',
        () => ofExclusion(aDebarment(vendor, { affiliates: ['successors', 'friends'] })),
        '/exclusion/affiliates',
        'each value in affiliates must be one of',
      ],
      [
        'agencies that are no codes',
        () => ofExclusion(aDebarment(vendor, { binds: { agencies: 'some' } })),
        '/exclusion/binds/agencies',
        'must be "all" or an array',
      ],
      [
        'a binding of nobody',
        () => ofExclusion(aDebarment(vendor, { binds: {} })),
        '/exclusion/binds',
        'must bind somebody',
      ],
      [
        'a basis of what is no prohibition',
        () => ofExclusion(aDebarment(vendor, { basis: 'statute' })),
        '/exclusion/basis',
        'goes only with a prohibition',
      ],
      [
        'a vehicle that is no list',
        () => ofExclusion(aDebarment(vendor, { binds: { vehicles: ['no-list'] } })),
        '/exclusion/binds/vehicles/0',
        '',
      ],
      [
        'an array where a scope should be',
        () => ofExclusion(aDebarment(vendor, { scope: [articles] })),
        '/exclusion/scope',
        'must be an object',
      ],
      [
        'an article without a manufacturer',
        () => ofExclusion(aDebarment(vendor, { scope: { ...articles, articles: [{}] } })),
        '/exclusion/scope/articles/0/manufacturer',
        'must be text that is not blank',
      ],
      [
        'a milestone without a time',
        () => ofExclusion(aDebarment(vendor, { milestones: [{ code: 'identify' }] })),
        '/exclusion/milestones/0/due',
        'must be an RFC 3339 time',
      ],
      [
        'an amendment of nothing',
        () => ({ action: 'amend-exclusion', exclusion: NOBODY, terms: {} }),
        '/terms',
        'must say what is to change',
      ],
      [
        'another vendor for an exclusion',
        () => ({ action: 'amend-exclusion', exclusion: NOBODY, terms: { vendor } }),
        '/terms/vendor',
        'is not a known member',
      ],
      [
        'null where an amendment says something',
        () => ({ action: 'amend-exclusion', exclusion: NOBODY, terms: { kind: null } }),
        '/terms/kind',
        'must be one of',
      ],
      [
        'a waiver without an end',
        () => ({ action: 'waive', exclusion: NOBODY, agency: 'NASA' }),
        '/effectiveTo',
        'must be an RFC 3339 time',
      ],
      [
        'a correction of no position',
        () => ({ ...ofExclusion(aDebarment(vendor)), corrects: -1 }),
        '/corrects',
        'must not be less than 0',
      ],
    ])('%s, and changes nothing', async (_, terms, pointer, message) => {
      const before = await entries();
      const problem = problemIn(await propose(terms()), 'invalid-request');
      const errors = [{ pointer, message: expect.stringContaining(message) }];
      expect(problem).toMatchObject({ status: 400, code: 'invalid-request' });
      expect(problem.errors).toEqual(expect.arrayContaining(errors));
      expect(await entries()).toBe(before);
    });

    it.each<[string, object, number, string, string, object]>([
      [
        'an exclusion that there is none of',
        { action: 'end-exclusion', exclusion: NOBODY },
        ...[404, 'exclusion-not-found', `There is no exclusion ${NOBODY}.`, { exclusion: NOBODY }],
      ] as never,
      [
        'a waiver that there is none of',
        { action: 'revoke-waiver', waiver: NOBODY },
        ...[404, 'waiver-not-found', `There is no waiver ${NOBODY}.`, { waiver: NOBODY }],
      ] as never,
      [
        'an unknown vendor',
        { action: 'exclude', exclusion: aDebarment(NOBODY) },
        ...[404, 'vendor-not-found', `There is no vendor ${NOBODY}.`, { vendor: NOBODY }],
      ] as never,
      [
        'a period that ends before it begins',
        {
          ...{ action: 'exclude', effectiveFrom: '2026-02-01T00:00:00Z' },
          ...{ exclusion: aDebarment(NOBODY), effectiveTo: '2026-02-01T00:00:00Z' },
        },
        ...[422, 'invalid-period', expect.any(String), { errors: expect.any(Array) }],
      ] as never,
      [
        'a correction of an entry about something else',
        { action: 'exclude', exclusion: aDebarment(NOBODY), corrects: 0 },
        422,
        'correction-misplaced',
        'Entry 0 is about something else, or is not there.',
        {
          errors: [{ pointer: '/corrects', message: 'must name an entry about the same subject' }],
        },
      ],
    ])('%s', async (name, terms, status, code, detail, members) => {
      // A vendor that there is, except where that is what is refused.
      const text = JSON.stringify(terms);
      const needsVendor = 'exclusion' in terms && typeof terms.exclusion === 'object';
      const body: object =
        needsVendor && name !== 'an unknown vendor'
          ? JSON.parse(text.replace(NOBODY, vendor))
          : terms;
      const answer = await propose(body);
      expect(problemIn(answer, code)).toEqual({ status, code, detail, ...members });
    });

    it('to change what has ended, and to waive it', async () => {
      const times = {
        effectiveFrom: '2025-01-01T00:00:00Z',
        effectiveTo: '2026-01-01T00:00:00Z',
      };
      const exclusion = await exclude(registry, aDebarment(vendor), times);
      for (const terms of [
        { action: 'end-exclusion', exclusion },
        { action: 'amend-exclusion', exclusion, terms: { comment: 'x' } },
        { action: 'waive', exclusion, agency: 'NASA', effectiveTo: '2027-01-01T00:00:00Z' },
      ]) {
        expect(problemIn(await propose(terms), 'exclusion-not-in-effect')).toEqual({
          ...{ status: 409, code: 'exclusion-not-in-effect', exclusion },
          detail: `Nothing of exclusion ${exclusion} is in effect from ${NOW.toISOString()} on.`,
        });
      }
    });

    it('an approval that the facts have overtaken', async () => {
      const exclusion = await exclude(registry, aDebarment(vendor));
      const { body } = await propose({ action: 'end-exclusion', exclusion });
      await waive(registry, exclusion);
      const answer = await approve(body);
      expect(answer).toMatchObject({
        status: 409,
        body: { code: 'proposal-stale', subject: `exclusion ${exclusion}` },
      });
    });

    it('a vendor that is merged with itself, is not merged, or was merged', async () => {
      const itself = { action: 'merge-vendors', vendor, duplicate: vendor };
      expect(problemIn(await propose(itself), 'invalid-request').errors).toMatchObject([
        { pointer: '/duplicate' },
      ]);
      const duplicate = await registerVendor(registry, { name: 'Other' });
      const unmerge = { action: 'unmerge-vendors', vendor, duplicate };
      expect((await propose(unmerge)).body).toMatchObject({ code: 'vendor-not-merged' });
      await change(registry, { action: 'merge-vendors', vendor, duplicate });
      const excluding = { action: 'exclude', exclusion: aDebarment(duplicate) };
      expect((await propose(excluding)).body).toMatchObject({
        ...{ status: 409, code: 'vendor-merged', survivor: vendor },
      });
    });

    it('a change by a buyer or an auditor', async () => {
      const terms = { action: 'exclude', exclusion: aDebarment(vendor) };
      for (const name of ['procurement', 'auditor'] as const) {
        expect((await propose(terms, registry.keys[name])).body.code).toBe('forbidden');
      }
    });
  });
});
