import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { runCli } from '../src/cli/run-cli';
import { Terminal } from '../src/cli/terminal';
import { RECEIPT_FORMS } from '../src/checks/domain/receipt-form';
import type { ReceiptKeys } from '../src/keys/receipt-keys';
import { aBatch, aReceiptIssuer, aRecordedCheck } from './support/receipts';

const ROOT = path.resolve(__dirname, '..');
const LATER = { decidedAt: '2126-06-01T12:00:00.000Z', validUntil: '2126-06-01T12:15:00.000Z' };

describe('avr verify receipt', () => {
  let folder: string;
  let keys: ReceiptKeys;
  let issue: (terms?: object, form?: 'batch' | 'jws') => string;

  beforeEach(async () => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'registry-verify-'));
    const made = await aReceiptIssuer();
    keys = made.keys;
    issue = (terms = LATER, form = 'batch') =>
      made.issuer.issue(aBatch([aRecordedCheck(terms), aRecordedCheck()]), form)[0]!;
  });
  afterEach(() => fs.rmSync(folder, { recursive: true }));

  const put = (name: string, text: string): string => {
    fs.writeFileSync(path.join(folder, name), text);
    return path.join(folder, name);
  };
  const jwks = (): string => put('jwks.json', JSON.stringify({ keys: keys.jwks }));

  async function avr(...args: string[]) {
    const [said, complained]: [string[], string[]] = [[], []];
    const terminal = new Terminal(
      (text) => said.push(text.trimEnd()),
      (text) => complained.push(text.trimEnd()),
    );
    const exit = await runCli(['verify', 'receipt', ...args], terminal);
    return { exit, said: said.join('\n'), complained: complained.join('\n') };
  }

  it.each(RECEIPT_FORMS)(
    'tells what a receipt of the form %s says, and ends with 0',
    async (form) => {
      const check = aRecordedCheck(LATER);
      const receipt = put('receipt.txt', `${issue(check, form)}\n`);
      const { exit, said, complained } = await avr(receipt, '--key', jwks());
      expect([exit, complained]).toEqual([0, '']);
      expect(said).toMatch(/^Genuine, and it counts now\.\neligible:/);
      for (const part of [
        check.id,
        check.vendor!.id,
        check.askedBy.id,
        LATER.validUntil,
        keys.kid,
        form,
      ]) {
        expect(said).toContain(part);
      }
    },
  );

  it('ends with 3 for one that is genuine and whose time is over, whatever else it says', async () => {
    const receipt = put('receipt.txt', issue({}));
    const { exit, said } = await avr(receipt, '--key', jwks());
    expect([exit, said]).toEqual([3, expect.stringMatching(/^Genuine, but it counts no longer\./)]);
  });

  it.each([
    ['altered', (receipt: string) => receipt.replace(/^(.{300})./, '$1~')],
    ['empty', () => ''],
    ['something else', () => '{}'],
  ])('ends with 1 for one that is %s, and repeats nothing of it', async (_, alter) => {
    const { exit, said } = await avr(put('receipt.txt', alter(issue())), '--key', jwks());
    expect(exit).toBe(1);
    expect(said).toMatch(/^Not genuine\. /);
    expect(said).not.toContain('eligible');
  });

  it('ends with 1 for one of another registry', async () => {
    const other = await aReceiptIssuer();
    const [foreign] = other.issuer.issue(aBatch([aRecordedCheck(LATER)]));
    expect(await avr(put('receipt.txt', foreign!), '--key', jwks())).toMatchObject({ exit: 1 });
  });

  it('takes a PEM, and tells as JSON', async () => {
    const pem = keys.verifying.get(keys.kid)!.export({ type: 'spki', format: 'pem' }).toString();
    const check = aRecordedCheck(LATER);
    const { exit, said } = await avr(
      put('receipt.txt', issue(check)),
      '--key',
      put('key.pem', pem),
      '--json',
    );
    expect([exit, JSON.parse(said)]).toEqual([
      0,
      expect.objectContaining({
        valid: true,
        current: true,
        form: 'batch',
        claims: expect.objectContaining({ jti: check.id }),
      }),
    ]);
  });

  it.each([
    ['no key', () => put('key.txt', 'hunter2')],
    [
      'a private key',
      () => put('key.pem', keys.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()),
    ],
    ['no file', () => path.join(folder, 'nowhere')],
  ])('ends with 3 where there is %s', async (_, key) => {
    const { exit, said, complained } = await avr(put('receipt.txt', issue()), '--key', key());
    expect([exit, said, complained]).toEqual([3, '', expect.stringMatching(/^Refused: /)]);
    expect(complained).not.toContain('hunter2');
  });

  it('reads the input, and needs no settings, no data and no database', () => {
    const run = spawnSync(
      process.execPath,
      [
        '-r',
        'reflect-metadata',
        '-r',
        './test/support/typescript.js',
        'src/cli/main.ts',
        'verify',
        'receipt',
        '-',
        '--key',
        jwks(),
      ],
      {
        cwd: ROOT,
        input: issue(),
        encoding: 'utf8',
        env: { PATH: process.env['PATH'], DATABASE_URL: 'nonsense', DATA_DIR: folder },
      },
    );
    expect([run.status, run.stderr]).toEqual([0, '']);
    expect(run.stdout).toMatch(/^Genuine, and it counts now\./);
    expect(fs.readdirSync(folder)).toEqual(['jwks.json']);
  });
});
