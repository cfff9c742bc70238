import type { Type } from '@nestjs/common';
import { IssueKey } from '../access/issue-key';
import { RegisterCaller } from '../access/register-caller';
import type { RegisterPersonDto } from '../access/callers.dto';
import { RequestValidation } from '../http/validation';
import type { Terminal } from './terminal';
import { OPERATOR, withRegistry } from './with-registry';

/**
 * Registers a person or a client by the rules that the API has for it, and issues a key where one is wanted.
 *
 * @throws {InvalidRequest} naming each member that breaks its rules
 */
export async function registerCaller(
  kind: 'person' | 'client',
  rules: Type<RegisterPersonDto>,
  given: object,
  { key, terminal }: { readonly key: boolean; readonly terminal: Terminal },
): Promise<void> {
  const registration = (await new RequestValidation().transform(given, {
    type: 'body',
    metatype: rules,
  })) as RegisterPersonDto;
  await withRegistry(async (registry) => {
    const { id } = await registry.get(RegisterCaller).execute({ ...registration, kind }, OPERATOR);
    terminal.say(
      `Registered ${kind} ${id}: ${registration.name}, ${registration.agency}, ${registration.roles.join(' and ')}.`,
    );
    if (!key) return;
    const { apiKey } = await registry.get(IssueKey).execute(id, {}, OPERATOR);
    terminal.complain('Its API key, shown this once:');
    terminal.say(apiKey);
  });
}
