import type { Identifier } from '../../vendors/domain/vendor';

/** One row of an approved list, as a file has it, once it is read by the rules. */
export interface ImportRow {
  /** Where it stands in the file, for a person: "line 7". */
  readonly place: string;
  readonly name: string;
  /** ISO 3166-1 alpha-2, or null where the row has none. */
  readonly country: string | null;
  /** One or more, in canonical form. */
  readonly identifiers: readonly Identifier[];
  readonly contractNumber: string | null;
  /** Codes of the list's categories; empty: all of them. */
  readonly categories: readonly string[];
  /** RFC 3339; null: from the approval on. */
  readonly effectiveFrom: string | null;
  /** RFC 3339; null: until ended; undefined: by the list's default term. */
  readonly effectiveTo: string | null | undefined;
}

/** What is said of a row, to be told to whoever imports it. */
export interface Remark {
  readonly place: string;
  readonly words: string;
}

/** What a file holds: its rows, why others of them are refused, and what is doubtful. */
export interface ReadFile {
  readonly rows: readonly ImportRow[];
  readonly refused: readonly Remark[];
  readonly warnings: readonly Remark[];
}

/** The members of a row before any rule was applied. Absent members are undefined. */
export interface GivenRow {
  readonly name?: unknown;
  readonly uei?: unknown;
  readonly cage?: unknown;
  readonly duns?: unknown;
  readonly lei?: unknown;
  readonly country?: unknown;
  readonly contractNumber?: unknown;
  readonly categories?: unknown;
  readonly effectiveFrom?: unknown;
  readonly effectiveTo?: unknown;
}

/** The members that a row may have. */
export const ROW_MEMBERS = [
  'name',
  'uei',
  'cage',
  'duns',
  'lei',
  'country',
  'contractNumber',
  'categories',
  'effectiveFrom',
  'effectiveTo',
] as const satisfies readonly (keyof GivenRow)[];
