import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { AskStanding, type AskedStanding, type Standing } from '../src/checks/ask-standing';
import type { AskedItem, AskedPurchase, AskedVendor } from '../src/checks/domain/parse-question';
import type { Told } from '../src/checks/domain/check';
import { REASON_CODES } from '../src/checks/domain/reason';
import { seedDemo } from '../src/demo/seed-demo';
import { SettableClock } from './support/clock';
import { TestDatabase } from './support/database';
import { TestRegisters } from './support/registers';

/** A question with its answer, as the table has it: texts, empty where a thing is not said. */
interface Situation {
  readonly situation: string;
  /** A UEI, a name, or both. */
  readonly vendor: string;
  readonly country: string;
  readonly agency: string;
  /** Code of a list, or "open-market"; empty: from any list. */
  readonly bought: string;
  readonly category: string;
  readonly stage: string;
  readonly system: string;
  readonly uses: string;
  /** "Manufacturer: product", with semicolons between. */
  readonly items: string;
  readonly at: string;
  readonly knownAt: string;
  readonly verdict: string;
  /** Codes of all reasons, gravest first. */
  readonly reasons: string;
  readonly source: string;
}

const TABLE = readFileSync(path.join(__dirname, 'data', 'situations.csv'));
const SITUATIONS: readonly Situation[] = parse(TABLE, { columns: true });

const LATEST = new Date('2026-06-01T12:00:00.000Z');

describe('the situations that the field knows', () => {
  let database: TestDatabase;
  let registers: TestRegisters;
  let standing: AskStanding;

  beforeAll(async () => {
    database = await TestDatabase.create();
    await seedDemo(database.dataSource, () => Promise.resolve());
    registers = await TestRegisters.open(database.dataSource);
    standing = new AskStanding(database.dataSource, registers, new SettableClock(LATEST));
  });
  afterAll(async () => {
    await registers.close();
    await database.destroy();
  });

  const answer = (situation: Situation): Promise<Told<Standing>> =>
    standing.execute(questionOf(situation), { agency: situation.agency } as Parameters<
      AskStanding['execute']
    >[1]);

  it.each(SITUATIONS)('$situation: $verdict', async (situation) => {
    const { verdict, reasons } = await answer(situation);
    expect({ verdict, reasons: reasons.map(({ code }) => code).join(' ') }).toEqual({
      verdict: situation.verdict,
      reasons: situation.reasons,
    });
  });

  it('show every code that there is', () => {
    const shown = new Set(SITUATIONS.flatMap(({ reasons }) => reasons.split(' ')));
    expect(REASON_CODES.filter((code) => !shown.has(code))).toEqual([]);
  });

  it('each say where they are from', () => {
    expect(SITUATIONS.filter(({ source }) => source === '')).toEqual([]);
  });

  it('show what an exclusion says of itself, beside what it bars', async () => {
    const [modem] = SITUATIONS.filter(
      ({ situation }) => situation === 'Dahua by the name that SAM has',
    );
    const { reasons } = await answer(modem!);
    expect(reasons.map(({ comment }) => comment)).toEqual([
      'Prohibition is limited to certain products and services. The entity is not itself excluded.',
    ]);
  });
});

function questionOf(situation: Situation): AskedStanding {
  const { at, knownAt } = situation;
  return {
    vendor: vendorOf(situation),
    purchase: purchaseOf(situation),
    at: new Date(at),
    knownAt: knownAt === '' ? undefined : new Date(knownAt),
  };
}

function vendorOf({ vendor, country }: Situation): AskedVendor {
  const [, uei, name] = /^([A-Z]{4}DEMX\d{4})? ?(.*)$/.exec(vendor)!;
  return { uei, name: said(name), country: said(country) };
}

const purchaseOf = ({
  bought,
  category,
  stage,
  system,
  uses,
  items,
}: Situation): AskedPurchase => ({
  ...(bought === 'open-market' ? { channel: bought } : { list: said(bought) }),
  category: said(category),
  stage: said(stage) as AskedPurchase['stage'],
  system: said(system) as AskedPurchase['system'],
  uses: uses === '' ? undefined : uses.split('; '),
  items: items === '' ? undefined : items.split('; ').map(itemOf),
});

function itemOf(text: string): AskedItem {
  const [manufacturer, product] = text.split(':').map((part) => part.trim());
  return { manufacturer: said(manufacturer), product: said(product) };
}

const said = (text: string | undefined): string | undefined => (text === '' ? undefined : text);
