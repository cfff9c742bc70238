import { DateTime, Duration } from 'luxon';

/** Durations as they were read, by their text: policies have few, and each check asks for one. */
const read = new Map<
  string,
  { readonly duration: Duration; readonly milliseconds: number | null }
>();

/** The instant that lies an ISO 8601 duration after another; months and years by the UTC calendar. */
export function after(instant: Date, duration: string): Date {
  const known = read.get(duration) ?? readDuration(duration);
  if (known.milliseconds !== null) return new Date(instant.getTime() + known.milliseconds);
  return DateTime.fromJSDate(instant, { zone: 'utc' }).plus(known.duration).toJSDate();
}

function readDuration(text: string) {
  const duration = Duration.fromISO(text);
  // In UTC all other units are always as long.
  const byCalendar = !duration.isValid || duration.months !== 0 || duration.years !== 0;
  const known = { duration, milliseconds: byCalendar ? null : duration.toMillis() };
  read.set(text, known);
  return known;
}
