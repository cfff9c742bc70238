import type { Command } from 'commander';
import type { Terminal } from './terminal';
import { addVerifyChecks } from './verify-checks';
import { addVerifyProof } from './verify-proof';
import { addVerifyReceipt } from './verify-receipt';

/** `verify`: whether what the registry answered can be shown. */
export function addVerify(program: Command, terminal: Terminal): void {
  const verify = program.command('verify').description('Verifies what the registry answered');
  addVerifyReceipt(verify, terminal);
  addVerifyProof(verify, terminal);
  addVerifyChecks(verify, terminal);
}
