import type { Impact, ImpactCount, TurnedCheck } from '../../proposals/domain/impact';

/** Most turned checks that are told one by one. */
export const MAX_TURNED = 100;

/** What was looked at for an impact. */
export interface Examination {
  readonly since: Date;
  readonly examined: number;
  readonly incomplete: boolean;
}

/** Counts verdicts that would have turned, in all, by agency and by client. @param turned newest first */
export function countImpact(turned: readonly TurnedCheck[], looked: Examination): Impact {
  return {
    ...countOf(turned),
    ...{ since: looked.since.toISOString(), examined: looked.examined },
    incomplete: looked.incomplete,
    byAgency: countBy(turned, ({ agency }) => agency),
    byClient: countBy(turned, ({ client }) => client),
    turned: turned.slice(0, MAX_TURNED),
  };
}

function countBy(
  turned: readonly TurnedCheck[],
  keyOf: (check: TurnedCheck) => string,
): Record<string, ImpactCount> {
  const keys = [...new Set(turned.map(keyOf))].sort();
  return Object.fromEntries(
    keys.map((key) => [key, countOf(turned.filter((check) => keyOf(check) === key))]),
  );
}

function countOf(turned: readonly TurnedCheck[]): ImpactCount {
  const turns: Record<string, number> = {};
  for (const { verdict, wouldBe } of turned) {
    const turn = `${verdict} → ${wouldBe}`;
    turns[turn] = (turns[turn] ?? 0) + 1;
  }
  return { checks: turned.length, turns };
}
