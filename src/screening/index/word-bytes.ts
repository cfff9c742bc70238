// FNV-1a, its bits then mixed so that any few of them are well spread.
const SEED = 0x811c9dc5;
const PRIME = 0x01000193;

/** A 32-bit hash of a text. */
export function hashOfText(text: string): number {
  let hash = SEED;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), PRIME);
  return mixed(hash);
}

/** A 32-bit hash of the first bytes of a word, but for one. @param skipped the place of that one; -1: none */
export function hashOfBytes(bytes: Uint8Array, length: number, skipped = -1): number {
  let hash = SEED;
  for (let at = 0; at < length; at += 1) {
    if (at !== skipped) hash = Math.imul(hash ^ (bytes[at] ?? 0), PRIME);
  }
  return mixed(hash);
}

/** Spreads a number over 32 bits: no two over the same. Signed, as integers are quickest. */
export function mixed(number: number): number {
  const half = Math.imul(number ^ (number >>> 16), 0x85ebca6b);
  const most = Math.imul(half ^ (half >>> 13), 0xc2b2ae35);
  return most ^ (most >>> 16);
}

/** A word as bytes: Latin letters and digits as they are, anything else by UTF-8. */
export class WordBytes {
  bytes = new Uint8Array(64);
  length = 0;

  read(word: string): this {
    if (this.bytes.length < word.length * 3) this.bytes = new Uint8Array(word.length * 3);
    for (let at = 0; at < word.length; at += 1) {
      const code = word.charCodeAt(at);
      if (code > 127) return this.readUtf8(word);
      this.bytes[at] = code;
    }
    this.length = word.length;
    return this;
  }

  private readUtf8(word: string): this {
    this.length = new TextEncoder().encodeInto(word, this.bytes).written;
    return this;
  }
}
