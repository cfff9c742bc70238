/** ISO 15924 code for text without letters of a script. */
const UNDETERMINED = 'Zyyy';

/** Scripts that names are told apart by. */
const SCRIPTS = [
  ...[
    'Latn',
    'Cyrl',
    'Grek',
    'Armn',
    'Geor',
    'Hebr',
    'Arab',
    'Hang',
    'Hira',
    'Kana',
    'Hani',
    'Bopo',
  ],
  ...['Deva', 'Beng', 'Guru', 'Gujr', 'Orya', 'Taml', 'Telu', 'Knda', 'Mlym', 'Sinh', 'Tibt'],
  ...['Thai', 'Laoo', 'Khmr', 'Mymr', 'Ethi', 'Mong', 'Thaa', 'Syrc', 'Cher', 'Cans'],
] as const;

const JAPANESE: ReadonlySet<string> = new Set(['Hira', 'Kana', 'Hani']);

const MATCHERS = SCRIPTS.map(
  (script) => [script, new RegExp(`\\p{Script=${script}}`, 'gu')] as const,
);

/**
 * The script that most of a text is written in, as its ISO 15924 code; `Zyyy` where it has no letters.
 *
 * Japanese is written in three scripts at once: in a text with kana all three count as `Jpan`.
 */
export function scriptOf(text: string): string {
  const isJapanese = /[\p{Script=Hira}\p{Script=Kana}]/u.test(text);
  const letters = new Map<string, number>();
  for (const [script, matcher] of MATCHERS) {
    const code = isJapanese && JAPANESE.has(script) ? 'Jpan' : script;
    letters.set(code, (letters.get(code) ?? 0) + [...text.matchAll(matcher)].length);
  }
  const [most] = [...letters].sort(([, a], [, b]) => b - a).filter(([, count]) => count > 0);
  return most?.[0] ?? UNDETERMINED;
}
