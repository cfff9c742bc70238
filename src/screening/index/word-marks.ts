const SLOTS = 1 << 13;
/** Most words that are marked at once; the rest is free, so that a search for a mark ends soon. */
const MOST = SLOTS / 4;

/** What a search knows of a word of the dictionary that may stand for some of those that are looked for. */
export interface Mark {
  readonly word: number;
  /** How many names it leads to. */
  readonly names: number;
  /** How much it tells. */
  readonly weight: number;
  /** For which of the wanted words it may stand, a bit each. */
  mask: number;
  /** How much it is like the one that it is most like, 0 to 1. */
  likeness: number;
  /** It is one half of a wanted word. */
  half: boolean;
}

/** The words of the dictionary that a search has marked. */
export class WordMarks {
  /** All marks. */
  marks: Mark[] = [];
  private readonly words = new Uint32Array(SLOTS);
  private readonly rounds = new Uint32Array(SLOTS);
  private readonly slots = new Uint16Array(SLOTS);
  private round = 0;

  /** Takes all marks away. */
  begin(): void {
    this.round += 1;
    this.marks = [];
  }

  /** Whether no other word can be marked. */
  get full(): boolean {
    return this.marks.length === MOST;
  }

  of(word: number): Mark | undefined {
    const slot = this.slotOf(word);
    return this.rounds[slot] === this.round ? this.marks[this.slots[slot] ?? 0] : undefined;
  }

  /** Marks a word that has no mark. */
  add(mark: Mark): void {
    const slot = this.slotOf(mark.word);
    this.rounds[slot] = this.round;
    this.words[slot] = mark.word;
    this.slots[slot] = this.marks.push(mark) - 1;
  }

  /** The slot of a word, or a free one. */
  private slotOf(word: number): number {
    let slot = Math.imul(word, SPREAD) >>> 19;
    while (this.rounds[slot] === this.round && this.words[slot] !== word)
      slot = (slot + 1) & (SLOTS - 1);
    return slot;
  }
}

// Knuth's multiplier, for hashing by the highest bits.
const SPREAD = 0x9e3779b1;
