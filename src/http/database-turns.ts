import { Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller';
import { Environment } from '../config/environment';
import { Turns } from './domain/turns';
import { TooManyRequestsWaiting } from './errors';

/** How long a request waits for its turn: as long as it would for a connection. */
const PATIENCE_MS = 5000;

/**
 * Shares the connections to the database between admins and everybody else.
 *
 * Whoever is no admin waits here for one of a part of them. So however many read, and however slowly, a removal finds
 * a connection. Checks are recorded on connections of their own. @see everyPageInTurn for files that are streamed
 */
@Injectable()
export class DatabaseTurns {
  private readonly turns: Turns;

  constructor({ DATABASE_POOL_SIZE }: Environment) {
    this.turns = new Turns(ordinaryConnections(DATABASE_POOL_SIZE));
  }

  /** Acts for a caller when it is its turn; for an admin at once. @throws {TooManyRequestsWaiting} after 5 s */
  async take<Result>(caller: TurnTaker, act: () => Promise<Result>): Promise<Result> {
    if (isFirst(caller)) return act();
    const patience = new Patience();
    const begin = (): Promise<Result> => {
      patience.end();
      return act();
    };
    return this.turns.take(begin, patience.ends).finally(() => patience.end());
  }

  /** The same for what must be done, however long its turn is in coming. */
  async takeAtLast<Result>(caller: TurnTaker, act: () => Promise<Result>): Promise<Result> {
    return isFirst(caller) ? act() : this.turns.take(act);
  }
}

type TurnTaker = Pick<Caller, 'roles'>;

const isFirst = ({ roles }: TurnTaker): boolean => roles.includes('admin');

/** Of ten connections five are for everybody, one is for files, and four are for admins and to find out who calls. */
export const ordinaryConnections = (connections: number): number =>
  Math.max(1, Math.floor(connections * 0.6) - 1);

class Patience {
  readonly ends: Promise<never>;
  private timer: NodeJS.Timeout | undefined;

  constructor() {
    this.ends = new Promise((_, reject) => {
      this.timer = setTimeout(() => reject(new TooManyRequestsWaiting()), PATIENCE_MS);
    });
  }

  end(): void {
    clearTimeout(this.timer);
  }
}
