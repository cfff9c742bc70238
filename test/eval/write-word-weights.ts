import fs from 'node:fs';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { IN_FULL } from '../../src/screening/domain/abbreviations';
import { nameFormOf } from '../../src/screening/domain/name-form';
import { BRAND_WORDS, COMMON_NAMES, TRADE_WORDS } from './common-words';
import { GENERIC_WORDS } from './generic-words';
import {
  chineseNames,
  contractorNames,
  halfOf,
  ofacNames,
  samNames,
  type RealName,
} from './real-names';

/**
 * Writes the tables of how much words tell: from the tuning half of the real names, and from the words that are generic.
 *
 *     node -r ./test/support/typescript.js test/eval/write-word-weights.ts
 */
const DOMAIN = path.resolve(__dirname, '../../src/screening/domain');

/** A word that stands in the names of fewer than this is as rare as one that the table does not have. */
const FEWEST = 5;

/** A word that stands in the names of as many as this tells the least. */
const MOST = 300;

/**
 * Of how many the names hold each word, in the tuning half. Firms count fully, those whom OFAC or section 1260H lists a third:
 * what is common among these may be rare among all others.
 */
function frequencies(): Map<string, number> {
  const firms = [...samNames().filter(({ isFirm }) => isFirm), ...contractorNames()];
  const counts = holders(firms);
  for (const [word, count] of holders([...ofacNames(), ...chineseNames()])) {
    counts.set(word, (counts.get(word) ?? 0) + count / 3);
  }
  return counts;
}

function holders(names: readonly RealName[]): Map<string, number> {
  const owners = new Map<string, Set<string>>();
  for (const { entity, name } of names.filter(({ entity }) => halfOf(entity) === 'tuning')) {
    for (const word of nameFormOf(name).words) {
      owners.set(word, (owners.get(word) ?? new Set()).add(entity));
    }
  }
  return new Map([...owners].map(([word, { size }]) => [word, size]));
}

/** From 1 for a word that one has in its name down to 0.1, in steps of 0.05. */
function weightFor(names: number): number {
  const weight = 1 - (0.9 * Math.log(names)) / Math.log(MOST);
  return Math.max(0.1, Math.round(weight * 20) / 20);
}

/** Words by how much they tell at most. */
const LISTS: readonly (readonly [most: number, words: string])[] = [
  ...GENERIC_WORDS,
  [0.3, TRADE_WORDS],
  [0.5, BRAND_WORDS],
  [0.6, COMMON_NAMES],
];

/** Each word that the records or the lists have, with the least that they say of it. */
function weights(): Map<string, number> {
  const table = new Map<string, number>();
  for (const [word, weight] of [...recorded(), ...listed()])
    table.set(word, Math.min(weight, table.get(word) ?? 1));
  // What stands for a word tells no more than the word does.
  for (const [word, full] of IN_FULL) {
    const weight = Math.min(table.get(full) ?? 1, table.get(word) ?? 1);
    if (weight < 1) table.set(word, weight);
  }
  return table;
}

const recorded = (): (readonly [string, number])[] =>
  [...frequencies()]
    .filter(([word, names]) => names >= FEWEST && /^[a-z]{2,}$/.test(word))
    .map(([word, names]) => [word, weightFor(names)]);

const listed = (): (readonly [string, number])[] =>
  LISTS.flatMap(([most, words]) =>
    words
      .trim()
      .split(/\s+/)
      .map((word) => [word, most] as const),
  );

/** A table of words from a weight on to below another. */
async function writeTable(name: string, [from, to]: readonly [number, number]): Promise<void> {
  const table = weights();
  const levels = [...new Set(table.values())].sort((one, other) => one - other);
  const rows = levels
    .filter((level) => level >= from && level < to)
    .map((level) => {
      const words = [...table.keys()].filter((word) => table.get(word) === level).sort();
      return `[${level}, \`\n${wrapped(words)}\`],`;
    });
  const file = path.resolve(DOMAIN, `${name}.data.ts`);
  const text = `/**
 * Words by how much they tell of whose a name is, from the least on. Written by test/eval/write-word-weights.ts; see
 * docs/screening.md.
 */
export const ${name.toUpperCase().replaceAll('-', '_')}: readonly (readonly [weight: number, words: string])[] = [
${rows.join('\n')}\n];\n`;
  fs.writeFileSync(file, await format(text, { ...(await resolveConfig(file)), filepath: file }));
}

/** Words in lines of at most 118 characters. */
const wrapped = (words: readonly string[]): string =>
  words
    .join(' ')
    .replaceAll(/(.{1,118})(?: |$)/g, '$1\n')
    .trimEnd();

void Promise.all([writeTable('generic-words', [0, 0.45]), writeTable('common-words', [0.45, 1])]);
