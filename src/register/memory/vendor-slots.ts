import { uuidAt } from './bytes';
import { hashOfBytes } from './hash';
import { Hints } from './hints';

const IDS_A_CHUNK = 16_384;

/** The number of each vendor that was ever seen, from 0 on. Shared by the registers of all positions: a number stays. */
export class VendorSlots {
  private readonly chunks: Buffer[] = [];
  private readonly hints = new Hints();
  private count = 0;

  /** How many there are. */
  get size(): number {
    return this.count;
  }

  /** The slot of the vendor whose id is the 16 bytes from a place on; undefined where it was never seen. */
  find(bytes: Buffer, at = 0): number | undefined {
    const hash = hashOfBytes(bytes, at, at + 16);
    return this.hints.of(hash).find((slot) => {
      const [chunk, place] = this.place(slot);
      return bytes.compare(chunk, place, place + 16, at, at + 16) === 0;
    });
  }

  /** The same; whoever was never seen gets the next number. */
  claim(bytes: Buffer, at = 0): number {
    const known = this.find(bytes, at);
    if (known !== undefined) return known;
    const slot = this.count++;
    if (slot % IDS_A_CHUNK === 0) this.chunks.push(Buffer.allocUnsafeSlow(IDS_A_CHUNK * 16));
    const [chunk, place] = this.place(slot);
    bytes.copy(chunk, place, at, at + 16);
    this.hints.add(hashOfBytes(bytes, at, at + 16), slot);
    return slot;
  }

  idOf(slot: number): string {
    return uuidAt(...this.place(slot));
  }

  /** Which of two comes first in order of ids: negative, the first one. */
  compare(one: number, other: number): number {
    const [a, at] = this.place(one);
    const [b, place] = this.place(other);
    return a.compare(b, place, place + 16, at, at + 16);
  }

  private place(slot: number): [Buffer, number] {
    const chunk = this.chunks[Math.floor(slot / IDS_A_CHUNK)];
    if (!chunk) throw new RangeError(`There is no slot ${slot}.`);
    return [chunk, (slot % IDS_A_CHUNK) * 16];
  }
}
