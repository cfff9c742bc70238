/** What a check comes to, gravest first. `review`: a person must look. */
export const VERDICTS = ['ineligible', 'review', 'eligible'] as const;

export type Verdict = (typeof VERDICTS)[number];

/** The verdict that outranks all others; `ineligible` where there are none, since absence is never a yes. */
export function gravest(verdicts: readonly Verdict[]): Verdict {
  return VERDICTS.find((verdict) => verdicts.includes(verdict)) ?? 'ineligible';
}
