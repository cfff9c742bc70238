import fs from 'node:fs';
import path from 'node:path';
import type { Options } from '../support/options';
import { times, type Row } from '../support/table';

/** What the register of so many vendors costs. */
export interface MeasuredRegister {
  readonly vendors: number;
  readonly seconds: number;
  readonly bytes: number;
}

/** Loads registers of rising sizes; each row tells how cost grew from the last one. */
export async function measureRegisters({ registers }: Options): Promise<Row[]> {
  const folder = path.resolve(__dirname, '..');
  const [file] = fs.readdirSync(folder).filter((name) => /^register-.*\.ts$/.test(name));
  if (file === undefined) return [];
  const program = (await import(path.join(folder, file))) as {
    measureRegister: (sizes: readonly number[]) => Promise<readonly MeasuredRegister[]>;
  };
  const measured = await program.measureRegister(registers);
  return measured.map((one, index) => {
    const before = measured[index - 1];
    return {
      what: `register of ${one.vendors.toLocaleString('en-US')} vendors`,
      rate: one.vendors / one.seconds,
      ratio: before ? `${times(one.seconds / before.seconds)} the time of the last` : 'baseline',
      note: `${one.seconds.toFixed(2)} s, ${Math.round(one.bytes / 2 ** 20)} MiB`,
    };
  });
}
