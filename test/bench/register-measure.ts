import type { Logger } from '@nestjs/common';
import { cluesOf } from '../../src/checks/domain/clues-of';
import { decide } from '../../src/checks/domain/decide';
import { parseQuestion } from '../../src/checks/domain/parse-question';
import { RegistryDataSource } from '../../src/database/registry-data-source';
import { RegisterSource } from '../../src/register/loading/register-source';
import type { MemoryRegister } from '../../src/register/memory/memory-register';

/** What one register costs. */
export interface RegisterMeasurement {
  readonly vendors: number;
  readonly loadSeconds: number;
  /** Of this process alone. */
  readonly loadCpuSeconds: number;
  /** Of the process with the register, and by how much it and its parts grew with it. */
  readonly rssMiB: number;
  readonly rssGrowthMiB: number;
  readonly peakRssMiB: number;
  readonly buffersMiB: number;
  readonly heapMiB: number;
  /** Nanoseconds of CPU for the facts of one question, and to decide on them besides. */
  readonly factsNs: number;
  readonly decideNs: number;
  /** The longest time in which nothing else had its turn while it was loaded. */
  readonly longestPauseMs: number;
  /** Milliseconds to catch up with a change of one vendor. */
  readonly catchUpMs: number;
}

const MIB = 1024 * 1024;
const QUESTIONS = 50_000;
const SILENT = { log: () => undefined } as unknown as Logger;

const collect = (): void => {
  const { gc } = globalThis as { gc?: () => void };
  for (let times = 0; times < 3; times += 1) gc?.();
};

/** Loads the register of a database in this process, which has done nothing else before. */
export async function measureOne(url: string, vendors: number): Promise<RegisterMeasurement> {
  const dataSource = await RegistryDataSource.open({ url });
  const source = new RegisterSource(dataSource, SILENT);
  collect();
  const before = process.memoryUsage();
  const pauses = new Pauses();
  const [begun, cpu] = [performance.now(), process.cpuUsage()];
  const register = await source.load();
  const { user, system } = process.cpuUsage(cpu);
  const loadSeconds = (performance.now() - begun) / 1000;
  const longestPauseMs = pauses.end();
  collect();
  await new Promise((resolve) => setTimeout(resolve, 500));
  const after = process.memoryUsage();
  const measured = {
    ...{ vendors, loadSeconds, loadCpuSeconds: (user + system) / 1e6, longestPauseMs },
    ...{ peakRssMiB: process.resourceUsage().maxRSS / 1024 },
    ...{ rssMiB: after.rss / MIB, rssGrowthMiB: (after.rss - before.rss) / MIB },
    buffersMiB: (after.arrayBuffers - before.arrayBuffers) / MIB,
    heapMiB: (after.heapUsed - before.heapUsed) / MIB,
    ...timeQuestions(register, vendors),
    catchUpMs: await timeCatchUp(dataSource, source, register),
  };
  await source.close();
  await dataSource.destroy();
  return measured;
}

function timeQuestions(register: MemoryRegister, vendors: number) {
  const questions = Array.from({ length: QUESTIONS }, (_, index) => {
    const n = 1 + ((index * 7919) % vendors);
    const uei = `VEND${String(n).padStart(8, '0')}`;
    const asked = {
      vendor: { uei },
      purchase: { list: `list-${1 + ((n + 1) % 20)}`, category: 'a' },
    };
    const question = { ...parseQuestion(asked, 'DHS'), at: new Date('2026-06-01T00:00:00.000Z') };
    return { question, clues: cluesOf(question) };
  });
  let eligible = 0;
  for (const { question, clues } of questions) decide(question, register.factsFor(clues));
  const facts = timed(() => questions.forEach(({ clues }) => register.factsFor(clues)));
  const both = timed(() => {
    for (const { question, clues } of questions) {
      if (decide(question, register.factsFor(clues)).verdict === 'eligible') eligible += 1;
    }
  });
  if (eligible < QUESTIONS * 0.9) throw new Error(`Only ${eligible} were eligible.`);
  return { factsNs: facts / QUESTIONS, decideNs: (both - facts) / QUESTIONS };
}

function timed(act: () => void): number {
  const before = process.cpuUsage();
  act();
  const { user, system } = process.cpuUsage(before);
  return (user + system) * 1000;
}

/** One listing of one vendor is closed and made anew, as a change does. */
async function timeCatchUp(
  dataSource: RegistryDataSource,
  source: RegisterSource,
  register: MemoryRegister,
): Promise<number> {
  await dataSource.query(`ALTER TABLE vendor DISABLE TRIGGER ALL`);
  await dataSource.query(`ALTER TABLE history_head DISABLE TRIGGER ALL`);
  const times: number[] = [];
  let last = register;
  for (let time = 0; time < 20; time += 1) {
    await dataSource.query(
      `WITH moved AS (UPDATE history_head SET size = size + 1 RETURNING size)
       UPDATE vendor SET revision = moved.size - 1 FROM moved
       WHERE id = (SELECT vendor_id FROM vendor_identifier WHERE scheme = 'uei' AND value = $1 LIMIT 1)`,
      [`VEND${String(time + 1).padStart(8, '0')}`],
    );
    const begun = performance.now();
    last = await source.catchUp(last);
    times.push(performance.now() - begun);
  }
  if (last.position !== register.position + 20) throw new Error('It did not follow.');
  return times.sort((a, b) => a - b)[10] ?? NaN;
}

/** How long at most nothing else had its turn. */
class Pauses {
  private last = performance.now();
  private longest = 0;
  private readonly timer = setInterval(() => this.look(), 1);

  end(): number {
    clearInterval(this.timer);
    return this.longest;
  }

  private look(): void {
    const now = performance.now();
    this.longest = Math.max(this.longest, now - this.last);
    this.last = now;
  }
}

async function main([url = '', vendors = '0']: readonly string[]): Promise<void> {
  process.stdout.write(`${JSON.stringify(await measureOne(url, Number(vendors)))}\n`);
}

if (require.main === module) void main(process.argv.slice(2));
