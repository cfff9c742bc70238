import { normaliseName } from './normalise-name';

/**
 * The words that a normalised name consists of, in their own script: what `normaliseName` gives, split at spaces, with a
 * capital ẞ read as the small one is.
 */
export function tokensOf(text: string): string[] {
  return (
    asciiTokens(text) ?? normaliseName(text).replaceAll('ß', 'ss').split(' ').filter(isNotEmpty)
  );
}

/** Whether a text has nothing but the 128 characters of ASCII. */
export function isAscii(text: string): boolean {
  for (let index = 0; index < text.length; index += 1)
    if (text.charCodeAt(index) > LAST_ASCII) return false;
  return true;
}

const isNotEmpty = (token: string): boolean => token !== '';

/** The same for names in ASCII, which most are, in one pass and without a regular expression; else null. */
export function asciiTokens(text: string): string[] | null {
  const lower = text.toLowerCase();
  const scan: Scan = { tokens: [], start: -1, before: '' };
  for (let index = 0; index < lower.length; index += 1) {
    const code = lower.charCodeAt(index);
    if (code > LAST_ASCII) return null;
    const kind = KINDS[code];
    if (kind === INSIDE) {
      if (scan.start < 0) scan.start = index;
    } else if (kind === DROPPED) hold(scan, lower, index);
    else end(scan, lower, index, kind === AMPERSAND);
  }
  end(scan, lower, lower.length, false);
  return scan.tokens;
}

interface Scan {
  readonly tokens: string[];
  /** Where the part of a word begins that is being read, or -1. */
  start: number;
  /** What was read of the word before something that is dropped. */
  before: string;
}

function hold(scan: Scan, text: string, index: number): void {
  if (scan.start < 0) return;
  scan.before += text.slice(scan.start, index);
  scan.start = -1;
}

function end(scan: Scan, text: string, index: number, ampersand: boolean): void {
  if (scan.start >= 0) {
    const part = text.slice(scan.start, index);
    scan.tokens.push(scan.before === '' ? part : scan.before + part);
  } else if (scan.before !== '') scan.tokens.push(scan.before);
  scan.start = -1;
  scan.before = '';
  if (ampersand) scan.tokens.push('and');
}

const LAST_ASCII = 127;
const INSIDE = 1;
const DROPPED = 2;
const AMPERSAND = 3;

/** What each character of ASCII is to a word, once it is in lower case; 0: it stands between words. */
const KINDS = Uint8Array.from({ length: LAST_ASCII + 1 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (/[a-z0-9]/.test(character)) return INSIDE;
  if (/['.]/.test(character)) return DROPPED;
  return character === '&' ? AMPERSAND : 0;
});
