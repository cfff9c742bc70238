/** Which rules the working days follow, and where they stand. Another version may count otherwise. */
export const WORKING_DAY_RULES = {
  version: '2021-06-17',
  source: '5 U.S.C. 6103(a), (b); E.O. 11582, section 3; Pub. L. 117-17',
} as const;

/**
 * Whether federal offices work on a day, from 1978 on. Days are those of UTC, as everywhere in the registry.
 *
 * Inauguration Day is a holiday in the Washington area only, and is left out, as are days on which the President
 * closes the offices by an order of that year.
 */
export function isWorkingDay(day: Date): boolean {
  const weekday = day.getUTCDay();
  return weekday !== SUNDAY && weekday !== SATURDAY && holidayOn(day) === null;
}

/** The federal holiday that is observed on a day, or null. */
export function holidayOn(day: Date): string | null {
  const year = day.getUTCFullYear();
  // New Year's Day may be observed on the last day of the year before.
  const found = [year, year + 1].flatMap((each) =>
    HOLIDAYS.filter(({ since, on }) => each >= since && isSameDay(on(each), day)),
  );
  return found[0]?.name ?? null;
}

/**
 * The n-th working day after the day of an instant, at the same time of day.
 *
 * @param n 1 or more
 */
export function addWorkingDays(from: Date, n: number): Date {
  let [day, left] = [from, n];
  while (left > 0) {
    day = addDays(day, 1);
    if (isWorkingDay(day)) left -= 1;
  }
  return day;
}

/** The same time of day, some calendar days later, or with a negative number earlier. */
export const addDays = (from: Date, days: number): Date =>
  new Date(from.getTime() + days * DAY_IN_MS);

/** The first instant after the day of an instant. */
export const endOfDay = (at: Date): Date =>
  addDays(onDay(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate()), 1);

interface Holiday {
  readonly name: string;
  /** The first year in which it was one. */
  readonly since: number;
  /** The day on which it is observed in a year. */
  readonly on: (year: number) => Date;
}

const DAY_IN_MS = 86_400_000;
const SUNDAY = 0;
const MONDAY = 1;
const THURSDAY = 4;
const SATURDAY = 6;

/** @param month from 0 on */
const onDay = (year: number, month: number, date: number): Date =>
  new Date(Date.UTC(year, month, date));

/** A holiday of a fixed date: on a Saturday the Friday before is free, on a Sunday the Monday after. */
const dated =
  (month: number, date: number): Holiday['on'] =>
  (year) => {
    const day = onDay(year, month - 1, date);
    if (day.getUTCDay() === SATURDAY) return addDays(day, -1);
    return day.getUTCDay() === SUNDAY ? addDays(day, 1) : day;
  };

/** The n-th such weekday of a month. */
const nth =
  (n: number, weekday: number, month: number): Holiday['on'] =>
  (year) => {
    const first = onDay(year, month - 1, 1);
    const ahead = (weekday - first.getUTCDay() + 7) % 7;
    return addDays(first, ahead + 7 * (n - 1));
  };

/** The last such weekday of a month. */
const last =
  (weekday: number, month: number): Holiday['on'] =>
  (year) => {
    const end = onDay(year, month, 0);
    return addDays(end, -((end.getUTCDay() - weekday + 7) % 7));
  };

const ALL_YEARS = -Infinity;

const HOLIDAYS: readonly Holiday[] = [
  { name: 'New Year’s Day', since: ALL_YEARS, on: dated(1, 1) },
  { name: 'Birthday of Martin Luther King, Jr.', since: 1986, on: nth(3, MONDAY, 1) },
  { name: 'Washington’s Birthday', since: ALL_YEARS, on: nth(3, MONDAY, 2) },
  { name: 'Memorial Day', since: ALL_YEARS, on: last(MONDAY, 5) },
  { name: 'Juneteenth National Independence Day', since: 2021, on: dated(6, 19) },
  { name: 'Independence Day', since: ALL_YEARS, on: dated(7, 4) },
  { name: 'Labor Day', since: ALL_YEARS, on: nth(1, MONDAY, 9) },
  { name: 'Columbus Day', since: ALL_YEARS, on: nth(2, MONDAY, 10) },
  { name: 'Veterans Day', since: ALL_YEARS, on: dated(11, 11) },
  { name: 'Thanksgiving Day', since: ALL_YEARS, on: nth(4, THURSDAY, 11) },
  { name: 'Christmas Day', since: ALL_YEARS, on: dated(12, 25) },
];

const isSameDay = (a: Date, b: Date): boolean =>
  a.toISOString().slice(0, 10) === b.toISOString().slice(0, 10);
