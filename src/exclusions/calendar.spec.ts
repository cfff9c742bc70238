import { calendarOf } from './calendar';
import type { SetMilestone } from './domain/milestone-progress';

const STAMP = new Date('2017-09-13T15:00:00.000Z');
const EXCLUSION = '0198f3a0-0000-7000-8000-000000000000';

const aMilestone = (change: Partial<SetMilestone> = {}): SetMilestone => ({
  ...{ exclusion: EXCLUSION, vendor: null, setBy: 'DHS', citation: 'BOD 17-01' },
  ...{ code: 'identify', title: 'Identify the products', due: '2017-10-14T00:00:00.000Z' },
  binds: { agencies: 'all', groups: [], vehicles: [], systems: [] },
  ...change,
});

/** The lines of a calendar, unfolded. @source RFC 5545, section 3.1 */
const linesOf = (calendar: string): string[] => calendar.replaceAll('\r\n ', '').split('\r\n');

describe('The calendar of milestones', () => {
  it('has one event for a milestone, on the last whole day that is in time', () => {
    const lines = linesOf(calendarOf([aMilestone()], STAMP));
    expect(lines.slice(0, 2)).toEqual(['BEGIN:VCALENDAR', 'VERSION:2.0']);
    expect(lines).toContain('PRODID:-//Approved-vendor registry//Milestones//EN');
    expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1);
    expect(lines).toEqual(
      expect.arrayContaining([
        `UID:${EXCLUSION}.identify@approved-vendor-registry`,
        'DTSTAMP:20170913T150000Z',
        'DTSTART;VALUE=DATE:20171013',
        'SUMMARY:Due: Identify the products (BOD 17-01)',
        'TRANSP:TRANSPARENT',
      ]),
    );
    const description = lines.find((line) => line.startsWith('DESCRIPTION:'));
    expect(description).toContain('Authority: BOD 17-01');
    expect(description).toContain(EXCLUSION);
  });

  it('has an event at the instant for any other milestone', () => {
    const at = aMilestone({ due: '2017-10-13T21:30:00.000Z', title: null });
    const lines = linesOf(calendarOf([at], STAMP));
    expect(lines).toContain('DTSTART:20171013T213000Z');
    expect(lines).toContain('SUMMARY:Due: identify (BOD 17-01)');
  });

  it('says the same of the same milestone, whenever it is made', () => {
    const uidAt = (stamp: Date): string | undefined =>
      linesOf(calendarOf([aMilestone()], stamp)).find((line) => line.startsWith('UID:'));
    expect(uidAt(STAMP)).toBe(uidAt(new Date('2018-01-01T00:00:00.000Z')));
  });

  it('keeps lines short and text from being taken for lines', () => {
    const nasty = 'a; b, c\\d\r\nEND:VCALENDAR\r\né'.repeat(9);
    const calendar = calendarOf([aMilestone({ title: nasty })], STAMP);
    expect(calendar.split('\r\n').filter((line) => line === 'END:VCALENDAR')).toHaveLength(1);
    for (const line of calendar.split('\r\n')) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    }
  });

  it('may be empty', () => {
    const lines = linesOf(calendarOf([], STAMP));
    expect(lines).toContain('END:VCALENDAR');
    expect(lines).not.toContain('BEGIN:VEVENT');
  });
});
