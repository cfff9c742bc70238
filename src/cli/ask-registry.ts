import type { CallSettings } from './call-settings';

const PATIENCE_MS = 30_000;

/** The registry could not be asked, or what answered is no registry. */
export class NoAnswer extends Error {
  constructor(url: string, cause: unknown) {
    const { message, cause: deeper } = cause as Error;
    const why = deeper instanceof Error ? deeper.message : message;
    super(`The registry at ${url} gives no answer: ${why}`, { cause });
  }
}

/**
 * Asks the registry by a POST of JSON, and gives whatever JSON it answers, a problem too.
 *
 * @throws {NoAnswer}
 */
export async function askRegistry(
  path: string,
  question: object,
  { url, apiKey }: CallSettings,
): Promise<unknown> {
  try {
    const response = await fetch(`${url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-api-key': apiKey },
      body: JSON.stringify(question),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    return await response.json();
  } catch (error) {
    throw new NoAnswer(url, error);
  }
}
