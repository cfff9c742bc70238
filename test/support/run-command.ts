import { runCli } from '../../src/cli/run-cli';
import { Terminal } from '../../src/cli/terminal';

/** What came of a command: its exit status, and the lines that it said and complained of. */
export interface Ran {
  readonly exit: number;
  readonly said: string[];
  readonly complained: string[];
}

/** Runs a command as typed. */
export async function runCommand(...args: string[]): Promise<Ran> {
  const [said, complained]: [string[], string[]] = [[], []];
  const terminal = new Terminal(
    (text) => said.push(...text.trimEnd().split('\n')),
    (text) => complained.push(...text.trimEnd().split('\n')),
  );
  const exit = await runCli(args, terminal);
  return { exit, said, complained };
}
