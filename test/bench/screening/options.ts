import { parseArgs } from 'node:util';
import { ALL_KINDS, type Kind } from './names/workload';

/** What is measured, and on how much. */
export interface Options {
  /** Numbers of names, in rising order. */
  readonly sizes: readonly number[];
  /** Questions of each kind. */
  readonly queries: number;
  readonly kinds: readonly Kind[];
  readonly baselines: boolean;
  /** The document that the tables are written into. */
  readonly write?: string;
}

const USAGE = `npm run bench:screening -- [--names 10000,100000,1000000] [--queries n] [--no-baselines]
  [--only kind]... [--write file]
kinds: ${ALL_KINDS.join(', ')}`;

/** @throws {Error} that tells the usage */
export function readOptions(given: string[]): Options {
  const { values } = parseArgs({
    args: given,
    options: {
      names: { type: 'string', default: '10000,100000,1000000' },
      queries: { type: 'string', default: '1000' },
      only: { type: 'string', multiple: true, default: [] },
      'no-baselines': { type: 'boolean', default: false },
      write: { type: 'string' },
    },
  });
  return {
    sizes: values.names
      .split(',')
      .map(asCount)
      .sort((a, b) => a - b),
    queries: asCount(values.queries),
    kinds: values.only.length > 0 ? values.only.map(asKind) : ALL_KINDS,
    baselines: !values['no-baselines'],
    ...(values.write !== undefined && { write: values.write }),
  };
}

function asCount(text: string): number {
  if (!/^[1-9]\d{0,7}$/.test(text)) throw new Error(USAGE);
  return Number(text);
}

function asKind(text: string): Kind {
  const found = ALL_KINDS.find((kind) => kind === text);
  if (found === undefined) throw new Error(USAGE);
  return found;
}
