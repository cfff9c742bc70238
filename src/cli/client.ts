import type { Command } from 'commander';
import { DataSource } from 'typeorm';
import { Callers } from '../access/callers';
import { RegisterClientDto } from '../access/callers.dto';
import { DisableCaller } from '../access/disable-caller';
import { roleOption } from './person';
import { registerCaller } from './register';
import type { Terminal } from './terminal';
import { OPERATOR, withRegistry } from './with-registry';

/** `client create` and `client revoke`: machines that call. */
export function addClient(program: Command, terminal: Terminal): void {
  const client = program.command('client').description('Machines that call the registry');
  client
    .command('create')
    .description('Registers a client with an API key, which is printed this once')
    .requiredOption('--name <name>', 'the name of the client')
    .requiredOption('--agency <code>', 'code of the agency, such as DHS')
    .addOption(roleOption())
    .option('--responsible <id>', 'the person who answers for it; an admin client needs an admin')
    .action(async ({ name, agency, role, responsible }: ClientOptions) => {
      const registration = { name, agency, roles: role, ...(responsible && { responsible }) };
      await registerCaller('client', RegisterClientDto, registration, { key: true, terminal });
    });
  client
    .command('revoke')
    .description('Disables a client with all its keys and tokens, at once and for good')
    .argument('<id>', 'id of the client')
    .action((id: string) => revoke(id, terminal));
}

interface ClientOptions {
  readonly name: string;
  readonly agency: string;
  readonly role: readonly string[];
  readonly responsible?: string;
}

function revoke(id: string, terminal: Terminal): Promise<void> {
  return withRegistry(async (registry) => {
    const { name } = await new Callers(registry.get(DataSource).manager).read(id, 'client');
    await registry.get(DisableCaller).execute(id, OPERATOR);
    terminal.say(`Disabled client ${id}, ${name}. None of its keys opens anything any more.`);
  });
}
