// FNV-1a over bytes, its bits then mixed so that any few of them are well spread.
const SEED = 0x811c9dc5;
const PRIME = 0x01000193;

/** A 32-bit hash of bytes. @param seed the hash of what comes before them */
export function hashOfBytes(bytes: Uint8Array, start: number, end: number, seed = SEED): number {
  let hash = seed;
  for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ (bytes[at] ?? 0), PRIME);
  return mixed(hash);
}

/** The hash of the text's UTF-8 bytes. */
export function hashOfText(text: string, seed = SEED): number {
  let hash = seed;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code > 127) return hashOfUtf8(text, seed);
    hash = Math.imul(hash ^ code, PRIME);
  }
  return mixed(hash);
}

function hashOfUtf8(text: string, seed: number): number {
  const bytes = Buffer.from(text, 'utf8');
  return hashOfBytes(bytes, 0, bytes.length, seed);
}

function mixed(hash: number): number {
  const half = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  const most = Math.imul(half ^ (half >>> 13), 0xc2b2ae35);
  return (most ^ (most >>> 16)) >>> 0;
}
