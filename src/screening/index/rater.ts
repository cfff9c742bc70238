import { inPage } from './numbers';
import { HEAD, wholeAt } from './names';
import type { NameTables } from './name-tables';
import { roughly, tellingOf, type Common } from './rough-score';
import type { Wanted } from './wanted';
import type { Mark } from './word-marks';

/**
 * Rates names in the rough, to find those that are worth comparing: how much of what is wanted they have, and how much
 * of what they have is wanted.
 */
export class Rater {
  private readonly got = new Float64Array(32);
  private readonly common: Common = { had: 0, hadTelling: 0, fits: 0, fitsTelling: 0 };
  /** Which of the wanted words the name that was rated last has. */
  mask = 0;

  constructor(
    private readonly tables: NameTables,
    private readonly wanted: Wanted,
  ) {}

  /** @returns 0 to 1 */
  rate(place: number): number {
    const { weights, whole } = this.wanted;
    const { common } = this;
    const page = this.tables.names.page(place);
    const start = inPage(place);
    this.got.fill(0, 0, weights.length);
    common.had = common.hadTelling = common.fits = common.fitsTelling = 0;
    this.gather(page, start);
    for (let index = 0; index < weights.length; index += 1) {
      const got = Math.min(1, this.got[index] ?? 0);
      common.had += (weights[index] ?? 0) * got;
      common.hadTelling += tellingOf(weights[index] ?? 0) * got;
    }
    return roughly(common, whole, wholeAt(page, start));
  }

  /** Notes for each wanted word how far the name has it, and what those of the name's words tell that are wanted. */
  private gather(page: Uint32Array, start: number): void {
    const end = start + HEAD + ((page[start + 1] ?? 0) & 255);
    this.mask = 0;
    for (let at = start + HEAD; at < end; at += 1) {
      const mark = this.wanted.marks.of(page[at] ?? 0);
      if (mark !== undefined) this.note(mark);
    }
  }

  /** Notes what one of the name's words stands for, and what it tells. */
  private note({ mask, likeness, weight, half }: Mark): void {
    this.mask |= mask;
    for (let rest = mask; rest !== 0; rest &= rest - 1) {
      const index = 31 - Math.clz32(rest & -rest);
      const before = this.got[index] ?? 0;
      this.got[index] = half ? before + likeness : Math.max(before, likeness);
    }
    const share = half ? 2 * likeness : likeness;
    this.common.fits += weight * share;
    this.common.fitsTelling += tellingOf(weight) * share;
  }
}
