import type { DynamicModule, NestApplicationOptions, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Environment } from '../config/environment';
import { useBodyParsers } from './body-parsers';
import { tellMethodsOf } from './known-routes';
import { linkPages } from './next-link';
import { serveOpenApi } from './openapi/serve-openapi';
import { RegistryAdapter } from './registry-adapter';
import { RegistryLogger } from './registry-logger';
import { RequestValidation } from './validation';

/** Makes the application as it runs, and as it is tested: neither differs in how a request is met. */
export async function createApp(
  module: Type | DynamicModule,
  options: NestApplicationOptions = {},
): Promise<NestFastifyApplication> {
  const origin = { base: '' };
  const adapter = new RegistryAdapter(origin);
  tellMethodsOf(adapter.getInstance());
  linkPages(adapter.getInstance());
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    abortOnError: false,
    bodyParser: false,
    bufferLogs: options.logger === undefined,
    ...options,
  });
  const environment = app.get(Environment);
  origin.base = environment.BASE_URL;
  if (options.logger === undefined) app.useLogger(new RegistryLogger(environment));
  app.useSecurityHeaders(securityHeaders(environment));
  useBodyParsers(app);
  serveOpenApi(app);
  app.useGlobalPipes(new RequestValidation());
  return app;
}

type SecurityHeaders = Parameters<NestFastifyApplication['useSecurityHeaders']>[0];

function securityHeaders({ BASE_URL }: Environment): SecurityHeaders {
  return {
    contentSecurityPolicy: {
      directives: {
        fontSrc: "'self'",
        frameAncestors: "'none'",
        styleSrc: "'self'",
        upgradeInsecureRequests: null,
      },
    },
    strictTransportSecurity: BASE_URL.startsWith('https:'),
    xFrameOptions: { action: 'deny' },
  };
}
