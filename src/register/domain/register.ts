import type { Credential } from '../../access/domain/credential';
import type { Clues } from './clues';
import type { Facts } from './facts';
import type { NamesAtHand } from './names-at-hand';

/** All that verdicts rest on, in memory, at one position. Never changes: a newer one takes its place. */
export interface Register {
  /** The size of the history (number of entries) that it is as of. */
  readonly position: number;
  /** When the last of them was recorded. */
  readonly recordedAt: Date;

  /** The names by which vendors and covered articles are found. */
  readonly names: NamesAtHand;

  /** Whether there is a list of that code. */
  hasList(code: string): boolean;

  /** The facts that the answer to one question rests on: the same that the tables hold at this position. */
  factsFor(clues: Clues): Facts;

  /** The API key of that selector, with whom it stands for; undefined when there is none. */
  credentialOfKey(selector: string): Credential | undefined;

  /** Whom a subject of an outside issuer stands for; undefined when that is nobody. */
  credentialOfSubject(issuer: string, subject: string): Credential | undefined;
}

/** Where the newest register is had. */
export abstract class Registers {
  /** The newest at hand; it may be some entries behind. @throws {RegisterNotLoaded} while there is none yet */
  abstract current(): Register;

  /**
   * One that holds every change that was acknowledged before this call.
   *
   * @throws {RegisterNotLoaded} while there is none yet
   */
  abstract fresh(): Promise<Register>;

  /** Comes true when there is one. @throws {RegisterNotLoaded} when the service ends before */
  abstract loaded(): Promise<void>;
}
