import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { runCommand } from './support/run-command';
import { CreateList } from '../src/lists/create-list';
import { SettableClock } from './support/clock';
import { TestDatabase } from './support/database';

const ROOT = path.resolve(__dirname, '..');
const NOBODY = '01980000-0000-7000-8000-0000000000ff';
const KEY = /^avr_[a-z2-7]{16}_[\w-]{43}$/;
const CALLED = ['DATABASE_URL', 'DATA_DIR', 'DEMO', 'AVR_URL', 'AVR_API_KEY', 'PORT'] as const;

describe('the command line', () => {
  const before = Object.fromEntries(CALLED.map((name) => [name, process.env[name]]));
  let db: TestDatabase;
  let folder: string;

  beforeAll(async () => {
    db = await TestDatabase.create();
  });
  afterAll(() => db.destroy());
  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'registry-cli-'));
    set({ DATABASE_URL: db.url, DATA_DIR: folder, DEMO: 'false' });
  });
  afterEach(() => {
    set(before);
    fs.rmSync(folder, { recursive: true });
  });

  function set(settings: Partial<Record<string, string>>): void {
    for (const name of CALLED) {
      const value = settings[name];
      if (value === undefined) Reflect.deleteProperty(process.env, name);
      else process.env[name] = value;
    }
  }

  const avr = runCommand;
  const size = async () => {
    const [head] = await db.dataSource.query<[{ size: number }]>('SELECT size FROM history_head');
    return head.size;
  };
  const createPerson = (name: string, ...roles: string[]) =>
    avr('person', 'create', '--name', name, '--agency', 'GSA', '--role', ...roles, '--key');

  describe('person create', () => {
    it('registers a person on record, and prints a key once', async () => {
      const { exit, said, complained } = await createPerson('Ada Invented', 'admin', 'procurement');
      expect(exit).toBe(0);
      expect(said).toEqual([
        expect.stringMatching(
          /^Registered person [0-9a-f-]{36}: Ada Invented, GSA, admin and procurement\.$/,
        ),
        expect.stringMatching(KEY),
      ]);
      expect(complained).toEqual(['Its API key, shown this once:']);
      const entries = await db.dataSource.query<{ type: string; actor: string }[]>(
        'SELECT type, actor FROM history_entry ORDER BY position',
      );
      expect(entries).toEqual([
        { type: 'caller.created', actor: 'system' },
        { type: 'key.issued', actor: 'system' },
      ]);
    });

    it('issues no key that was not asked for', async () => {
      const { said } = await avr(
        'person',
        'create',
        '--name',
        'B',
        '--agency',
        'GSA',
        '--role',
        'auditor',
      );
      expect(said).toHaveLength(1);
    });

    it.each([
      [['--name', '', '--agency', 'GSA', '--role', 'admin'], 'Refused: /name'],
      [
        ['--name', 'A', '--agency', 'GSA', '--role', 'admin', 'auditor'],
        'Refused: Nobody holds admin and auditor',
      ],
      [['--name', 'A', '--agency', 'GSA', '--role', 'boss'], "argument 'boss' is invalid"],
      [['--name', 'A', '--role', 'admin'], "required option '--agency"],
    ])('refuses %j', async (options, words) => {
      const entries = await size();
      const { exit, said, complained } = await avr('person', 'create', ...options);
      expect([exit, said]).toEqual([3, []]);
      expect(complained.join('\n')).toContain(words);
      expect(await size()).toBe(entries);
    });
  });

  describe('client create and revoke', () => {
    const disabled = async (id: string) => {
      const [row] = await db.dataSource.query<[{ disabled: boolean }]>(
        'SELECT disabled_at IS NOT NULL AS disabled FROM caller WHERE id = $1',
        [id],
      );
      return row.disabled;
    };
    const idIn = (said: readonly string[]) => /[0-9a-f-]{36}/.exec(said[0] ?? '')?.[0] ?? '';

    it('registers a client with a key, and disables it', async () => {
      const created = await avr(
        'client',
        'create',
        '--name',
        'Desk',
        '--agency',
        'DHS',
        '--role',
        'procurement',
      );
      expect(created).toMatchObject({
        exit: 0,
        said: [expect.anything(), expect.stringMatching(KEY)],
      });
      const id = idIn(created.said);
      expect(await disabled(id)).toBe(false);
      const revoked = await avr('client', 'revoke', id);
      expect(revoked).toMatchObject({
        exit: 0,
        said: [expect.stringContaining(`Disabled client ${id}, Desk.`)],
      });
      expect(await disabled(id)).toBe(true);
    });

    it('wants an admin to answer for an admin', async () => {
      const admin = idIn((await createPerson('Ada', 'admin')).said);
      const create = ['client', 'create', '--name', 'Robot', '--agency', 'GSA', '--role', 'admin'];
      expect(await avr(...create)).toMatchObject({ exit: 3 });
      expect(await avr(...create, '--responsible', admin)).toMatchObject({ exit: 0 });
    });

    it('disables no person, and nobody who is not there', async () => {
      const person = idIn((await createPerson('Ada', 'admin')).said);
      for (const id of [person, NOBODY, 'x']) {
        const { exit, complained } = await avr('client', 'revoke', id);
        expect([exit, complained]).toEqual([
          3,
          [`Refused: There is no such client or person: ${id}.`],
        ]);
      }
      expect(await disabled(person)).toBe(false);
    });
  });

  describe('import list', () => {
    let adminKey: string;
    let file: string;

    beforeAll(async () => {
      const operator = { id: 'system', kind: 'system', person: null } as const;
      await new CreateList(db.dataSource, new SettableClock(new Date())).execute(
        {
          code: 'oasis',
          name: 'OASIS',
          owner: 'GSA',
          categories: ['1', '5A'].map((code) => ({ code, title: code })),
          policy: {},
        },
        operator,
      );
    });
    beforeEach(async () => {
      adminKey = (await createPerson('Ada', 'admin')).said[1]!;
      process.env['AVR_API_KEY'] = adminKey;
      file = path.join(folder, 'list.csv');
      fs.writeFileSync(file, 'name,duns,categories\nAcme,008050242,1\nBad,1,1\nWorse,2,9\n');
    });
    const proposals = async () =>
      (
        await db.dataSource.query<{ content: Buffer }[]>('SELECT content FROM proposal ORDER BY id')
      ).map(({ content }) => JSON.parse(content.toString()) as Record<string, unknown>);
    const proposed = async () => (await proposals()).at(-1);

    it('says what a dry run would propose, and proposes nothing', async () => {
      const fixture = path.join(__dirname, 'data/oasis-invented.json');
      expect(await avr('import', 'list', fixture, '--list', 'oasis', '--dry-run')).toEqual({
        exit: 0,
        said: [
          'Rows accepted: 3. Rows refused: 0. New vendors: 2.',
          'A dry run: nothing is proposed.',
        ],
        complained: [],
      });
      expect(await proposals()).toEqual([]);
    });

    it('tells each refused row by line and reason, and proposes nothing', async () => {
      expect(await avr('import', 'list', file, '--list', 'oasis')).toEqual({
        exit: 1,
        said: ['Rows accepted: 1. Rows refused: 2. New vendors: 1.', 'Nothing is proposed.'],
        complained: [
          'refused  line 3: duns must be 9 digits, leading zeros among them',
          'refused  line 4: duns must be 9 digits, leading zeros among them',
        ],
      });
      expect(await proposals()).toEqual([]);
    });

    it('proposes the rest in one proposal, whose authority is the file', async () => {
      const { exit, said } = await avr('import', 'list', file, '--list', 'oasis', '--skip-refused');
      expect(exit).toBe(0);
      expect(said[1]).toMatch(/^Proposed as [0-9a-f-]{36}, SHA-256 [0-9a-f]{64}\.$/);
      expect(await proposed()).toMatchObject({
        action: 'import',
        list: 'oasis',
        authority: {
          citation: 'Import of list.csv',
          office: 'GSA',
          documentSha256: expect.stringMatching(/^[0-9a-f]{64}$/),
        },
        reason: 'Import of list.csv',
        listings: [{ vendor: { name: 'Acme' }, categories: ['1'] }],
      });
    });

    it('proposes on the authority that it is told', async () => {
      const authority = [
        '--citation',
        'FAR 16.505',
        '--office',
        'FAS',
        '--url',
        'https://gsa.gov/oasis',
      ];
      const { exit } = await avr(
        ...['import', 'list', file, '--list', 'oasis', '--skip-refused', '--reason', 'Award'],
        ...authority,
      );
      expect(exit).toBe(0);
      expect(await proposed()).toMatchObject({
        authority: { citation: 'FAR 16.505', office: 'FAS', url: 'https://gsa.gov/oasis' },
        reason: 'Award',
      });
    });

    it.each([
      [
        'a file that is not there',
        ['nowhere.csv', '--list', 'oasis'],
        'Refused: nowhere.csv can not be read',
      ],
      [
        'a list that is not there',
        ['FILE', '--list', 'nowhere'],
        'Refused: There is no list nowhere.',
      ],
      [
        'an address that is none',
        ['FILE', '--list', 'oasis', '--url', 'x'],
        'Refused: /authority/url',
      ],
      [
        'a reason that says nothing',
        ['FILE', '--list', 'oasis', '--reason', ' '],
        'Refused: /reason',
      ],
    ])('refuses %s', async (_, args, words) => {
      const { exit, complained } = await avr(
        'import',
        'list',
        ...args.map((arg) => arg.replace('FILE', file)),
      );
      expect(exit).toBe(3);
      expect(complained.join('\n')).toContain(words);
    });

    it('is for admins with a key that opens something', async () => {
      const { said } = await createPerson('Auditor', 'auditor');
      for (const [key, words] of [
        ['', 'Refused: AVR_API_KEY must be the API key of whoever acts.'],
        ['avr_x', 'Refused: The API key is not valid.'],
        [said[1]!, 'Refused: This takes the role admin.'],
      ] as const) {
        process.env['AVR_API_KEY'] = key;
        const { exit, complained } = await avr('import', 'list', file, '--list', 'oasis');
        expect([exit, complained]).toEqual([3, [words]]);
      }
    });
  });

  describe('doctor', () => {
    const linesOf = async () => {
      const { exit, said } = await avr('doctor');
      return {
        exit,
        lines: Object.fromEntries(said.map((line) => [line.slice(7, 18).trim(), line])),
      };
    };

    it('finds a registry that is well', async () => {
      const { exit, lines } = await linesOf();
      expect(exit).toBe(0);
      expect(lines).toMatchObject({
        'Node.js': expect.stringContaining(process.versions.node),
        settings: 'ok     settings    all are well formed',
        database: expect.stringMatching(/^ok {5}database {4}PostgreSQL \d+\.\d+, at DATABASE_URL$/),
        migrations: expect.stringMatching(/^ok .* all \d+ are done$/),
        history: expect.stringMatching(/^ok .* \d+ entries, the last of 20\d\d-/),
        clock: expect.stringMatching(/ \d+ ms (behind|ahead of) the database/),
        'disk space': expect.stringContaining(`GiB free for ${folder}`),
      });
    });

    it('finds a secret that others can read', async () => {
      fs.writeFileSync(path.join(folder, 'demo-credentials.json'), '{}', { mode: 0o644 });
      const { exit, lines } = await linesOf();
      expect(exit).toBe(1);
      expect(lines['demo keys']).toMatch(
        /^fault .* can be read by other accounts, mode 0644: chmod 600 it$/,
      );
    });

    it('finds a database that is away, and says no secret of it', async () => {
      process.env['DATABASE_URL'] = 'postgres://someone:hush@127.0.0.1:1/registry';
      const { exit, said } = await avr('doctor');
      expect(exit).toBe(1);
      expect(said.at(-1)).toMatch(/^fault {2}database {4}.*ECONNREFUSED/);
      expect(said.join()).not.toContain('hush');
    });

    it('finds settings that are malformed', async () => {
      process.env['PORT'] = 'x';
      const { exit, said } = await avr('doctor');
      expect(exit).toBe(1);
      expect(said.at(-1)).toMatch(/^fault {2}settings {4}PORT/);
    });

    it('makes no database where there is none', async () => {
      Reflect.deleteProperty(process.env, 'DATABASE_URL');
      const { exit, lines } = await linesOf();
      expect(exit).toBe(0);
      expect(lines['database']).toContain('it is made on the first start');
      expect(fs.readdirSync(folder)).toEqual([]);
    });

    it('finds tables that are missing or newer, and a history that was cut', async () => {
      const other = await TestDatabase.create();
      process.env['DATABASE_URL'] = other.url;
      await other.dataSource.query(
        `DELETE FROM migrations WHERE name = (SELECT max(name) FROM migrations)`,
      );
      expect((await linesOf()).lines['migrations']).toMatch(/^look .* 1 of \d+ are pending/);
      await other.dataSource.query(`DROP TABLE migrations`);
      expect((await linesOf()).lines['migrations']).toMatch(/^look .* are pending/);
      await other.dataSource.query(`
        ALTER TABLE history_head DISABLE TRIGGER USER;
        UPDATE history_head SET size = 7;`);
      const { exit, lines } = await linesOf();
      expect([exit, lines['history']]).toEqual([
        1,
        expect.stringMatching(/^fault .* the head says 7 entries, and there are 0/),
      ]);
      await other.destroy();
    });
  });

  describe('check', () => {
    let server: http.Server;
    let asked: { url: string | undefined; key: unknown; body: unknown };
    let answer: { status: number; body: unknown };

    beforeAll(async () => {
      server = http.createServer((request, response) => {
        let text = '';
        request.on('data', (chunk: Buffer) => (text += chunk.toString()));
        request.on('end', () => {
          const { url, headers } = request;
          asked = { url, key: headers['x-api-key'], body: JSON.parse(text) };
          response.writeHead(answer.status, { 'content-type': 'application/json' });
          response.end(typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body));
        });
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    });
    afterAll(() => server.close());
    beforeEach(() => {
      process.env['AVR_URL'] = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
      process.env['AVR_API_KEY'] = 'avr_of-the-desk';
    });

    const checked = (verdict: string, change: object = {}) => ({
      status: 201,
      body: {
        id: 'c-1',
        verdict,
        position: 1240,
        vendor: { id: 'v-1', name: 'Acme', matchedBy: 'uei' },
        candidates: [],
        reasons: [
          { code: 'LISTING_REMOVED', message: 'Removed on 11 July 2017.', citation: 'BOD 17-01' },
        ],
        ...change,
      },
    });

    it('asks as any client does', async () => {
      answer = checked('eligible');
      await avr(
        ...['check', '--uei', 'C9SMCH1LF538', '--name', 'Acme', '--list', 'gsa-schedule-70'],
        ...['--category', '132-33', '--at', '2017-07-10T00:00:00Z'],
      );
      expect(asked).toEqual({
        url: '/v1/checks',
        key: 'avr_of-the-desk',
        body: {
          vendor: { uei: 'C9SMCH1LF538', name: 'Acme' },
          purchase: { list: 'gsa-schedule-70', category: '132-33' },
          at: '2017-07-10T00:00:00Z',
        },
      });
      await avr('check', '--cage', '1C2H1');
      expect(asked.body).toEqual({ vendor: { cage: '1C2H1' } });
    });

    it.each([
      ['eligible', 0],
      ['ineligible', 1],
      ['review', 2],
    ])('tells %s by its exit status %i, with the reasons', async (verdict, exit) => {
      answer = checked(verdict);
      expect(await avr('check', '--cage', '1C2H1')).toEqual({
        exit,
        said: [
          `${verdict}: Acme (v-1)`,
          '  LISTING_REMOVED Removed on 11 July 2017. [BOD 17-01]',
          'Recorded as check c-1, at position 1240.',
        ],
        complained: [],
      });
    });

    it('names who may be meant', async () => {
      answer = checked('review', { vendor: null, candidates: [{ id: 'v-2', name: 'Akme' }] });
      expect((await avr('check', '--name', 'Acme')).said).toContain('  perhaps Akme (v-2)');
    });

    it('prints the whole answer as JSON', async () => {
      answer = checked('eligible');
      const { said } = await avr('check', '--cage', '1C2H1', '--json');
      expect(JSON.parse(said.join('\n'))).toEqual(answer.body);
    });

    it.each([
      [
        {
          status: 401,
          body: { title: 'No valid credentials', detail: 'The API key is not valid.' },
        },
        'No verdict. No valid credentials: The API key is not valid.',
      ],
      [{ status: 200, body: { verdict: 'toString' } }, 'No verdict.'],
      [{ status: 502, body: '<html>' }, 'gives no answer'],
    ])('has no verdict where the answer is %j', async (given, words) => {
      answer = given;
      const { exit, complained } = await avr('check', '--cage', '1C2H1');
      expect(exit).toBe(3);
      expect(complained.join('\n')).toContain(words);
    });

    it('has no verdict where nobody answers, or it is not told whom to ask', async () => {
      process.env['AVR_URL'] = 'http://127.0.0.1:9';
      expect(await avr('check', '--cage', '1C2H1')).toMatchObject({ exit: 3, said: [] });
      process.env['AVR_URL'] = 'ftp://registry';
      expect((await avr('check', '--cage', '1C2H1')).complained).toEqual([
        'Refused: AVR_URL must be an http or https address.',
      ]);
      set({});
      expect((await avr('check', '--cage', '1C2H1')).complained).toEqual([
        'Refused: AVR_API_KEY must be the API key of whoever acts.',
      ]);
    });
  });

  it('is a program of its own', () => {
    const run = (...args: string[]) =>
      spawnSync(
        process.execPath,
        ['-r', './test/support/typescript.js', 'src/cli/main.ts', ...args],
        { cwd: ROOT, encoding: 'utf8' },
      );
    expect(run('--help')).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('Usage: avr'),
      stderr: '',
    });
    expect(run('nothing')).toMatchObject({
      status: 3,
      stdout: '',
      stderr: "error: unknown command 'nothing'\n",
    });
  });
});
