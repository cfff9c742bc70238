import type {
  ContentObject,
  HeaderObject,
  MediaTypeObject,
  OpenAPIObject,
  OperationObject,
  ParameterObject,
  PathItemObject,
  ResponseObject,
} from '@nestjs/swagger';
import { STATUS_CODES } from 'node:http';
import { completeSchemas } from './complete-schemas';
import { oauthErrorSchema, problemSchema } from './problem-schema';

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;
type Method = (typeof METHODS)[number];

/** Adds to each operation what holds for all of its kind: problems, idempotency, versions, links. */
export function completeOperations(document: OpenAPIObject): OpenAPIObject {
  for (const [address, path] of Object.entries(document.paths)) {
    for (const [method, operation] of operationsOf(path)) complete(address, method, operation);
  }
  const schemas = { ...document.components?.schemas, Problem: problemSchema() };
  completeSchemas(document, schemas);
  return { ...document, components: { ...document.components, schemas } };
}

function operationsOf(path: PathItemObject): [Method, OperationObject][] {
  return METHODS.flatMap((method) => {
    const operation = path[method];
    return operation ? [[method, operation] as [Method, OperationObject]] : [];
  });
}

function complete(address: string, method: Method, operation: OperationObject): void {
  const parameters = ((operation.parameters ??= []) as ParameterObject[]).map(optionalByDefault);
  if (method === 'post' && !isPublic(operation) && !changesNothing(operation)) {
    parameters.push(IDEMPOTENCY_KEY);
  }
  if (method === 'patch') parameters.push(IF_MATCH);
  operation.parameters = parameters;
  tellCsvBody(operation);
  const streams = streamsOf(parameters);
  for (const [status, response] of Object.entries(operation.responses)) {
    completeResponse(status, response as ResponseObject, streams);
  }
  operation.responses['default'] = address === '/oauth/token' ? OAUTH_ERROR : PROBLEM;
}

const isPublic = (operation: OperationObject): boolean =>
  JSON.stringify((operation as { 'x-allowed-roles'?: unknown })['x-allowed-roles']) ===
  '["anyone"]';

const changesNothing = (operation: OperationObject): boolean => 'x-changes-nothing' in operation;

/** Tells of the CSV that an operation takes beside JSON, where it does. @see ApiCsvBody */
function tellCsvBody(operation: OperationObject): void {
  const taking = operation as { 'x-csv-body'?: MediaTypeObject };
  const { requestBody } = operation;
  const csv = taking['x-csv-body'];
  if (!csv || !requestBody || '$ref' in requestBody) return;
  requestBody.content = { ...requestBody.content, 'text/csv': csv };
  delete taking['x-csv-body'];
}

/** A parameter that has a default may be left out. */
function optionalByDefault(parameter: ParameterObject): ParameterObject {
  const { schema } = parameter;
  const hasDefault = schema !== undefined && 'default' in schema;
  return hasDefault ? { ...parameter, required: false } : parameter;
}

/** The kinds in which a list is also given whole, where its route takes `format`. */
function streamsOf(parameters: readonly ParameterObject[]): ContentObject {
  const schema = parameters.find(({ name }) => name === 'format')?.schema ?? {};
  const formats = 'enum' in schema ? (schema.enum ?? []).map(String) : [];
  return Object.fromEntries(
    formats.flatMap((format) => {
      const kind = KIND_OF_FORMAT[format];
      return kind === undefined ? [] : [[kind, { schema: { type: 'string' } }]];
    }),
  );
}

const KIND_OF_FORMAT: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  ndjson: 'application/x-ndjson',
};

function completeResponse(status: string, response: ResponseObject, streams: ContentObject): void {
  if (response.description === '') response.description = STATUS_CODES[status] ?? status;
  if (!response.content) return;
  response.content = { ...response.content, ...streams };
  if (isPage(response.content)) response.headers = { ...response.headers, Link: NEXT_LINK };
}

function isPage(content: ContentObject): boolean {
  const schema = content['application/json']?.schema;
  return schema !== undefined && '$ref' in schema && schema.$ref.endsWith('Page');
}

const NEXT_LINK: HeaderObject = {
  description: 'The page after, as `<address>; rel="next"` (RFC 8288); absent at the end.',
  schema: { type: 'string' },
};

const PROBLEM: ResponseObject = {
  description: 'A refusal, or a failure: a problem document (RFC 9457).',
  content: {
    'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
  },
};

const OAUTH_ERROR: ResponseObject = {
  description: 'A refusal in the words of OAuth 2.0 (RFC 6749, 5.2), or a problem document.',
  content: { ...PROBLEM.content, 'application/json': { schema: oauthErrorSchema() } },
};

const IDEMPOTENCY_KEY: ParameterObject = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description:
    'Makes the request one that is carried out once, however often it is sent: a repetition within 24 hours gets the first answer, with `Idempotency-Replayed: true`.',
  schema: { type: 'string', minLength: 1, maxLength: 255, pattern: '^[!-~]+$' },
  example: '5f2c9e0a-6a3e-4a0c-9b57-0f1f6a1f7a11',
};

const IF_MATCH: ParameterObject = {
  name: 'If-Match',
  in: 'header',
  required: true,
  description: 'The `ETag` of the version that is edited.',
  schema: { type: 'string', maxLength: 200 },
  example: '"12"',
};
