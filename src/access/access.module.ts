import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { Clock } from '../clock/clock';
import { Environment } from '../config/environment';
import { KeysModule } from '../keys/keys.module';
import { AccessGuard } from './access.guard';
import { AmendCaller } from './amend-caller';
import { ApiKeyStrategy } from './api-key.strategy';
import { Authenticate } from './authenticate';
import { BearerStrategy } from './bearer.strategy';
import { ClientsController, PeopleController } from './callers.controller';
import { ClientKeysController, PersonKeysController } from './keys.controller';
import { DisableCaller } from './disable-caller';
import { IssueKey } from './issue-key';
import { IssueToken } from './issue-token';
import { IssuerController } from './issuer.controller';
import { KnownCallers } from './known-callers';
import { ReadCallers } from './read-callers';
import { ReadKeys } from './read-keys';
import { RegisterCaller } from './register-caller';
import { RevokeKey } from './revoke-key';
import { TokenKey } from './token-key';
import { TokenVerifier } from './token-verifier';
import { trustedIssuers } from './trusted-issuers';

/**
 * Who may call, and how they show that they are who they say.
 *
 * Guards every route of the application. Stands before every module whose guards ask who is calling.
 */
@Module({
  imports: [KeysModule],
  controllers: [
    ClientsController,
    PeopleController,
    ClientKeysController,
    PersonKeysController,
    IssuerController,
  ],
  providers: [
    ...[RegisterCaller, AmendCaller, DisableCaller, IssueKey, RevokeKey, ReadCallers, ReadKeys],
    ...[Authenticate, KnownCallers, ApiKeyStrategy, BearerStrategy, IssueToken],
    {
      provide: TokenKey,
      inject: [Environment],
      useFactory: ({ TOKEN_KEY_FILE }: Environment) => TokenKey.load(TOKEN_KEY_FILE),
    },
    {
      provide: TokenVerifier,
      inject: [Environment, TokenKey, Clock],
      useFactory: (environment: Environment, key: TokenKey, clock: Clock) =>
        new TokenVerifier(trustedIssuers(environment, key), clock),
    },
    { provide: APP_GUARD, useClass: AccessGuard },
  ],
  exports: [RegisterCaller, AmendCaller, DisableCaller, IssueKey, RevokeKey, Authenticate],
})
export class AccessModule {}
