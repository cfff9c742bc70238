/** Someone who wants in: is let in, or sent away. */
export interface Guest {
  enter(): void;
  refuse(): void;
}

export interface AdmissionLimits {
  /** Most that are inside at a time. */
  readonly inside: number;
  /** The same while others are to come first. */
  readonly insideWhileOthers: number;
  /** Most that wait at the door. */
  readonly waiting: number;
}

/**
 * A door before what can be done at a time: some are inside, others wait in line, whoever is one too many is sent away.
 *
 * While others are to come first, fewer are let in; never nobody, so that nothing stands still.
 */
export class Admission {
  private inside = 0;
  private others = 0;
  private readonly line = new Set<Guest>();

  constructor(private readonly limits: AdmissionLimits) {}

  /** Lets a guest in now or later, or sends it away. Whoever entered must leave. */
  ask(guest: Guest): void {
    if (this.isRoom && this.line.size === 0) this.admit(guest);
    else if (this.line.size < this.limits.waiting) this.line.add(guest);
    else guest.refuse();
  }

  /** Takes out of the line who waits no longer. @returns whether it was there */
  withdraw(guest: Guest): boolean {
    return this.line.delete(guest);
  }

  /** Tells that one who was inside has left. */
  leave(): void {
    this.inside -= 1;
    this.letIn();
  }

  /** Tells that another, who is to come first, begins. */
  otherBegins(): void {
    this.others += 1;
  }

  /** Tells that such a one has ended. */
  otherEnds(): void {
    this.others -= 1;
    this.letIn();
  }

  private get isRoom(): boolean {
    const { inside, insideWhileOthers } = this.limits;
    return this.inside < (this.others > 0 ? insideWhileOthers : inside);
  }

  private letIn(): void {
    for (const guest of this.line) {
      if (!this.isRoom) return;
      this.line.delete(guest);
      this.admit(guest);
    }
  }

  private admit(guest: Guest): void {
    this.inside += 1;
    guest.enter();
  }
}
