import { sameBytes, type ByteReader, type ByteWriter } from './bytes';
import { hashOfBytes } from './hash';
import { Hints } from './hints';

/** So many different texts are kept once; what is rarer stands where it is said. */
const MOST = 65_535;

interface Word {
  readonly bytes: Buffer;
  readonly text: string;
}

/** Texts that are said again and again, each kept once. Shared by the registers of all positions: it only grows. */
export class Words {
  private readonly words: Word[] = [];
  private readonly hints = new Hints();

  constructor(private readonly most = MOST) {}

  /** Writes a text as its number or, where there are too many, as itself. */
  write(writer: ByteWriter, bytes: Buffer, start = 0, end = bytes.length): void {
    const number = this.numberOf(bytes, start, end);
    writer.number(number);
    if (number === 0) writer.sized(bytes, start, end);
  }

  read(reader: ByteReader): string {
    const number = reader.number();
    if (number === 0) return reader.text();
    const word = this.words[number - 1];
    if (!word) throw new RangeError(`There is no word ${number}.`);
    return word.text;
  }

  /** From 1 on; 0: there are too many. */
  private numberOf(bytes: Buffer, start: number, end: number): number {
    const hash = hashOfBytes(bytes, start, end);
    for (let hint = this.hints.first(hash); hint >= 0; hint = this.hints.following(hint)) {
      const word = this.words[this.hints.slotAt(hint) - 1]?.bytes;
      const same = word?.length === end - start && sameBytes(word, 0, bytes, start, end - start);
      if (same) return this.hints.slotAt(hint);
    }
    if (this.words.length >= this.most) return 0;
    const own = Buffer.from(bytes.subarray(start, end));
    this.words.push({ bytes: own, text: own.toString('utf8') });
    this.hints.add(hash, this.words.length);
    return this.words.length;
  }
}
