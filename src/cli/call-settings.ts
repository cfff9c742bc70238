import { isURL } from 'class-validator';
import { givenSettings } from '../config/environment';
import { RefusesToStart } from '../config/refuses-to-start';

const DEFAULT_URL = 'http://localhost:3000';

/** Where the registry is that a command asks, and as whom: `AVR_URL` and `AVR_API_KEY`. */
export interface CallSettings {
  /** Without a slash at its end. */
  readonly url: string;
  readonly apiKey: string;
}

/** @throws {RefusesToStart} naming the setting that is missing or malformed, and never its value */
export function readCallSettings(source: NodeJS.ProcessEnv = givenSettings()): CallSettings {
  const url = source['AVR_URL'] || DEFAULT_URL;
  const isAddress = isURL(url, {
    protocols: ['http', 'https'],
    require_protocol: true,
    require_tld: false,
  });
  if (!isAddress) throw new RefusesToStart('AVR_URL must be an http or https address');
  return { url: url.replace(/\/+$/, ''), apiKey: readApiKey(source) };
}

/** @throws {RefusesToStart} when there is none */
export function readApiKey(source: NodeJS.ProcessEnv = givenSettings()): string {
  const apiKey = source['AVR_API_KEY'];
  if (!apiKey) throw new RefusesToStart('AVR_API_KEY must be the API key of whoever acts');
  return apiKey;
}
