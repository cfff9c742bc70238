import type { OpenAPIObject } from '@nestjs/swagger';
import type {
  OperationObject,
  ParameterObject,
  PathItemObject,
  SchemaObject,
} from '@nestjs/swagger';
import { problemSchema } from './problem-schema';

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** Adds to each operation what holds for all of its kind: problems, idempotency, versions, links. */
export function completeOperations(document: OpenAPIObject): OpenAPIObject {
  for (const path of Object.values(document.paths)) {
    for (const [method, operation] of operationsOf(path)) complete(method, operation);
  }
  const schemas = { ...document.components?.schemas, Problem: problemSchema() };
  return { ...document, components: { ...document.components, schemas } };
}

function complete(method: (typeof METHODS)[number], operation: OperationObject): void {
  operation.responses['default'] = PROBLEM;
  const parameters = (operation.parameters ??= []);
  if (method === 'post' && !isPublic(operation)) parameters.push(IDEMPOTENCY_KEY);
  if (method === 'patch') parameters.push(IF_MATCH);
}

const isPublic = (operation: OperationObject): boolean =>
  JSON.stringify((operation as { 'x-allowed-roles'?: unknown })['x-allowed-roles']) ===
  '["anyone"]';

function operationsOf(path: PathItemObject): [(typeof METHODS)[number], OperationObject][] {
  return METHODS.flatMap((method) => {
    const operation = path[method];
    return operation ? [[method, operation] as [typeof method, OperationObject]] : [];
  });
}

const PROBLEM = {
  description: 'A refusal, or a failure: a problem document (RFC 9457).',
  content: {
    'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
  },
};

const text = (schema: SchemaObject): SchemaObject => ({ type: 'string', ...schema });

const IDEMPOTENCY_KEY: ParameterObject = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description:
    'Makes the request one that is carried out once, however often it is sent: a repetition within 24 hours gets the first answer, with `Idempotency-Replayed: true`.',
  schema: text({ minLength: 1, maxLength: 255, pattern: '^[!-~]+$' }),
  example: '5f2c9e0a-6a3e-4a0c-9b57-0f1f6a1f7a11',
};

const IF_MATCH: ParameterObject = {
  name: 'If-Match',
  in: 'header',
  required: true,
  description: 'The `ETag` of the version that is edited.',
  schema: text({ maxLength: 200 }),
  example: '"12"',
};
