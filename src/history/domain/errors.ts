import { RegistryError } from '../../problems/registry-error';

/** A change whose canonical entry is over 65 535 bytes, the most that an entry bundle holds. */
export class EntryTooLarge extends RegistryError {
  readonly code = 'entry-too-large';

  constructor(bytes: number) {
    super(`The change takes ${bytes} bytes in the history; an entry holds at most 65535.`);
  }
}

/** There is no entry at that position. */
export class EntryNotFound extends RegistryError {
  readonly code = 'entry-not-found';

  constructor(position: number | string) {
    super(`There is no entry ${position}.`);
  }
}

/** The caller asked for an answer at least as new as a position that the history has not reached. */
export class PositionNotReached extends RegistryError {
  readonly code = 'position-not-reached';

  constructor(asked: number, size: number) {
    super(`The history has ${size} entries; ${asked} were asked for.`, {
      members: { position: size },
    });
  }
}

/** The entry named as corrected is about something else than the change, or not there. */
export class CorrectionMisplaced extends RegistryError {
  readonly code = 'correction-misplaced';

  constructor(corrects: number) {
    super(`Entry ${corrects} is about something else, or is not there.`, {
      errors: [{ pointer: '/corrects', message: 'must name an entry about the same subject' }],
    });
  }
}
