import { latinWordsOf } from './likeness';
import { normaliseName } from './normalise-name';
import { remembered } from './remembered';

/** A name as it is compared with others. */
export interface NameForm {
  /**
   * The form in which two names are the same name: as `normaliseName` gives it, each legal form in its one spelling.
   * Empty where the name has neither letter nor digit.
   */
  readonly key: string;
  /** Its words in Latin letters, in order, without legal forms; all of them where there are no others. */
  readonly words: readonly string[];
  /** How much each word tells, above 0 (a generic one) to 1. */
  readonly weights: readonly number[];
  /** Its legal form by the code that all its spellings share; null where it has none. */
  readonly legalForm: string | null;
}

/** The form of a name in which it is compared. Never throws, whatever the text. */
export const nameFormOf = remembered((name): NameForm => {
  const words = latinWordsOf(name);
  return { key: normaliseName(name), words, weights: words.map(() => 1), legalForm: null };
});
