import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { SingleBar } from 'cli-progress';
import type { Command } from 'commander';
import { DataSource } from 'typeorm';
import { Authenticate } from '../access/authenticate';
import { RefusesToStart } from '../config/refuses-to-start';
import { RequestValidation } from '../http/validation';
import type { Remark } from '../imports/domain/import-row';
import { GroundsDto } from '../history/grounds.dto';
import { ImportList, type ImportReport } from '../imports/import-list';
import { readListFile } from '../imports/read-list-file';
import { ApprovedLists } from '../lists/approved-lists';
import { readApiKey } from './call-settings';
import { EXIT, type Terminal } from './terminal';
import { withRegistry } from './with-registry';

/** `import list`: takes a list over that is kept elsewhere. */
export function addImport(program: Command, terminal: Terminal): void {
  program
    .command('import')
    .description('Takes over what is kept elsewhere')
    .command('list')
    .description(
      'Proposes all rows of a file as listings, in one proposal that another admin approves',
    )
    .argument('<file>', 'CSV with a header, JSON, or a fixture of GSA’s Discovery tool')
    .requiredOption('--list <code>', 'the approved list; it must be there')
    .option('--dry-run', 'say what would be proposed, and propose nothing')
    .option('--skip-refused', 'propose the other rows although some are refused')
    .option('--citation <text>', 'why the change is lawful; left out: the file itself')
    .option('--office <name>', 'the office that decided; left out: the owner of the list')
    .option('--url <address>', 'where the document can be read')
    .option('--reason <text>', 'why it is done')
    .addHelpText('after', HELP)
    .action((file: string, options: ImportOptions) => importList(file, options, terminal));
}

const HELP = `
The admin who proposes is the one whose API key stands in AVR_API_KEY. Columns: name, uei, cage, duns, lei, country,
contract_number, categories (";" between them), effective_from, effective_to; in JSON the same in camelCase.
Exit status: 0 proposed, or a dry run without a refused row; 1 rows are refused; 3 it could not be done.`;

interface ImportOptions {
  readonly list: string;
  readonly dryRun?: true;
  readonly skipRefused?: true;
  readonly citation?: string;
  readonly office?: string;
  readonly url?: string;
  readonly reason?: string;
}

async function importList(name: string, options: ImportOptions, terminal: Terminal): Promise<void> {
  const bytes = await readBytes(name);
  const file = readListFile(bytes);
  const apiKey = readApiKey();
  await withRegistry(async (registry) => {
    const { caller } = await registry.get(Authenticate).byKey(apiKey);
    const { owner } = await new ApprovedLists(registry.get(DataSource).manager).read(options.list);
    const title = `Import of ${path.basename(name)}`;
    const { authority, reason } = await groundsOf(options, { title, owner, bytes });
    const bar = new SingleBar({ format: '{bar} {value} of {total} rows', clearOnComplete: true });
    bar.start(file.rows.length, 0);
    const order = {
      file,
      list: options.list,
      authority: { ...authority },
      reason,
      onRow: () => bar.increment(),
    };
    const { dryRun = false, skipRefused = false } = options;
    const report = await registry
      .get(ImportList)
      .execute({ ...order, dryRun, skipRefused }, caller)
      .finally(() => bar.stop());
    tell(report, dryRun, terminal);
  });
}

/** @throws {RefusesToStart} when it can't be read */
async function readBytes(file: string): Promise<Buffer> {
  try {
    return await fs.readFile(file);
  } catch (error) {
    throw new RefusesToStart(`${file} can not be read: ${(error as Error).message}`);
  }
}

/**
 * On what grounds it is done. Where nothing else is said, the document is the file and its authority the list's owner.
 *
 * @throws {InvalidRequest} naming what is malformed
 */
async function groundsOf(
  { citation, office, url, reason }: ImportOptions,
  file: { readonly title: string; readonly owner: string; readonly bytes: Buffer },
): Promise<GroundsDto> {
  const documentSha256 = createHash('sha256').update(file.bytes).digest('hex');
  const authority = {
    ...{ citation: citation ?? file.title, office: office ?? file.owner, documentSha256 },
    ...(url !== undefined && { url }),
  };
  const grounds: unknown = await new RequestValidation().transform(
    { authority, reason: reason ?? file.title },
    { type: 'body', metatype: GroundsDto },
  );
  return grounds as GroundsDto;
}

function tell(report: ImportReport, dryRun: boolean, terminal: Terminal): void {
  const { listings, newVendors, refused, warnings, proposal } = report;
  for (const remark of warnings) terminal.complain(lineOf('warning', remark));
  for (const remark of refused) terminal.complain(lineOf('refused', remark));
  terminal.say(
    `Rows accepted: ${listings.length}. Rows refused: ${refused.length}. New vendors: ${newVendors}.`,
  );
  terminal.exit = refused.length > 0 ? EXIT.no : EXIT.yes;
  if (proposal) {
    terminal.exit = EXIT.yes;
    terminal.say(`Proposed as ${proposal.id}, SHA-256 ${proposal.sha256}.`);
    terminal.say(`Another admin approves it: POST /v1/proposals/${proposal.id}/approve`);
  } else if (dryRun) terminal.say('A dry run: nothing is proposed.');
  else {
    terminal.exit = EXIT.no;
    terminal.say('Nothing is proposed.');
  }
}

const lineOf = (kind: string, { place, words }: Remark): string => `${kind}  ${place}: ${words}`;
