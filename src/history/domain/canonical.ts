/**
 * The canonical form (RFC 8785) of a value as JSON tells it: instants are RFC 3339 text, and what is undefined is not
 * there. Text is the same as that of a canonicalizer of what JSON.parse makes of JSON.stringify, in one pass.
 *
 * @param value an object or array of text, numbers, booleans, null, instants, and of such objects and arrays
 * @source RFC 8785: members by their UTF-16 code units, text and numbers as ECMAScript writes them
 */
export function canonicalText(value: object): string {
  return textOf(value) ?? 'null';
}

/** @returns undefined for what JSON has no form for */
function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return stringText(value);
  if (typeof value !== 'object') return JSON.stringify(value);
  if (value === null) return 'null';
  if (Array.isArray(value)) return arrayText(value);
  return isTold(value) ? textOf(value.toJSON()) : objectText(value);
}

const stringText = (text: string): string =>
  NEEDS_ESCAPES.test(text) ? JSON.stringify(text) : `"${text}"`;

// eslint-disable-next-line no-control-regex -- control characters are what it looks for
const NEEDS_ESCAPES = /[\0-\x1f"\\\ud800-\udfff]/;

/** Whether a value says itself how JSON tells it, such as an instant. */
const isTold = (value: object): value is { toJSON(): unknown } =>
  typeof (value as { toJSON?: unknown }).toJSON === 'function';

function arrayText(values: readonly unknown[]): string {
  if (values.length === 0) return '[]';
  let text = '';
  for (const value of values) text += `,${textOf(value) ?? 'null'}`;
  return `[${text.slice(1)}]`;
}

function objectText(value: object): string {
  let text = '';
  for (const name of inOrder(Object.keys(value))) {
    const member = textOf((value as Record<string, unknown>)[name]);
    if (member !== undefined) text += `,${stringText(name)}:${member}`;
  }
  return `{${text.slice(1)}}`;
}

/** Sorts names in place by insertion: they are few, and the most in order already. */
function inOrder(names: string[]): string[] {
  if (names.length > MANY) return names.sort();
  for (let end = 1; end < names.length; end += 1) {
    const name = names[end] ?? '';
    let place = end;
    for (; place > 0 && (names[place - 1] ?? '') > name; place -= 1) {
      names[place] = names[place - 1] ?? '';
    }
    names[place] = name;
  }
  return names;
}

const MANY = 24;
