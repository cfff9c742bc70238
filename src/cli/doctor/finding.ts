/** What the doctor found of one thing. */
export interface Finding {
  /** `look`: the service runs, and somebody should look. `fault`: it does not, or not safely. */
  readonly verdict: 'ok' | 'look' | 'fault';
  readonly subject: string;
  /** In plain words, and with the remedy where there is one. */
  readonly words: string;
}

/** The finding of an examination; one that fails is a fault by itself. */
export async function examine(
  subject: string,
  look: () => Promise<Omit<Finding, 'subject'>>,
): Promise<Finding> {
  try {
    return { subject, ...(await look()) };
  } catch (error) {
    return { subject, verdict: 'fault', words: (error as Error).message };
  }
}

export const ok = (words: string) => ({ verdict: 'ok', words }) as const;
export const look = (words: string) => ({ verdict: 'look', words }) as const;
export const fault = (words: string) => ({ verdict: 'fault', words }) as const;
