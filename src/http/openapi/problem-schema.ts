import type { SchemaObject } from '@nestjs/swagger';
import { CATALOGUE } from '../../problems/catalogue';

/** The schema of every problem document. */
export const problemSchema = (): SchemaObject => ({
  type: 'object',
  description:
    'How the registry refuses (RFC 9457). Particulars of the code stand in further members.',
  required: ['type', 'title', 'status', 'detail', 'instance', 'code', 'requestId'],
  properties: {
    type: {
      type: 'string',
      format: 'uri',
      description: 'Where the code is explained.',
      example: 'http://localhost:3000/problems/invalid-request',
    },
    title: { type: 'string', description: 'The same for every problem of the code.' },
    status: { type: 'integer', minimum: 400, maximum: 599 },
    detail: { type: 'string', description: 'What is wrong this time.' },
    instance: { type: 'string', description: 'The path that was asked.', example: '/v1/checks' },
    code: { type: 'string', enum: Object.keys(CATALOGUE).sort() },
    requestId: { type: 'string', description: 'What the log calls the request.' },
    errors: {
      type: 'array',
      description: 'Each invalid member or parameter.',
      items: {
        type: 'object',
        required: ['pointer', 'message'],
        properties: {
          pointer: {
            type: 'string',
            description: 'JSON Pointer (RFC 6901).',
            example: '/vendor/uei',
          },
          message: { type: 'string' },
        },
      },
    },
  },
});

/** The schema of an OAuth 2.0 error. @source RFC 6749, section 5.2 */
export const oauthErrorSchema = (): SchemaObject => ({
  type: 'object',
  required: ['error', 'error_description'],
  properties: { error: { type: 'string' }, error_description: { type: 'string' } },
});
