import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { runCommand } from './support/run-command';
import { ProveCheck } from '../src/evidence/prove-check';
import { SealChecks } from '../src/evidence/seal-checks';
import { ADMIN } from './support/changes';
import { SettableClock } from './support/clock';
import { TestDatabase } from './support/database';
import { makeBatch, tamper } from './support/evidence';

const AUDITOR = { ...ADMIN, roles: ['auditor'] as const };
const SETTINGS = ['DATABASE_URL', 'DATA_DIR', 'DEMO'] as const;

describe('verify, from the command line', () => {
  const before = Object.fromEntries(SETTINGS.map((name) => [name, process.env[name]]));
  const clock = new SettableClock(new Date());
  let db: TestDatabase;
  let folder: string;

  beforeEach(async () => {
    db = await TestDatabase.create();
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'registry-verify-'));
    set({ DATABASE_URL: db.url, DATA_DIR: folder, DEMO: 'false' });
  });
  afterEach(async () => {
    set(before);
    fs.rmSync(folder, { recursive: true });
    await db.destroy();
  });

  function set(settings: Partial<Record<string, string | undefined>>): void {
    for (const name of SETTINGS) {
      const value = settings[name];
      if (value === undefined) Reflect.deleteProperty(process.env, name);
      else process.env[name] = value;
    }
  }

  const avr = (...args: string[]) => runCommand('verify', ...args);
  const seal = () => new SealChecks(db.dataSource, clock).execute();

  describe('checks', () => {
    it('finds all as they were recorded, and says how many', async () => {
      expect(await avr('checks')).toMatchObject({
        exit: 0,
        said: ['Looked at 0 checks, 0 batches and 0 seals.', 'All are as they were recorded.'],
      });
      await makeBatch(db.dataSource, clock, 3);
      await seal();
      await makeBatch(db.dataSource, clock, 1);
      expect(await avr('checks')).toEqual({
        exit: 0,
        said: [
          'Looked at 4 checks, 2 batches and 1 seal.',
          'Waiting for a seal: 1 batch, 0 for longer than 5 minutes.',
          'All are as they were recorded.',
        ],
        complained: [],
      });
    });

    it('tells each thing that was altered, and ends as a no', async () => {
      const [check] = await makeBatch(db.dataSource, clock, 2);
      await seal();
      await tamper(db.dataSource, `UPDATE purchase_check SET verdict = 'eligible' WHERE id = $1`, [
        check!.id,
      ]);
      expect(await avr('checks')).toMatchObject({
        exit: 1,
        said: [
          `check ${check!.id} (verdict): the row of the check contradicts its answer.`,
          'Looked at 2 checks, 1 batch and 1 seal.',
          'Not as recorded: 1.',
        ],
      });
    });

    it('asks for a person where a batch waits for too long', async () => {
      await makeBatch(db.dataSource, clock, 1);
      await tamper(
        db.dataSource,
        `UPDATE check_batch SET recorded_at = now() - interval '6 minutes'`,
      );
      const { exit, said } = await avr('checks');
      expect({ exit, waits: said[1] }).toEqual({
        ...{ exit: 2, waits: 'Waiting for a seal: 1 batch, 1 for longer than 5 minutes.' },
      });
    });

    it('looks at a period, where one is given', async () => {
      await makeBatch(db.dataSource, clock, 1);
      expect(await avr('checks', '--to', '2020-01-01T00:00:00Z')).toMatchObject({
        said: ['Looked at 0 checks, 0 batches and 0 seals.', 'All are as they were recorded.'],
      });
      expect(await avr('checks', '--from', 'yesterday')).toMatchObject({ exit: 3 });
      const [from, to] = ['2021-01-01T00:00:00Z', '2020-01-01T00:00:00Z'];
      expect(await avr('checks', '--from', from, '--to', to)).toMatchObject({ exit: 3 });
    });
  });

  describe('proof', () => {
    const kept = async (isSealed = true): Promise<{ file: string; text: string }> => {
      const [check] = await makeBatch(db.dataSource, clock, 3);
      if (isSealed) await seal();
      const proof = await new ProveCheck(db.dataSource).execute(check!.id, AUDITOR);
      // Whatever is verified is verified without them.
      set({});
      return keep(JSON.stringify(proof));
    };
    const keep = (text: string): { file: string; text: string } => {
      const file = path.join(folder, 'proof.json');
      fs.writeFileSync(file, text);
      return { file, text };
    };

    it('says what the check was, and where the history speaks for it', async () => {
      const { file, text } = await kept();
      const { check, entry } = JSON.parse(text);
      const { exit, said } = await avr('proof', file);
      expect(exit).toBe(0);
      expect(said[0]).toBe(`Check ${check.id} is recorded as it was answered: ineligible.`);
      expect(said.at(-2)).toBe('In seal 0, of which history entry 0 speaks.');
      expect(said.at(-1)).toBe(`  Its leaf hash: ${entry.leafHash}`);
      const known = ['--leaf-hash', entry.leafHash.toUpperCase()];
      expect(await avr('proof', file, ...known)).toMatchObject({ exit: 0 });
    });

    it('says no where the entry is another than the one that is known', async () => {
      const { file } = await kept();
      expect(await avr('proof', file, '--leaf-hash', 'ab'.repeat(32))).toMatchObject({
        exit: 1,
        said: ['The history entry has not the leaf hash that was given.'],
      });
    });

    it('says no where the answer was altered, whatever the file says of itself', async () => {
      const { text } = await kept();
      const { file } = keep(text.replaceAll('ineligible', 'eligible'));
      expect(await avr('proof', file)).toMatchObject({
        exit: 1,
        said: [
          expect.stringMatching(/^Broken at claims/),
          expect.stringMatching(/^Broken at leaf/),
        ],
      });
    });

    it('asks for a person where the check is in no seal yet', async () => {
      const { file } = await kept(false);
      expect(await avr('proof', file)).toMatchObject({ exit: 2 });
    });

    it.each(['', '{}', 'eyJhbGciOiJFZERTQSJ9'])('refuses %j, which is none', async (text) => {
      const { file } = keep(text);
      expect(await avr('proof', file)).toMatchObject({
        ...{ exit: 3, complained: [expect.stringContaining('must be a proof of a check')] },
      });
    });

    it('refuses a file that is not there', async () => {
      expect(await avr('proof', path.join(folder, 'no.json'))).toMatchObject({ exit: 3 });
    });
  });
});
