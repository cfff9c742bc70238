import { Global, Module } from '@nestjs/common';
import { CredentialSource } from '../access/domain/credential-source';
import { CredentialsAtHand } from './credentials-at-hand';
import { Registers } from './domain/register';
import { FollowedRegisters } from './followed-registers';

/** The registry in memory, for as long as the service runs. */
@Global()
@Module({
  providers: [
    { provide: Registers, useClass: FollowedRegisters },
    { provide: CredentialSource, useClass: CredentialsAtHand },
  ],
  exports: [Registers, CredentialSource],
})
export class RegisterModule {}
