import { InvalidArgumentError, type Command } from 'commander';
import { isRFC3339 } from 'class-validator';
import { DataSource } from 'typeorm';
import { Clock } from '../clock/clock';
import { RefusesToStart } from '../config/refuses-to-start';
import { AuditChecks } from '../evidence/audit/audit-checks';
import type { AuditedPeriod } from '../evidence/audit/audited-period';
import { FAULTS, type AuditTally } from '../evidence/audit/finding';
import { EXIT, type Exit, type Terminal } from './terminal';
import { withRegistry } from './with-registry';

/** `verify checks`: looks at every recorded check, on the database itself. */
export function addVerifyChecks(verify: Command, terminal: Terminal): void {
  verify
    .command('checks')
    .description('Looks at every recorded check: row, batch, seal and history entry')
    .option('--from <time>', 'only checks recorded from then on, RFC 3339', readInstant)
    .option('--to <time>', 'only checks recorded before then, RFC 3339', readInstant)
    .addHelpText('after', HELP)
    .action(async ({ from, to }: { readonly from?: Date; readonly to?: Date }) => {
      if (from && to && to <= from) throw new RefusesToStart('--to must be later than --from');
      terminal.exit = await audit({ from: from ?? null, to: to ?? null }, terminal);
    });
}

const HELP = `
Reads the database that the settings name, and changes nothing. Each thing that is not as it was recorded is told in a
line of its own.
Exit status: 0 all is as it was recorded; 1 something is not; 2 all is, and batches wait for their seal for longer than
5 minutes, as after a stop of the service; 3 it could not be done.`;

function readInstant(text: string): Date {
  if (!isRFC3339(text)) throw new InvalidArgumentError('must be an RFC 3339 time.');
  return new Date(text);
}

async function audit(period: AuditedPeriod, terminal: Terminal): Promise<Exit> {
  let exit: Exit = EXIT.fault;
  await withRegistry(async (registry) => {
    const auditChecks = new AuditChecks(registry.get(DataSource), registry.get(Clock));
    const tally = await auditChecks.execute(period, ({ fault, about }) =>
      terminal.say(`${about}: ${FAULTS[fault]}.`),
    );
    for (const line of linesOf(tally)) terminal.say(line);
    exit = exitOf(tally);
  });
  return exit;
}

function exitOf({ findings, overdue }: AuditTally): Exit {
  if (findings > 0) return EXIT.no;
  return overdue > 0 ? EXIT.review : EXIT.yes;
}

function linesOf({ checks, batches, seals, ...tally }: AuditTally): string[] {
  const { waiting, overdue, unbatched, findings } = tally;
  const waits = `Waiting for a seal: ${counted(waiting, 'batch', 'batches')}`;
  return [
    `Looked at ${counted(checks, 'check')}, ${counted(batches, 'batch', 'batches')} and ${counted(seals, 'seal')}.`,
    ...(waiting > 0 ? [`${waits}, ${overdue} for longer than 5 minutes.`] : []),
    ...(unbatched > 0
      ? [`In no batch, so that only their rows speak for them: ${counted(unbatched, 'check')}.`]
      : []),
    findings === 0 ? 'All are as they were recorded.' : `Not as recorded: ${findings}.`,
  ];
}

const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;
