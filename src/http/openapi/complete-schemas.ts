import type { OpenAPIObject, ReferenceObject, SchemaObject } from '@nestjs/swagger';

type Schemas = Record<string, SchemaObject | ReferenceObject>;

/** Says of each schema what the compiler can't tell: which members may be left out, and that no others are taken. */
export function completeSchemas(document: OpenAPIObject, schemas: Schemas): void {
  for (const schema of Object.values(schemas)) if (!('$ref' in schema)) leaveOutDefaults(schema);
  for (const name of takenIn(document)) close(name, schemas);
  countWhole({ paths: document.paths, schemas });
}

/** The members that are fractions. Money and times are text; all other numbers count something. */
const FRACTIONS = new Set([
  ...['quantity', 'score', 'value', 'part', 'weights', 'least', 'most'],
  ...['deny', 'candidate', 'floor', 'threshold', 'recall', 'precision', 'reviewed'],
]);

/** Says integer where the compiler knew a number only. */
function countWhole(part: unknown, name = ''): void {
  if (typeof part !== 'object' || part === null || FRACTIONS.has(name)) return;
  const schema = part as { type?: unknown };
  if ('type' in schema) schema.type = asWhole(schema.type);
  for (const [member, inner] of Object.entries(part)) countWhole(inner, member);
}

function leaveOutDefaults(schema: SchemaObject): void {
  const { required, properties = {} } = schema;
  if (!required) return;
  const needed = required.filter((name) => !('default' in (properties[name] ?? {})));
  if (needed.length > 0) schema.required = needed;
  else delete schema.required;
}

function asWhole(type: unknown): unknown {
  if (Array.isArray(type)) return type.map(asWhole);
  return type === 'number' ? 'integer' : type;
}

/** Names of the schemas of JSON bodies. */
function takenIn({ paths }: OpenAPIObject): string[] {
  const bodies = Object.values(paths)
    .flatMap((path) => [path.post, path.put, path.patch])
    .map((operation) => operation?.requestBody);
  return bodies.flatMap((body) => {
    if (!body || '$ref' in body) return [];
    return namesIn(body.content['application/json']);
  });
}

/** Forbids unknown members in a schema and in all that it refers to, as the service does. */
function close(name: string, schemas: Schemas): void {
  const schema = schemas[name];
  if (!schema || '$ref' in schema || schema.additionalProperties !== undefined) return;
  if (schema.properties) schema.additionalProperties = false;
  for (const inner of namesIn(schema)) close(inner, schemas);
}

/** Names of the schemas that are referred to, at any depth. */
function namesIn(part: unknown): string[] {
  const text = JSON.stringify(part ?? null);
  return [...text.matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map(([, name = '']) => name);
}
