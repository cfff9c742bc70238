import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import express from 'express';
import type { FastifyReply } from 'fastify';
import swaggerUi from 'swagger-ui-express';
import { stringify } from 'yaml';
import { describeApi } from './describe-api';

type Fastify = ReturnType<ReturnType<NestFastifyApplication['getHttpAdapter']>['getInstance']>;

const UI_OPTIONS = {
  customSiteTitle: 'Approved-vendor registry: API',
  swaggerOptions: {
    ...{ url: '/openapi.json', validatorUrl: null },
    ...{ tryItOutEnabled: false, deepLinking: true },
  },
};

// Swagger UI sets styles on elements; nothing else of the service may.
const UI_POLICY = [
  "default-src 'self'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "img-src 'self' data:",
  "object-src 'none'",
  "style-src 'self' 'unsafe-inline'",
].join(';');

/** Serves the OpenAPI document at /openapi.json and /openapi.yaml, and pages to read and try it at /docs. */
export function serveOpenApi(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance();
  // Built when it is first asked for, when every route is known.
  const json = once(() => JSON.stringify(describeApi(app)));
  const yaml = once(() => stringify(JSON.parse(json()), { aliasDuplicateObjects: false }));
  fastify.get('/openapi.json', (_request, reply) => give(reply, 'application/json', json()));
  fastify.get('/openapi.yaml', (_request, reply) => give(reply, 'application/yaml', yaml()));
  servePages(fastify, mountedPages());
}

// Not as middleware, which every request to the registry would run through.
function servePages(fastify: Fastify, pages: express.Express): void {
  for (const url of ['/docs', '/docs/*']) {
    fastify.get(url, (request, reply) => {
      // What is no page is told by the registry, as anywhere else.
      const next = (): void => reply.callNotFound();
      pages(request.raw as express.Request, reply.raw as express.Response, next);
    });
  }
}

function mountedPages(): express.Express {
  const mounted = express();
  mounted.disable('x-powered-by');
  return mounted.use('/docs', swaggerPages());
}

function swaggerPages(): express.Express {
  const pages = express();
  pages.disable('x-powered-by');
  pages.use((_request, response, next) => {
    response.setHeader('Content-Security-Policy', UI_POLICY);
    next();
  });
  pages.use(swaggerUi.serveFiles(undefined, UI_OPTIONS));
  pages.get('/', swaggerUi.setup(undefined, UI_OPTIONS));
  return pages;
}

function give(reply: FastifyReply, type: string, document: string): FastifyReply {
  return reply.header('Cache-Control', 'public, max-age=300').type(type).send(document);
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}
