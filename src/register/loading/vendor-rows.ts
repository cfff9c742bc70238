import type { ByteWriter } from '../memory/bytes';
import type { VendorWords } from '../memory/vendor-records';
import type { Words } from '../memory/words';
import type { CopiedRow } from './copied-row';

/** What is said of vendors, each kind apart: where it is read, and how it is written into memory. */
export interface VendorKind {
  /** SQL: rows that are known now, the vendor's id first; a condition on `v.id` can be added. */
  readonly rows: (condition: string) => string;
  readonly write: (row: CopiedRow, writer: ByteWriter, words: VendorWords) => void;
}

export const VENDOR_KINDS = {
  profiles: {
    rows: (condition) => `
      SELECT v.id, v.revision, p.country
      FROM vendor v JOIN vendor_profile p ON p.vendor_id = v.id AND upper_inf(p.recorded)
      WHERE ${condition}`,
    write(row, writer, { countries }) {
      writer.number(row.count(1));
      maybe(row, 2, writer, () => word(countries, row, 2, writer));
    },
  },
  identifiers: {
    rows: (condition) => `
      SELECT v.vendor_id, v.scheme, v.value, lower(v.effective), upper(v.effective)
      FROM vendor_identifier v WHERE upper_inf(v.recorded) AND ${condition}`,
    write(row, writer, { schemes }) {
      word(schemes, row, 1, writer);
      text(row, 2, writer);
      writer.stretch(row.stretch(3));
    },
  },
  names: {
    rows: (condition) => `
      SELECT v.vendor_id, v.kind, v.name, v.script, lower(v.effective), upper(v.effective)
      FROM vendor_name v WHERE upper_inf(v.recorded) AND ${condition} ORDER BY v.id`,
    write(row, writer, { schemes }) {
      word(schemes, row, 1, writer);
      text(row, 2, writer);
      word(schemes, row, 3, writer);
      writer.stretch(row.stretch(4));
    },
  },
  listings: {
    rows: (condition) => `
      SELECT v.vendor_id, v.listing_id, v.list_code, v.status, v.contract_number, v.categories,
        lower(v.term), upper(v.term), lower(v.effective), upper(v.effective), v.entry,
        v.authority ->> 'citation', v.authority ->> 'office', v.suspension_id, v.confirmed
      FROM listing v WHERE upper_inf(v.recorded) AND ${condition}`,
    write: writeListing,
  },
} as const satisfies Readonly<Record<string, VendorKind>>;

export type VendorKindName = keyof typeof VENDOR_KINDS;

/** The column that a condition on vendors is about. */
export const vendorColumn = (kind: VendorKindName): string =>
  kind === 'profiles' ? 'v.id' : 'v.vendor_id';

function writeListing(row: CopiedRow, writer: ByteWriter, words: VendorWords): void {
  uuid(row, 1, writer);
  word(words.lists, row, 2, writer);
  word(words.schemes, row, 3, writer);
  maybe(row, 4, writer, () => text(row, 4, writer));
  writer.number(row.textCount(5));
  row.forEachText(5, (start, end) => words.lists.write(writer, row.bytes, start, end));
  writer.stretch(row.stretch(6));
  writer.stretch(row.stretch(8));
  writer.number(row.count(10));
  word(words.authorities, row, 11, writer);
  word(words.authorities, row, 12, writer);
  maybe(row, 13, writer, () => {
    uuid(row, 13, writer);
    writer.number(row.boolean(14) ? 1 : 0);
  });
}

const word = (words: Words, row: CopiedRow, column: number, writer: ByteWriter): void =>
  words.write(writer, row.bytes, row.start(column), Math.max(row.start(column), row.end(column)));

const text = (row: CopiedRow, column: number, writer: ByteWriter): void =>
  writer.sized(row.bytes, row.start(column), Math.max(row.start(column), row.end(column)));

const uuid = (row: CopiedRow, column: number, writer: ByteWriter): void =>
  writer.raw(row.bytes, row.start(column), row.end(column));

/** Writes 1 and what there is, or 0 where the column is null. */
function maybe(row: CopiedRow, column: number, writer: ByteWriter, write: () => void): void {
  writer.number(row.isNull(column) ? 0 : 1);
  if (!row.isNull(column)) write();
}
