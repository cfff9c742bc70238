import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';

/** Public records, which are not in this repository: see docs/screening.md for where they come from. */
const RECORDS = path.resolve(__dirname, '../../../shared/data');

/** A name as a public list tells it. */
export interface RealName {
  /** Of whom it is: the list, and the number there. All names of one stand in the same half. */
  readonly entity: string;
  readonly name: string;
  readonly kind: 'organisation' | 'person' | 'vessel';
  /** Whether SAM calls it a firm: it was excluded as a contractor, not sanctioned. */
  readonly isFirm?: boolean;
}

/** Two names that a list gives to one organisation. */
export interface RealPair {
  readonly entity: string;
  readonly name: string;
  readonly alias: string;
}

/** Names of the two parts of the records: what tunes does not test. */
export type Half = 'tuning' | 'test';

/** In which half an entity is: by a hash of its number (FNV-1a), so that it stays there. */
export function halfOf(entity: string): Half {
  let hash = 0x811c9dc5;
  for (const char of entity) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return ((hash >>> 16) ^ hash) % 2 === 0 ? 'tuning' : 'test';
}

/** Names that SAM's extract of exclusions tells: firms, persons, vessels and others. */
export function samNames(): RealName[] {
  return rowsOf('sam/SAM_Exclusions_Public_Extract_20049.CSV')
    .slice(1)
    .flatMap(([classification = '', firm = '', , first, middle, last, suffix]) => {
      const person = [first, middle, last, suffix].filter(Boolean).join(' ');
      const name = firm === '' ? person : firm;
      const kind = kindOf(classification, firm);
      return name === ''
        ? []
        : [{ entity: `sam:${name}`, name, kind, isFirm: classification === 'Firm' }];
    });
}

function kindOf(classification: string, firm: string): RealName['kind'] {
  if (classification === 'Vessel') return 'vessel';
  return firm === '' ? 'person' : 'organisation';
}

/** Names and aliases that OFAC's list of specially designated nationals tells. */
export function ofacNames(): RealName[] {
  const listed = rowsOf('ofac/sdn_2021.csv').map(([number = '', name = '', type = '']) => ({
    entity: `ofac:${number}`,
    name,
    kind: SDN_KINDS[type.trim()] ?? ('organisation' as const),
  }));
  const kinds = new Map(listed.map(({ entity, kind }) => [entity, kind]));
  const aliases = rowsOf('ofac/alt_2021.csv').flatMap(([number = '', , , name = '']) => {
    const entity = `ofac:${number}`;
    return name === '' ? [] : [{ entity, name, kind: kinds.get(entity) ?? ('person' as const) }];
  });
  return [...listed.filter(({ name }) => name !== ''), ...aliases];
}

const SDN_KINDS: Readonly<Record<string, RealName['kind']>> = {
  individual: 'person',
  vessel: 'vessel',
  aircraft: 'vessel',
};

/** Names of companies on the list of section 1260H, without notes in brackets. */
export const chineseNames = (): RealName[] =>
  rowsOf('prohibitions/dod_1260h_listing_periods.csv')
    .slice(1)
    .map(([, name = '']) => ({ entity: `1260h:${name}`, name, kind: 'organisation' as const }));

/** Names of contractors of GSA's OASIS Small Business. */
export function contractorNames(): RealName[] {
  const text = fs.readFileSync(path.join(RECORDS, 'approved_lists/oasis_sb_2014.json'), 'utf8');
  const rows = JSON.parse(text) as { model: string; fields: { name: string } }[];
  return rows
    .filter(({ model }) => model === 'vendors.vendor')
    .map(({ fields: { name } }) => ({ entity: `oasis:${name}`, name, kind: 'organisation' }));
}

/** The name of each organisation on OFAC's list with each of its aliases. */
export const aliasPairs = (): RealPair[] =>
  rowsOf('ofac/org_alias_pairs_2021.csv')
    .slice(1)
    .map(([number = '', name = '', , alias = '']) => ({ entity: `ofac:${number}`, name, alias }));

function rowsOf(file: string): string[][] {
  const text = fs.readFileSync(path.join(RECORDS, file), 'utf8');
  return parse(text, { relax_quotes: true, relax_column_count: true, skip_empty_lines: true });
}
