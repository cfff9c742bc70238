import type { Command } from 'commander';
import { askRegistry } from './ask-registry';
import { readCallSettings } from './call-settings';
import { EXIT, type Exit, type Terminal } from './terminal';

/** `screen`: asks a running registry whom a name may mean, as any client does. Nothing is recorded. */
export function addScreen(program: Command, terminal: Terminal): void {
  program
    .command('screen')
    .description('Asks the registry at AVR_URL, with AVR_API_KEY, whom a name may mean')
    .argument('<name>', 'the name, in any script')
    .option('--country <code>', 'its country, ISO 3166-1 alpha-2')
    .option('--excluded', 'look only among those whom an exclusion names or reaches')
    .option('--limit <number>', 'most candidates, 1 to 50; left out: 20')
    .option('--json', 'print the whole answer as JSON')
    .addHelpText('after', '\nExit status: 0 nobody is alike, 2 a person must look, 3 no answer.')
    .action(async (name: string, options: ScreenOptions) => {
      const answer = await askRegistry(
        '/v1/screening',
        questionOf(name, options),
        readCallSettings(),
      );
      terminal.exit = tell(answer as ScreenAnswer | Refusal, options, terminal);
    });
}

interface ScreenOptions {
  readonly country?: string;
  readonly excluded?: true;
  readonly limit?: string;
  readonly json?: true;
}

/** Whatever resembles the name. */
interface Alike {
  readonly score: number;
  readonly resembles: string;
  readonly features: readonly { readonly name: string; readonly part: number }[];
  readonly decision: { readonly finding: string; readonly persons: number } | null;
}

interface AlikeVendor extends Alike {
  readonly vendor: { readonly id: string; readonly name: string; readonly country: string | null };
  readonly excluded: boolean;
}

interface AlikeMaker extends Alike {
  readonly exclusion: string;
  readonly manufacturer: string;
}

/** The parts of the answer that are told. */
interface ScreenAnswer {
  readonly version: string;
  readonly thresholds: { readonly deny: number; readonly candidate: number };
  readonly form: {
    readonly words: readonly string[];
    readonly legalForm: string | null;
    readonly script: string;
  };
  readonly candidates: readonly AlikeVendor[];
  readonly articles: readonly AlikeMaker[];
  readonly position: number;
}

/** A problem, or whatever answered that is no registry. */
interface Refusal {
  readonly candidates?: undefined;
  readonly title?: string;
  readonly detail?: string;
}

const questionOf = (name: string, { country, excluded, limit }: ScreenOptions): object => ({
  ...{ name, country, against: excluded && 'excluded' },
  // A word that is no number is sent as it is, for the registry to refuse.
  limit: limit === undefined || Number.isNaN(Number(limit)) ? limit : Number(limit),
});

function tell(answer: ScreenAnswer | Refusal, { json }: ScreenOptions, terminal: Terminal): Exit {
  if (json) terminal.say(JSON.stringify(answer, null, 2));
  if (answer.candidates === undefined) {
    terminal.complain(`No answer. ${answer.title ?? ''}: ${answer.detail ?? ''}`);
    return EXIT.fault;
  }
  if (!json) for (const line of linesOf(answer)) terminal.say(line);
  return mustLook(answer) ? EXIT.review : EXIT.yes;
}

const mustLook = ({ candidates, articles, thresholds }: ScreenAnswer): boolean =>
  candidates.some(
    ({ score, excluded }) => score >= (excluded ? least(thresholds) : thresholds.candidate),
  ) || articles.some(({ score }) => score >= thresholds.deny);

const least = ({ deny, candidate }: ScreenAnswer['thresholds']): number =>
  Math.min(deny, candidate);

function linesOf(answer: ScreenAnswer): string[] {
  const { form, candidates, articles, thresholds, version, position } = answer;
  const { deny, candidate } = thresholds;
  const found = [...candidates.flatMap(linesOfVendor), ...articles.flatMap(linesOfMaker)];
  return [
    `Read as ${form.words.join(' ') || 'no word'}${form.legalForm ? `, ${form.legalForm}` : ''} (${form.script}).`,
    ...(found.length === 0 ? ['Nobody is alike. That is no clearance: ask for a check.'] : found),
    `A likeness counts from ${deny} on to whoever is excluded, else from ${candidate} on.`,
    `By ${version}, at position ${position}. Not recorded, and no permission to buy.`,
  ];
}

const linesOfVendor = ({ vendor, excluded, ...alike }: AlikeVendor): string[] =>
  said(
    alike,
    `${vendor.name}${vendor.country ? `, ${vendor.country}` : ''} (${vendor.id})${excluded ? ': EXCLUDED' : ''}`,
  );

const linesOfMaker = ({ manufacturer, exclusion, ...alike }: AlikeMaker): string[] =>
  said(alike, `articles of ${manufacturer}: EXCLUDED (${exclusion})`);

function said({ score, resembles, features, decision }: Alike, whom: string): string[] {
  const parts = features.map(({ name, part }) => `${name} ${part.toFixed(2)}`);
  return [
    `  ${score.toFixed(2)}  ${whom}`,
    `        by "${resembles}": ${parts.join(', ')}`,
    ...(decision ? [`        found ${decision.finding} by ${decision.persons}`] : []),
  ];
}
