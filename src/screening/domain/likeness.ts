import anyAscii from 'any-ascii';
import { normaliseName } from './normalise-name';
import { remembered } from './remembered';

/** Legal forms and words that tell no company from another. */
const COMMON_WORDS: ReadonlySet<string> = new Set(
  (
    'a and the of inc incorporated corp corporation co company llc llp lp ltd limited plc gmbh ag sa sas sarl srl spa ' +
    'bv nv ab as oy oyj kk pte pty pvt ao oao ooo pao zao jsc group holding holdings international global ' +
    'technology technologies tech labs lab systems solutions software services digital communications'
  ).split(' '),
);

/** The words of a name, in order. */
export const wordsOf = remembered((name): readonly string[] =>
  normaliseName(name)
    .split(' ')
    .filter((word) => word !== ''),
);

/** The words of a name in Latin letters, in order, so that scripts can be compared. */
export const latinWordsOf = remembered((name): readonly string[] => wordsOf(anyAscii(name)));

/** The words of a name that tell it from others, in Latin letters and in order; all of them where none does. */
export const coreOf = remembered((name): readonly string[] => {
  const words = latinWordsOf(name);
  const telling = words.filter((word) => !COMMON_WORDS.has(word));
  return telling.length === 0 ? words : telling;
});

/** Whether some words stand one after another in others. */
export function standsIn(words: readonly string[], text: readonly string[]): boolean {
  return (
    words.length > 0 &&
    text.some((_, start) => words.every((word, index) => text[start + index] === word))
  );
}
