import type { Credential, CredentialKey } from '../../access/domain/credential';
import { Indexed } from './indexed';
import { StableMap } from './stable-map';

/** Someone who may call, with whom an outside issuer knows it as. */
export interface CallerRecord {
  readonly caller: Credential['caller'];
  readonly issuer: string | null;
  readonly subject: string | null;
}

/** An API key and whose it is. */
export interface KeyRecord {
  readonly key: CredentialKey;
  readonly caller: string;
}

/** What a change of access touches; undefined takes one away. */
export interface AccessChanges {
  readonly callers: ReadonlyMap<string, CallerRecord | undefined>;
  readonly keys: ReadonlyMap<string, KeyRecord | undefined>;
}

/** Who may call, and by which keys, as recorded at one position. */
export class AccessRecords {
  private constructor(
    private readonly callers: Indexed<CallerRecord>,
    private readonly keys: StableMap<KeyRecord>,
  ) {}

  static of(callers: readonly CallerRecord[], keys: readonly KeyRecord[]): AccessRecords {
    return new AccessRecords(
      Indexed.of(callers, {
        idOf: ({ caller }) => caller.id,
        keysOf: ({ issuer, subject }) =>
          issuer === null || subject === null ? [] : [subjectOf(issuer, subject)],
      }),
      StableMap.of(keys.map((record) => [record.key.id, record])),
    );
  }

  with({ callers, keys }: AccessChanges): AccessRecords {
    return new AccessRecords(this.callers.with(callers), this.keys.with(keys));
  }

  ofKey(selector: string): Credential | undefined {
    const record = this.keys.get(selector);
    const caller = record && this.callers.get(record.caller);
    return caller && this.credential(caller, record.key);
  }

  ofSubject(issuer: string, subject: string): Credential | undefined {
    const [caller] = this.callers.of(subjectOf(issuer, subject));
    return caller && this.credential(caller, null);
  }

  private credential({ caller }: CallerRecord, key: CredentialKey | null): Credential {
    const person = caller.responsible === null ? undefined : this.callers.get(caller.responsible);
    if (!person) return { caller, responsible: null, key };
    const { roles, disabledAt } = person.caller;
    return { caller, responsible: { roles, disabledAt }, key };
  }
}

const subjectOf = (issuer: string, subject: string): string => JSON.stringify([issuer, subject]);
