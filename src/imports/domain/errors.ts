import { RegistryError } from '../../problems/registry-error';

/** The file is none that can be imported, as a whole. */
export class UnreadableFile extends RegistryError {
  readonly code = 'import-refused';
}
