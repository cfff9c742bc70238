import { RegistryError } from '../../problems/registry-error';

/** The registry is not in memory yet. It is loaded soon after the service starts: ask again. */
export class RegisterNotLoaded extends RegistryError {
  readonly code = 'unavailable';

  constructor() {
    super('The registry is not loaded yet.');
  }
}
