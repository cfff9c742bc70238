import {
  ConsoleLogger,
  filterLogLevels,
  type DynamicModule,
  type NestApplicationOptions,
  type Type,
} from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Environment } from '../config/environment';
import { RegistryAdapter } from './registry-adapter';
import { requestValidation } from './validation';

/** Makes the application as it runs, and as it is tested: neither differs in how a request is met. */
export async function createApp(
  module: Type | DynamicModule,
  options: NestApplicationOptions = {},
): Promise<NestFastifyApplication> {
  const origin = { base: '' };
  const app = await NestFactory.create<NestFastifyApplication>(
    module,
    new RegistryAdapter(origin),
    { abortOnError: false, bufferLogs: options.logger === undefined, ...options },
  );
  const environment = app.get(Environment);
  origin.base = environment.BASE_URL;
  if (options.logger === undefined) app.useLogger(jsonLogger(environment));
  app.useSecurityHeaders(securityHeaders(environment));
  app.useGlobalPipes(requestValidation());
  return app;
}

const jsonLogger = ({ LOG_LEVEL }: Environment): ConsoleLogger =>
  new ConsoleLogger({
    json: true,
    logLevels: filterLogLevels(`>=${LOG_LEVEL}`),
    redact: ['authorization', 'x-api-key', 'apiKey', 'secret', 'client_secret', 'access_token'],
  });

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
