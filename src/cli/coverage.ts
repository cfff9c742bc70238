import { parse } from 'csv-parse/sync';
import { Option, type Command } from 'commander';
import fs from 'node:fs/promises';
import { RefusesToStart } from '../config/refuses-to-start';
import { NoAnswer } from './ask-registry';
import { readCallSettings, type CallSettings } from './call-settings';
import { EXIT, type Exit, type Terminal } from './terminal';

const PATIENCE_MS = 120_000;

/** `coverage`: asks a running registry which purchases of a file had a check to be relied on, as any auditor does. */
export function addCoverage(program: Command, terminal: Terminal): void {
  program
    .command('coverage')
    .description(
      'Asks the registry at AVR_URL, with AVR_API_KEY of an auditor, which purchases of a file were checked before',
    )
    .argument('<file>', 'CSV with a header')
    .option('--max-age <duration>', 'how old a check may be at the award, ISO 8601, such as P7D')
    .option('--agency <code>', 'agency of all purchases that name none')
    .addOption(
      new Option('--format <format>', 'all rows in this form; left out: those not covered').choices(
        ['csv', 'json', 'ndjson'],
      ),
    )
    .addHelpText('after', HELP)
    .action(async (file: string, options: CoverageOptions) => {
      terminal.exit = await tellCoverage(file, options, terminal);
    });
}

const HELP = `
Columns: reference, uei, cage, duns, lei, id, name, awarded_at, agency, list, amount, currency; awarded_at and one that
names the vendor are needed. Exit status: 0 all are covered; 1 some are not; 3 it could not be done.`;

interface CoverageOptions {
  readonly maxAge?: string;
  readonly agency?: string;
  readonly format?: 'csv' | 'json' | 'ndjson';
}

/** The parts of the answer that are told. */
interface Told {
  readonly totals: Readonly<Record<string, { purchases: number; amounts: readonly Money[] }>>;
  readonly ignoredColumns: readonly string[];
  readonly rows: readonly Row[];
}

interface Money {
  readonly value: string;
  readonly currency: string;
}

interface Row {
  readonly line: number;
  readonly reference: string | null;
  readonly finding: string;
  readonly message: string;
}

async function tellCoverage(
  file: string,
  options: CoverageOptions,
  terminal: Terminal,
): Promise<Exit> {
  const settings = readCallSettings();
  const { ok, text } = await ask(await readBytes(file), options, settings);
  if (!ok) {
    terminal.complain(`No answer. ${problemIn(text)}`);
    return EXIT.fault;
  }
  const { format } = options;
  if (format) {
    terminal.say(text.trimEnd());
    return exitOf(findingsIn(text, format));
  }
  const told = JSON.parse(text) as Told;
  for (const line of linesOf(told)) terminal.say(line);
  for (const column of told.ignoredColumns) terminal.complain(`Column ignored: ${column}`);
  return exitOf(told.rows);
}

/** @throws {NoAnswer} */
async function ask(
  body: Uint8Array<ArrayBuffer>,
  { maxAge, agency, format = 'json' }: CoverageOptions,
  { url, apiKey }: CallSettings,
): Promise<{ ok: boolean; text: string }> {
  const query = new URLSearchParams({
    ...{ format, ...(maxAge !== undefined && { maxAge }), ...(agency !== undefined && { agency }) },
  });
  try {
    const response = await fetch(`${url}/v1/checks/coverage?${query.toString()}`, {
      method: 'POST',
      headers: { 'content-type': 'text/csv', 'x-api-key': apiKey },
      body,
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    return { ok: response.ok, text: await response.text() };
  } catch (error) {
    throw new NoAnswer(url, error);
  }
}

/** @throws {RefusesToStart} when it can't be read */
async function readBytes(file: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await fs.readFile(file));
  } catch (error) {
    throw new RefusesToStart(`${file} can not be read: ${(error as Error).message}`);
  }
}

function problemIn(text: string): string {
  try {
    const { title = '', detail = '' } = JSON.parse(text) as { title?: string; detail?: string };
    return `${title}: ${detail}`;
  } catch {
    return 'What answered is no registry.';
  }
}

function findingsIn(text: string, format: 'csv' | 'json' | 'ndjson'): Pick<Row, 'finding'>[] {
  if (format === 'csv') return parse<Row>(text, { columns: true });
  if (format === 'json') return [...(JSON.parse(text) as Told).rows];
  return text.split('\n').flatMap((line) => (line === '' ? [] : (JSON.parse(line) as Row)));
}

const isCovered = ({ finding }: Pick<Row, 'finding'>): boolean => finding === 'covered';

const exitOf = (rows: readonly Pick<Row, 'finding'>[]): Exit =>
  rows.every(isCovered) ? EXIT.yes : EXIT.no;

function linesOf({ totals, rows }: Told): string[] {
  const open = rows.filter((row) => !isCovered(row));
  return [
    ...open.map(
      ({ line, reference, finding, message }) =>
        `line ${line}${reference === null ? '' : ` ${reference}`}: ${finding}. ${message}`,
    ),
    ...Object.entries(totals).flatMap(([finding, { purchases, amounts }]) =>
      purchases === 0 ? [] : `${finding}: ${purchases}${amountsIn(amounts)}`,
    ),
  ];
}

const amountsIn = (amounts: readonly Money[]): string =>
  amounts.map(({ value, currency }) => `, ${value} ${currency}`).join('');
