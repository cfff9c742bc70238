import type { Command } from 'commander';
import type { ReceiptClaims } from '../checks/domain/receipt-claims';
import {
  isCurrent,
  verifyReceipt,
  type VerifiedReceipt,
} from '../checks/domain/receipt-verification';
import { RefusesToStart } from '../config/refuses-to-start';
import { readPublicKeys } from '../keys/domain/public-keys';
import { readGiven } from './read-given';
import { EXIT, type Exit, type Terminal } from './terminal';

/** `verify receipt`: whether a receipt is genuine, and still counts. Asks no registry and no database. */
export function addVerifyReceipt(verify: Command, terminal: Terminal): void {
  verify
    .command('receipt')
    .description('Verifies a receipt by itself: asks no registry and no database')
    .argument('<file>', 'the receipt as it was given with the answer, or - for the input')
    .requiredOption('--key <file>', "the registry's keys: its jwks.json as it was kept, or a PEM")
    .option('--json', 'print what came of it as JSON')
    .addHelpText('after', HELP)
    .action(async (file: string, options: VerifyOptions) => {
      const read = verifyReceipt((await readGiven(file)).trim(), await keysIn(options.key));
      terminal.exit = tell(read, options, terminal);
    });
}

const HELP = `
The keys are published at /.well-known/jwks.json; a receipt is worth what the way is worth that they came by.
Exit status: 0 it is genuine and counts now, whatever its verdict; 1 it is not genuine; 3 it is genuine and counts no
longer, or could not be read.`;

interface VerifyOptions {
  readonly key: string;
  readonly json?: true;
}

async function keysIn(file: string) {
  const keys = readPublicKeys(await readGiven(file));
  if (keys.length > 0) return new Map(keys.map(({ kid, key }) => [kid, key]));
  throw new RefusesToStart(`${file} must hold Ed25519 public keys: a PEM, a JWK or a JWK set`);
}

function tell(read: VerifiedReceipt, { json }: VerifyOptions, terminal: Terminal): Exit {
  const current = read.valid && isCurrent(read.claims, new Date());
  if (json) terminal.say(JSON.stringify({ ...read, current }, null, 2));
  else for (const line of linesOf(read, current)) terminal.say(line);
  if (!read.valid) return EXIT.no;
  return current ? EXIT.yes : EXIT.fault;
}

function linesOf(read: VerifiedReceipt, current: boolean): string[] {
  if (!read.valid) return [`Not genuine. ${read.why}`];
  return [
    current ? 'Genuine, and it counts now.' : 'Genuine, but it counts no longer.',
    ...saidBy(read.claims),
    `  signed with key ${read.keyId}, form ${read.form}`,
  ];
}

function saidBy(claims: ReceiptClaims): string[] {
  const { jti, verdict, reasons, vendor, at, validUntil, position, iss, aud } = claims;
  return [
    `${verdict}: ${reasons.join(' ')}`,
    `  about ${vendor ?? 'no vendor for sure'}, for a purchase at ${at}`,
    `  valid until ${validUntil}`,
    `  check ${jti}, at position ${position}, answered by ${iss} to ${aud}`,
  ];
}
