import type pg from 'pg';
import { sameBytes, type ByteWriter } from '../memory/bytes';
import { hashOfBytes } from '../memory/hash';
import type { VendorLeads } from '../memory/known-vendors';
import { CopiedRow } from './copied-row';
import { copyRows } from './copy-rows';
import { rest } from './progress';
import { VENDOR_KINDS, type VendorKind, type VendorKindName } from './vendor-rows';

export const KINDS = Object.keys(VENDOR_KINDS) as readonly VendorKindName[];

/** Which rows are read, and what becomes of them. */
export interface VendorReading {
  /** SQL. */
  readonly condition: string;
  /** Whether what leads to the vendors may be known already. */
  readonly again: boolean;
  /** Takes what one row says, by what writes it. */
  readonly add: (slot: number, write: (writer: ByteWriter) => void) => void;
}

/** Reads what is said of vendors, one kind of it. @returns the number of rows */
export function readVendorRows(
  client: pg.Client,
  name: VendorKindName,
  leads: VendorLeads,
  { condition, again, add }: VendorReading,
): Promise<number> {
  const kind: VendorKind = VENDOR_KINDS[name];
  const lead = leadBy(name, leads, again);
  const slots = new Slots(leads);
  const row = new CopiedRow();
  const write = (writer: ByteWriter): void => kind.write(row, writer, leads.words);
  const take = (): void => {
    const slot = name === 'profiles' ? slots.claim(row) : slots.find(row);
    if (slot === undefined) return;
    add(slot, write);
    lead(row, slot);
  };
  // Names that wait to be put in order take more memory than those that are.
  const between = name === 'names' && !again ? () => leads.names.settle(rest) : undefined;
  return copyRows(client, kind.rows(condition), row, { take, between });
}

/** Lets identifiers and names lead to the vendors whose they are. */
function leadBy(
  name: VendorKindName,
  { identifiers, names }: VendorLeads,
  again: boolean,
): (row: CopiedRow, slot: number) => void {
  const add = again ? 'addOnce' : 'add';
  if (name === 'identifiers') {
    return (row, slot) => identifiers[add](hashOf(row, 2, hashOf(row, 1)), slot);
  }
  // Whatever is read again is led to by all the names that were recorded since.
  if (name === 'names' && !again) return (row, slot) => names.add(slot, textOf(row, 2));
  return () => undefined;
}

const textOf = (row: CopiedRow, column: number): string =>
  row.bytes.toString('utf8', row.start(column), row.end(column));

const hashOf = (row: CopiedRow, column: number, seed?: number): number =>
  hashOfBytes(row.bytes, row.start(column), row.end(column), seed);

/** The slots of rows, of which many that follow each other are of one vendor. */
class Slots {
  private readonly last = Buffer.alloc(16);
  private slot: number | undefined;

  constructor(private readonly leads: VendorLeads) {}

  claim(row: CopiedRow): number {
    return this.leads.slots.claim(row.bytes, row.start(0));
  }

  find(row: CopiedRow): number | undefined {
    const at = row.start(0);
    const same = this.slot !== undefined && sameBytes(this.last, 0, row.bytes, at, 16);
    if (same) return this.slot;
    row.bytes.copy(this.last, 0, at, at + 16);
    this.slot = this.leads.slots.find(row.bytes, at);
    return this.slot;
  }
}
