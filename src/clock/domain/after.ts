import { DateTime, Duration } from 'luxon';

/** The instant that lies an ISO 8601 duration after another; months and years by the UTC calendar. */
export function after(instant: Date, duration: string): Date {
  return DateTime.fromJSDate(instant, { zone: 'utc' }).plus(Duration.fromISO(duration)).toJSDate();
}
