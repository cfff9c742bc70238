import { parse } from 'csv-parse/sync';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { runCli } from '../src/cli/run-cli';
import { Terminal } from '../src/cli/terminal';
import { runCommand } from './support/run-command';
import { TestRegistry } from './support/app';
import { change, openList, registerVendor } from './support/registry';

const CALLED = ['AVR_URL', 'AVR_API_KEY'] as const;

describe('the command coverage', () => {
  const before = Object.fromEntries(CALLED.map((name) => [name, process.env[name]]));
  let registry: TestRegistry;
  let folder: string;
  let file: string;
  let acme: string;

  beforeAll(async () => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'registry-coverage-'));
    file = path.join(folder, 'purchases.csv');
    registry = await TestRegistry.start();
    const list = await openList(registry);
    acme = await registerVendor(registry);
    await change(registry, { action: 'list', vendor: acme, list });
    const body = { vendor: { id: acme }, purchase: { list, reference: 'PR-1' } };
    await registry.call('POST', '/v1/checks', { key: registry.keys.procurement, body });
    await registry.app.listen(0, '127.0.0.1');
  });
  afterAll(async () => {
    for (const name of CALLED) set(name, before[name]);
    fs.rmSync(folder, { recursive: true });
    await registry.close();
  });
  beforeEach(async () => {
    set('AVR_URL', await registry.app.getUrl());
    set('AVR_API_KEY', registry.keys.auditor);
  });

  function set(name: string, value: string | undefined): void {
    if (value === undefined) Reflect.deleteProperty(process.env, name);
    else process.env[name] = value;
  }

  async function coverage(lines: string[], ...args: string[]) {
    fs.writeFileSync(file, lines.join('\n'));
    return runCommand('coverage', file, ...args);
  }

  const HEADER = 'reference,id,awarded_at,amount,currency,buyer';
  const covered = () => `PR-1,${acme},2026-06-01T12:10:00Z,1250,USD,Jo`;
  const late = () => `PR-1,${acme},2026-06-05T12:10:00Z,10,USD,Jo`;
  const never = () => `PR-9,${acme},2026-06-05T12:10:00Z,,,Jo`;

  it('ends in 0 where all are covered', async () => {
    expect(await coverage([HEADER, covered()])).toEqual({
      ...{ exit: 0, said: ['covered: 1, 1250.00 USD'], complained: ['Column ignored: buyer'] },
    });
  });

  it('ends in 1 where some are not, and says which', async () => {
    const { exit, said } = await coverage([HEADER, covered(), late(), never()]);
    expect([exit, said]).toEqual([
      1,
      [
        expect.stringMatching(/^line 3 PR-1: tooOld\. Told "eligible" at 2026-06-01T12:00/),
        'line 4 PR-9: noCheck. No check has this reference.',
        ...['tooOld: 1, 10.00 USD', 'noCheck: 1', 'covered: 1, 1250.00 USD'],
      ],
    ]);
  });

  it('lets checks be as old as it is told', async () => {
    expect((await coverage([HEADER, late()], '--max-age', 'P7D')).exit).toBe(0);
    expect((await coverage([HEADER, late()], '--max-age', 'P4D')).exit).toBe(1);
  });

  it('asks for an agency', async () => {
    expect((await coverage([HEADER, covered()], '--agency', 'DHS')).exit).toBe(0);
    expect((await coverage([HEADER, covered()], '--agency', 'NASA')).exit).toBe(1);
  });

  it.each(['csv', 'json', 'ndjson'])('prints all rows as %s', async (format) => {
    const all = await coverage([HEADER, covered()], '--format', format);
    const some = await coverage([HEADER, covered(), never()], '--format', format);
    expect([all.exit, some.exit]).toEqual([0, 1]);
    const text = some.said.join('\n');
    const rows: { finding: string }[] =
      format === 'csv'
        ? parse(text, { columns: true })
        : format === 'json'
          ? JSON.parse(text).rows
          : some.said.map((line) => JSON.parse(line));
    expect(rows.map(({ finding }) => finding)).toEqual(['covered', 'noCheck']);
  });

  it.each<[string, string[], () => void, string]>([
    [
      'the file is none',
      ['reference'],
      () => undefined,
      'No answer. Body is not valid CSV: The first line must be a header with the column awarded_at.',
    ],
    [
      'the caller is no auditor',
      [HEADER],
      () => set('AVR_API_KEY', registry.keys.admin),
      'No answer. Caller lacks the role: This takes the role auditor.',
    ],
    [
      'nobody answers',
      [HEADER],
      () => set('AVR_URL', 'http://127.0.0.1:9'),
      'The registry at http://127.0.0.1:9 gives no answer: ',
    ],
  ])('ends in 3 where %s', async (_, lines, prepare, words) => {
    prepare();
    const { exit, said, complained } = await coverage(lines);
    expect([exit, said]).toEqual([3, []]);
    expect(complained.join('\n')).toContain(words);
  });

  it('ends in 3 where there is no such file, or no such format', async () => {
    const said: string[] = [];
    const terminal = new Terminal(
      (text) => said.push(text),
      (text) => said.push(text),
    );
    expect(await runCli(['coverage', path.join(folder, 'none.csv')], terminal)).toBe(3);
    expect(said.join()).toContain('none.csv can not be read');
    expect((await coverage([HEADER], '--format', 'xml')).exit).toBe(3);
  });
});
