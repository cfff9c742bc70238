/** A setting that is nobody's to see: printed, logged or told as JSON, it shows nothing. */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  /** The secret itself, for the one that uses it. */
  reveal(): string {
    return this.#value;
  }
}
