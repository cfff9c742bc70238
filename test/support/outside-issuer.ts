import { exportJWK, SignJWT, type JWK, type JWTPayload } from 'jose';
import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

/** What its tokens are for. */
export const AUDIENCE = 'https://registry.example.gov/api';
/** Another service, for which it issues tokens too. */
export const ELSEWHERE = 'https://elsewhere.example.gov';

const CLIENT = { client_id: 'purchase-desk', client_secret: 'an invented secret of the tests' };

type Answer = (request: http.IncomingMessage, response: http.ServerResponse) => unknown;

/** An authorization server that no one of the registry wrote, on loopback. */
export class OutsideIssuer {
  /** Paths that were asked, in order. */
  readonly asked: string[] = [];
  readonly subject = CLIENT.client_id;
  private broken: { readonly answer: Answer; readonly under: string } | undefined;

  private constructor(
    readonly issuer: string,
    private readonly server: http.Server,
    private readonly key: KeyObject,
    provider: Provider,
  ) {
    const genuine = provider.callback();
    server.on('request', (request, response) => {
      const { url = '' } = request;
      this.asked.push(url);
      const broken = this.broken && url.startsWith(this.broken.under) ? this.broken : undefined;
      void (broken?.answer ?? genuine)(request, response);
    });
  }

  static async start(): Promise<OutsideIssuer> {
    const server = http.createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const provider = new Provider(issuer, await configuration(privateKey));
    return new OutsideIssuer(issuer, server, privateKey, provider);
  }

  get jwksUrl(): string {
    return `${this.issuer}/jwks`;
  }

  /** Makes it answer in this way from now on. @param under the paths that it does so on; all when left out */
  break(answer: Answer, under = '/'): void {
    this.broken = { answer, under };
  }

  /** A genuine token, had as a client has it. */
  async token(resource = AUDIENCE): Promise<string> {
    const secret = `${CLIENT.client_id}:${encodeURIComponent(CLIENT.client_secret)}`;
    const answer = await fetch(`${this.issuer}/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from(secret).toString('base64')}` },
      body: new URLSearchParams({ grant_type: 'client_credentials', resource }),
    });
    const { access_token } = (await answer.json()) as { access_token: string };
    return access_token;
  }

  /** A token signed with its key that it would not issue. */
  sign(claims: JWTPayload, header: Record<string, unknown> = {}): Promise<string> {
    const now = Math.floor(Date.now() / 1000);
    return new SignJWT({ iss: this.issuer, aud: AUDIENCE, iat: now, exp: now + 60, ...claims })
      .setProtectedHeader({ alg: 'RS256', typ: 'at+jwt', kid: KID, ...header })
      .sign(this.key);
  }

  async stop(): Promise<void> {
    if (!this.server.listening) return;
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

const KID = 'outside-1';

async function configuration(key: KeyObject): Promise<object> {
  const jwk: JWK = { ...(await exportJWK(key)), kid: KID, alg: 'RS256', use: 'sig' };
  return {
    jwks: { keys: [jwk] },
    clients: [
      { ...CLIENT, grant_types: ['client_credentials'], redirect_uris: [], response_types: [] },
    ],
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        getResourceServerInfo: (_: unknown, audience: string) => ({
          ...{ scope: '', audience, accessTokenTTL: 300, accessTokenFormat: 'jwt' },
          jwt: { sign: { alg: 'RS256' } },
        }),
      },
    },
  };
}
