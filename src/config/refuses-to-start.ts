/** The service can't start as it is set up. The message is for the operator and holds no secret. */
export class RefusesToStart extends Error {
  override readonly name = 'RefusesToStart';
}
