import type { Command } from 'commander';
import { RefusesToStart } from '../config/refuses-to-start';
import { verifyCheckProof, type CheckProof, type ProofStep } from '../evidence/domain/check-proof';
import { readCheckProof } from '../evidence/domain/read-proof';
import { readGiven } from './read-given';
import { EXIT, type Exit, type Terminal } from './terminal';

/** `verify proof`: the answer of `GET /v1/checks/{id}/proof`, computed again without the registry. */
export function addVerifyProof(verify: Command, terminal: Terminal): void {
  verify
    .command('proof')
    .description('Verifies the proof of a check by itself: asks no registry and no database')
    .argument('<file>', 'the JSON that GET /v1/checks/{id}/proof answered, or - for the input')
    .option(
      '--leaf-hash <hex>',
      'the leaf hash that the history entry of the seal is known to have',
    )
    .addHelpText('after', HELP)
    .action(async (file: string, { leafHash }: { readonly leafHash?: string }) => {
      const proof = readCheckProof(await readGiven(file));
      if (!proof) throw new RefusesToStart(`${file} must be a proof of a check, as JSON`);
      terminal.exit = tell(proof, leafHash?.toLowerCase(), terminal);
    });
}

const HELP = `
That the entry is one of the registry's history is seen by its leaf hash, as GET /v1/history/{position} tells it; give
one that you kept yourself with --leaf-hash.
Exit status: 0 all holds and is sealed; 1 something does not hold; 2 all holds and is not sealed yet; 3 no proof.`;

const BROKEN: Readonly<Record<ProofStep, string>> = {
  claims: 'What is claimed does not follow from the answer and the request.',
  leaf: 'The claims are not those of the leaf.',
  batch: "The leaf does not lead to the batch's root, or the batch stood at another position.",
  seal: "The batch does not lead to the seal's root.",
  entry: 'The history entry is not of this seal, or not of its leaf hash.',
};

function tell(proof: CheckProof, leafHash: string | undefined, terminal: Terminal): Exit {
  const broken = brokenIn(proof, leafHash);
  for (const line of broken) terminal.say(line);
  if (broken.length > 0) return EXIT.no;
  const { claims } = proof.check;
  if (claims) for (const line of linesOf(claims)) terminal.say(line);
  return tellSeal(proof, terminal);
}

function brokenIn(proof: CheckProof, leafHash: string | undefined): string[] {
  const broken = verifyCheckProof(proof).map((step) => `Broken at ${step}. ${BROKEN[step]}`);
  const isKnown = leafHash === undefined || proof.entry?.leafHash === leafHash;
  return isKnown ? broken : [...broken, 'The history entry has not the leaf hash that was given.'];
}

function tellSeal({ seal, entry }: CheckProof, terminal: Terminal): Exit {
  if (!seal || !entry) {
    terminal.say('It is in no seal yet, so that the history does not speak for it.');
    return EXIT.review;
  }
  terminal.say(`In seal ${seal.number}, of which history entry ${entry.position} speaks.`);
  terminal.say(`  Its leaf hash: ${entry.leafHash}`);
  return EXIT.yes;
}

function linesOf(claims: NonNullable<CheckProof['check']['claims']>): string[] {
  const { jti, verdict, reasons, vendor, at, validUntil, position, iss, aud } = claims;
  return [
    `Check ${jti} is recorded as it was answered: ${verdict}.`,
    `  ${reasons.join(' ')}, at position ${position}`,
    `  about ${vendor ?? 'no vendor for sure'}, for a purchase at ${at}; valid until ${validUntil}`,
    `  answered by ${iss} to ${aud}`,
  ];
}
