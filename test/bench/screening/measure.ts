import fs from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { nameFormOf } from '../../../src/screening/domain/name-form';
import { median } from '../support/interleave';
import { ALL_KINDS, isTyping, type Kind, type Question } from './names/workload';
import { takeTime } from './stopwatch';
import { FuseIndex } from './subjects/fuse-index';
import { MiniSearchIndex } from './subjects/mini-search-index';
import { RegistryIndex } from './subjects/registry-index';
import { SUBJECTS, type Answer, type Subject, type SubjectName } from './subjects/subject';
import { TrigramIndex } from './subjects/trigram-index';
import { Turns } from './turns';

/** What one index of some names costs, and what it finds. */
export interface Measurement {
  readonly subject: SubjectName;
  readonly size: number;
  readonly built: Built;
  readonly asked: Readonly<Partial<Record<Kind, Asked>>>;
}

export interface Built {
  /** Times as `takeTime` tells them. */
  readonly seconds: number;
  readonly clockSeconds: number;
  readonly longestStretchMs: number;
  readonly longestStretchClockMs: number;
  /** What the index says that it takes; 0: it doesn't say. */
  readonly indexMiB: number;
  /** By how much this process grew: its heap with its buffers, and all that it holds of the machine's memory. */
  readonly heapMiB: number;
  readonly residentMiB: number;
}

/** Answers to the questions of a kind, in their order; fewer where time was up. */
export interface Asked {
  /** Milliseconds in which it was busy, the middle ones of the passes. */
  readonly times: readonly number[];
  /** The same by the clock. */
  readonly clock: readonly number[];
  /** Place of who was meant among the answers, from 1 on; 0: not among ten. */
  readonly ranks: readonly number[];
  /** Score of the first; 0: nothing was found, or scores are not told. */
  readonly scores: readonly number[];
}

const MIB = 2 ** 20;
const PORTION = 2_000;

interface Task {
  readonly name: SubjectName;
  /** Where the names and questions lie. */
  readonly folder: string;
  /** Milliseconds for the questions of a kind. */
  readonly budget: number;
}

/** Builds one index in this process, which has done nothing else before, and asks it. */
async function measure({ name, folder, budget }: Task): Promise<Measurement> {
  const questions = JSON.parse(
    fs.readFileSync(path.join(folder, 'questions.json'), 'utf8'),
  ) as Record<Kind, Question[]>;
  const subject = await open(name);
  nameFormOf('So that what all names share is made before');
  collect();
  const before = process.memoryUsage();
  const { size, ...built } = await build(subject, path.join(folder, 'names.txt'));
  collect();
  await sleep(300);
  const after = process.memoryUsage();
  const grown = (part: 'heapUsed' | 'arrayBuffers' | 'rss'): number =>
    (after[part] - before[part]) / MIB;
  const memory = {
    indexMiB: (await subject.bytes()) / MIB,
    heapMiB: grown('heapUsed') + grown('arrayBuffers'),
    residentMiB: grown('rss'),
  };
  const asked = await askAll(subject, questions, budget);
  await subject.close();
  return { subject: name, size, built: { ...built, ...memory }, asked };
}

async function open(name: SubjectName): Promise<Subject> {
  if (name === 'index') return new RegistryIndex();
  if (name === 'minisearch') return new MiniSearchIndex();
  return name === 'fuse' ? new FuseIndex() : TrigramIndex.open();
}

function collect(): void {
  const { gc } = globalThis as { gc?: () => void };
  for (let times = 0; times < 3; times += 1) gc?.();
}

/** Reads the names in portions; the time that reading takes is not counted. */
async function build(subject: Subject, file: string) {
  const turns = new Turns();
  let size = 0;
  for await (const names of portions(file)) {
    turns.begin();
    await subject.add(size, names, turns.rest);
    turns.end();
    size += names.length;
  }
  turns.begin();
  await subject.ready();
  turns.end();
  return {
    size,
    ...{ seconds: turns.busy / 1000, clockSeconds: turns.clock / 1000 },
    ...{ longestStretchMs: turns.longestBusy, longestStretchClockMs: turns.longestClock },
  };
}

async function* portions(file: string): AsyncGenerator<string[]> {
  let names: string[] = [];
  for await (const line of createInterface({ input: fs.createReadStream(file) })) {
    if (names.push(line) < PORTION) continue;
    yield names;
    names = [];
  }
  if (names.length > 0) yield names;
}

type Find = (text: string) => Answer | Promise<Answer>;
type Questions = Readonly<Record<Kind, readonly Question[]>>;

/** Asks in three passes where that is quick, so that a time in which another program ran is not counted. */
async function askAll(
  subject: Subject,
  questions: Questions,
  budget: number,
): Promise<Measurement['asked']> {
  const finds = ALL_KINDS.flatMap((kind) => findOf(subject, kind, questions[kind]));
  for (const { find, about } of finds) await ask(find, about.slice(0, 200), budget / 10);
  const passes: Map<Kind, Asked>[] = [];
  const end = performance.now() + QUICK;
  while (passes.length === 0 || (passes.length < PASSES && performance.now() < end)) {
    forgetForms();
    const pass = new Map<Kind, Asked>();
    for (const { kind, find, about } of finds) pass.set(kind, await ask(find, about, budget));
    passes.push(pass);
  }
  return Object.fromEntries(finds.map(({ kind }) => [kind, middle(passes, kind)]));
}

/** How questions of a kind are asked; nothing where there are none, or no search for them. */
function findOf(subject: Subject, kind: Kind, about: readonly Question[]) {
  if (about.length === 0) return [];
  if (!isTyping(kind)) return [{ kind, about, find: (text: string) => subject.find(text) }];
  const complete = subject.complete?.bind(subject);
  return complete ? [{ kind, about, find: complete as Find }] : [];
}

const PASSES = 3;
/** Milliseconds. */
const QUICK = 15_000;
/** Questions that are asked whatever time they take. */
const FEWEST = 5;

/** A form is remembered for a while; a question that was asked before is not one that nobody has asked. */
function forgetForms(): void {
  for (let other = 0; other <= 20_000; other += 1) nameFormOf(`Another ${other}`);
}

async function ask(find: Find, questions: readonly Question[], budget: number): Promise<Asked> {
  const asked = { times: [] as number[], clock: [] as number[] };
  const found = { ranks: [] as number[], scores: [] as number[] };
  const end = performance.now() + budget;
  for (const { text, owner } of questions) {
    if (performance.now() > end && asked.times.length >= FEWEST) break;
    const stop = takeTime();
    const answer = find(text);
    const { owners, score = 0 } = answer instanceof Promise ? await answer : answer;
    const { busy, clock } = stop();
    asked.times.push(busy);
    asked.clock.push(clock);
    found.ranks.push(owners.indexOf(owner) + 1);
    found.scores.push(score);
  }
  return { ...asked, ...found };
}

/** The middle times of all passes, with the answers of the first. */
function middle(passes: readonly Map<Kind, Asked>[], kind: Kind): Asked {
  const all = passes.flatMap((pass) => pass.get(kind) ?? []);
  const [first] = all;
  if (!first) throw new Error(`Nobody asked ${kind}.`);
  const middleOf = (part: 'times' | 'clock'): number[] =>
    first[part].map((time, index) => median(all.map((pass) => pass[part][index] ?? time)));
  return { ...first, times: middleOf('times'), clock: middleOf('clock') };
}

async function main([given, folder = '', budget = '']: readonly string[]): Promise<void> {
  const name = SUBJECTS.find((each) => each === given);
  if (name === undefined) throw new Error(`Nothing is called ${given ?? ''}.`);
  const measured = await measure({ name, folder, budget: Number(budget) });
  fs.writeFileSync(path.join(folder, `${name}.json`), JSON.stringify(measured));
}

if (require.main === module) {
  main(process.argv.slice(2)).then(
    () => process.exit(),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
}
