import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { TYPESCRIPT } from '../support/started';
import type { Measurement } from './measure';
import { ALL_KINDS, makeWorkload, type Workload } from './names/workload';
import type { Options } from './options';
import { SUBJECTS, type SubjectName } from './subjects/subject';

/** One number of names, with all that was measured on them. */
export interface Run {
  readonly size: number;
  readonly questions: Workload['questions'];
  readonly measured: ReadonlyMap<SubjectName, Measurement>;
}

/** fuse.js takes too long for a question above. */
const MOST_FOR_FUSE = 100_000;
/** Milliseconds for the questions of a kind. */
const BUDGET = { index: 5_000, minisearch: 3_000, fuse: 2_000, pg_trgm: 3_000 } as const;

/** Measures each index on the same names and questions, one after another, each in a process of its own. */
export async function runOn(size: number, options: Options): Promise<Run> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'registry-names-'));
  try {
    const questions = writeWorkload(folder, size, options);
    const measured = new Map<SubjectName, Measurement>();
    for (const name of SUBJECTS.filter((each) => isWanted(each, size, options))) {
      process.stderr.write(`${name}, ${size} names\n`);
      measured.set(name, await measureApart(name, folder));
    }
    return { size, questions, measured };
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

const isWanted = (name: SubjectName, size: number, { baselines }: Options): boolean =>
  name === 'index' || (baselines && (name !== 'fuse' || size <= MOST_FOR_FUSE));

function writeWorkload(folder: string, size: number, { queries, kinds }: Options) {
  const { names, questions: all } = makeWorkload(size, queries);
  fs.writeFileSync(path.join(folder, 'names.txt'), `${names.join('\n')}\n`);
  const questions = { ...all };
  for (const kind of ALL_KINDS) if (!kinds.includes(kind)) questions[kind] = [];
  fs.writeFileSync(path.join(folder, 'questions.json'), JSON.stringify(questions));
  return questions;
}

async function measureApart(name: SubjectName, folder: string): Promise<Measurement> {
  const child = spawn(
    process.execPath,
    [
      ...['--expose-gc', '--max-old-space-size=8192', '--max-semi-space-size=64', '-r', TYPESCRIPT],
      ...[path.join(__dirname, 'measure.ts'), name, folder, String(BUDGET[name])],
    ],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const end = (): boolean => child.kill('SIGTERM');
  process.once('exit', end);
  const [code] = (await once(child, 'close')) as [number | null];
  process.off('exit', end);
  if (code !== 0) throw new Error(`${name} was not measured.`);
  return JSON.parse(fs.readFileSync(path.join(folder, `${name}.json`), 'utf8')) as Measurement;
}
