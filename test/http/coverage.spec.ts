import { parse } from 'csv-parse/sync';
import { TestRegistry, type Answer } from '../support/app';
import { change, openList, registerVendor } from '../support/registry';

const NOON = '2026-06-01T12:00:00.000Z';
const LATER = '2026-06-01T12:10:00Z';
const UEI = 'ACMEWDGETS09';

describe('POST /v1/checks/coverage', () => {
  let registry: TestRegistry;
  let acme: string;
  let borealis: string;
  const checks: Record<string, string> = {};

  beforeAll(async () => {
    registry = await TestRegistry.start({ now: new Date(NOON) });
    const list = await openList(registry);
    const identifiers = [{ scheme: 'uei', value: UEI }];
    acme = await registerVendor(registry, { identifiers });
    borealis = await registerVendor(registry, { name: 'Borealis Fasteners' });
    await change(registry, { action: 'list', vendor: acme, list });
    for (const [reference, vendor] of [
      ['PR-1', acme],
      [' PR-2 ', borealis],
      ['=1+1', acme],
    ] as const) {
      const body = { vendor: { id: vendor }, purchase: { list, reference } };
      const { body: check } = await registry.call('POST', '/v1/checks', {
        key: registry.keys.procurement,
        body,
      });
      checks[reference.trim()] = check.id;
    }
  });
  afterAll(() => registry.close());

  const ask = (
    body: unknown,
    query = '',
    headers: Record<string, string> = { 'content-type': 'text/csv' },
    key = registry.keys.auditor,
  ): Promise<Answer> =>
    registry.call('POST', `/v1/checks/coverage${query}`, { key, body, headers });
  const file = (...lines: string[]): string => lines.join('\r\n');
  const findings = ({ body }: Answer): [number, string][] =>
    body.rows.map(({ line, finding }: { line: number; finding: string }) => [line, finding]);

  it('says of each line what its check said, and what all come to', async () => {
    const answer = await ask(
      file(
        '\ufeffReference,UEI,id,Awarded At,amount,currency,buyer',
        `PR-1,${UEI},,${LATER},1250.00,USD,Jo`,
        `pr-1,${UEI.toLowerCase()},,${LATER},0.10,USD,"Jo, Jr."`,
        '',
        `PR-2,,${borealis},${LATER},0.20,USD,`,
        `PR-1,${UEI},,2026-06-01T12:15:00Z,,,`,
        `PR-1,${UEI},,2026-06-01T11:59:59.999Z,7,EUR,`,
        `PR-2,${UEI},,${LATER},,,`,
      ),
    );
    const [{ size }] = await registry.dataSource.query('SELECT size FROM history_head');
    const none = { purchases: 0, amounts: [] };
    const usd = (value: string) => [{ value, currency: 'USD' }];
    expect(answer).toMatchObject({
      status: 200,
      headers: { 'content-type': 'application/json; charset=utf-8' },
    });
    expect(answer.body).toEqual({
      ...{ position: size, ignoredColumns: ['buyer'] },
      totals: {
        ...{ review: none, unreadable: none },
        covered: { purchases: 1, amounts: usd('1250.00') },
        noCheck: { purchases: 1, amounts: usd('0.10') },
        saidNo: { purchases: 1, amounts: usd('0.20') },
        tooOld: { purchases: 1, amounts: [] },
        afterAward: { purchases: 1, amounts: [{ value: '7.00', currency: 'EUR' }] },
        otherVendor: { purchases: 1, amounts: [] },
      },
      rows: [
        {
          ...{ line: 2, reference: 'PR-1', vendor: acme, awardedAt: '2026-06-01T12:10:00.000Z' },
          ...{ agency: null, list: null, amount: { value: '1250.00', currency: 'USD' } },
          ...{ finding: 'covered', matchedBy: 'reference', message: expect.any(String) },
          check: {
            ...{ id: checks['PR-1'], decidedAt: NOON, verdict: 'eligible' },
            validUntil: '2026-06-01T12:15:00.000Z',
          },
        },
        expect.objectContaining({ line: 3, reference: 'pr-1', finding: 'noCheck', check: null }),
        expect.objectContaining({ line: 5, reference: 'PR-2', finding: 'saidNo' }),
        expect.objectContaining({ line: 6, finding: 'tooOld' }),
        expect.objectContaining({ line: 7, finding: 'afterAward' }),
        expect.objectContaining({ line: 8, vendor: acme, finding: 'otherVendor' }),
      ],
    });
  });

  it('lets checks be as old as it is told', async () => {
    const csv = file('reference,uei,awarded_at', `PR-1,${UEI},2026-06-08T12:00:00Z`);
    expect(findings(await ask(csv, '?maxAge=P7D'))).toEqual([[2, 'covered']]);
    expect(findings(await ask(csv, '?maxAge=P6DT23H59M59S'))).toEqual([[2, 'tooOld']]);
    expect(findings(await ask(csv))).toEqual([[2, 'tooOld']]);
  });

  it('looks for the checks of an agency and of a list, where these are told', async () => {
    const csv = file(
      'reference,uei,awarded_at,agency,list',
      `PR-1,${UEI},${LATER},NASA,`,
      `PR-1,${UEI},${LATER},DHS,a-list`,
      `PR-1,${UEI},${LATER},,b-list`,
      `PR-1,${UEI},${LATER},,`,
    );
    const own = [
      [2, 'noCheck'],
      [3, 'covered'],
      [4, 'noCheck'],
    ];
    expect(findings(await ask(csv))).toEqual([...own, [5, 'covered']]);
    expect(findings(await ask(csv, '?agency=NASA'))).toEqual([
      [2, 'noCheck'],
      [3, 'covered'],
      [4, 'noCheck'],
      [5, 'noCheck'],
    ]);
  });

  it('finds by vendor and agency what has no reference, and says that it is weaker', async () => {
    const csv = file('id,awarded_at,agency', `${acme},${LATER},DHS`, `${acme},${LATER},`);
    const { body } = await ask(csv);
    expect(body.rows).toMatchObject([
      { finding: 'covered', matchedBy: 'vendor', message: expect.stringContaining('alone') },
      { finding: 'unreadable', message: expect.stringContaining('a reference, or an agency') },
    ]);
  });

  it('takes JSON too, and tells of each purchase what is wrong with it alone', async () => {
    const purchases = [
      { reference: 'PR-1', vendor: { uei: UEI }, awardedAt: LATER },
      5,
      { reference: 'PR-1', vendor: { uei: UEI }, awardedAt: LATER, amount: { value: 1 } },
      { reference: 'PR-1', vendor: [], awardedAt: LATER },
      { reference: 'PR-1', vendor: { uei: UEI }, awardedAt: LATER, more: 'x' },
      { reference: 'PR-1', vendor: { name: 'acme widgets llc' }, awardedAt: LATER },
    ];
    const answer = await ask({ purchases }, '', {});
    expect(answer.body.rows).toMatchObject([
      { line: 1, finding: 'covered', vendor: acme },
      { line: 2, finding: 'unreadable', message: 'Not looked up: it must be an object.' },
      { line: 3, finding: 'unreadable', message: 'Not looked up: amount/value must be text.' },
      { line: 4, finding: 'unreadable', message: 'Not looked up: vendor must be an object.' },
      { line: 5, finding: 'unreadable', message: 'Not looked up: more is not a known member.' },
      { line: 6, finding: 'covered', vendor: acme },
    ]);
  });

  it('tells of each line what is wrong with it, and loses none of the others', async () => {
    const row = (change: Record<string, string>): string => {
      const cells = { reference: 'PR-1', uei: UEI, awarded_at: LATER, amount: '', currency: '' };
      return Object.values({ ...cells, ...change }).join(',');
    };
    const { body } = await ask(
      file(
        'reference,uei,awarded_at,amount,currency',
        row({ awarded_at: '12/31/2026' }),
        row({ awarded_at: '2026-02-30' }),
        row({ awarded_at: '' }),
        row({ uei: '' }),
        row({ uei: 'short' }),
        row({ reference: 'a\0b' }),
        row({ reference: 'x'.repeat(201) }),
        row({ amount: '"1,250.00"', currency: 'USD' }),
        row({ amount: '5' }),
        'PR-1,too few',
        row({ reference: `"PR-1\n${'x'.repeat(5_000_000)}"` }),
        row({}),
      ),
    );
    const told = (line: number, words: string) => ({
      ...{ line, finding: 'unreadable', check: null, vendor: null },
      message: expect.stringContaining(words),
    });
    expect(body.rows).toMatchObject([
      told(2, 'awardedAt must be an RFC 3339 time'),
      told(3, 'awardedAt must be an RFC 3339 time'),
      told(4, 'awardedAt is missing'),
      told(5, 'must have one of uei, cage, duns, lei, id, name'),
      told(6, 'uei '),
      told(7, 'reference must not hold control characters'),
      told(8, 'reference must have 200 characters or fewer'),
      told(9, 'amount must be a decimal number'),
      told(10, 'amount and currency must be given together'),
      told(11, 'has 2 cells where the header has 5'),
      told(12, 'reference must have 200 characters or fewer'),
      { line: 14, finding: 'covered' },
    ]);
    expect(body.totals.unreadable.purchases).toBe(11);
  });

  it('reads lines whatever ends them', async () => {
    const lines = ['reference,uei,awarded_at', `PR-1,${UEI},${LATER}`, `PR-9,${UEI},${LATER}`];
    for (const end of ['\n', '\r\n', '\r']) {
      expect(findings(await ask(lines.join(end) + end))).toEqual([
        [2, 'covered'],
        [3, 'noCheck'],
      ]);
    }
    expect(findings(await ask(`${lines[0]}\r\n${lines[1]}\n${lines[2]}`))).toHaveLength(2);
    expect(findings(await ask(`${lines[0]}\n`))).toEqual([]);
  });

  it('is streamed as CSV, in which no cell is a formula', async () => {
    const csv = file('reference,uei,awarded_at', `=1+1,${UEI},${LATER}`, `@x,${UEI},`);
    const answer = await ask(csv, '?format=csv');
    expect(answer.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="coverage.csv"',
    });
    const rows = parse<Record<string, string>>(answer.body, { columns: true });
    expect(rows).toMatchObject([
      {
        ...{ line: '2', reference: "'=1+1", vendor: acme, finding: 'covered' },
        ...{ check: checks['=1+1'], decidedAt: NOON, verdict: 'eligible', matchedBy: 'reference' },
        ...{ awardedAt: '2026-06-01T12:10:00.000Z', validUntil: '2026-06-01T12:15:00.000Z' },
      },
      { line: '3', reference: "'@x", awardedAt: '', finding: 'unreadable', check: '' },
    ]);
  });

  it('is streamed as NDJSON, each line as the rows have it', async () => {
    const csv = file('reference,uei,awarded_at', `PR-1,${UEI},${LATER}`, `PR-9,${UEI},${LATER}`);
    const answer = await ask(csv, '?format=ndjson');
    expect(answer.headers['content-type']).toBe('application/x-ndjson');
    const lines: string[] = answer.body.trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual((await ask(csv)).body.rows);
  });

  it.each<[string, string | Buffer, object]>([
    ['nothing', '', {}],
    ['blank lines', '\r\n\r\n', {}],
    ['no time', 'reference,uei\nPR-1,x', { line: 1 }],
    ['no vendor', 'reference,awarded_at\nPR-1,x', { line: 1 }],
    ['a column twice', 'uei,awarded_at,UEI\n', { line: 1 }],
    ['a quote that is left open', 'uei,awarded_at\n"x,y\n1,2\n', { line: 3 }],
    ['a quote in the middle', 'uei,awarded_at\nx,a"b\n', { line: 2 }],
    ['what is not UTF-8', Buffer.from('uei,awarded_at\n\xff,x\n', 'latin1'), {}],
    ['what ends inside a character', Buffer.from('uei,awarded_at\nx,\xc3', 'latin1'), {}],
  ])('refuses a file of %s as a whole', async (_, body, members) => {
    const answer = await registry.app.inject({
      ...{ method: 'POST', url: '/v1/checks/coverage', payload: body },
      headers: { 'content-type': 'text/csv', 'x-api-key': registry.keys.auditor },
    });
    expect([answer.statusCode, answer.json()]).toEqual([
      400,
      expect.objectContaining({ code: 'malformed-csv', ...members }),
    ]);
  });

  it('takes 100 000 rows and 16 MiB, and no more', async () => {
    const header = 'name,awarded_at\n';
    const rows = (count: number): string => header + ',\n'.repeat(count);
    const most = await ask(rows(100_000), '?format=ndjson');
    expect([most.status, most.body.trimEnd().split('\n')]).toEqual([200, expect.any(Array)]);
    expect(most.body.match(/"finding":"unreadable"/g)).toHaveLength(100_000);
    for (const body of [rows(100_001), header + 'x'.repeat(16 * 1024 * 1024)]) {
      expect(await ask(body)).toMatchObject({ status: 413, body: { code: 'payload-too-large' } });
    }
  });

  it('tells a caller that is still sending that it is too much', async () => {
    await registry.app.listen(0, '127.0.0.1');
    const url = `${await registry.app.getUrl()}/v1/checks/coverage`;
    const headers = { 'content-type': 'text/csv', 'x-api-key': registry.keys.auditor };
    const body = `uei,awarded_at\n${'x'.repeat(17 * 1024 * 1024)}`;
    const answer = await fetch(url, { method: 'POST', headers, body });
    expect([answer.status, await answer.json()]).toMatchObject([413, { status: 413 }]);
    const refused = await fetch(url, {
      ...{ method: 'POST', body },
      headers: { ...headers, 'x-api-key': registry.keys.procurement },
    });
    expect(refused.status).toBe(403);
  });

  it.each([
    ['maxAge=P1M', '/maxAge'],
    ['maxAge=7', '/maxAge'],
    ['maxAge=P', '/maxAge'],
    ['agency=%20', '/agency'],
    ['format=xml', '/format'],
    ['vendor=x', '/vendor'],
  ])('refuses ?%s', async (query, pointer) => {
    const answer = await ask('uei,awarded_at\n', `?${query}`);
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ pointer }] } });
  });

  it.each([
    [{}, '/purchases'],
    [{ purchases: [] }, '/purchases'],
    [{ purchases: {} }, '/purchases'],
    [{ purchases: [{}], more: 1 }, '/more'],
    [{ purchases: Array.from({ length: 10_001 }, () => 0) }, '/purchases'],
  ])('refuses the JSON %p', async (body, pointer) => {
    const { status, body: problem } = await ask(body, '', {});
    expect([status, problem.errors[0].pointer]).toEqual([400, pointer]);
  });

  it.each(['text/plain', 'text/csv; charset=latin1', 'application/x-www-form-urlencoded'])(
    'refuses %s',
    async (type) => {
      const answer = await ask('uei,awarded_at\n', '', { 'content-type': type });
      expect(answer).toMatchObject({ status: 415, body: { code: 'unsupported-media-type' } });
    },
  );

  it('is the one address that takes CSV', async () => {
    const headers = { 'content-type': 'text/csv' };
    for (const path of ['/v1/checks', '/v1/standing', '/v1/checks/batch']) {
      const { procurement: key } = registry.keys;
      const answer = await registry.call('POST', path, { key, headers, body: 'x' });
      expect(answer).toMatchObject({ status: 415, body: { accept: ['application/json'] } });
    }
  });

  it('is for auditors', async () => {
    const csv = 'uei,awarded_at\n';
    for (const name of ['procurement', 'admin'] as const) {
      const answer = await ask(csv, '', { 'content-type': 'text/csv' }, registry.keys[name]);
      expect(answer).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    }
    const nobody = await registry.call('POST', '/v1/checks/coverage', {
      headers: { 'content-type': 'text/csv' },
      body: csv,
    });
    expect(nobody.status).toBe(401);
  });

  it('keeps nothing of it under an Idempotency-Key, for it changes nothing', async () => {
    const headers = { 'content-type': 'text/csv', 'idempotency-key': 'k-1' };
    const header = 'reference,uei,awarded_at\n';
    const first = await ask(`${header}PR-1,${UEI},${LATER}`, '', headers);
    const second = await ask(`${header}PR-9,${UEI},${LATER}`, '', headers);
    expect([findings(first), findings(second)]).toEqual([[[2, 'covered']], [[2, 'noCheck']]]);
    expect(second.headers['idempotency-replayed']).toBeUndefined();
  });
});
