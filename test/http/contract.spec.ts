import fc from 'fast-check';
import { TestRegistry, type Answer, type CallerName } from '../support/app';
import {
  Contract,
  Requests,
  type GeneratedRequest,
  type Known,
  type Operation,
} from '../support/contract';
import { populate } from '../support/populate';

const RUNS = Number(process.env['CONTRACT_RUNS'] ?? 4000);
const SEED = Number(process.env['CONTRACT_SEED'] ?? 20170711);

const CALLER_OF: Readonly<Record<string, CallerName>> = {
  procurement: 'procurement',
  admin: 'admin',
  auditor: 'auditor',
};

describe('Requests made from the OpenAPI document', () => {
  const contract = Contract.read();
  let registry: TestRegistry;
  let known: Known;

  beforeAll(async () => {
    registry = await TestRegistry.start({
      now: new Date('2026-06-01T12:00:00.000Z'),
      settings: { RATE_LIMIT_ADMIN: '1000000', RATE_LIMIT_WRITES: '1000000' },
    });
    known = await populate(registry);
  });

  afterAll(() => registry.close());

  it('know every operation', async () => {
    const { body } = await registry.call('GET', '/openapi.json');
    const served = Object.entries(body.paths as Record<string, object>).flatMap(
      ([address, methods]) =>
        Object.keys(methods).map((method) => `${method.toUpperCase()} ${address}`),
    );
    const documented = contract.operations.map(nameOf);
    expect(documented.sort()).toEqual(served.sort());
  });

  it('are never answered with a failure, and always as the document says', async () => {
    const breaches = new Map<string, string>();
    const unanswered = new Set(contract.operations.map(nameOf));
    for (const { operation, request } of sample(new Requests(contract, known))) {
      const answer = await send(registry, operation, request);
      if (answer.status < 300) unanswered.delete(nameOf(operation));
      for (const breach of breachesOf(operation, answer)) {
        const name = `${nameOf(operation)}: ${breach}`;
        if (!breaches.has(name)) breaches.set(name, JSON.stringify({ request, body: answer.body }));
      }
    }
    expect(Object.fromEntries(breaches)).toEqual({});
    // Requests that are all refused would show nothing. The token endpoint takes forms, which are not made here.
    expect([...unanswered]).toEqual(['POST /oauth/token']);
  }, 600_000);

  /** Requests to all operations in turn, so that each meets what the others left. */
  const sample = (requests: Requests): { operation: Operation; request: GeneratedRequest }[] => {
    const { operations } = contract;
    const numRuns = Math.ceil(RUNS / operations.length);
    const each = operations.map((operation, index) =>
      fc.sample(requests.to(operation), { numRuns, seed: SEED + index }),
    );
    return Array.from({ length: numRuns }, (_, turn) => turn).flatMap((turn) =>
      operations.map((operation, index) => ({ operation, request: each[index]![turn]! })),
    );
  };

  const breachesOf = (operation: Operation, answer: Answer): string[] => {
    const { status, headers, body } = answer;
    // A position that the history has not reached is no failure: the caller may wait for it.
    if (status >= 500 && body.code !== 'position-not-reached') return [`failed with ${status}`];
    const [kind = ''] = (headers['content-type'] ?? '').split(';');
    return contract.breaches(operation, { status, kind, body });
  };
});

function send(
  registry: TestRegistry,
  operation: Operation,
  { path, query, headers, body }: GeneratedRequest,
): Promise<Answer> {
  const address = operation.address.replace(/\{([^}]+)\}/g, (_, name: string) =>
    encodeURIComponent(String(path[name]).toWellFormed() || '-'),
  );
  const parameters = new URLSearchParams(
    given(query).map(([name, value]): [string, string] => [
      name.toWellFormed(),
      String(value).toWellFormed(),
    ]),
  );
  const caller = operation['x-allowed-roles'].map((role) => CALLER_OF[role]).find(Boolean);
  return registry.call(operation.method, `${address}?${parameters.toString()}`, {
    ...(caller && { key: registry.keys[caller] }),
    ...(body !== undefined && { body: JSON.stringify(body) }),
    headers: Object.fromEntries(
      given(headers).map(([name, value]) => [name, asHeader(String(value))]),
    ),
  });
}

const nameOf = ({ method, address }: Operation): string => `${method} ${address}`;

const given = (members: object): [string, unknown][] =>
  Object.entries(members).filter(([, value]) => value !== undefined);

/** A header as a client could send it: what is not Latin-1 visible is left out. */
const asHeader = (value: string): string => value.replace(/[^\x20-\x7e]/g, '');
