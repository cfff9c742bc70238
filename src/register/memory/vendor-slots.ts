import { sameBytes, uuidAt } from './bytes';
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
    for (let hint = this.hints.first(hash); hint >= 0; hint = this.hints.following(hint)) {
      const slot = this.hints.slotAt(hint);
      if (sameBytes(this.chunkOf(slot), placeOf(slot), bytes, at, 16)) return slot;
    }
    return undefined;
  }

  /** The same; whoever was never seen gets the next number. */
  claim(bytes: Buffer, at = 0): number {
    const known = this.find(bytes, at);
    if (known !== undefined) return known;
    const slot = this.count++;
    if (slot % IDS_A_CHUNK === 0) this.chunks.push(Buffer.allocUnsafeSlow(IDS_A_CHUNK * 16));
    bytes.copy(this.chunkOf(slot), placeOf(slot), at, at + 16);
    this.hints.add(hashOfBytes(bytes, at, at + 16), slot);
    return slot;
  }

  idOf(slot: number): string {
    return uuidAt(this.chunkOf(slot), placeOf(slot));
  }

  /** Which of two comes first in order of ids: negative, the first one. */
  compare(one: number, other: number): number {
    const [at, place] = [placeOf(one), placeOf(other)];
    return this.chunkOf(one).compare(this.chunkOf(other), place, place + 16, at, at + 16);
  }

  private chunkOf(slot: number): Buffer {
    const chunk = this.chunks[Math.floor(slot / IDS_A_CHUNK)];
    if (!chunk) throw new RangeError(`There is no slot ${slot}.`);
    return chunk;
  }
}

const placeOf = (slot: number): number => (slot % IDS_A_CHUNK) * 16;
