import { DataSource, type QueryRunner } from 'typeorm';
import { AmendCaller, type CallerAmendment } from '../../src/access/amend-caller';
import { DisableCaller } from '../../src/access/disable-caller';
import { CredentialSource, type KnownCredentials } from '../../src/access/domain/credential-source';
import { IssueKey, type KeyOptions } from '../../src/access/issue-key';
import { RegisterCaller, type CallerRegistration } from '../../src/access/register-caller';
import { RevokeKey } from '../../src/access/revoke-key';
import { readEnvironment } from '../../src/config/environment';
import type { Actor } from '../../src/history/domain/entry';
import { CredentialsAtHand } from '../../src/register/credentials-at-hand';
import { Registers } from '../../src/register/domain/register';
import { TestRegistry, type Answer } from '../support/app';

const OPERATOR: Actor = { id: 'system:test', kind: 'system', person: null };

/** What an instance remembers that was paused: all later changes have passed it by. */
class PausedCredentials extends CredentialSource {
  private remembered: KnownCredentials | undefined;

  constructor(private readonly source: CredentialSource) {
    super();
  }

  pause(): void {
    this.remembered = this.source.current();
    expect(this.remembered).toBeDefined();
  }

  goOn(): void {
    this.remembered = undefined;
  }

  current(): KnownCredentials | undefined {
    return this.remembered ?? this.source.current();
  }
}

interface Someone {
  readonly id: string;
  readonly key: string;
  readonly keyId: string;
}

describe('Who asks for a check, on an instance that remembers what was', () => {
  let registry: TestRegistry;
  let memory: PausedCredentials;

  beforeAll(async () => {
    registry = await TestRegistry.start({
      replacing: (instance) => {
        if (!(instance instanceof CredentialsAtHand)) return instance;
        memory = new PausedCredentials(instance);
        return memory;
      },
    });
  });
  afterEach(() => memory.goOn());
  afterAll(() => registry.close());

  async function someone(terms: Partial<CallerRegistration> = {}, options: KeyOptions = {}) {
    const { dataSource, clock } = registry;
    const { id } = await new RegisterCaller(dataSource, clock).execute(
      { kind: 'client', name: 'Purchase desk', agency: 'DHS', roles: ['procurement'], ...terms },
      OPERATOR,
    );
    const issued = await new IssueKey(dataSource, clock).execute(id, options, OPERATOR);
    return { id, key: issued.apiKey, keyId: issued.id };
  }

  /** Someone whom the instance knows; of what happens later it does not hear. */
  async function remembered(...terms: Parameters<typeof someone>): Promise<Someone> {
    const caller = await someone(...terms);
    await registry.app.get(Registers).fresh();
    memory.pause();
    return caller;
  }

  const revoke = ({ id, keyId }: Someone) =>
    new RevokeKey(registry.dataSource, registry.clock).execute(id, keyId, OPERATOR);
  const disable = (id: string) =>
    new DisableCaller(registry.dataSource, registry.clock).execute(id, OPERATOR);
  const amend = (id: string, amendment: CallerAmendment) =>
    new AmendCaller(registry.dataSource, registry.clock).execute(
      id,
      amendment,
      OPERATOR,
      () => undefined,
    );

  const QUESTION = { vendor: { name: 'Acme Widgets LLC' } };
  const check = (headers: Record<string, string>) =>
    registry.call('POST', '/v1/checks', { headers, body: QUESTION });
  const checkAs = ({ key }: Someone) => check({ 'x-api-key': key });
  const batchAs = ({ key }: Someone) =>
    registry.call('POST', '/v1/checks/batch', { key, body: { checks: [QUESTION, QUESTION] } });

  /** All that was recorded of someone's questions. */
  const recordedOf = ({ id }: Someone): Promise<unknown[]> =>
    registry.dataSource.query('SELECT id FROM purchase_check WHERE caller_id = $1', [id]);

  async function expectRefused(answer: Answer, refusal: object, caller: Someone): Promise<void> {
    expect(answer).toMatchObject(refusal);
    expect(answer.body).not.toHaveProperty('verdict');
    expect(answer.body).not.toHaveProperty('results');
    expect(await recordedOf(caller)).toEqual([]);
  }

  const NOBODY = { status: 401, body: { code: 'unauthenticated' } };
  const FORBIDDEN = { status: 403, body: { code: 'forbidden', roles: ['procurement'] } };

  it('is told by memory, without a question to the tables', async () => {
    const caller = await remembered();
    const all = await holdAllConnections(registry.app.get(DataSource));
    try {
      expect(await checkAs(caller)).toMatchObject({
        status: 201,
        body: { askedBy: { id: caller.id, agency: 'DHS' } },
      });
      expect((await batchAs(caller)).status).toBe(200);
    } finally {
      await Promise.all(all.map((held) => held.release()));
    }
    expect(await recordedOf(caller)).toHaveLength(3);
  });

  it.each([
    ['a check', checkAs],
    ['a batch', batchAs],
  ])('gets no verdict by a key that is revoked: %s', async (_, ask) => {
    const caller = await remembered();
    await revoke(caller);
    await expectRefused(await ask(caller), NOBODY, caller);
  });

  it('gets no verdict by a token whose key is revoked', async () => {
    const caller = await remembered();
    const { body } = await registry.call('POST', '/oauth/token', {
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({
        ...{ grant_type: 'client_credentials', client_id: caller.id, client_secret: caller.key },
      }).toString(),
    });
    const authorization = `Bearer ${body.access_token}`;
    expect((await check({ authorization })).status).toBe(201);
    await revoke(caller);
    expect(await check({ authorization })).toMatchObject({ status: 401 });
    expect(await recordedOf(caller)).toHaveLength(1);
  });

  it('gets no verdict without the role that was taken away', async () => {
    const caller = await remembered();
    await amend(caller.id, { roles: ['auditor'] });
    await expectRefused(await checkAs(caller), FORBIDDEN, caller);
    await expectRefused(await batchAs(caller), FORBIDDEN, caller);
  });

  it('gets no verdict when it is disabled', async () => {
    const caller = await remembered({ kind: 'person' });
    await disable(caller.id);
    await expectRefused(await checkAs(caller), NOBODY, caller);
  });

  it('gets no verdict when the person who answers for it is disabled', async () => {
    const person = await someone({ kind: 'person' });
    const caller = await remembered({ responsible: person.id });
    await disable(person.id);
    await expectRefused(await checkAs(caller), NOBODY, caller);
  });

  it('gets no verdict by a key that has expired, to the millisecond', async () => {
    const expiresAt = new Date(registry.clock.now().getTime() + 1000);
    const caller = await remembered({}, { expiresAt });
    registry.clock.advance(999);
    expect((await checkAs(caller)).status).toBe(201);
    registry.clock.advance(1);
    expect(await checkAs(caller)).toMatchObject(NOBODY);
    expect(await recordedOf(caller)).toHaveLength(1);
  });

  it('gets no verdict with a wrong secret', async () => {
    const caller = await remembered();
    const key = `${caller.key.slice(0, -2)}${caller.key.endsWith('AA') ? 'BB' : 'AA'}`;
    await expectRefused(await checkAs({ ...caller, key }), NOBODY, caller);
  });

  it('asks for its agency as it is now', async () => {
    const caller = await remembered();
    await amend(caller.id, { agency: 'NASA' });
    expect(await checkAs(caller)).toMatchObject({
      status: 201,
      body: { askedBy: { id: caller.id, agency: 'NASA' } },
    });
  });

  it('is let in by the tables with a key that memory does not know', async () => {
    await remembered();
    const caller = await someone();
    expect((await checkAs(caller)).status).toBe(201);
    expect((await batchAs(caller)).status).toBe(200);
    await revoke(caller);
    expect(await checkAs(caller)).toMatchObject(NOBODY);
  });

  it('is let in by the tables with a role that memory does not know of', async () => {
    const caller = await remembered({ roles: ['auditor'] });
    expect(await checkAs(caller)).toMatchObject(FORBIDDEN);
    await amend(caller.id, { roles: ['procurement'] });
    expect((await checkAs(caller)).status).toBe(201);
  });

  it('is asked of the tables where an answer may be given again', async () => {
    const caller = await remembered();
    const headers = { 'x-api-key': caller.key, 'idempotency-key': 'purchase-1' };
    expect((await check(headers)).status).toBe(201);
    expect((await check(headers)).headers).toMatchObject({ 'idempotency-replayed': 'true' });
    await revoke(caller);
    expect(await check(headers)).toMatchObject(NOBODY);
  });

  it('is asked of the tables for everything else', async () => {
    const caller = await remembered();
    const body = QUESTION;
    await revoke(caller);
    for (const [method, path] of [
      ['GET', '/v1/checks'],
      ['POST', '/v1/standing'],
      ['GET', '/v1/lists'],
    ] as const) {
      const answer = await registry.call(method, path, {
        key: caller.key,
        ...(method === 'POST' && { body }),
      });
      expect(answer).toMatchObject(NOBODY);
    }
  });
});

/** Takes every connection that the instance has but for checks. */
async function holdAllConnections(dataSource: DataSource): Promise<QueryRunner[]> {
  const { DATABASE_POOL_SIZE } = readEnvironment({});
  const held = Array.from({ length: DATABASE_POOL_SIZE }, () => dataSource.createQueryRunner());
  await Promise.all(held.map((each) => each.connect()));
  return held;
}
