import fs from 'node:fs';

// USER_HZ, in which Linux tells the times of processes whatever its own clock is.
const MICROS_A_TICK = 10_000;

/** Microseconds of processor time that a process with all its threads has used. Linux only. */
export const cpuOf = (pid: number): number => read(pid)?.own ?? 0;

/** The same for a process, its children that live and those that ended: a PostgreSQL server with its backends. */
export function cpuOfTree(pid: number): number {
  const root = read(pid);
  if (!root) return 0;
  const children = pids()
    .map(read)
    .filter((each) => each?.parent === pid);
  return children.reduce((sum, each) => sum + (each?.own ?? 0), root.own + root.ended);
}

interface Times {
  readonly parent: number;
  readonly own: number;
  /** Of children that ended. */
  readonly ended: number;
}

/** @source proc_pid_stat(5): fields 4, 14 to 17 */
function read(pid: number): Times | undefined {
  let text: string;
  try {
    text = fs.readFileSync(`/proc/${pid}/stat`, 'latin1');
  } catch {
    return undefined; // it has ended
  }
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const field = (number: number): number => Number(fields[number - 3]);
  return {
    parent: field(4),
    own: (field(14) + field(15)) * MICROS_A_TICK,
    ended: (field(16) + field(17)) * MICROS_A_TICK,
  };
}

const pids = (): number[] => fs.readdirSync('/proc').map(Number).filter(Number.isInteger);
