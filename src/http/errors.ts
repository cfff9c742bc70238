import { RegistryError } from '../problems/registry-error';

/** The service is ending; another instance, or this one later, can answer. */
export class RegistryClosing extends RegistryError {
  readonly code = 'unavailable';

  constructor() {
    super('The registry is closing.');
  }
}
