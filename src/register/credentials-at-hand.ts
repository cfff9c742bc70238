import { Injectable } from '@nestjs/common';
import { CredentialSource, type KnownCredentials } from '../access/domain/credential-source';
import { RegisterNotLoaded } from './domain/errors';
import { Registers } from './domain/register';

/** Credentials as the registry in memory holds them. */
@Injectable()
export class CredentialsAtHand extends CredentialSource {
  constructor(private readonly registers: Registers) {
    super();
  }

  current(): KnownCredentials | undefined {
    try {
      return this.registers.current();
    } catch (error) {
      if (error instanceof RegisterNotLoaded) return undefined;
      throw error;
    }
  }
}
