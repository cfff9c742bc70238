import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { RegisterDatabase } from './register-database';
import type { RegisterMeasurement } from './register-measure';

const run = promisify(execFile);

/** Loads registers of some numbers of vendors, each from a database and in a process of its own. */
export async function measureRegister(sizes: readonly number[]): Promise<RegisterMeasurement[]> {
  const measured: RegisterMeasurement[] = [];
  for (const vendors of sizes) {
    const database = await RegisterDatabase.create(vendors);
    try {
      measured.push(await measureApart(database.url, vendors));
    } finally {
      await database.destroy();
    }
  }
  return measured;
}

async function measureApart(url: string, vendors: number): Promise<RegisterMeasurement> {
  const { stdout } = await run(process.execPath, [
    ...['--expose-gc', '-r', path.join(__dirname, '../support/typescript.js')],
    ...[path.join(__dirname, 'register-measure.ts'), url, String(vendors)],
  ]);
  return JSON.parse(stdout) as RegisterMeasurement;
}

async function main(sizes: readonly string[]): Promise<void> {
  const asked = sizes.length === 0 ? [10_000, 100_000, 1_000_000] : sizes.map(Number);
  for (const vendors of asked) {
    const [measured] = await measureRegister([vendors]);
    const told = Object.entries(measured ?? {}).map(([name, value]) => [
      name,
      Math.round(value * 100) / 100,
    ]);
    process.stdout.write(`${JSON.stringify(Object.fromEntries(told))}\n`);
  }
}

if (require.main === module) void main(process.argv.slice(2));
