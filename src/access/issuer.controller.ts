import { Body, Controller, Get, Header, HttpCode, Post, Req, UseFilters } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Environment } from '../config/environment';
import { ReceiptKeys } from '../keys/receipt-keys';
import { AllowAnyone } from './allow';
import { readTokenRequest } from './domain/token-request';
import { IssueToken } from './issue-token';
import { IssuerMetadata, JwkSet, TokenAnswer, TokenRequestForm } from './issuer.dto';
import { OAuthRefusalFilter } from './oauth-refusal.filter';
import { TokenKey } from './token-key';

/** The embedded issuer of bearer tokens (OAuth 2.0 client credentials, RFC 9068). */
@ApiTags('access')
@Controller()
export class IssuerController {
  constructor(
    private readonly issueToken: IssueToken,
    private readonly tokenKey: TokenKey,
    private readonly receiptKeys: ReceiptKeys,
    private readonly environment: Environment,
  ) {}

  /**
   * Gives a bearer token for an API key. `client_id` is the id of the client or person, `client_secret` one of
   * its API keys, in the Authorization header (`client_secret_basic`) or in the body (`client_secret_post`).
   */
  @Post('oauth/token')
  @HttpCode(200)
  @AllowAnyone()
  @ApiConsumes('application/x-www-form-urlencoded')
  @ApiBody({ type: TokenRequestForm })
  @Header('Cache-Control', 'no-store')
  @Header('Pragma', 'no-cache')
  @UseFilters(OAuthRefusalFilter)
  async token(
    // Not the class: parameters that it does not know are ignored, as RFC 6749 has it.
    @Body() form: object | undefined,
    @Req() { headers }: FastifyRequest,
  ): Promise<TokenAnswer> {
    const asked = readTokenRequest(form, headers.authorization, this.environment.BASE_URL);
    const { accessToken, expiresInSeconds } = await this.issueToken.execute(asked);
    return { access_token: accessToken, token_type: 'Bearer', expires_in: expiresInSeconds };
  }

  /** The public keys that verify the registry's own tokens, and those that verify its receipts (RFC 7517). */
  @Get('.well-known/jwks.json')
  @AllowAnyone()
  @Header('Cache-Control', 'public, max-age=300')
  keys(): JwkSet {
    return { keys: [this.tokenKey.jwk, ...this.receiptKeys.jwks] };
  }

  /** What the embedded issuer offers (RFC 8414). */
  @Get('.well-known/oauth-authorization-server')
  @AllowAnyone()
  @Header('Cache-Control', 'public, max-age=300')
  metadata(): IssuerMetadata {
    const { BASE_URL: issuer } = this.environment;
    return {
      issuer,
      token_endpoint: `${issuer}/oauth/token`,
      jwks_uri: `${issuer}/.well-known/jwks.json`,
      grant_types_supported: ['client_credentials'],
      response_types_supported: [],
      token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
      service_documentation: `${issuer}/docs`,
    };
  }
}
