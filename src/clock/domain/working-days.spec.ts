import { addDays, addWorkingDays, endOfDay, holidayOn, isWorkingDay } from './working-days';

const day = (text: string): Date => new Date(`${text}T15:30:00.000Z`);

/** Every day of a year on which a federal holiday is observed. */
const holidaysOf = (year: number): string[] => {
  const days = Array.from({ length: 366 }, (_, index) => addDays(day(`${year}-01-01`), index));
  return days
    .filter((each) => each.getUTCFullYear() === year && holidayOn(each) !== null)
    .map((each) => each.toISOString().slice(5, 10));
};

describe('Federal holidays', () => {
  // As the Office of Personnel Management has published them.
  it.each([
    [2017, '01-02 01-16 02-20 05-29 07-04 09-04 10-09 11-10 11-23 12-25'],
    [2020, '01-01 01-20 02-17 05-25 07-03 09-07 10-12 11-11 11-26 12-25'],
    [2021, '01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24 12-31'],
    [2022, '01-17 02-21 05-30 06-20 07-04 09-05 10-10 11-11 11-24 12-26'],
    [2023, '01-02 01-16 02-20 05-29 06-19 07-04 09-04 10-09 11-10 11-23 12-25'],
    [2024, '01-01 01-15 02-19 05-27 06-19 07-04 09-02 10-14 11-11 11-28 12-25'],
    [2026, '01-01 01-19 02-16 05-25 06-19 07-03 09-07 10-12 11-11 11-26 12-25'],
  ])('of %i are those of the law', (year, days) => {
    expect(holidaysOf(year)).toEqual(days.split(' '));
  });

  it('have names', () => {
    expect(holidayOn(day('2021-06-18'))).toBe('Juneteenth National Independence Day');
    expect(holidayOn(day('2021-12-31'))).toBe('New Year’s Day');
    expect(holidayOn(day('2021-12-30'))).toBeNull();
  });

  it('did not know Martin Luther King before 1986', () => {
    expect(holidaysOf(1985)).not.toContain('01-21');
    expect(holidaysOf(1986)).toContain('01-20');
  });
});

describe('A working day', () => {
  it.each(['2026-06-18', '2026-06-22', '2017-07-11', '2020-06-19'])('is %s', (text) => {
    expect(isWorkingDay(day(text))).toBe(true);
  });

  it.each(['2026-06-19', '2026-06-20', '2026-06-21', '2021-12-31', '2017-11-10'])(
    'is not %s',
    (text) => {
      expect(isWorkingDay(day(text))).toBe(false);
    },
  );

  it('is Inauguration Day, which is free around Washington only', () => {
    expect(isWorkingDay(day('2017-01-20'))).toBe(true);
  });

  it('is the same at every time of its day', () => {
    expect(isWorkingDay(new Date('2026-06-19T00:00:00.000Z'))).toBe(false);
    expect(isWorkingDay(new Date('2026-06-19T23:59:59.999Z'))).toBe(false);
    expect(isWorkingDay(new Date('2026-06-18T23:59:59.999Z'))).toBe(true);
  });
});

describe('Working days after a day', () => {
  it.each([
    ['2026-06-17', 1, '2026-06-18'],
    ['2026-06-18', 1, '2026-06-22'],
    ['2026-06-19', 1, '2026-06-22'],
    ['2026-06-20', 2, '2026-06-23'],
    ['2026-06-01', 30, '2026-07-15'],
    ['2021-12-20', 10, '2022-01-05'],
    ['2017-10-06', 30, '2017-11-21'],
  ])('from %s, %i of them, end on %s', (from, n, end) => {
    expect(addWorkingDays(day(from), n)).toEqual(day(end));
  });
});

describe('The end of a day', () => {
  it('is the first instant of the next', () => {
    const next = new Date('2026-07-01T00:00:00.000Z');
    expect(endOfDay(new Date('2026-06-30T00:00:00.000Z'))).toEqual(next);
    expect(endOfDay(new Date('2026-06-30T23:59:59.999Z'))).toEqual(next);
    expect(endOfDay(next)).toEqual(new Date('2026-07-02T00:00:00.000Z'));
  });
});
