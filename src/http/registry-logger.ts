import { ConsoleLogger, filterLogLevels } from '@nestjs/common';
import type { Environment } from '../config/environment';

/** What the framework tells of its own start, route by route; said at `debug`, where someone asks for it. */
const START_UP = new Set(['InstanceLoader', 'RouterExplorer', 'RoutesResolver']);

/** Logs as one JSON object a line, without secrets. */
export class RegistryLogger extends ConsoleLogger {
  constructor({ LOG_LEVEL }: Environment) {
    super({
      json: true,
      flattenParams: true,
      logLevels: filterLogLevels(`>=${LOG_LEVEL}`),
      redact: ['authorization', 'x-api-key', 'apiKey', 'secret', 'client_secret', 'access_token'],
    });
  }

  override log(message: unknown, ...rest: unknown[]): void {
    const context = rest.at(-1);
    if (typeof context === 'string' && START_UP.has(context)) this.debug(message, ...rest);
    else super.log(message, ...rest);
  }
}
