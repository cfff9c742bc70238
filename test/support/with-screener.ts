import type { DataSource } from 'typeorm';
import { ScreenerAtHand } from '../../src/register/screener-at-hand';
import type { Screener } from '../../src/screening/screener';
import { TestRegisters } from './registers';

/** Lets vendors be found by their names as the service finds them, on a test's own database. */
export async function withScreener<Found>(
  dataSource: DataSource,
  find: (screener: Screener) => Promise<Found>,
): Promise<Found> {
  const registers = await TestRegisters.open(dataSource);
  try {
    return await find(new ScreenerAtHand(registers));
  } finally {
    await registers.close();
  }
}
