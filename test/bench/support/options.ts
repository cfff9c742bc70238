import { parseArgs } from 'node:util';

/** The parts of the benchmark, in the order in which they run. */
export const SECTIONS = ['single', 'pace', 'batch', 'reads', 'removal', 'register'] as const;
export type Section = (typeof SECTIONS)[number];

export const DATABASES = ['embedded', 'server'] as const;
export type DatabaseKind = (typeof DATABASES)[number];

/** Who sends in a closed loop: autocannon, or this folder's own client, which costs less of the machine. */
export type Client = 'autocannon' | 'own';

/** How long and on what is measured. */
export interface Options {
  readonly sections: readonly Section[];
  readonly databases: readonly DatabaseKind[];
  readonly client: Client;
  /** Each contender runs so many times, in turn with the others. */
  readonly rounds: number;
  /** Length of one run. */
  readonly seconds: number;
  /** Vendors on the list that checks are about. */
  readonly vendors: number;
  /** Removals, and as many suspensions, of which a percentile is taken. */
  readonly removals: number;
  /** Vendors in the registries that the register loads. */
  readonly registers: readonly number[];
  /** The document that the table is written into. */
  readonly write?: string;
  /** Instead of the table: connections under which the service's processor time is profiled. */
  readonly profile?: number;
}

const USAGE = `npm run bench -- [--long] [--only ${SECTIONS.join('|')}]... [--database embedded|server|both]
  [--client autocannon|own] [--rounds n] [--seconds n] [--vendors n] [--profile connections]
  [--write file]`;

/** @throws {Error} that tells the usage */
export function readOptions(given: string[]): Options {
  const { values } = parseArgs({
    args: given,
    options: {
      long: { type: 'boolean', default: false },
      only: { type: 'string', multiple: true, default: [] },
      database: { type: 'string', default: 'embedded' },
      client: { type: 'string', default: 'autocannon' },
      rounds: { type: 'string' },
      seconds: { type: 'string' },
      vendors: { type: 'string', default: '10000' },
      profile: { type: 'string' },
      write: { type: 'string' },
    },
  });
  const length = values.long ? LONG : SHORT;
  return {
    ...length,
    sections: values.only.length > 0 ? values.only.map(asSection) : SECTIONS,
    databases: asDatabases(values.database),
    client: oneOf(['autocannon', 'own'] as const, values.client),
    rounds: Number(values.rounds ?? length.rounds),
    seconds: Number(values.seconds ?? length.seconds),
    vendors: Number(values.vendors),
    ...(values.profile !== undefined && { profile: Number(values.profile) }),
    ...(values.write !== undefined && { write: values.write }),
  };
}

const SHORT = { rounds: 3, seconds: 2, removals: 100, registers: [10_000, 100_000] };
const LONG = { rounds: 7, seconds: 5, removals: 400, registers: [10_000, 100_000, 1_000_000] };

const asSection = (text: string): Section => oneOf(SECTIONS, text);

const asDatabases = (text: string): readonly DatabaseKind[] =>
  text === 'both' ? DATABASES : [oneOf(DATABASES, text)];

function oneOf<Value extends string>(values: readonly Value[], text: string): Value {
  const found = values.find((value) => value === text);
  if (found === undefined) throw new Error(USAGE);
  return found;
}
