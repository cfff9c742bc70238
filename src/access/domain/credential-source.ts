import type { Credential } from './credential';

/** Credentials as they stand at one position of the history. */
export interface KnownCredentials {
  /** The size of the history (number of entries) that they are as of. */
  readonly position: number;

  /** The API key of that selector, with whom it stands for; undefined when there is none. */
  credentialOfKey(selector: string): Credential | undefined;

  /** Whom a subject of an outside issuer stands for; undefined when that is nobody. */
  credentialOfSubject(issuer: string, subject: string): Credential | undefined;
}

/** Where credentials are had without asking the database. */
export abstract class CredentialSource {
  /** The newest at hand, some entries behind at times; undefined while there are none. */
  abstract current(): KnownCredentials | undefined;
}
