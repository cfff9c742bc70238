import { TestRegistry, type CallerName } from '../support/app';
import { aDebarment, exclude } from '../support/exclusions';
import { change, LAWFUL, openList, registerVendor } from '../support/registry';

const NOBODY = '01980000-0000-7000-8000-0000000000ff';
const REASON = { reason: 'for the test' };
const ADDRESS = '/v1/screening/decisions';

describe(ADDRESS, () => {
  let registry: TestRegistry;
  let one: string;
  let other: string;

  beforeAll(async () => {
    registry = await TestRegistry.start();
  });
  afterAll(() => registry.close());

  beforeEach(async () => {
    one = await registerVendor(registry, { name: 'Acme Widgets LLC' });
    other = await registerVendor(registry, { name: 'Acme Widgetry Inc.' });
  });

  const decide = (terms: object, caller: CallerName = 'admin') =>
    registry.call('POST', ADDRESS, { key: registry.keys[caller], body: { ...REASON, ...terms } });
  const read = (query: string, caller: CallerName = 'procurement') =>
    registry.call('GET', `${ADDRESS}${query}`, { key: registry.keys[caller] });
  const excluded = async (terms: object = {}) => {
    const vendor = await registerVendor(registry, { name: 'Barred Beams' });
    const exclusion = await exclude(registry, aDebarment(vendor, terms));
    return { vendor, exclusion };
  };
  const ofArticles = () =>
    exclude(registry, {
      ...{ kind: 'prohibition', basis: 'directive', agency: 'DHS' },
      scope: { whole: false, articles: [{ manufacturer: 'Zorgon', product: 'Router' }] },
    });

  describe('POST', () => {
    it('records what one admin finds of two vendors, whichever way round they are given', async () => {
      const answer = await decide({
        ...{ vendor: other.toUpperCase(), other: one.toUpperCase(), finding: 'same' },
      });
      expect(answer).toMatchObject({ status: 201 });
      const { id, position } = answer.body;
      expect(answer.headers['location']).toBe(`${ADDRESS}/${id}`);
      const found = {
        ...{ finding: 'same', persons: 1, entry: position - 1, ...REASON },
        ...{ recordedAt: '2026-06-01T12:00:00.000Z', authority: null, proposal: null },
        actor: { id: registry.callers.admin, kind: 'person', person: registry.callers.admin },
      };
      expect(answer.body).toEqual({
        id,
        vendor: { id: one, name: 'Acme Widgets LLC', knownAs: one },
        ...{ name: null, exclusion: null, standing: true, lapses: [] },
        other: { id: other, name: 'Acme Widgetry Inc.', knownAs: other },
        ...{ ...found, findings: [found], position },
      });
      expect((await read(`/${id}`)).body).toEqual(answer.body);
    });

    it('takes a name, on its own authority', async () => {
      const { authority } = LAWFUL;
      const answer = await decide({
        ...{ name: ' ACME Widgets Ltd ', other, finding: 'not-same', authority },
      });
      expect(answer).toMatchObject({
        status: 201,
        body: { vendor: null, name: 'ACME Widgets Ltd', finding: 'not-same', authority },
      });
    });

    it('takes the articles of an exclusion', async () => {
      const exclusion = await ofArticles();
      const answer = await decide({ vendor: one, exclusion, finding: 'same' });
      expect(answer).toMatchObject({
        ...{ status: 201, body: { vendor: { id: one }, other: null, exclusion, standing: true } },
      });
    });

    it.each([
      [{ vendor: undefined }, '/vendor'],
      [{ name: 'Acme' }, '/name'],
      [{ vendor: undefined, name: ' -- ' }, '/name'],
      [{ vendor: undefined, name: 'ACME WIDGETRY, INC' }, '/name'],
      [{ other: undefined }, '/other'],
      [{ other: undefined, exclusion: 'none' }, '/exclusion'],
      [{ exclusion: NOBODY }, '/exclusion'],
      [{ vendor: 'nobody' }, '/vendor'],
      [{ finding: 'alike' }, '/finding'],
      [{ finding: undefined }, '/finding'],
      [{ reason: ' ' }, '/reason'],
      [{ reason: undefined }, '/reason'],
      [{ replaces: -1 }, '/replaces'],
      [{ authority: { citation: 'x' } }, '/authority/office'],
      [{ persons: 2 }, '/persons'],
    ])('refuses %j, and names %s', async (terms, pointer) => {
      const answer = await decide({ vendor: one, other, finding: 'same', ...terms });
      expect(answer).toMatchObject({ status: 400, body: { code: 'invalid-request' } });
      const pointers = answer.body.errors.map((error: { pointer: string }) => error.pointer);
      expect(new Set(pointers)).toEqual(new Set([pointer]));
    });

    it('refuses one vendor twice, and an exclusion that covers no articles', async () => {
      const { exclusion } = await excluded();
      for (const [terms, pointer] of [
        [{ vendor: one, other: one }, '/other'],
        [{ vendor: one, exclusion }, '/exclusion'],
      ] as const) {
        expect(await decide({ finding: 'same', ...terms })).toMatchObject({
          ...{ status: 400, body: { errors: [{ pointer }] } },
        });
      }
    });

    it('knows no record that there is none of', async () => {
      for (const terms of [
        { vendor: NOBODY, other },
        { vendor: one, other: NOBODY },
      ]) {
        expect(await decide({ ...terms, finding: 'same' })).toMatchObject({
          ...{ status: 404, body: { code: 'vendor-not-found', vendor: NOBODY } },
        });
      }
      expect(await decide({ name: 'X', exclusion: NOBODY, finding: 'same' })).toMatchObject({
        ...{ status: 404, body: { code: 'exclusion-not-found', exclusion: NOBODY } },
      });
    });

    it('says no more of a vendor that was merged, and names whom to ask for', async () => {
      await change(registry, { action: 'merge-vendors', vendor: one, duplicate: other });
      const third = await registerVendor(registry, { name: 'Third' });
      for (const terms of [
        { vendor: third, other },
        { vendor: one, other },
        { name: 'X', other },
      ]) {
        expect(await decide({ ...terms, finding: 'same' })).toMatchObject({
          ...{ status: 409, body: { code: 'vendor-merged', vendor: other, survivor: one } },
        });
      }
      // Nor can a name be found to be another than that of the vendor which it came with.
      const own = { name: 'acme widgetry inc', other: one, finding: 'not-same' };
      expect(await decide(own)).toMatchObject({ status: 400 });
    });

    it('replaces a finding that stands only where that is named', async () => {
      const pair = { vendor: one, other };
      const { body: first } = await decide({ ...pair, finding: 'same' });
      const stands = {
        status: 409,
        body: { code: 'finding-stands', decision: first.id, finding: 'same', entry: first.entry },
      };
      for (const finding of ['same', 'not-same', 'undecided']) {
        expect(await decide({ ...pair, finding })).toMatchObject(stands);
        const named = { ...pair, finding, replaces: first.entry - 1 };
        expect(await decide(named)).toMatchObject(stands);
      }
      expect(await decide({ ...pair, finding: 'same', replaces: first.entry })).toMatchObject(
        stands,
      );
      const second = await decide({ ...pair, finding: 'not-same', replaces: first.entry });
      expect(second).toMatchObject({
        status: 201,
        body: { id: first.id, findings: [{ finding: 'same' }, { finding: 'not-same' }] },
      });
      const back = await decide({ ...pair, finding: 'undecided', replaces: second.body.entry });
      expect(back).toMatchObject({
        status: 201,
        body: { id: first.id, finding: 'undecided', standing: false, lapses: [] },
      });
      expect(back.body.findings).toHaveLength(3);
      const nothing = { status: 409, body: { code: 'nothing-found' } };
      expect(await decide({ ...pair, finding: 'undecided' })).toMatchObject(nothing);
      const replacing = { ...pair, finding: 'same', replaces: back.body.entry };
      expect(await decide(replacing)).toMatchObject(nothing);
    });

    it('takes two persons to part a pair that is barred, and says so', async () => {
      const { vendor, exclusion } = await excluded();
      const pair = { name: 'Barred Beams North', other: vendor };
      const refused = {
        status: 409,
        body: { code: 'finding-takes-two', exclusions: [exclusion] },
      };
      expect(await decide({ ...pair, finding: 'not-same' })).toMatchObject(refused);
      const { body: found } = await decide({ ...pair, finding: 'same' });
      for (const finding of ['not-same', 'undecided']) {
        const loosened = await decide({ ...pair, finding, replaces: found.entry });
        expect(loosened).toMatchObject(refused);
      }
      const { entries } = await change(registry, {
        ...{ action: 'decide-match', ...pair, finding: 'not-same' },
      });
      const { body } = await read(`/${found.id}`);
      expect(body).toMatchObject({
        ...{ finding: 'not-same', persons: 2, entry: entries[0], standing: true },
        proposal: { approvedBy: [registry.callers.admin2] },
        findings: [{ persons: 1 }, { persons: 2 }],
      });
    });

    it.each(['procurement', 'auditor'] as const)('is closed to %s', async (caller) => {
      const answer = await decide({ vendor: one, other, finding: 'same' }, caller);
      expect(answer).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    });

    it('is carried out once where it is sent twice', async () => {
      const send = () =>
        registry.call('POST', ADDRESS, {
          ...{ key: registry.keys.admin, headers: { 'idempotency-key': 'a-finding' } },
          body: { ...REASON, vendor: one, other, finding: 'same' },
        });
      const [first, again] = [await send(), await send()];
      expect(first).toMatchObject({ status: 201 });
      expect(again).toMatchObject({ status: 201, body: first.body });
    });
  });

  describe('what takes two persons', () => {
    const propose = (terms: object, caller: CallerName = 'admin') =>
      registry.call('POST', '/v1/proposals', {
        key: registry.keys[caller],
        body: { ...LAWFUL, action: 'decide-match', ...terms },
      });
    const decline = (id: string, how: string, caller: CallerName, body = {}) =>
      registry.call('POST', `/v1/proposals/${id}/${how}`, { key: registry.keys[caller], body });

    it.each([
      [{ vendor: undefined }, '/vendor'],
      [{ name: 'Acme' }, '/name'],
      [{ vendor: undefined, name: '--' }, '/name'],
      [{ other: undefined }, '/other'],
      [{ exclusion: NOBODY }, '/exclusion'],
      [{ finding: 'alike' }, '/finding'],
      [{ effectiveFrom: '2026-06-01T00:00:00Z' }, '/effectiveFrom'],
      [{ replaces: 1 }, '/replaces'],
    ])('is not %j, and names %s', async (terms, pointer) => {
      const answer = await propose({ vendor: one, other, finding: 'not-same', ...terms });
      expect(answer).toMatchObject({ status: 400, body: { errors: [{ pointer }] } });
    });

    it('is bound by its digest, and by another than who proposed it', async () => {
      const { vendor } = await excluded();
      const pair = { vendor: one.toUpperCase(), other: vendor, finding: 'not-same' };
      const proposed = await propose(pair);
      expect(proposed).toMatchObject({
        status: 202,
        body: {
          ...{ state: 'pending', approvalsNeeded: 1, backdated: false },
          change: { action: 'decide-match', vendor: one, name: null, other: vendor },
          impact: { checks: 0 },
        },
      });
      const { id, sha256 } = proposed.body;
      expect(await decline(id, 'approve', 'admin', { sha256 })).toMatchObject({
        ...{ status: 403, body: { code: 'same-person' } },
      });
      const altered = { sha256: 'ab'.repeat(32) };
      expect(await decline(id, 'approve', 'admin2', altered)).toMatchObject({
        ...{ status: 409, body: { code: 'proposal-altered' } },
      });
      expect((await read(`?vendor=${one}`)).body.items).toEqual([]);
      const approved = await decline(id, 'approve', 'admin2', { sha256 });
      expect(approved).toMatchObject({ status: 200, body: { state: 'approved' } });
      expect((await read(`?vendor=${one}`)).body.items).toMatchObject([
        { persons: 2, entry: approved.body.entries[0], ...LAWFUL },
      ]);
    });

    it('is rejected or withdrawn as any other, and found by nobody then', async () => {
      const { vendor } = await excluded();
      const pair = { vendor: one, other: vendor, finding: 'not-same' };
      const [first, second] = [(await propose(pair)).body.id, (await propose(pair)).body.id];
      expect(await decline(first, 'reject', 'admin2')).toMatchObject({ status: 200 });
      expect(await decline(second, 'withdraw', 'admin')).toMatchObject({ status: 200 });
      expect((await read(`?vendor=${one}`)).body.items).toEqual([]);
    });

    it('is stale once something else was found', async () => {
      const { vendor } = await excluded();
      const { body } = await propose({ vendor: one, other: vendor, finding: 'not-same' });
      await decide({ vendor: one, other: vendor, finding: 'same' });
      const approval = { sha256: body.sha256 };
      expect(await decline(body.id, 'approve', 'admin2', approval)).toMatchObject({
        ...{ status: 409, body: { code: 'proposal-stale', subject: 'the pair' } },
      });
      const foreseen = await registry.call('GET', `/v1/proposals/${body.id}/impact`, {
        key: registry.keys.admin,
      });
      expect(foreseen).toMatchObject({ status: 200 });
    });
  });

  describe('GET', () => {
    it('lists what is found of a vendor, on either side, the newest pair first, by the page', async () => {
      const third = await registerVendor(registry, { name: 'Third' });
      const { body: first } = await decide({ vendor: one, other, finding: 'same' });
      const { body: second } = await decide({ vendor: third, other, finding: 'not-same' });
      const { body: named } = await decide({ name: 'Akme', other, finding: 'same' });
      const { findings: _, position: __, ...item } = named;
      const page = await read(`?vendor=${other}&limit=1`);
      expect(page.body).toEqual({
        ...{ items: [item], next: expect.any(String), position: named.position },
      });
      expect(page.headers['link']).toContain('rel="next"');
      const rest = await read(`?vendor=${other}&limit=1&cursor=${page.body.next}`);
      expect(rest.body.items).toMatchObject([{ id: second.id }]);
      const idsOf = async (query: string) =>
        (await read(`?${query}`)).body.items.map(({ id }: { id: string }) => id);
      expect(await idsOf(`vendor=${one}`)).toEqual([first.id]);
      expect(await idsOf(`vendor=${other}&finding=not-same`)).toEqual([second.id]);
      expect(await idsOf(`vendor=${other}&knownAt=${second.position - 1}`)).toEqual([first.id]);
      expect(await idsOf(`vendor=${NOBODY}`)).toEqual([]);
      const elsewhere = await read(`?vendor=${one}&cursor=${page.body.next}`);
      expect(elsewhere).toMatchObject({ status: 400, body: { code: 'malformed-cursor' } });
    });

    it('lists what is found of an exclusion', async () => {
      const exclusion = await ofArticles();
      const { body } = await decide({ name: 'Zorgan', exclusion, finding: 'same' });
      expect((await read(`?exclusion=${exclusion}`)).body.items).toMatchObject([{ id: body.id }]);
    });

    it('tells which findings count no more, and why', async () => {
      const { body: found } = await decide({ vendor: one, other, finding: 'same' });
      await registry.call('PATCH', `/v1/vendors/${other}`, {
        ...{ key: registry.keys.admin, body: { country: 'CA' }, headers: { 'if-match': '*' } },
      });
      const lapsed = { id: found.id, finding: 'same', standing: false, lapses: ['other'] };
      expect((await read(`/${found.id}`)).body).toMatchObject(lapsed);
      const before = await read(`/${found.id}?knownAt=${found.position}`);
      expect(before.body).toEqual(found);
      expect((await read(`?vendor=${one}`)).body.items).toMatchObject([lapsed]);
      expect((await read(`?vendor=${one}&standing=false`)).body.items).toMatchObject([lapsed]);
      expect((await read(`?vendor=${one}&standing=true`)).body.items).toEqual([]);
      // What no longer counts needs not be named to be replaced.
      const again = await decide({ vendor: one, other, finding: 'not-same' });
      expect(again).toMatchObject({ status: 201, body: { id: found.id, standing: true } });
      expect((await read(`?vendor=${one}&standing=true`)).body.items).toMatchObject([
        { id: found.id, finding: 'not-same' },
      ]);
    });

    it('finds what was found of a vendor by whom it is known as since', async () => {
      const third = await registerVendor(registry, { name: 'Third' });
      const { body: found } = await decide({ vendor: other, other: third, finding: 'same' });
      await change(registry, { action: 'merge-vendors', vendor: one, duplicate: other });
      const { body } = await read(`?vendor=${one}`);
      expect(body.items).toMatchObject([
        { id: found.id, vendor: { id: other, knownAs: one }, other: { id: third }, standing: true },
      ]);
    });

    it.each(['procurement', 'admin', 'auditor'] as const)('is open to %s', async (caller) => {
      expect(await read('', caller)).toMatchObject({ status: 200 });
    });

    it.each([
      ['?vendor=nobody', '/vendor'],
      ['?finding=undecided', '/finding'],
      ['?standing=perhaps', '/standing'],
      ['?knownAt=yesterday', '/knownAt'],
      ['?name=Acme', '/name'],
      ['?limit=0', '/limit'],
    ])('refuses %s', async (query, pointer) => {
      expect(await read(query)).toMatchObject({ status: 400, body: { errors: [{ pointer }] } });
    });

    it('knows no decision that there is none of, or was not yet', async () => {
      const { body } = await decide({ vendor: one, other, finding: 'same' });
      for (const id of [NOBODY, 'none', `${body.id}?knownAt=${body.entry}`]) {
        expect(await read(`/${id}`)).toMatchObject({
          ...{ status: 404, body: { code: 'match-decision-not-found' } },
        });
      }
    });

    it('stands in the history of both vendors', async () => {
      const { body: found } = await decide({ vendor: one, other, finding: 'same' });
      for (const vendor of [one, other]) {
        const { body } = await registry.call(
          ...(['GET', `/v1/history?vendor=${vendor}&type=screening.decided`] as const),
          { key: registry.keys.auditor },
        );
        expect(body.items).toMatchObject([
          {
            ...{ position: found.entry, reason: 'for the test', before: null },
            after: { id: found.id, vendor: one, other, finding: 'same', persons: 1 },
          },
        ]);
      }
    });
  });

  describe('in checks', () => {
    const check = async (terms: object) => {
      const { status, body } = await registry.call('POST', '/v1/checks', {
        ...{ key: registry.keys.procurement },
        body: { vendor: terms, purchase: { channel: 'open-market' } },
      });
      expect(status).toBe(201);
      return { verdict: body.verdict, codes: body.reasons.map(codeOf), position: body.position };
    };
    const codeOf = ({ code }: { code: string }) => code;
    const barred = async (name: string) => {
      const vendor = await registerVendor(registry, { name });
      await exclude(registry, aDebarment(vendor));
      return vendor;
    };

    it('bar by a name that was found the same, and let it pass only by two persons', async () => {
      const other = await barred('Quillfeather Holdings');
      const name = 'Quilfeather Holdings';
      const like = {
        verdict: 'review',
        codes: expect.arrayContaining(['POSSIBLE_EXCLUDED_MATCH']),
      };
      expect(await check({ name })).toMatchObject(like);
      const { body: found } = await decide({ name, other, finding: 'same' });
      const bars = { verdict: 'ineligible', codes: expect.arrayContaining(['VENDOR_EXCLUDED']) };
      expect(await check({ name })).toMatchObject({ ...bars, position: found.position });
      const proposal = await registry.call('POST', '/v1/proposals', {
        key: registry.keys.admin,
        body: { ...LAWFUL, action: 'decide-match', name, other, finding: 'not-same' },
      });
      expect(proposal.body.impact).toMatchObject({ checks: 2 });
      const { id, sha256 } = proposal.body;
      const approved = await registry.call('POST', `/v1/proposals/${id}/approve`, {
        ...{ key: registry.keys.admin2, body: { sha256 } },
      });
      expect(approved).toMatchObject({ status: 200 });
      const passed = await check({ name });
      expect(passed.codes).not.toContain('POSSIBLE_EXCLUDED_MATCH');
      // Not to be somebody is not to be known: nothing permits the purchase.
      expect(passed.verdict).toBe('review');
      await registry.call('PATCH', `/v1/vendors/${other}`, {
        ...{ key: registry.keys.admin, body: { country: 'CA' }, headers: { 'if-match': '*' } },
      });
      expect(await check({ name })).toMatchObject(like);
    });

    it('silence a likeness of two vendors to an exclusion that came later only by two', async () => {
      const seller = await registerVendor(registry, { name: 'Thistlewood Marine' });
      const other = await registerVendor(registry, { name: 'Thistelwood Marine' });
      const pair = { vendor: seller, other, finding: 'not-same' };
      expect(await decide(pair)).toMatchObject({ status: 201 });
      await exclude(registry, aDebarment(other));
      const { codes } = await check({ id: seller });
      expect(codes).toContain('POSSIBLE_EXCLUDED_MATCH');
      await change(registry, { action: 'decide-match', ...pair });
      const after = await check({ id: seller });
      expect(after.codes).not.toContain('POSSIBLE_EXCLUDED_MATCH');
      expect(after.verdict).toBe('eligible');
    });

    it('list nobody who was found the same as somebody that is listed', async () => {
      const list = await openList(registry, { code: 'b-list' });
      const vendor = await registerVendor(registry, { name: 'Marrowbone Tools' });
      await change(registry, { action: 'list', vendor, list, categories: ['a'] });
      const name = 'Marowbone Tools';
      await decide({ name, other: vendor, finding: 'same' });
      const { body } = await registry.call('POST', '/v1/checks', {
        ...{ key: registry.keys.procurement },
        body: { vendor: { name }, purchase: { list } },
      });
      expect(body.verdict).not.toBe('eligible');
    });
  });
});
