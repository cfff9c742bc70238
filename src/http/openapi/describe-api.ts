import type { INestApplicationContext } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { completeOperations } from './complete-operations';

const DESCRIPTION = `May we buy this, from this vendor, now? The registry answers, says why, records the question and its answer,
and keeps who changed the lists, when and on whose authority.

Times are RFC 3339 in UTC. A \`position\` is the number of entries of the history that an answer rests on. Errors are
problem documents (RFC 9457), explained at \`/problems\`. Lists are paged by \`limit\` and \`cursor\`; \`next\` and the
header \`Link\` lead on. Unknown members and parameters are refused. A body has at most 1 MiB where
an operation says nothing else.`;

const TAGS = {
  checks: 'The question before each purchase, and its recorded answers.',
  vendors: 'Who sells: identifiers, names, standing.',
  lists: 'What may be bought from: approved lists, their policies and listings.',
  exclusions: 'Bars on buying: what they cover, whom they bind, and their waivers.',
  proposals: 'Changes of lists, exclusions and vendors, made by two persons.',
  suspensions: 'The urgent case: by one person, in force at once, until it lapses.',
  proceedings: 'Due process: how a vendor is told, answers, and is decided about.',
  exposure: 'Who relied on a vendor, an order or an article, and what a proposal would turn.',
  history: 'Every change, in one order, with who made it and on what authority.',
  access: 'Clients, people, their keys and tokens.',
  operations: 'Whether the service is well.',
} as const;

/** The OpenAPI 3.1 document of everything that the application serves, built from its code. */
export function describeApi(app: INestApplicationContext): OpenAPIObject {
  const builder = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Approved-vendor registry')
    .setDescription(DESCRIPTION)
    .setVersion('1.0.0')
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addServer('/')
    .addApiKey({ type: 'apiKey', in: 'header', name: 'X-API-Key' }, 'apiKey')
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'at+jwt (RFC 9068)' }, 'bearer');
  for (const [name, description] of Object.entries(TAGS)) builder.addTag(name, description);
  const document = SwaggerModule.createDocument(
    app as Parameters<typeof SwaggerModule.createDocument>[0],
    builder.build(),
    { operationIdFactory },
  );
  return completeOperations(document);
}

/** `ListsController.create` is `createList`-like: the controller's subject and the method, readable and unique. */
const operationIdFactory = (controller: string, method: string): string =>
  `${controller.replace(/Controller$/, '').replace(/^./, (first) => first.toLowerCase())}_${method}`;
