import { OAuthRefusal } from './oauth-refusal';

/** A request to the token endpoint that is whole: who asks, and with which secret. */
export interface TokenRequest {
  readonly clientId: string;
  readonly clientSecret: string;
}

/**
 * Reads a request for an access token by client credentials.
 *
 * @param form     the body's parameters; those that this grant does not know are ignored
 * @param basic    the Authorization header, if there is one
 * @param audience the one service that tokens are issued for
 * @throws {OAuthRefusal} naming what is missing, given twice, or not offered here
 * @source RFC 6749, sections 2.3.1 and 4.4.2; RFC 8707, section 2
 */
export function readTokenRequest(
  form: unknown,
  basic: string | undefined,
  audience: string,
): TokenRequest {
  const { grant_type, scope, resource, client_id, client_secret } = parametersOf(form);
  if (grant_type === undefined) throw invalid('grant_type is missing.');
  if (grant_type !== 'client_credentials') {
    throw new OAuthRefusal('unsupported_grant_type', 'The grant here is client_credentials.');
  }
  if (scope !== undefined && scope !== '') {
    throw new OAuthRefusal('invalid_scope', 'There are no scopes; roles are kept in the registry.');
  }
  if (resource !== undefined && resource.replace(/\/$/, '') !== audience) {
    throw new OAuthRefusal('invalid_target', `Tokens are issued for ${audience} only.`);
  }
  return basic === undefined
    ? readPost(client_id, client_secret)
    : readBasic(basic, client_id, client_secret);
}

function readPost(clientId: string | undefined, clientSecret: string | undefined): TokenRequest {
  if (clientId === undefined || clientSecret === undefined) throw OAuthRefusal.invalidClient();
  return { clientId, clientSecret };
}

function readBasic(
  header: string,
  clientId: string | undefined,
  clientSecret: string | undefined,
): TokenRequest {
  if (clientSecret !== undefined) throw invalid('The client gives its secret in one place only.');
  const [, encoded = ''] = /^basic ([A-Za-z0-9+/_-]+=*)$/i.exec(header) ?? [];
  const pair = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = pair.indexOf(':');
  if (colon < 0) throw OAuthRefusal.invalidClient();
  const name = decodeForm(pair.slice(0, colon));
  if (clientId !== undefined && clientId !== name) throw invalid('client_id stands for another.');
  return { clientId: name, clientSecret: decodeForm(pair.slice(colon + 1)) };
}

function decodeForm(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    throw OAuthRefusal.invalidClient();
  }
}

function parametersOf(form: unknown): Readonly<Record<string, string | undefined>> {
  const members = Object.entries((form ?? {}) as Record<string, unknown>);
  const unclear = members.find(([, value]) => typeof value !== 'string');
  if (unclear) throw invalid(`${unclear[0]} is given more than once.`);
  return Object.fromEntries(members) as Record<string, string>;
}

const invalid = (description: string): OAuthRefusal =>
  new OAuthRefusal('invalid_request', description);
