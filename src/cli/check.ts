import type { Command } from 'commander';
import { askRegistry } from './ask-registry';
import { readCallSettings } from './call-settings';
import { EXIT, type Exit, type Terminal } from './terminal';

/** `check`: asks a running registry whether a vendor may be bought from, as any client does. The check is recorded. */
export function addCheck(program: Command, terminal: Terminal): void {
  program
    .command('check')
    .description(
      'Asks the registry at AVR_URL, with AVR_API_KEY, whether a vendor may be bought from',
    )
    .option('--uei <uei>', 'Unique Entity ID of the vendor')
    .option('--cage <code>', 'CAGE or NCAGE code of the vendor')
    .option('--duns <number>', 'D-U-N-S number of the vendor')
    .option('--lei <lei>', 'Legal Entity Identifier of the vendor')
    .option('--name <name>', 'name of the vendor')
    .option('--country <code>', 'country of the vendor, ISO 3166-1 alpha-2')
    .option('--list <code>', 'approved list to buy from; left out: any')
    .option('--category <code>', "one of the list's categories")
    .option('--channel <channel>', 'list or open-market')
    .option('--agency <code>', "agency that buys; left out: the key's")
    .option('--stage <stage>', 'solicitation, award, option, modification or subcontract')
    .option('--use <code>', 'what it is bought for; may be given several times', collect)
    .option('--system <kind>', 'general, national-security or sci')
    .option('--item <text>', 'what is bought, as "manufacturer: product"; several times', collect)
    .option('--reference <text>', 'what the purchase is called, such as PR-2017-0042')
    .option('--at <time>', 'the instant that is asked about, RFC 3339; left out: now')
    .option('--json', 'print the whole answer as JSON')
    .addHelpText('after', '\nExit status: 0 eligible, 1 ineligible, 2 review, 3 no verdict.')
    .action(async (options: CheckOptions) => {
      const answer = await askRegistry('/v1/checks', questionOf(options), readCallSettings());
      terminal.exit = tell(answer as CheckAnswer, options, terminal);
    });
}

interface CheckOptions {
  readonly uei?: string;
  readonly cage?: string;
  readonly duns?: string;
  readonly lei?: string;
  readonly name?: string;
  readonly country?: string;
  readonly list?: string;
  readonly category?: string;
  readonly channel?: string;
  readonly agency?: string;
  readonly stage?: string;
  readonly use?: readonly string[];
  readonly system?: string;
  readonly item?: readonly string[];
  readonly reference?: string;
  readonly at?: string;
  readonly json?: true;
}

/** The parts of a check's answer, or of a problem, that are told. */
interface CheckAnswer {
  readonly id?: string;
  readonly verdict?: keyof typeof EXIT_OF;
  readonly position?: number;
  readonly vendor?: { readonly id: string; readonly name: string } | null;
  readonly candidates?: readonly { readonly id: string; readonly name: string }[];
  readonly reasons?: readonly {
    readonly code: string;
    readonly message: string;
    readonly citation?: string | null;
    readonly comment?: string | null;
  }[];
  readonly title?: string;
  readonly detail?: string;
}

const EXIT_OF = { eligible: EXIT.yes, ineligible: EXIT.no, review: EXIT.review } as const;

function questionOf({ uei, cage, duns, lei, name, country, at, ...options }: CheckOptions): object {
  const { list, category, channel, agency, stage, use: uses, system, item, reference } = options;
  const items = item?.map(itemOf);
  const purchase = { list, category, channel, agency, stage, uses, system, items, reference };
  const isSaid = Object.values(purchase).some((member) => member !== undefined);
  return { vendor: { uei, cage, duns, lei, name, country }, ...(isSaid && { purchase }), at };
}

const collect = (value: string, before: readonly string[] = []): string[] => [...before, value];

/** "Kaspersky Lab: Endpoint Security" as manufacturer and product; without a colon, a product. */
function itemOf(text: string): { manufacturer?: string; product?: string } {
  const colon = text.indexOf(':');
  if (colon === -1) return { product: text.trim() };
  const [manufacturer, product] = [text.slice(0, colon).trim(), text.slice(colon + 1).trim()];
  return { ...(manufacturer !== '' && { manufacturer }), ...(product !== '' && { product }) };
}

function tell(answer: CheckAnswer, { json }: CheckOptions, terminal: Terminal): Exit {
  const { verdict } = answer;
  if (json) terminal.say(JSON.stringify(answer, null, 2));
  if (verdict === undefined || !Object.hasOwn(EXIT_OF, verdict)) {
    terminal.complain(`No verdict. ${answer.title ?? ''}: ${answer.detail ?? ''}`);
    return EXIT.fault;
  }
  if (!json) for (const line of linesOf(answer, verdict)) terminal.say(line);
  return EXIT_OF[verdict];
}

function linesOf(
  { id, position, vendor, candidates = [], reasons = [] }: CheckAnswer,
  verdict: string,
): string[] {
  return [
    vendor ? `${verdict}: ${vendor.name} (${vendor.id})` : verdict,
    ...reasons.flatMap(({ code, message, citation, comment }) => [
      `  ${code} ${message}${citation ? ` [${citation}]` : ''}`,
      ...(comment ? [`    "${comment}"`] : []),
    ]),
    ...candidates.map((candidate) => `  perhaps ${candidate.name} (${candidate.id})`),
    `Recorded as check ${id ?? ''}, at position ${position ?? ''}.`,
  ];
}
