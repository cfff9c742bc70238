/** How a command ended, as its exit status. */
export const EXIT = {
  /** It was done, or the answer is yes. */
  yes: 0,
  /** The answer is no: a vendor is ineligible, rows are refused, the doctor found a fault. */
  no: 1,
  /** A person must look. */
  review: 2,
  /** It could not be done, or could not be understood. */
  fault: 3,
} as const;

export type Exit = (typeof EXIT)[keyof typeof EXIT];

/** Where lines go. */
export type Sink = (text: string) => unknown;

/** Where a command says what it has to say, and how it ended. */
export class Terminal {
  exit: Exit = EXIT.yes;

  constructor(
    private readonly out: Sink,
    private readonly err: Sink,
  ) {}

  /** Says what was asked for. */
  say(line: string): void {
    this.out(`${line}\n`);
  }

  /** Says what is beside the answer, or why there is none. */
  complain(line: string): void {
    this.err(`${line}\n`);
  }
}
