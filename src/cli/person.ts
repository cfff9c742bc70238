import { Option, type Command } from 'commander';
import { RegisterPersonDto } from '../access/callers.dto';
import { ROLES } from '../access/role';
import { registerCaller } from './register';
import type { Terminal } from './terminal';

/** `person create`: how a registry without a demonstration gets its first two admins. */
export function addPerson(program: Command, terminal: Terminal): void {
  program
    .command('person')
    .description('People who act in the registry')
    .command('create')
    .description('Registers a person; the first two admins of a registry are made so')
    .requiredOption('--name <name>', 'the name of the person')
    .requiredOption('--agency <code>', 'code of the agency, such as GSA')
    .addOption(roleOption())
    .option('--key', 'issue an API key, and print it this once')
    .action(async ({ name, agency, role, key }: PersonOptions) => {
      const registration = { name, agency, roles: role };
      await registerCaller('person', RegisterPersonDto, registration, {
        key: key === true,
        terminal,
      });
    });
}

interface PersonOptions {
  readonly name: string;
  readonly agency: string;
  readonly role: readonly string[];
  readonly key?: true;
}

/** What a caller may do; can be given several times. */
export const roleOption = (): Option =>
  new Option('--role <role...>', 'what it may do').choices(ROLES).makeOptionMandatory();
