import { Command, CommanderError } from 'commander';
import { RefusesToStart } from '../config/refuses-to-start';
import { RegistryError } from '../problems/registry-error';
import { NoAnswer } from './ask-registry';
import { addCheck } from './check';
import { addClient } from './client';
import { addCoverage } from './coverage';
import { addDoctor } from './doctor/doctor';
import { addImport } from './import';
import { addPerson } from './person';
import { addScreen } from './screen';
import { EXIT, type Exit, type Terminal } from './terminal';
import { addVerify } from './verify';

/**
 * Runs one command.
 *
 * @param args the words after the program's name
 */
export async function runCli(args: readonly string[], terminal: Terminal): Promise<Exit> {
  try {
    await programFor(terminal).parseAsync([...args], { from: 'user' });
    return terminal.exit;
  } catch (error) {
    return tell(error, terminal);
  }
}

function programFor(terminal: Terminal): Command {
  const program = new Command('avr')
    .description('The approved-vendor registry, from the command line.')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.say(text.trimEnd()),
      writeErr: (text) => terminal.complain(text.trimEnd()),
    })
    .addHelpText('after', `\nExit status: ${EXITS}.`);
  const commands = [
    ...[addDoctor, addPerson, addClient, addCheck, addScreen],
    ...[addCoverage, addImport, addVerify],
  ];
  for (const add of commands) add(program, terminal);
  return program;
}

const EXITS = '0 done, or yes; 1 no; 2 a person must look; 3 it could not be done';

function tell(error: unknown, terminal: Terminal): Exit {
  // What was wrong with the words, or the help that was asked for, is said already.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.yes : EXIT.fault;
  if (error instanceof RegistryError) terminal.complain(`Refused: ${error.message}`);
  else if (error instanceof RefusesToStart) terminal.complain(`Refused: ${error.message}.`);
  else if (error instanceof NoAnswer) terminal.complain(error.message);
  else terminal.complain(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return EXIT.fault;
}
