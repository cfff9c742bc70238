import { isAnd, isLeftOut } from './idle-words';

/** Words of a name beyond these are not compared. */
export const MOST_WORDS = 64;

/**
 * The words by which a name is compared: initials as one word, numbers without what only says that they are numbers,
 * without words that tell nothing. All that is given where nothing would be left.
 *
 * @param tokens in Latin letters and digits, lower case, without legal forms
 */
export function toWords(tokens: readonly string[]): readonly string[] {
  let plain = true;
  for (let index = 0; index < tokens.length && plain; index += 1)
    plain = isPlain(tokens[index] ?? '');
  if (plain && tokens.length <= MOST_WORDS) return tokens;
  const joined = withNumbers(joinInitials(tokens));
  const words = joined.filter((word, index) => !isLeftOut(word, index, joined.length));
  return (words.length === 0 ? joined : words).slice(0, MOST_WORDS);
}

/** Whether a token is a word as it stands, whatever is beside it: most are, and this is quick to see. */
function isPlain(token: string): boolean {
  return (
    token.length > 1 &&
    token.charCodeAt(0) > LAST_DIGIT &&
    token.charCodeAt(token.length - 1) > LAST_DIGIT &&
    !(token.length < LONGEST_IDLE + 1 && isLeftOut(token, 1, MOST_WORDS))
  );
}

const LAST_DIGIT = 57;
const LONGEST_IDLE = 5;

/** A B C is abc, and so is A. & B.; AT & T is att. */
function joinInitials(tokens: readonly string[]): readonly string[] {
  const joined: string[] = [];
  for (let start = 0; start < tokens.length;) {
    const end = endOfInitials(tokens, start);
    if (end === start + 1) joined.push(tokens[start] ?? '');
    else joined.push(tokens.slice(start, end).filter(isNoAnd).join(''));
    start = end;
  }
  return joined;
}

/** Where the initials end that begin at a place; the next place where there are none. */
function endOfInitials(tokens: readonly string[], start: number): number {
  let end = start + 1;
  if (!isShort(tokens[start])) return end;
  for (;;) {
    const next = isAnd(tokens[end] ?? '') ? end + 1 : end;
    if (!continues(tokens, { start, end, next })) return end;
    end = next + 1;
  }
}

interface Step {
  readonly start: number;
  readonly end: number;
  readonly next: number;
}

/** Whether a token goes on with initials: a single letter or digit does; two letters only before or behind "and". */
function continues(tokens: readonly string[], { start, end, next }: Step): boolean {
  const [last = '', token = ''] = [tokens[end - 1], tokens[next]];
  if (!isShort(token) || !(isLetter(tokens[start]) || isLetter(token))) return false;
  const [before, after] = [last.length, token.length];
  return next > end ? before + after <= 3 : before === 1 && after === 1;
}

const isNoAnd = (token: string): boolean => !isAnd(token);

const isShort = (token = ''): boolean => token.length === 1 || token.length === 2;

const isLetter = (token = ''): boolean => token.charCodeAt(0) > LAST_DIGIT;

/** No. 007 is 7. */
function withNumbers(tokens: readonly string[]): readonly string[] {
  return tokens
    .filter((token, index) => !(NUMBER_SIGNS.has(token) && isDigits(tokens[index + 1])))
    .map(numberOf);
}

function numberOf(token: string): string {
  const digits = NUMBER_SIGNS.has(token.slice(0, 2)) ? token.slice(2) : token;
  return isDigits(digits) ? digits.replace(/^0+(?=.)/, '') : token;
}

const isDigits = (token: string | undefined): boolean => token !== undefined && /^\d+$/.test(token);

const NUMBER_SIGNS: ReadonlySet<string> = new Set(['no', 'nr', 'num', 'numero', 'number']);
