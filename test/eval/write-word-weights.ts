import fs from 'node:fs';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { nameFormOf } from '../../src/screening/domain/name-form';
import { GENERIC_WORDS } from './generic-words';
import { chineseNames, contractorNames, halfOf, ofacNames, samNames } from './real-names';

/**
 * Writes the table of how much words tell: from the tuning half of the real names, and from the words that are generic.
 *
 *     node -r ./test/support/typescript.js test/eval/write-word-weights.ts
 */
const TABLE = path.resolve(__dirname, '../../src/screening/domain/word-weights.data.ts');

/** A word that stands in the names of fewer than this is as rare as one that the table does not have. */
const FEWEST = 5;

/** A word that stands in the names of as many as this tells the least. */
const MOST = 500;

/** Of how many the names hold each word, in the tuning half. */
function frequencies(): Map<string, number> {
  const owners = new Map<string, Set<string>>();
  const all = [...samNames(), ...ofacNames(), ...chineseNames(), ...contractorNames()];
  for (const { entity, name } of all.filter(({ entity }) => halfOf(entity) === 'tuning')) {
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

function weights(): Map<string, number> {
  const table = new Map<string, number>();
  for (const [word, names] of frequencies()) {
    if (names >= FEWEST && /^[a-z]{2,}$/.test(word)) table.set(word, weightFor(names));
  }
  for (const [most, words] of GENERIC_WORDS) {
    for (const word of words.split(/\s+/)) {
      table.set(word, Math.min(most, table.get(word) ?? 1));
    }
  }
  return table;
}

async function write(): Promise<void> {
  const table = weights();
  const levels = [...new Set(table.values())].sort((one, other) => one - other);
  const rows = levels.map((level) => {
    const words = [...table.keys()].filter((word) => table.get(word) === level).sort();
    return `[${level}, \`\n${wrapped(words)}\`],`;
  });
  const text = `/**
 * Words by how much they tell of whose a name is, from the least on. Written by test/eval/write-word-weights.ts; see
 * docs/screening.md.
 */
export const WORDS_BY_WEIGHT: readonly (readonly [weight: number, words: string])[] = [\n${rows.join('\n')}\n];\n`;
  const options = { ...(await resolveConfig(TABLE)), filepath: TABLE };
  fs.writeFileSync(TABLE, await format(text, options));
  console.log(`${table.size} words`);
}

/** Words in lines of at most 118 characters. */
const wrapped = (words: readonly string[]): string =>
  words
    .join(' ')
    .replaceAll(/(.{1,118})(?: |$)/g, '$1\n')
    .trimEnd();

void write();
