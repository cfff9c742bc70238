import { ByteReader, ByteWriter } from './bytes';

/** Groups that lie in one piece of memory. A change copies that piece. */
const GROUPS_A_CHUNK = 256;

interface Chunk {
  readonly bytes: Buffer;
  /** Where each group begins, and where the last ends. */
  readonly offsets: Uint32Array;
}

const EMPTY: Chunk = { bytes: Buffer.alloc(0), offsets: new Uint32Array(GROUPS_A_CHUNK + 1) };

/** A group of bytes for each slot. Never changes: a change makes another, which shares what stays. */
export class Packed {
  private constructor(private readonly chunks: readonly Chunk[]) {}

  static readonly NOTHING = new Packed([]);

  /** What stands at a slot; nothing where it was never written. */
  at(slot: number): ByteReader {
    const { bytes, offsets } = this.chunks[Math.floor(slot / GROUPS_A_CHUNK)] ?? EMPTY;
    const place = slot % GROUPS_A_CHUNK;
    return new ByteReader(bytes, offsets[place] ?? 0, offsets[place + 1] ?? 0);
  }

  /** The same with other groups at some slots. */
  with(groups: ReadonlyMap<number, Buffer>): Packed {
    if (groups.size === 0) return this;
    const chunks = [...this.chunks];
    const changed = new Map<number, Map<number, Buffer>>();
    for (const [slot, bytes] of groups) {
      const index = Math.floor(slot / GROUPS_A_CHUNK);
      const places = changed.get(index) ?? new Map<number, Buffer>();
      changed.set(index, places.set(slot % GROUPS_A_CHUNK, bytes));
    }
    for (const [index, places] of changed) {
      while (chunks.length <= index) chunks.push(EMPTY);
      chunks[index] = chunkOf(groupsOf(chunks[index] ?? EMPTY, places));
    }
    return new Packed(chunks);
  }

  /** @param builders what was gathered for each chunk, in their order; each is let go once it is packed */
  static async of(builders: (ChunkBuilder | undefined)[], rest: () => Promise<void>) {
    const chunks: Chunk[] = [];
    for (let index = 0; index < builders.length; index += 1) {
      chunks.push(builders[index]?.build() ?? EMPTY);
      builders[index] = undefined;
      if (index % 256 === 255) await rest();
    }
    return new Packed(chunks);
  }
}

/** Gathers what stands at each slot, in whatever order it comes, and packs it. */
export class Packing {
  private readonly builders: (ChunkBuilder | undefined)[] = [];

  /** Adds to the group at a slot: what `write` writes. */
  add(slot: number, write: (writer: ByteWriter) => void): void {
    const index = Math.floor(slot / GROUPS_A_CHUNK);
    while (this.builders.length <= index) this.builders.push(undefined);
    const builder = (this.builders[index] ??= new ChunkBuilder());
    builder.add(slot % GROUPS_A_CHUNK, write);
  }

  /** @param rest awaited now and then, so that others get their turn */
  pack(rest: () => Promise<void>): Promise<Packed> {
    return Packed.of(this.builders, rest);
  }
}

/** The groups of one chunk: each part with its place and its length, as it came. */
class ChunkBuilder {
  private readonly parts = new ByteWriter(4096);

  add(place: number, write: (writer: ByteWriter) => void): void {
    this.parts.number(place);
    const start = this.parts.beginSized();
    write(this.parts);
    this.parts.endSized(start);
  }

  build(): Chunk {
    const parts = this.parts.view();
    const offsets = new Uint32Array(GROUPS_A_CHUNK + 1);
    forEachPart(parts, (place, start, end) => {
      offsets[place + 1] = (offsets[place + 1] ?? 0) + end - start;
    });
    for (let place = 0; place < GROUPS_A_CHUNK; place += 1) {
      offsets[place + 1] = (offsets[place + 1] ?? 0) + (offsets[place] ?? 0);
    }
    const bytes = Buffer.allocUnsafeSlow(offsets[GROUPS_A_CHUNK] ?? 0);
    const ends = offsets.slice();
    forEachPart(parts, (place, start, end) => {
      const at = ends[place] ?? 0;
      parts.copy(bytes, at, start, end);
      ends[place] = at + end - start;
    });
    return { bytes, offsets };
  }
}

function forEachPart(
  parts: Buffer,
  act: (place: number, start: number, end: number) => void,
): void {
  const reader = new ByteReader(parts, 0, parts.length);
  while (reader.more) {
    const place = reader.number();
    const length = reader.size();
    act(place, reader.place, reader.place + length);
    reader.skip(length);
  }
}

/** The groups of a chunk, some of them others. */
function groupsOf({ bytes, offsets }: Chunk, changed: ReadonlyMap<number, Buffer>): Buffer[] {
  return Array.from(
    { length: GROUPS_A_CHUNK },
    (_, place) => changed.get(place) ?? bytes.subarray(offsets[place], offsets[place + 1]),
  );
}

function chunkOf(groups: readonly Buffer[]): Chunk {
  const offsets = new Uint32Array(GROUPS_A_CHUNK + 1);
  let end = 0;
  for (const [place, group] of groups.entries()) {
    end += group.length;
    offsets[place + 1] = end;
  }
  const bytes = Buffer.allocUnsafeSlow(end);
  for (const [place, group] of groups.entries()) group.copy(bytes, offsets[place]);
  return { bytes, offsets };
}
