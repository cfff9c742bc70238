import type { Stretch } from '../memory/bytes';

// PostgreSQL counts microseconds from 2000 on.
const EPOCH_MS = Date.UTC(2000, 0, 1);

/** One row of a binary COPY, good until the next one is read. */
export class CopiedRow {
  /** The bytes among which the row lies. */
  bytes: Buffer = Buffer.alloc(0);
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];

  /**
   * Takes the row that begins at a place.
   *
   * @returns where the next one begins; null: the row is not whole yet; undefined: there are no more
   */
  take(bytes: Buffer, at: number): number | null | undefined {
    if (at + 2 > bytes.length) return null;
    const columns = bytes.readInt16BE(at);
    if (columns < 0) return undefined;
    let place = at + 2;
    for (let column = 0; column < columns; column += 1) {
      if (place + 4 > bytes.length) return null;
      const length = bytes.readInt32BE(place);
      this.starts[column] = place + 4;
      place += 4 + Math.max(length, 0);
      this.ends[column] = length < 0 ? -1 : place;
    }
    if (place > bytes.length) return null;
    this.bytes = bytes;
    return place;
  }

  isNull(column: number): boolean {
    return this.end(column) < 0;
  }

  start(column: number): number {
    return this.starts[column] ?? 0;
  }

  /** Where the bytes of a column end; -1 where it is null. */
  end(column: number): number {
    return this.ends[column] ?? -1;
  }

  boolean(column: number): boolean {
    return !this.isNull(column) && this.bytes[this.start(column)] === 1;
  }

  /** A bigint below 2^53. */
  count(column: number): number {
    const at = this.start(column);
    return this.bytes.readInt32BE(at) * 4_294_967_296 + this.bytes.readUInt32BE(at + 4);
  }

  /** Two columns of timestamptz, null where the stretch is unbounded. */
  stretch(column: number): Stretch {
    return { from: this.instant(column), to: this.instant(column + 1) };
  }

  /** How many texts a text[] has that has no nulls. */
  textCount(column: number): number {
    const start = this.start(column);
    return this.bytes.readInt32BE(start) === 0 ? 0 : this.bytes.readInt32BE(start + 12);
  }

  /** Where each of them begins and ends. */
  forEachText(column: number, act: (start: number, end: number) => void): void {
    let place = this.start(column) + 20;
    for (let left = this.textCount(column); left > 0; left -= 1) {
      const begin = place + 4;
      place = begin + this.bytes.readInt32BE(place);
      act(begin, place);
    }
  }

  private instant(column: number): number | null {
    if (this.isNull(column)) return null;
    const micros = this.count(column);
    if (Number.isSafeInteger(micros)) return Math.floor(micros / 1000) + EPOCH_MS;
    return Number(this.bytes.readBigInt64BE(this.start(column)) / 1000n) + EPOCH_MS;
  }
}
