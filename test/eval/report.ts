import { round, shareFrom, THRESHOLDS } from './curve';
import type { Measured, ScoredName, ScoredPair } from './measure';
import { PAIR_KINDS } from './kinds-of-pairs';
import { f1 } from './curve';

/** What the evaluation found, as tables in Markdown. */
export function reportOf(measured: Measured, deny: number): string {
  return [
    `Pairs, names and firms of the half that nothing was tuned on: ${measured.strong.length} strong pairs,`,
    `${measured.negatives.length} pairs of different organisations that look alike, ${measured.generated.length} ordinary names that were`,
    `made, ${measured.firms.length} real firms.`,
    '',
    curve(measured),
    '',
    `By what has to be seen to see that two names are one (${measured.pairs.length} pairs):`,
    '',
    kinds(measured.pairs),
    '',
    'Ordinary names that would be sent to review:',
    '',
    reviewed(measured),
    '',
    `Some that are missed at ${deny}, and some that are sent to review without need:`,
    '',
    ...examplesOf(measured, deny),
  ].join('\n');
}

const curve = ({ costs }: Measured): string =>
  table(
    ['threshold', 'recall', 'precision', 'F1', 'ordinary names reviewed'],
    costs.map((cost) => [
      cost.threshold.toFixed(2),
      ...[cost.recall, cost.precision, f1(cost)].map((share) => share.toFixed(3)),
      percent(cost.reviewed),
    ]),
  );

const SHOWN = [0.6, 0.64, 0.66, 0.7, 0.74, 0.8, 0.9] as const;

function kinds(pairs: readonly ScoredPair[]): string {
  const rows = [...PAIR_KINDS, 'all'].map((kind) => {
    const scores = pairs.filter((pair) => kind === 'all' || pair.kind === kind).map(scoreOf);
    return [kind, `${scores.length}`, ...SHOWN.map((from) => shareFrom(scores, from).toFixed(3))];
  });
  return table(['kind', 'pairs', ...SHOWN.map((from) => `recall at ${from.toFixed(2)}`)], rows);
}

function reviewed(measured: Measured): string {
  const groups: readonly (readonly [string, readonly ScoredName[]])[] = [
    ['of common words, against SAM and OFAC', measured.common],
    ['of invented words, against SAM and OFAC', measured.invented],
    ['the same two, vessels and aircraft among the listed', measured.withVessels],
    ['real firms, against OFAC', measured.firms],
  ];
  const rows = groups.map(([name, names]) => [
    name,
    `${names.length}`,
    ...SHOWN.map((from) => percent(shareFrom(names.map(scoreOf), from))),
  ]);
  return table(['names', 'how many', ...SHOWN.map((from) => `at ${from.toFixed(2)}`)], rows);
}

function examplesOf({ strong, generated }: Measured, deny: number): string[] {
  const missed = strong.filter(({ score }) => score < deny);
  const needless = generated.filter(({ score }) => score >= deny);
  return [
    ...every(missed, 8).map(
      ({ one, other, score }) => `- missed, ${round(score).toFixed(2)}: ${one} / ${other}`,
    ),
    ...every(needless, 8).map(
      ({ name, hit, score }) => `- reviewed, ${round(score).toFixed(2)}: ${name} / ${hit}`,
    ),
  ];
}

/** Some of many, evenly. */
const every = <Value>(values: readonly Value[], most: number): readonly Value[] =>
  values.filter((_, index) => index % Math.max(1, Math.ceil(values.length / most)) === 0);

const scoreOf = ({ score }: { readonly score: number }): number => score;

const percent = (share: number): string => `${(100 * share).toFixed(2)} %`;

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

/** The curve as the program holds it. */
export const costsSource = ({ costs }: Measured): string =>
  costs
    .filter(({ threshold }) => THRESHOLDS.includes(threshold))
    .map((cost) => `  ${JSON.stringify(cost)},`)
    .join('\n');
