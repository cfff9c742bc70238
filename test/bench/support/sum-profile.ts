import type { Profiler } from 'node:inspector';

/** Where processor time went: shares of all but idle time, largest first. */
export interface Costs {
  /** Share of the profile in which the process waited. */
  readonly idle: number;
  /** By function, its own time only. */
  readonly functions: readonly Cost[];
  /** By package of node_modules, folder of the service, or part of Node. */
  readonly packages: readonly Cost[];
  /** By function of the service or first one of a package, with all that it calls. */
  readonly inclusive: readonly Cost[];
}

export interface Cost {
  readonly name: string;
  readonly share: number;
}

type Node = Profiler.ProfileNode;

/** Sums a profile as `node --cpu-prof` writes it. */
export function sumProfile(profile: Profiler.Profile): Costs {
  const [functions, packages, inclusive] = [new Sums(), new Sums(), new Sums()];
  let idle = 0;
  for (const { stack, time } of timedStacks(profile)) {
    const [node] = stack;
    if (node && isIdle(node)) idle += time;
    else if (node && !stack.some(isProfiler)) {
      functions.add(nameOf(node), time);
      packages.add(packageOf(stack.find((frame) => frame.callFrame.url !== '') ?? node), time);
      for (const name of new Set(stack.map(nameOf))) inclusive.add(name, time);
    }
  }
  const busy = functions.total;
  return {
    idle: idle / (idle + busy),
    ...{ functions: functions.shares(busy), packages: packages.shares(busy) },
    inclusive: inclusive.shares(busy),
  };
}

interface TimedStack {
  /** The function that ran, and those that called it. */
  readonly stack: readonly Node[];
  /** Microseconds. */
  readonly time: number;
}

function timedStacks({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile): TimedStack[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((c) => [c, id])));
  const times = new Map<number, number>();
  samples.forEach((id, index) => add(times, id, timeDeltas[index] ?? 0));
  return [...times].map(([id, time]) => ({ stack: stackOf(id, byId, parents), time }));
}

class Sums {
  total = 0;
  private readonly sums = new Map<string, number>();

  add(name: string, time: number): void {
    this.total += time;
    add(this.sums, name, time);
  }

  shares(of: number): Cost[] {
    return [...this.sums]
      .map(([name, time]) => ({ name, share: time / of }))
      .sort((a, b) => b.share - a.share);
  }
}

function add<Key>(sums: Map<Key, number>, key: Key, time: number): void {
  sums.set(key, (sums.get(key) ?? 0) + time);
}

const isIdle = ({ callFrame }: Node): boolean => callFrame.functionName === '(idle)';
const isProfiler = ({ callFrame }: Node): boolean => callFrame.url.endsWith('/profiled.ts');
const isRoot = ({ callFrame }: Node): boolean => callFrame.functionName === '(root)';

function stackOf(id: number, byId: Map<number, Node>, parents: Map<number, number>): Node[] {
  const stack: Node[] = [];
  for (let at: number | undefined = id; at !== undefined; at = parents.get(at)) {
    const node = byId.get(at);
    if (node && !isRoot(node)) stack.push(node);
  }
  return stack;
}

function nameOf({ callFrame }: Node): string {
  const { functionName, url, lineNumber } = callFrame;
  const name = functionName || '(anonymous)';
  return url === '' ? name : `${name} ${shortened(url)}:${lineNumber + 1}`;
}

function packageOf({ callFrame: { url, functionName } }: Node): string {
  if (url === '') return functionName;
  const file = shortened(url);
  const [, inside] = /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file) ?? [];
  if (inside !== undefined) return inside;
  return file.startsWith('node:') ? 'node' : file.split('/').slice(0, 2).join('/');
}

/** From the innermost node_modules or the service's own sources on. */
const shortened = (url: string): string =>
  url.replace(/^.*\/(?=node_modules\/)/, '').replace(/^.*\/dist\/(?=src\/)/, '');
