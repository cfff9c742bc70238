import { after } from '../../clock/domain/after';
import type { Period } from '../../clock/domain/period';
import type { Violation } from '../../problems/registry-error';
import { findAgency } from './agency';
import type { ExclusionTerms } from './exclusion';

/** What is unusual about an exclusion, so that whoever approves it knows. It is never refused for that. */
export function warningsOf(terms: ExclusionTerms, period: Period): Violation[] {
  const tooLong = WARNS_OF_LENGTH[terms.kind]?.(period);
  const { agencies } = terms.binds;
  return [
    ...(tooLong === undefined ? [] : [{ pointer: '/effectiveTo', message: tooLong }]),
    ...(agencies === 'all' ? [] : agencies).flatMap((code, index) =>
      findAgency(code)
        ? []
        : [
            {
              pointer: `/exclusion/binds/agencies/${index}`,
              message:
                'is not in the directory of agencies; only purchases under this very code are bound',
            },
          ],
    ),
  ];
}

const WARNS_OF_LENGTH: Partial<
  Record<ExclusionTerms['kind'], (period: Period) => string | undefined>
> = {
  suspension: warnsOfSuspension,
  debarment: warnsOfDebarment,
};

/** Of a suspension that has no end it is not known how long it will last. @source FAR 9.407-4(b) */
function warnsOfSuspension(period: Period): string | undefined {
  if (isLongerThan(period, 'P18M')) {
    return 'makes the suspension last over 18 months, which takes that legal proceedings have begun';
  }
  return isLongerThan(period, 'P12M')
    ? 'makes the suspension last over 12 months, which takes that legal proceedings have begun or the prosecutor has asked for an extension'
    : undefined;
}

/** @source FAR 9.406-4(a)(1) */
function warnsOfDebarment(period: Period): string | undefined {
  if (period.to === null)
    return 'leaves the debarment without an end; generally it is no more than 3 years';
  return isLongerThan(period, 'P3Y')
    ? 'makes the debarment last over 3 years, which generally it should not'
    : undefined;
}

const isLongerThan = ({ from, to }: Period, duration: string): boolean =>
  from !== null && to !== null && to > after(from, duration);
