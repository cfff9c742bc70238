/** Most that are kept. */
const MOST = 1024;

/** The names that were rated highest, in that order. */
export class Best {
  private readonly places = new Float64Array(MOST);
  private readonly ratings = new Float64Array(MOST);
  private most = MOST;
  private kept = 0;

  get count(): number {
    return this.kept;
  }

  /** Forgets all. @param most so many are kept */
  begin(most: number): void {
    this.most = Math.min(most, MOST);
    this.kept = 0;
  }

  /** Keeps a name if it is among the best. Of those rated alike, who came first stays. */
  offer(place: number, rating: number): void {
    if (this.kept === this.most && rating <= this.ratingAt(this.kept - 1)) return;
    let at = this.kept < this.most ? this.kept++ : this.kept - 1;
    for (; at > 0 && this.ratingAt(at - 1) < rating; at -= 1) {
      this.ratings[at] = this.ratingAt(at - 1);
      this.places[at] = this.placeAt(at - 1);
    }
    this.ratings[at] = rating;
    this.places[at] = place;
  }

  /** The same for a name that may have been rated before. */
  offerAgain(place: number, rating: number): void {
    let at = 0;
    while (at < this.kept && this.places[at] !== place) at += 1;
    if (at < this.kept) {
      this.places.copyWithin(at, at + 1, this.kept);
      this.ratings.copyWithin(at, at + 1, this.kept);
      this.kept -= 1;
    }
    this.offer(place, rating);
  }

  placeAt(at: number): number {
    return this.places[at] ?? 0;
  }

  ratingAt(at: number): number {
    return this.ratings[at] ?? 0;
  }
}
