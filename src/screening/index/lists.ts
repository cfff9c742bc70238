import { inPage, Numbers } from './numbers';

/** From so many numbers on a list has an array of its own. */
const LONG = 1024;

/** A list as it lies in memory: `count` numbers of `numbers`, from `from` on. Good until the next addition. */
export interface Stretch {
  numbers: Uint32Array;
  from: number;
  count: number;
}

/**
 * Lists of numbers, each in one piece, in the order of addition. A list of one number takes no more than its entry;
 * others lie in rooms of 2, 4, 8 … and move to the next larger when they are full. What they left is used again.
 */
export class Lists {
  /** The only number of a list; where it has more, the place of its room, or the index of its array. */
  private readonly heads = new Numbers();
  private readonly counts = new Numbers();
  private readonly rooms = new Numbers();
  private readonly left: number[][] = [];
  private readonly long: Uint32Array[] = [];
  private longBytes = 0;

  /** The number of lists. */
  get size(): number {
    return this.counts.length;
  }

  /** What the lists take. */
  get bytes(): number {
    return this.heads.bytes + this.counts.bytes + this.rooms.bytes + this.longBytes;
  }

  /** A new list, without numbers. */
  create(): number {
    this.heads.push(0);
    return this.counts.push(0);
  }

  /** How many numbers a list has. */
  count(list: number): number {
    return this.counts.at(list);
  }

  add(list: number, number: number): void {
    const count = this.counts.at(list);
    this.counts.set(list, count + 1);
    if (count === 0) this.heads.set(list, number);
    else if (count < LONG) this.addShort(list, count, number);
    else this.addLong(list, count, number);
  }

  /** Tells where a list lies. @param stretch is written, so that none need be made for each list */
  read(list: number, stretch: Stretch): Stretch {
    const count = this.counts.at(list);
    const head = this.heads.at(list);
    stretch.count = count;
    if (count <= 1) {
      stretch.numbers = this.heads.page(list);
      stretch.from = inPage(list);
    } else if (count <= LONG) {
      stretch.numbers = this.rooms.page(head);
      stretch.from = inPage(head);
    } else {
      stretch.numbers = this.long[head] ?? stretch.numbers;
      stretch.from = 0;
    }
    return stretch;
  }

  private addShort(list: number, count: number, number: number): void {
    if (isPowerOfTwo(count)) this.move(list, count);
    this.rooms.set(this.heads.at(list) + count, number);
  }

  /** Moves a list that is full to a room of twice the size. */
  private move(list: number, count: number): void {
    const before = this.heads.at(list);
    const room = this.roomOf(2 * count);
    this.heads.set(list, room);
    if (count === 1) {
      this.rooms.set(room, before);
      return;
    }
    const [from, to] = [this.rooms.page(before), this.rooms.page(room)];
    const [start, other] = [inPage(before), inPage(room)];
    for (let at = 0; at < count; at += 1) to[other + at] = from[start + at] ?? 0;
    this.leftOf(count).push(before);
  }

  private roomOf(size: number): number {
    return this.leftOf(size).pop() ?? this.rooms.room(size);
  }

  private leftOf(size: number): number[] {
    return (this.left[31 - Math.clz32(size)] ??= []);
  }

  private addLong(list: number, count: number, number: number): void {
    const index = count === LONG ? this.makeLong(list) : this.heads.at(list);
    let numbers = this.long[index] ?? new Uint32Array(0);
    if (count === numbers.length) {
      const wider = new Uint32Array(count + (count >> 1));
      wider.set(numbers);
      this.longBytes += (wider.length - numbers.length) * 4;
      numbers = this.long[index] = wider;
    }
    numbers[count] = number;
  }

  private makeLong(list: number): number {
    const room = this.heads.at(list);
    const numbers = this.rooms.page(room).slice(inPage(room), inPage(room) + LONG);
    this.leftOf(LONG).push(room);
    this.heads.set(list, this.long.length);
    this.longBytes += numbers.byteLength;
    return this.long.push(numbers) - 1;
  }
}

const isPowerOfTwo = (count: number): boolean => (count & (count - 1)) === 0;
