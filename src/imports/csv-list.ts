import { CsvError, parse } from 'csv-parse/sync';
import { UnreadableFile } from './domain/errors';
import { ROW_MEMBERS, type GivenRow, type ReadFile } from './domain/import-row';
import { parseRows, type PlacedRow } from './parse-row';

/** Columns of the file by their names, and the members that they are. */
const COLUMNS: ReadonlyMap<string, keyof GivenRow> = new Map(
  ROW_MEMBERS.map((member) => [snakeCase(member), member]),
);

const BETWEEN_CATEGORIES = ';';

/**
 * Reads an approved list as CSV (RFC 4180, UTF-8) with a header: name, uei, cage, duns, lei, country, contract_number,
 * categories (`;` between codes), effective_from, effective_to. A column may be left out, and stand anywhere; an empty
 * cell says nothing.
 *
 * @throws {UnreadableFile} when the header or the quoting is broken: what a later line means is uncertain then
 */
export function readCsvList(text: string): ReadFile {
  const [header, ...records] = recordsOf(text);
  const columns = membersOf(header?.record ?? []);
  return parseRows(
    records.map(({ record, info }) => ({
      place: `line ${info.lines}`,
      given: rowOf(record, columns),
    })),
  );
}

interface CsvRecord {
  readonly record: string[];
  readonly info: { readonly lines: number };
}

function recordsOf(text: string): CsvRecord[] {
  try {
    return parse(text, {
      bom: true,
      info: true,
      trim: true,
      skip_empty_lines: true,
      relax_column_count: true,
    }) as unknown as CsvRecord[];
  } catch (error) {
    if (error instanceof CsvError) throw new UnreadableFile(`The CSV is broken. ${error.message}.`);
    throw error;
  }
}

function membersOf(header: readonly string[]): (keyof GivenRow)[] {
  const known = [...COLUMNS.keys()].join(', ');
  const members = header.map((column) => {
    const member = COLUMNS.get(column.toLowerCase());
    if (!member) {
      throw new UnreadableFile(
        `The header has a column ${JSON.stringify(column)}; known are ${known}.`,
      );
    }
    return member;
  });
  if (!members.includes('name')) {
    throw new UnreadableFile(
      `The first line must be a header with the column name; known are ${known}.`,
    );
  }
  if (new Set(members).size < members.length) {
    throw new UnreadableFile('The header has a column twice.');
  }
  return members;
}

function rowOf(
  record: readonly string[],
  columns: readonly (keyof GivenRow)[],
): PlacedRow['given'] {
  if (record.length !== columns.length) {
    return { broken: `has ${record.length} cells where the header has ${columns.length}` };
  }
  const cells = columns.map((member, index) => [member, record[index] || undefined] as const);
  const { categories, ...row } = Object.fromEntries(cells) as Record<string, string | undefined>;
  return { ...row, categories: categories?.split(BETWEEN_CATEGORIES) };
}

function snakeCase(member: string): string {
  return member.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
