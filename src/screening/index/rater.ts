import { FINENESS, HEAD } from './names';
import type { NameTables } from './name-tables';
import { inPage } from './numbers';
import { roughly } from './rough-score';
import type { Wanted } from './wanted';
import type { Mark } from './word-marks';

/**
 * Rates names in the rough, to find those that are worth comparing: how much of what is wanted they have, and how much
 * of what they have is wanted.
 */
export class Rater {
  private readonly got = new Float64Array(32);
  /** Which of the wanted words the name that was rated last has. */
  mask = 0;

  constructor(
    private readonly tables: NameTables,
    private readonly wanted: Wanted,
  ) {}

  /** @returns 0 to 1 */
  rate(place: number): number {
    const { weights } = this.wanted;
    const page = this.tables.names.page(place);
    const start = inPage(place);
    this.got.fill(0, 0, weights.length);
    const fits = this.gather(page, start);
    let had = 0;
    for (let index = 0; index < weights.length; index += 1) {
      had += (weights[index] ?? 0) * Math.min(1, this.got[index] ?? 0);
    }
    const whole = (page[start + 2] ?? 0) / FINENESS;
    return roughly(had, this.wanted.weight, fits, whole);
  }

  /** Notes for each wanted word how far the name has it. @returns what those of the name's words tell that are wanted */
  private gather(page: Uint32Array, start: number): number {
    const end = start + HEAD + ((page[start + 1] ?? 0) & 255);
    let fits = 0;
    this.mask = 0;
    for (let at = start + HEAD; at < end; at += 1) {
      const mark = this.wanted.marks.of(page[at] ?? 0);
      if (mark !== undefined) fits += this.note(mark);
    }
    return fits;
  }

  /** Notes what one of the name's words stands for. @returns what it tells, as far as it is wanted */
  private note({ mask, likeness, weight, half }: Mark): number {
    this.mask |= mask;
    for (let rest = mask; rest !== 0; rest &= rest - 1) {
      const index = 31 - Math.clz32(rest & -rest);
      const before = this.got[index] ?? 0;
      this.got[index] = half ? before + likeness : Math.max(before, likeness);
    }
    return weight * (half ? 2 * likeness : likeness);
  }
}
