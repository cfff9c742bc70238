import ical, { ICalEventTransparency } from 'ical-generator';
import type { SetMilestone } from './domain/milestone-progress';

/** What a calendar is told by programs that made it. @source RFC 5545, section 3.7.3 */
const PRODUCT = '//Approved-vendor registry//Milestones//EN';

/**
 * Milestones as a calendar that other programs subscribe to, with one event each: the last whole day on which it is
 * in time, where it is overdue from midnight UTC on, else the instant. The same milestone is always the same event.
 *
 * @param stamp when the calendar was made
 * @source RFC 5545
 */
export function calendarOf(milestones: readonly SetMilestone[], stamp: Date): string {
  const calendar = ical({ prodId: PRODUCT, name: 'Milestones of exclusions' });
  for (const milestone of milestones) {
    const due = new Date(milestone.due);
    const allDay = isMidnight(due);
    const start = allDay ? dayBefore(due) : due;
    calendar.createEvent({
      ...{ id: uidOf(milestone), stamp, start, allDay },
      ...{ summary: summaryOf(milestone), description: descriptionOf(milestone) },
      // It is a day to think of, and takes nobody's time.
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
  return calendar.toString();
}

const uidOf = ({ exclusion, code }: SetMilestone): string =>
  `${exclusion}.${code}@approved-vendor-registry`;

const summaryOf = ({ title, code, citation }: SetMilestone): string =>
  `Due: ${title ?? code} (${citation})`;

const descriptionOf = ({ code, due, citation, setBy, exclusion }: SetMilestone): string =>
  [
    `Milestone ${code} of an exclusion by ${setBy}.`,
    `Overdue from ${due} on.`,
    `Authority: ${citation}`,
    `Exclusion: ${exclusion}`,
  ].join('\n');

const dayBefore = (at: Date): Date => new Date(at.getTime() - 24 * 60 * 60 * 1000);

const isMidnight = (at: Date): boolean => at.toISOString().endsWith('T00:00:00.000Z');
