import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../clock/clock';
import type { Actor } from '../history/domain/entry';
import { History } from '../history/history';
import { InvalidRequest } from '../problems/registry-error';
import { ApiKeys } from './api-keys';
import { Callers } from './callers';
import { digestOf, formatApiKey, mintApiKey } from './domain/api-key';
import { refuseOwnAccess, requireEnabled } from './domain/registered-caller';
import { saidOfKey } from './said-of-access';

export interface KeyOptions {
  /** What the key is for, in the words of whoever manages it. */
  readonly label?: string | undefined;
  /** From when on it opens nothing; left out: until it is revoked. */
  readonly expiresAt?: Date | undefined;
}

/** A key that was issued. `apiKey` is whole, and can't be had again. */
export interface IssuedKey {
  readonly id: string;
  readonly apiKey: string;
  /** The history's size with the key's entry. */
  readonly position: number;
}

/** Gives a person or a client a key to call with. */
@Injectable()
export class IssueKey {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws {CallerNotFound} when there is none
   * @throws {CallerDisabled} when it is disabled
   * @throws {OwnAccess} when the actor is the person behind it
   * @throws {InvalidRequest} when the key would have expired already
   * @throws {Forbidden} when the actor is not an admin
   */
  execute(callerId: string, { label, expiresAt }: KeyOptions, actor: Actor): Promise<IssuedKey> {
    return this.dataSource.transaction(async (tx) => {
      const [callers, history] = [new Callers(tx), new History(tx)];
      await callers.lockAll(actor);
      const caller = await callers.read(callerId);
      refuseOwnAccess(caller, actor);
      requireEnabled(caller);
      const now = await history.present(this.clock.now());
      if (expiresAt && expiresAt <= now) throw expiredAlready();
      const secret = mintApiKey();
      const key = {
        id: secret.selector,
        callerId: caller.id,
        label: label ?? null,
        issuedAt: now,
        expiresAt: expiresAt ?? null,
        revokedAt: null,
      };
      const revision = await history.append(
        { type: 'key.issued', actor, before: null, after: saidOfKey(key) },
        now,
      );
      await new ApiKeys(tx).add({ ...key, revision }, digestOf(secret.verifier));
      return { id: key.id, apiKey: formatApiKey(secret), position: revision + 1 };
    });
  }
}

const expiredAlready = (): InvalidRequest =>
  new InvalidRequest([{ pointer: '/expiresAt', message: 'must lie in the future' }]);
