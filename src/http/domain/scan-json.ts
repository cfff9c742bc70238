import type { Violation } from '../../problems/registry-error';
import { pointerTo } from './json-pointer';

/** Most levels of arrays and objects in one another. */
export const MAX_DEPTH = 32;

const MOST_VIOLATIONS = 20;

/**
 * What a JSON text says that JSON.parse would lose or let pass: a member that stands twice, a number that a
 * double can't hold, NUL, a lone surrogate, a name that every object has (`__proto__`, `toString`), and nesting
 * deeper than {@link MAX_DEPTH}.
 *
 * One pass without recursion; pointers are made only for what is wrong.
 *
 * @param text valid JSON: what JSON.parse has accepted
 */
export function scanJson(text: string): Violation[] {
  return new Scan(text).run();
}

/** An array or object that the scan is inside of. */
interface Level {
  /** Names met so far; null in an array. */
  readonly names: Set<string> | null;
  /** The member that the scan is at: a name, or an index. */
  at: string | number;
}

class Scan {
  private readonly found: Violation[] = [];
  private readonly levels: Level[] = [];
  private index = 0;

  constructor(private readonly text: string) {}

  run(): Violation[] {
    while (this.index < this.text.length && this.found.length < MOST_VIOLATIONS) this.step();
    return this.found;
  }

  private step(): void {
    const code = this.text.charCodeAt(this.index);
    if (code === QUOTE) this.string();
    else if (code === MINUS || (code >= ZERO && code <= NINE)) this.number();
    else {
      this.index += 1;
      this.mark(code);
    }
  }

  private mark(code: number): void {
    if (code === OPEN_OBJECT) this.open({ names: new Set(), at: '' });
    else if (code === OPEN_ARRAY) this.open({ names: null, at: 0 });
    else if (code === CLOSE_OBJECT || code === CLOSE_ARRAY) this.levels.pop();
    else if (code === COMMA) this.next();
  }

  private open(level: Level): void {
    if (this.levels.length < MAX_DEPTH) {
      this.levels.push(level);
      return;
    }
    this.report(`lies deeper than ${MAX_DEPTH} levels`);
    this.index = this.text.length;
  }

  private next(): void {
    const level = this.levels.at(-1);
    if (typeof level?.at === 'number') level.at += 1;
  }

  private string(): void {
    const start = this.index;
    const end = endOfString(this.text, start);
    this.index = end;
    const raw = this.text.slice(start, end);
    const text = raw.includes('\\') ? (JSON.parse(raw) as string) : raw.slice(1, -1);
    const names = this.levels.at(-1)?.names;
    if (names && this.isName()) this.name(names, text);
    else this.wellFormed(text);
  }

  private name(names: Set<string>, name: string): void {
    const level = this.levels.at(-1);
    if (level) level.at = name;
    if (names.has(name)) this.report('stands twice');
    if (name in Object.prototype) this.report('is not a known member');
    names.add(name);
    this.wellFormed(name);
  }

  private isName(): boolean {
    while (isSpace(this.text.charCodeAt(this.index))) this.index += 1;
    return this.text.charCodeAt(this.index) === COLON;
  }

  private wellFormed(text: string): void {
    if (text.includes('\0')) this.report('holds the character NUL');
    if (!text.isWellFormed()) this.report('holds a lone surrogate');
  }

  private number(): void {
    const start = this.index;
    do this.index += 1;
    while (isOfNumber(this.text.charCodeAt(this.index)));
    if (this.index - start < SHORTEST_INEXACT && !this.hasExponent(start)) return;
    if (!isHeld(this.text.slice(start, this.index))) {
      this.report('is a number that can not be held exactly; the largest is 2^53 - 1');
    }
  }

  private hasExponent(start: number): boolean {
    for (let index = start; index < this.index; index += 1) {
      if ((this.text.charCodeAt(index) | 0x20) === LOWER_E) return true;
    }
    return false;
  }

  private report(message: string): void {
    const pointer = this.levels.reduce((parent, { at }) => pointerTo(parent, at), '');
    this.found.push({ pointer, message });
  }
}

const [QUOTE, BACKSLASH, MINUS, ZERO, NINE] = [0x22, 0x5c, 0x2d, 0x30, 0x39];
const [COMMA, COLON, PLUS, DOT, LOWER_E] = [0x2c, 0x3a, 0x2b, 0x2e, 0x65];
const [OPEN_OBJECT, CLOSE_OBJECT, OPEN_ARRAY, CLOSE_ARRAY] = [0x7b, 0x7d, 0x5b, 0x5d];

/** Digits of 2^53; a shorter number without an exponent is always held. */
const SHORTEST_INEXACT = 16;

function endOfString(text: string, start: number): number {
  let index = start + 1;
  for (let code = text.charCodeAt(index); code !== QUOTE; code = text.charCodeAt(index)) {
    index += code === BACKSLASH ? 2 : 1;
  }
  return index + 1;
}

/** Whether a double holds a number: as a fraction, or as an integer no larger than 2^53 - 1. */
function isHeld(literal: string): boolean {
  const value = Number(literal);
  return Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value));
}

const isSpace = (code: number): boolean =>
  code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;

const isOfNumber = (code: number): boolean =>
  (code >= ZERO && code <= NINE) ||
  code === DOT ||
  code === MINUS ||
  code === PLUS ||
  (code | 0x20) === LOWER_E;
