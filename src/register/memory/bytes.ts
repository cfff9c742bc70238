/** A half-open stretch of time by milliseconds since 1970; null: unbounded on that side. */
export interface Stretch {
  readonly from: number | null;
  readonly to: number | null;
}

const NO_START = 1;
const NO_END = 2;

/** Writes values one after another into bytes that grow. */
export class ByteWriter {
  private bytes: Buffer;
  private end = 0;

  constructor(size = 256) {
    this.bytes = Buffer.allocUnsafeSlow(size);
  }

  /** What was written so far. */
  view(): Buffer {
    return this.bytes.subarray(0, this.end);
  }

  /** A whole number from 0 to 2^53 - 1, in as many bytes as it needs. */
  number(value: number): void {
    this.reserve(8);
    let rest = value;
    while (rest > 127) {
      this.bytes[this.end++] = (rest % 128) + 128;
      rest = Math.floor(rest / 128);
    }
    this.bytes[this.end++] = rest;
  }

  /** Bytes of a length that the reader knows. */
  raw(from: Buffer, start = 0, end = from.length): void {
    this.reserve(end - start);
    if (end - start > FEW) from.copy(this.bytes, this.end, start, end);
    else copyFew(from, start, end, this.bytes, this.end);
    this.end += end - start;
  }

  /** Leaves room for the length of what is written next. @returns where */
  beginSized(): number {
    this.reserve(4);
    this.end += 4;
    return this.end;
  }

  /** Says the length of what was written since. */
  endSized(start: number): void {
    this.bytes.writeUInt32LE(this.end - start, start - 4);
  }

  /** Bytes with their length. */
  sized(from: Buffer, start = 0, end = from.length): void {
    this.number(end - start);
    this.raw(from, start, end);
  }

  /** A stretch of time and a number below 64. */
  stretch({ from, to }: Stretch, flags = 0): void {
    this.number((flags << 2) | (from === null ? NO_START : 0) | (to === null ? NO_END : 0));
    this.reserve(16);
    if (from !== null) this.end = this.bytes.writeDoubleLE(from, this.end);
    if (to !== null) this.end = this.bytes.writeDoubleLE(to, this.end);
  }

  private reserve(more: number): void {
    if (this.end + more <= this.bytes.length) return;
    const wider = Buffer.allocUnsafeSlow(Math.max(this.bytes.length * 2, this.end + more));
    this.bytes.copy(wider, 0, 0, this.end);
    this.bytes = wider;
  }
}

/** Reads what a {@link ByteWriter} wrote, in the same order. */
export class ByteReader {
  /** The number that was written with the last stretch. */
  flags = 0;

  constructor(
    private readonly bytes: Buffer,
    private at: number,
    private readonly end: number,
  ) {}

  /** Whether there is more. */
  get more(): boolean {
    return this.at < this.end;
  }

  number(): number {
    let value = 0;
    let weight = 1;
    for (;;) {
      const byte = this.bytes[this.at++] ?? 0;
      if (byte < 128) return value + byte * weight;
      value += (byte - 128) * weight;
      weight *= 128;
    }
  }

  text(): string {
    const length = this.number();
    this.at += length;
    return this.bytes.toString('utf8', this.at - length, this.at);
  }

  uuid(): string {
    this.at += 16;
    return uuidAt(this.bytes, this.at - 16);
  }

  /** A length that was left room for, of what follows. */
  size(): number {
    this.at += 4;
    return this.bytes.readUInt32LE(this.at - 4);
  }

  /** Where the next byte stands. */
  get place(): number {
    return this.at;
  }

  /** Passes over some bytes. */
  skip(length: number): void {
    this.at += length;
  }

  stretch(): Stretch {
    const flags = this.number();
    this.flags = flags >> 2;
    const from = flags & NO_START ? null : this.double();
    return { from, to: flags & NO_END ? null : this.double() };
  }

  private double(): number {
    this.at += 8;
    return this.bytes.readDoubleLE(this.at - 8);
  }
}

/** So few bytes are copied sooner here than by a call that leaves JavaScript. */
const FEW = 48;

// Bytes have no better name than bytes.
// eslint-disable-next-line max-params
function copyFew(from: Buffer, start: number, end: number, to: Buffer, at: number): void {
  for (let place = start; place < end; place += 1) to[at + place - start] = from[place] ?? 0;
}

/** Whether so many bytes from one place on are the same as from another. */
// eslint-disable-next-line max-params
export function sameBytes(
  a: Buffer,
  at: number,
  b: Buffer,
  place: number,
  length: number,
): boolean {
  for (let n = 0; n < length; n += 1) if (a[at + n] !== b[place + n]) return false;
  return true;
}

/** The text of the UUID whose 16 bytes begin at a place. */
export function uuidAt(bytes: Buffer, at: number): string {
  const hex = bytes.toString('hex', at, at + 16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The 16 bytes of a UUID in lower case; undefined where the text is none. */
export const bytesOfUuid = (text: string): Buffer | undefined =>
  UUID.test(text) ? Buffer.from(text.replaceAll('-', ''), 'hex') : undefined;
