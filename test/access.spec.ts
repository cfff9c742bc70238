import { AmendCaller } from '../src/access/amend-caller';
import { ApiKeys } from '../src/access/api-keys';
import { Callers } from '../src/access/callers';
import { DisableCaller } from '../src/access/disable-caller';
import { IssueKey } from '../src/access/issue-key';
import { RegisterCaller, type CallerRegistration } from '../src/access/register-caller';
import { RevokeKey } from '../src/access/revoke-key';
import { readCanonical, type Actor } from '../src/history/domain/entry';
import { History } from '../src/history/history';
import { breakHistory } from './support/break-history';
import { SettableClock } from './support/clock';
import { TestDatabase } from './support/database';

const OPERATOR: Actor = { id: 'system', kind: 'system', person: null };
const NOW = new Date('2026-06-01T12:00:00.000Z');
const LATER = new Date('2026-06-01T12:00:01.000Z');

const aPerson = (change: Partial<CallerRegistration> = {}): CallerRegistration => ({
  kind: 'person',
  name: 'Ada Invented',
  agency: 'GSA',
  roles: ['admin'],
  ...change,
});
const aClient = (change: Partial<CallerRegistration> = {}): CallerRegistration => ({
  kind: 'client',
  name: 'Purchase desk',
  agency: 'DHS',
  roles: ['procurement'],
  ...change,
});
const personActor = (id: string): Actor => ({ id, kind: 'person', person: id });
const anyRevision = (): void => undefined;

describe('access', () => {
  let db: TestDatabase;
  let register: RegisterCaller;
  let amend: AmendCaller;
  let disable: DisableCaller;
  let issue: IssueKey;
  let revoke: RevokeKey;

  beforeEach(async () => {
    db = await TestDatabase.create();
    const clock = new SettableClock(NOW);
    register = new RegisterCaller(db.dataSource, clock);
    amend = new AmendCaller(db.dataSource, clock);
    disable = new DisableCaller(db.dataSource, clock);
    issue = new IssueKey(db.dataSource, clock);
    revoke = new RevokeKey(db.dataSource, clock);
  });
  afterEach(() => db.destroy());

  const registered = async (registration: CallerRegistration): Promise<string> =>
    (await register.execute(registration, OPERATOR)).id;
  const entries = async (): Promise<ReturnType<typeof readCanonical>[]> => {
    const rows: { canonical: Buffer }[] = await db.dataSource.query(
      'SELECT canonical FROM history_entry ORDER BY position',
    );
    return rows.map(({ canonical }) => readCanonical(canonical));
  };
  const size = async (): Promise<number> => (await new History(db.dataSource.manager).head()).size;
  const callerRow = (id: string) => new Callers(db.dataSource.manager).read(id);

  /** Lets changes go as far as they come before any is recorded, and then lets them go on. */
  const together = async (...changes: (() => Promise<unknown>)[]): Promise<string[]> => {
    const holder = db.dataSource.createQueryRunner();
    await holder.startTransaction();
    await holder.query('SELECT FROM history_head FOR UPDATE');
    const outcomes = Promise.allSettled(changes.map((change) => change()));
    let waiting = 0;
    while (waiting < changes.length) {
      [{ waiting }] = await db.dataSource.query(`
        SELECT count(*) AS waiting, pg_sleep(0.01) FROM pg_locks JOIN pg_stat_activity USING (pid)
        WHERE NOT granted AND datname = current_database()`);
    }
    await holder.commitTransaction();
    await holder.release();
    const codeOf = (outcome: PromiseSettledResult<unknown>): string =>
      outcome.status === 'fulfilled' ? 'done' : outcome.reason.code;
    return (await outcomes).map(codeOf).sort();
  };

  it('registers a client, and says so in the history', async () => {
    const person = await registered(aPerson());
    const { id, position } = await register.execute(
      aClient({ roles: ['procurement', 'admin', 'admin'], responsible: person }),
      OPERATOR,
    );
    expect(position).toBe(2);
    expect(await callerRow(id)).toEqual({
      id,
      kind: 'client',
      name: 'Purchase desk',
      agency: 'DHS',
      roles: ['admin', 'procurement'],
      responsible: person,
      issuer: null,
      subject: null,
      createdAt: NOW,
      disabledAt: null,
      revision: 1,
    });
    expect((await entries())[1]).toMatchObject({
      type: 'caller.created',
      actor: OPERATOR,
      before: null,
      after: { id, kind: 'client', roles: ['admin', 'procurement'], responsible: person },
    });
  });

  it('keeps no more of a key than its selector and the digest of its verifier', async () => {
    const id = await registered(aClient());
    const key = await issue.execute(id, { label: 'first' }, OPERATOR);
    expect(key.apiKey).toMatch(/^avr_[a-z2-7]{16}_[A-Za-z0-9_-]{43}$/);
    const verifier = key.apiKey.slice(-43);
    const tables = await db.dataSource.query(`
      SELECT coalesce(string_agg(k::text, ''), '') AS text FROM api_key k
      UNION ALL SELECT string_agg(encode(canonical, 'escape'), '') FROM history_entry`);
    expect(JSON.stringify(tables)).toContain(key.id);
    expect(JSON.stringify(tables)).not.toContain(verifier);
    expect(JSON.stringify(tables)).not.toContain(Buffer.from(verifier).toString('hex'));
    expect((await entries())[1]).toMatchObject({
      type: 'key.issued',
      after: { id: key.id, callerId: id, label: 'first', expiresAt: null, revokedAt: null },
    });
  });

  it('revokes a key once; again is neither an error nor an entry', async () => {
    const id = await registered(aClient());
    const key = await issue.execute(id, {}, OPERATOR);
    const revoked = await revoke.execute(id, key.id, OPERATOR);
    expect(revoked).toMatchObject({ id: key.id, revokedAt: NOW, revision: 2 });
    expect(await revoke.execute(id, key.id, OPERATOR)).toEqual(revoked);
    expect(await size()).toBe(3);
    expect((await entries())[2]).toMatchObject({
      type: 'key.revoked',
      before: { revokedAt: null },
      after: { revokedAt: NOW.toISOString() },
    });
  });

  it('finds no key under another caller', async () => {
    const [one, other] = [await registered(aClient()), await registered(aClient())];
    const key = await issue.execute(one, {}, OPERATOR);
    await expect(revoke.execute(other, key.id, OPERATOR)).rejects.toMatchObject({
      code: 'key-not-found',
    });
    expect(await new ApiKeys(db.dataSource.manager).read(one, key.id)).toMatchObject({
      revokedAt: null,
    });
  });

  it.each(['no uuid', '\0', '0198c0de-0000-7000-8000-000000000000'])(
    'knows no caller %j',
    async (id) => {
      await expect(issue.execute(id, {}, OPERATOR)).rejects.toMatchObject({
        code: 'caller-not-found',
      });
      await expect(disable.execute(id, OPERATOR)).rejects.toMatchObject({
        code: 'caller-not-found',
      });
    },
  );

  it('issues no key that would have expired already', async () => {
    const id = await registered(aClient());
    await expect(issue.execute(id, { expiresAt: NOW }, OPERATOR)).rejects.toMatchObject({
      code: 'invalid-request',
    });
    expect(await issue.execute(id, { expiresAt: LATER }, OPERATOR)).toMatchObject({ position: 2 });
  });

  it('disables for good: no key, no amendment, no second entry', async () => {
    const id = await registered(aClient());
    const disabled = await disable.execute(id, OPERATOR);
    expect(disabled).toMatchObject({ disabledAt: NOW, revision: 1 });
    expect(await disable.execute(id, OPERATOR)).toEqual(disabled);
    await expect(issue.execute(id, {}, OPERATOR)).rejects.toMatchObject({
      code: 'caller-disabled',
    });
    await expect(amend.execute(id, { name: 'x' }, OPERATOR, anyRevision)).rejects.toMatchObject({
      code: 'caller-disabled',
    });
    expect(await size()).toBe(2);
  });

  it('amends what is given and leaves the rest', async () => {
    const id = await registered(aClient());
    const seen: number[] = [];
    const after = await amend.execute(id, { agency: 'NASA' }, OPERATOR, (revision) => {
      seen.push(revision);
    });
    expect(seen).toEqual([0]);
    expect(after).toMatchObject({ name: 'Purchase desk', agency: 'NASA', revision: 1 });
    expect(await callerRow(id)).toEqual(after);
  });

  it('maps one subject of an issuer to one caller', async () => {
    const subject = { issuer: 'https://login.example.gov', subject: 'desk-7' };
    await registered(aClient(subject));
    await expect(register.execute(aClient(subject), OPERATOR)).rejects.toMatchObject({
      code: 'subject-taken',
    });
    await expect(
      register.execute(aClient({ subject: 'without an issuer' }), OPERATOR),
    ).rejects.toMatchObject({ code: 'invalid-request', errors: [{ pointer: '/issuer' }] });
  });

  it('maps it to one also when two ask for it together', async () => {
    const subject = { issuer: 'https://login.example.gov', subject: 'desk-7' };
    const change = () => register.execute(aClient(subject), OPERATOR);
    expect(await together(change, change)).toEqual(['done', 'subject-taken']);
  });

  describe('lets no one hold admin and auditor at once', () => {
    it('as one caller', async () => {
      await expect(
        register.execute(aPerson({ roles: ['admin', 'auditor'] }), OPERATOR),
      ).rejects.toMatchObject({ code: 'conflicting-roles' });
    });

    it('as a person and a client of that person', async () => {
      const auditor = await registered(aPerson({ roles: ['auditor'] }));
      const admin = await registered(aPerson());
      for (const [responsible, role] of [
        [auditor, 'admin'],
        [admin, 'auditor'],
      ] as const) {
        await expect(
          register.execute(aClient({ roles: [role], responsible }), OPERATOR),
        ).rejects.toMatchObject({ code: 'conflicting-roles' });
      }
    });

    it('by an amendment of the client', async () => {
      const admin = await registered(aPerson());
      const client = await registered(aClient({ responsible: admin }));
      await expect(
        amend.execute(client, { roles: ['auditor'] }, OPERATOR, anyRevision),
      ).rejects.toMatchObject({ code: 'conflicting-roles' });
    });

    it('by an amendment of the person, until the client is disabled', async () => {
      const admin = await registered(aPerson());
      const client = await registered(aClient({ roles: ['admin'], responsible: admin }));
      const toAuditor = () => amend.execute(admin, { roles: ['auditor'] }, OPERATOR, anyRevision);
      await expect(toAuditor()).rejects.toMatchObject({ code: 'conflicting-roles' });
      await disable.execute(client, OPERATOR);
      expect(await toAuditor()).toMatchObject({ roles: ['auditor'] });
    });

    it('by two changes at the same time', async () => {
      const person = await registered(aPerson({ roles: [] }));
      const client = await registered(aClient({ responsible: person }));
      const outcomes = await together(
        () => amend.execute(person, { roles: ['admin'] }, OPERATOR, anyRevision),
        () => amend.execute(client, { roles: ['auditor'] }, OPERATOR, anyRevision),
      );
      expect(outcomes).toEqual(['conflicting-roles', 'done']);
    });
  });

  describe('wants an active admin to answer for an admin client', () => {
    const refusal = { code: 'invalid-request', errors: [{ pointer: '/responsible' }] };

    it.each([
      ['no one', () => Promise.resolve(undefined)],
      ['a person who is no admin', () => registered(aPerson({ roles: ['procurement'] }))],
      ['a client', () => registered(aClient())],
      ['nobody the registry knows', () => Promise.resolve('0198c0de-0000-7000-8000-000000000000')],
      [
        'a disabled admin',
        async () => {
          const id = await registered(aPerson());
          await disable.execute(id, OPERATOR);
          return id;
        },
      ],
    ])('and takes %s for none', async (_, responsible) => {
      const client = aClient({ roles: ['admin'], responsible: await responsible() });
      await expect(register.execute(client, OPERATOR)).rejects.toMatchObject(refusal);
    });

    it('also when the client is amended', async () => {
      const person = await registered(aPerson({ roles: ['procurement'] }));
      const client = await registered(aClient({ responsible: person }));
      await expect(
        amend.execute(client, { roles: ['admin'] }, OPERATOR, anyRevision),
      ).rejects.toMatchObject(refusal);
    });

    it('and no one for a person', async () => {
      const admin = await registered(aPerson());
      await expect(
        register.execute(aPerson({ responsible: admin }), OPERATOR),
      ).rejects.toMatchObject(refusal);
    });
  });

  describe('lets nobody change their own access', () => {
    let admin: string;
    let client: string;

    beforeEach(async () => {
      admin = await registered(aPerson());
      client = await registered(aClient({ roles: ['admin'], responsible: admin }));
    });

    const credentials: [string, () => Actor][] = [
      ['as itself', () => personActor(admin)],
      ['through its client', () => ({ id: client, kind: 'client', person: admin })],
    ];

    it.each(credentials)('%s', async (_, actor) => {
      const refused = { code: 'own-access' };
      for (const id of [admin, client]) {
        const key = await issue.execute(id, {}, OPERATOR);
        await expect(amend.execute(id, { roles: [] }, actor(), anyRevision)).rejects.toMatchObject(
          refused,
        );
        await expect(disable.execute(id, actor())).rejects.toMatchObject(refused);
        await expect(issue.execute(id, {}, actor())).rejects.toMatchObject(refused);
        await expect(revoke.execute(id, key.id, actor())).rejects.toMatchObject(refused);
      }
      await expect(
        register.execute(aClient({ responsible: admin }), actor()),
      ).rejects.toMatchObject(refused);
    });
  });

  describe('takes changes from admins only', () => {
    it('and from none who was disabled in the meantime: of two who disable each other one stays', async () => {
      const [one, other] = [await registered(aPerson()), await registered(aPerson())];
      const outcomes = await together(
        () => disable.execute(one, personActor(other)),
        () => disable.execute(other, personActor(one)),
      );
      expect(outcomes).toEqual(['done', 'forbidden']);
    });

    it('and through a client only while its person is an admin', async () => {
      const person = await registered(aPerson());
      const client = await registered(aClient({ roles: ['admin'], responsible: person }));
      const actor: Actor = { id: client, kind: 'client', person };
      expect(await register.execute(aClient(), actor)).toHaveProperty('position', 3);
      await amend.execute(person, { roles: [] }, OPERATOR, anyRevision);
      await expect(register.execute(aClient(), actor)).rejects.toMatchObject({
        code: 'forbidden',
      });
    });
  });

  it('changes nothing that it can not record', async () => {
    const id = await registered(aClient());
    const key = await issue.execute(id, {}, OPERATOR);
    const before = [await callerRow(id), await new ApiKeys(db.dataSource.manager).read(id, key.id)];
    await breakHistory(db.dataSource);
    const changes = [
      () => register.execute(aClient(), OPERATOR),
      () => amend.execute(id, { name: 'x' }, OPERATOR, anyRevision),
      () => disable.execute(id, OPERATOR),
      () => issue.execute(id, {}, OPERATOR),
      () => revoke.execute(id, key.id, OPERATOR),
    ];
    for (const change of changes) await expect(change()).rejects.toThrow('no space left');
    expect([
      await callerRow(id),
      await new ApiKeys(db.dataSource.manager).read(id, key.id),
    ]).toEqual(before);
    expect(await size()).toBe(2);
  });
});
