import { v7 } from 'uuid';
import type { RecordedCheck } from '../src/checks/domain/check';
import { CheckNotFound } from '../src/checks/domain/errors';
import { AuditChecks } from '../src/evidence/audit/audit-checks';
import type { AuditedPeriod } from '../src/evidence/audit/audited-period';
import type { AuditTally, Finding } from '../src/evidence/audit/finding';
import { verifyCheckProof } from '../src/evidence/domain/check-proof';
import { CheckNotBatched } from '../src/evidence/domain/errors';
import { readCheckProof } from '../src/evidence/domain/read-proof';
import { ProveCheck } from '../src/evidence/prove-check';
import { SealChecks } from '../src/evidence/seal-checks';
import { ADMIN, Changes } from './support/changes';
import { SettableClock } from './support/clock';
import { TestDatabase } from './support/database';
import { BUYER, makeBatch, tamper } from './support/evidence';

const UEI = { scheme: 'uei', value: 'ACMEWDGETS09' };
const PURCHASE = {
  ...{ list: 'a-list', reference: 'PR-2026-1', amount: { value: '01250.00', currency: 'USD' } },
  items: [{ product: 'Widget' }],
};
const AUDITOR = { ...ADMIN, roles: ['auditor'] as const };
const buyerOf = (agency: string) => ({ ...ADMIN, agency, roles: ['procurement'] as const });
const TABLES = [
  ...['purchase_check', 'check_batch', 'unsealed_check_batch', 'check_seal', 'check_seal_batch'],
  ...['history_entry', 'history_head'],
];
const PERIOD: AuditedPeriod = { from: null, to: null };

describe('evidence for checks', () => {
  let db: TestDatabase;
  let clock: SettableClock;
  let sealChecks: SealChecks;
  let proveCheck: ProveCheck;
  /** Of the first batch, three; of the second, two; both are in the first seal. Of the third, one, in the second seal. */
  let checks: RecordedCheck[];

  beforeAll(async () => {
    db = await TestDatabase.create();
    clock = new SettableClock(new Date());
    sealChecks = new SealChecks(db.dataSource, clock);
    proveCheck = new ProveCheck(db.dataSource);
    const changes = new Changes(db.dataSource, clock);
    await changes.openList();
    const { id } = await changes.register({ identifiers: [UEI] });
    await changes.list(id);
    checks = await makeBatch(db.dataSource, clock, [
      { vendor: { uei: UEI.value }, purchase: PURCHASE },
      { vendor: { name: 'Acme' }, at: new Date('2019-01-01T00:00:00.000Z') },
      { vendor: { name: 'Nobody' }, at: new Date('9999-12-31T23:59:59.999-12:00') },
    ]);
    checks.push(...(await makeBatch(db.dataSource, clock, 2)));
    await sealChecks.execute();
    checks.push(...(await makeBatch(db.dataSource, clock, 1)));
    await sealChecks.execute();
    for (const table of TABLES) {
      await db.dataSource.query(`CREATE TABLE kept_${table} AS TABLE ${table}`);
    }
  });
  // To undo what a test did takes a fraction of the time that another database takes.
  afterEach(async () => {
    checks.splice(6);
    clock.set(new Date());
    for (const table of TABLES) {
      await tamper(db.dataSource, `DELETE FROM ${table}`);
      await tamper(db.dataSource, `INSERT INTO ${table} SELECT * FROM kept_${table}`);
    }
  });
  afterAll(() => db.destroy());

  const idOf = (index: number): string => checks[index]!.id;
  const prove = (index = 0) => proveCheck.execute(idOf(index), AUDITOR);
  async function audit(period = PERIOD): Promise<AuditTally & { found: Finding[] }> {
    const found: Finding[] = [];
    const tally = await new AuditChecks(db.dataSource, clock).execute(period, (finding) =>
      found.push(finding),
    );
    return Object.assign(tally, { found });
  }
  const faults = async (): Promise<string[]> => [
    ...new Set((await audit()).found.map(({ fault }) => fault)),
  ];

  it('proves every check, from its answer to the history', async () => {
    for (const [index, check] of checks.entries()) {
      const proof = await prove(index);
      expect(proof).toMatchObject({ intact: true, broken: [], hint: null });
      expect(JSON.parse(proof.check.answer)).toEqual(check);
      expect(proof.check.claims).toMatchObject({ jti: check.id, verdict: check.verdict });
      expect(proof.seal).toMatchObject({ number: index < 5 ? 0 : 1, size: index < 5 ? 2 : 1 });
      expect(verifyCheckProof(readCheckProof(JSON.stringify(proof))!)).toEqual([]);
    }
  });

  it('proves as far as it is sealed, and says how to have it sealed', async () => {
    checks.push(...(await makeBatch(db.dataSource, clock, 1)));
    const proof = await prove(6);
    expect(proof).toMatchObject({ intact: true, seal: null, entry: null });
    expect(proof.hint).toContain('POST /v1/checks/seals');
    await sealChecks.execute();
    expect(await prove(6)).toMatchObject({ intact: true, hint: null, seal: { number: 2 } });
  });

  it('proves to a buyer the checks of its own agency only', async () => {
    const { intact } = await proveCheck.execute(idOf(0), buyerOf(BUYER.agency));
    expect(intact).toBe(true);
    await expect(proveCheck.execute(idOf(0), buyerOf('NASA'))).rejects.toThrow(CheckNotFound);
  });

  it('says of a check that is older than batches that it has no proof', async () => {
    await tamper(
      db.dataSource,
      'UPDATE purchase_check SET batch_id = NULL, leaf = NULL WHERE id = $1',
      [idOf(0)],
    );
    await expect(prove()).rejects.toThrow(CheckNotBatched);
  });

  it('finds nothing where nothing was altered, and counts what it looked at', async () => {
    expect(await audit()).toMatchObject({
      ...{ checks: 6, batches: 3, seals: 2, waiting: 0, overdue: 0, unbatched: 0, findings: 0 },
    });
  });

  it('takes a batch that was given up for what it is', async () => {
    await db.dataSource.query(
      `INSERT INTO check_batch (id, position, issuer, leaves, root) VALUES ($1, 0, '', '', '')`,
      [v7()],
    );
    expect(await audit()).toMatchObject({ batches: 3, findings: 0, waiting: 0 });
  });

  it('tells what waits for its seal for longer than five minutes', async () => {
    await makeBatch(db.dataSource, clock, 1);
    expect(await audit()).toMatchObject({ batches: 4, waiting: 1, overdue: 0, findings: 0 });
    clock.advance(5 * 60_000 + 1000);
    expect(await audit()).toMatchObject({ waiting: 1, overdue: 1, findings: 0 });
  });

  it('looks at the checks of a period only', async () => {
    const now = Date.now();
    const [past, future] = [new Date(now - 3_600_000), new Date(now + 3_600_000)];
    expect(await audit({ from: past, to: future })).toMatchObject({
      checks: 6,
      seals: 2,
      batches: 3,
    });
    expect(await audit({ from: future, to: null })).toMatchObject({
      checks: 0,
      seals: 0,
      findings: 0,
    });
    expect(await audit({ from: null, to: past })).toMatchObject({
      checks: 0,
      seals: 0,
      findings: 0,
    });
  });

  describe('when someone alters', () => {
    interface Alteration {
      readonly sql: string;
      /** Steps at which the proof of the first check is broken; undefined: it has none any more. */
      readonly proof?: readonly string[];
      /** Faults that the audit finds, of whatever. */
      readonly audit: readonly string[];
    }

    const FIRST = 'WHERE id = (SELECT id FROM purchase_check ORDER BY id LIMIT 1)';
    const BATCH = 'WHERE id = (SELECT id FROM check_batch ORDER BY id LIMIT 1)';
    const ENTRY = `WHERE position = (SELECT revision FROM check_seal WHERE number = 0)`;
    const COPIED = `(id, caller_id, agency, vendor_id, list_code, verdict, position, at, decided_at,
      reference, request, answer, for_agency, has_items, candidates, amount, currency, batch_id, leaf)`;
    const copy = (id: string, batch: string, leaf: string) => `
      INSERT INTO purchase_check ${COPIED}
      SELECT ${id}, caller_id, agency, vendor_id, list_code, verdict, position, at, decided_at, reference,
        request, convert_to(replace(convert_from(answer, 'UTF8'), id::text, ${id}::text), 'UTF8'),
        for_agency, has_items, candidates, amount, currency, ${batch}, ${leaf}
      FROM purchase_check ${FIRST}`;
    const NEW_ID = `'${v7()}'::uuid`;
    const LATER_ID = `'${v7({ msecs: Date.now() + 48 * 3_600_000 })}'::uuid`;

    const column = (change: string): Alteration => ({
      sql: `UPDATE purchase_check SET ${change} ${FIRST}`,
      ...{ proof: ['columns'], audit: ['columns'] },
    });

    const ALTERATIONS: Readonly<Record<string, Alteration>> = {
      'the verdict in an answer': {
        sql: `UPDATE purchase_check SET answer = convert_to(replace(convert_from(answer, 'UTF8'),
          '"verdict":"eligible"', '"verdict":"review"'), 'UTF8') ${FIRST}`,
        ...{ proof: ['leaf', 'columns'], audit: ['columns', 'leaf'] },
      },
      'a word in an answer that no column repeats': {
        sql: `UPDATE purchase_check SET answer = convert_to(replace(convert_from(answer, 'UTF8'),
          'Widget', 'Gadget'), 'UTF8') ${FIRST}`,
        ...{ proof: ['leaf'], audit: ['leaf'] },
      },
      'an answer so that it can not be read': {
        sql: `UPDATE purchase_check SET answer = set_byte(answer, 0, 255) ${FIRST}`,
        ...{ proof: ['claims', 'leaf', 'batch', 'columns'], audit: ['columns', 'claims'] },
      },
      'a request': {
        sql: `UPDATE purchase_check SET request = set_byte(request, 5, 88) ${FIRST}`,
        ...{ proof: ['leaf'], audit: ['leaf'] },
      },
      'the verdict of a row': column(`verdict = 'ineligible'`),
      'the vendor of a row': column('vendor_id = NULL'),
      'the caller of a row': column(`caller_id = gen_random_uuid()`),
      'the agency of a row': column(`agency = 'NASA'`),
      'the list of a row': column(`list_code = 'b-list'`),
      'the position of a row': column('position = position + 1'),
      'the instant of a row': column(`at = at + interval '1 microsecond'`),
      'the time of a row': column(`decided_at = decided_at - interval '1 day'`),
      'the reference of a row': column('reference = NULL'),
      'whom a row was for': column(`for_agency = 'NASA'`),
      'the items of a row': column('has_items = false'),
      'the candidates of a row': column(`candidates = ARRAY[id]`),
      'the amount of a row': column('amount = 1'),
      'the currency of a row': column(`currency = 'EUR'`),
      'the place of a row': {
        sql: `UPDATE purchase_check SET leaf = 1 ${FIRST}`,
        ...{ proof: ['leaf'], audit: ['leaf'] },
      },
      'the place of a row to where there is none': {
        sql: `UPDATE purchase_check SET leaf = 2147483647 ${FIRST}`,
        ...{ proof: ['leaf', 'batch'], audit: ['leaf'] },
      },
      'the batch of a row': {
        sql: `UPDATE purchase_check SET batch_id = (SELECT id FROM check_batch ORDER BY id OFFSET 1 LIMIT 1) ${FIRST}`,
        ...{ proof: ['leaf'], audit: ['batch-checks', 'leaf'] },
      },
      'a check away': {
        sql: `DELETE FROM purchase_check ${FIRST}`,
        audit: ['batch-checks'],
      },
      'a check into a batch, in the place of another': {
        sql: copy(NEW_ID, 'batch_id', 'leaf'),
        ...{ proof: [], audit: ['batch-checks', 'leaf'] },
      },
      'a check into a batch, behind the others': {
        sql: copy(NEW_ID, 'batch_id', '3'),
        ...{ proof: [], audit: ['batch-checks', 'leaf'] },
      },
      'a check into no batch': {
        sql: copy(LATER_ID, 'NULL', 'NULL'),
        ...{ proof: [], audit: ['unbatched'] },
      },
      'a check into a batch that is none': {
        sql: copy(NEW_ID, 'gen_random_uuid()', '0'),
        ...{ proof: [], audit: ['batch-missing'] },
      },
      'a batch away': {
        sql: `DELETE FROM check_batch ${BATCH}`,
        proof: ['claims', 'leaf', 'batch', 'seal'],
        audit: ['batch-missing', 'seal-count', 'seal-root'],
      },
      'the leaves of a batch, two exchanged': {
        sql: `UPDATE check_batch SET leaves = substring(leaves FROM 33 FOR 32)
          || substring(leaves FROM 1 FOR 32) || substring(leaves FROM 65) ${BATCH}`,
        ...{ proof: ['leaf', 'batch'], audit: ['batch-root', 'leaf'] },
      },
      'a leaf of a batch that is of another check': {
        sql: `UPDATE check_batch SET leaves = set_byte(leaves, 70, 1 - get_byte(leaves, 70) / 128) ${BATCH}`,
        ...{ proof: ['batch'], audit: ['batch-root', 'leaf'] },
      },
      'the root of a batch': {
        sql: `UPDATE check_batch SET root = sha256(root) ${BATCH}`,
        ...{ proof: ['batch', 'seal'], audit: ['batch-root', 'seal-root'] },
      },
      'the issuer of a batch': {
        sql: `UPDATE check_batch SET issuer = 'https://elsewhere.example' ${BATCH}`,
        ...{ proof: ['leaf', 'seal'], audit: ['seal-root', 'leaf'] },
      },
      'the position of a batch': {
        sql: `UPDATE check_batch SET position = position - 1 ${BATCH}`,
        ...{ proof: ['batch', 'seal'], audit: ['seal-root', 'position'] },
      },
      'the time of a batch': {
        sql: `UPDATE check_batch SET recorded_at = recorded_at + interval '1 microsecond' ${BATCH}`,
        ...{ proof: ['seal'], audit: ['seal-root'] },
      },
      'the place of a batch in its seal': {
        sql: `UPDATE check_seal_batch SET leaf = 2 - leaf WHERE seal = 0`,
        ...{ proof: ['seal'], audit: ['seal-root'] },
      },
      'a batch out of its seal': {
        sql: `DELETE FROM check_seal_batch WHERE leaf = 0 AND seal = 0`,
        ...{ proof: ['seal'], audit: ['seal-count', 'seal-root', 'batch-unsealed'] },
      },
      'a batch so that it waits again': {
        sql: `INSERT INTO unsealed_check_batch SELECT id FROM check_batch ${BATCH}`,
        ...{ proof: ['seal'], audit: ['batch-sealed-twice'] },
      },
      'what waits so that it is no batch': {
        sql: `INSERT INTO unsealed_check_batch SELECT gen_random_uuid()`,
        ...{ proof: [], audit: ['batch-missing'] },
      },
      'the root of a seal': {
        sql: `UPDATE check_seal SET root = sha256(root) WHERE number = 0`,
        ...{ proof: ['seal', 'entry'], audit: ['entry-says', 'seal-root'] },
      },
      'the number of checks of a seal': {
        sql: `UPDATE check_seal SET checks = 4 WHERE number = 0`,
        ...{ proof: ['entry'], audit: ['entry-says', 'seal-count'] },
      },
      'the number of batches of a seal': {
        sql: `UPDATE check_seal SET batches = 3 WHERE number = 0`,
        ...{ proof: ['seal', 'entry'], audit: ['entry-says', 'seal-count'] },
      },
      'the entry of a seal': {
        sql: `UPDATE check_seal SET revision = revision - 1 WHERE number = 0`,
        ...{ proof: ['entry', 'chain'], audit: ['chain', 'entry-says', 'seal-missing'] },
      },
      'a seal away': {
        sql: `DELETE FROM check_seal WHERE number = 0`,
        proof: ['seal', 'entry', 'chain'],
        audit: ['seal-number', 'chain', 'seal-missing'],
      },
      'what an entry says': {
        sql: `UPDATE history_entry SET canonical = convert_to(replace(convert_from(canonical, 'UTF8'),
          '"checks":5', '"checks":4'), 'UTF8') ${ENTRY}`,
        ...{ proof: ['entry', 'chain'], audit: ['entry-leaf', 'entry-says', 'chain'] },
      },
      'what an entry says, with its leaf hash': {
        sql: `UPDATE history_entry SET canonical = changed, leaf_hash = sha256('\\x00' || changed)
          FROM (SELECT convert_to(replace(convert_from(canonical, 'UTF8'), '"system"', '"sistem"'), 'UTF8')
                  AS changed FROM history_entry ${ENTRY}) AS other ${ENTRY}`,
        ...{ proof: ['chain'], audit: ['chain'] },
      },
      'an entry away': {
        sql: `DELETE FROM history_entry ${ENTRY}`,
        ...{ proof: ['entry', 'chain'], audit: ['entry-missing'] },
      },
    };

    it.each(Object.entries(ALTERATIONS))('%s, it is found', async (_, { sql, proof, audit }) => {
      await tamper(db.dataSource, sql);
      if (proof) {
        const told = await prove();
        expect({ broken: told.broken, intact: told.intact }).toEqual({
          ...{ broken: proof, intact: proof.length === 0 },
        });
      } else await expect(prove()).rejects.toThrow(CheckNotFound);
      expect(await faults()).toEqual(audit);
    });
  });
});
