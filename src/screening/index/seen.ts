const SLOTS = 1 << 13;
/** Most names that a search looks at. */
const MOST = SLOTS / 2;

/** Which names a search has seen, so that it looks at each once, and at no more than so many. */
export class Seen {
  private readonly places = new Uint32Array(SLOTS);
  private readonly rounds = new Uint32Array(SLOTS);
  private round = 0;
  private count = 0;

  begin(): void {
    this.round += 1;
    this.count = 0;
  }

  /** Whether so many were seen that no other will be. */
  get full(): boolean {
    return this.count === MOST;
  }

  /** Whether a name is seen for the first time; false too where no other will be. */
  first(place: number): boolean {
    let slot = Math.imul(place, 0x9e3779b1) >>> 19;
    while (this.rounds[slot] === this.round) {
      if (this.places[slot] === place) return false;
      slot = (slot + 1) & (SLOTS - 1);
    }
    if (this.count === MOST) return false;
    this.count += 1;
    this.rounds[slot] = this.round;
    this.places[slot] = place;
    return true;
  }
}
