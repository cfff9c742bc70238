import { Global, Module } from '@nestjs/common';
import { CredentialSource } from '../access/domain/credential-source';
import { Screener } from '../screening/screener';
import { CredentialsAtHand } from './credentials-at-hand';
import { Registers } from './domain/register';
import { FollowedRegisters } from './followed-registers';
import { ScreenerAtHand } from './screener-at-hand';

/** The registry in memory, for as long as the service runs. */
@Global()
@Module({
  providers: [
    { provide: Registers, useClass: FollowedRegisters },
    { provide: CredentialSource, useClass: CredentialsAtHand },
    { provide: Screener, useClass: ScreenerAtHand },
  ],
  exports: [Registers, CredentialSource, Screener],
})
export class RegisterModule {}
