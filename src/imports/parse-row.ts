import { isISO31661Alpha2 } from 'class-validator';
import { isWellFormedText, parseInstant } from '../http/validators';
import { readIdentifier, WORLD_SCHEMES, type WorldScheme } from '../vendors/domain/identifier';
import type { Identifier } from '../vendors/domain/vendor';
import { normaliseName } from '../screening/domain/normalise-name';
import type { GivenRow, ImportRow, ReadFile, Remark } from './domain/import-row';

/** A row as it stands in a file. */
export interface PlacedRow {
  readonly place: string;
  /** Its members, or why it has none. */
  readonly given: GivenRow | { readonly broken: string };
}

/** Reads rows by the rules; each that breaks one is refused with all its reasons. */
export function parseRows(placed: readonly PlacedRow[]): ReadFile {
  const parsed = placed.map(parseRow);
  return {
    rows: parsed.flatMap(({ row }) => row ?? []),
    refused: parsed.flatMap(({ refused }) => refused ?? []),
    warnings: parsed.flatMap(({ warnings }) => warnings),
  };
}

interface ParsedRow {
  readonly row?: ImportRow;
  readonly refused?: Remark;
  readonly warnings: readonly Remark[];
}

function parseRow({ place, given }: PlacedRow): ParsedRow {
  if ('broken' in given) return { refused: { place, words: given.broken }, warnings: [] };
  const notes = new Notes(place);
  const period = {
    effectiveFrom: readInstant('effectiveFrom', given, notes) ?? null,
    effectiveTo: readInstant('effectiveTo', given, notes),
  };
  if (period.effectiveFrom && period.effectiveTo && period.effectiveTo <= period.effectiveFrom) {
    notes.refuse('effectiveTo', 'must be later than effectiveFrom');
  }
  const row = {
    place,
    name: readName(given, notes),
    country: readCountry(given, notes),
    identifiers: readIdentifiers(given, notes),
    contractNumber: readText('contractNumber', given, notes, 100) ?? null,
    categories: readCategories(given, notes),
    ...period,
  };
  const { reasons, warnings } = notes;
  if (reasons.length > 0) return { refused: { place, words: reasons.join('; ') }, warnings };
  return { row, warnings };
}

/** Gathers what is to be said of a row while it is read. */
class Notes {
  readonly reasons: string[] = [];
  readonly warnings: Remark[] = [];

  constructor(private readonly place: string) {}

  refuse(member: string, rule: string): void {
    this.reasons.push(`${member} ${rule}`);
  }

  warn(member: string, words: string): void {
    this.warnings.push({ place: this.place, words: `${member} ${words}` });
  }
}

const isAbsent = (value: unknown): value is undefined | null | '' =>
  value === undefined || value === null || value === '';

function readText(
  member: keyof GivenRow,
  given: GivenRow,
  notes: Notes,
  most: number,
): string | undefined {
  const value = given[member];
  if (isAbsent(value)) return undefined;
  const text = typeof value === 'string' ? value.trim() : '';
  if (typeof value !== 'string') notes.refuse(member, 'must be text');
  else if (!isWellFormedText(text)) {
    notes.refuse(member, 'must not be blank or hold control characters');
  } else if (text.length > most) notes.refuse(member, `must have ${most} characters or fewer`);
  return text;
}

function readName(given: GivenRow, notes: Notes): string {
  const name = readText('name', given, notes, 300);
  if (name === undefined) notes.refuse('name', 'is missing');
  else if (name !== '' && normaliseName(name) === '') {
    notes.refuse('name', 'must hold a letter or a digit');
  }
  return name ?? '';
}

function readCountry(given: GivenRow, notes: Notes): string | null {
  const country = readText('country', given, notes, 100)?.toUpperCase();
  if (country === undefined || isISO31661Alpha2(country)) return country ?? null;
  notes.refuse('country', 'must be an ISO 3166-1 alpha-2 country, such as US');
  return null;
}

function readIdentifiers(given: GivenRow, notes: Notes): Identifier[] {
  const schemes = WORLD_SCHEMES.filter((scheme) => !isAbsent(given[scheme]));
  if (schemes.length === 0) notes.refuse('uei, cage, duns, lei:', 'one of them must be given');
  return schemes.flatMap((scheme) => readIdentifierOf(scheme, given[scheme], notes) ?? []);
}

function readIdentifierOf(
  scheme: WorldScheme,
  value: unknown,
  notes: Notes,
): Identifier | undefined {
  if (typeof value !== 'string') {
    notes.refuse(scheme, 'must be text');
    return undefined;
  }
  const read = readIdentifier({ scheme, value }) ?? { broken: 'must be of a known scheme' };
  if ('broken' in read) {
    notes.refuse(scheme, read.broken);
    return undefined;
  }
  if (read.warning !== undefined) notes.warn(scheme, read.warning);
  return { scheme, value: read.value };
}

function readCategories({ categories }: GivenRow, notes: Notes): string[] {
  if (isAbsent(categories)) return [];
  const codes: unknown[] = Array.isArray(categories) ? categories : [categories];
  const texts = codes.filter((code) => typeof code === 'string').map((code) => code.trim());
  if (texts.length < codes.length || texts.some((code) => !isWellFormedText(code))) {
    notes.refuse('categories', 'must be codes, none of them blank');
  }
  if (new Set(texts).size < texts.length) notes.refuse('categories', 'must not repeat a code');
  return texts;
}

/** @returns RFC 3339; null where the row says so; undefined where it says nothing */
function readInstant(
  member: 'effectiveFrom' | 'effectiveTo',
  given: GivenRow,
  notes: Notes,
): string | null | undefined {
  const value = given[member];
  if (value === null) return null;
  if (isAbsent(value)) return undefined;
  const text = typeof value === 'string' ? value.trim() : value;
  const isDay = typeof text === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(text);
  const instant = parseInstant(isDay ? `${text}T00:00:00Z` : text);
  if (!instant) notes.refuse(member, 'must be a day (2017-07-11: 00:00 UTC) or an RFC 3339 time');
  return instant?.toISOString();
}
