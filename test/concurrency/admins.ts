import { setTimeout as sleep } from 'node:timers/promises';
import { LAWFUL } from '../support/changes';
import type { BuyersKey } from './buyers';
import type { Called } from './call';
import type { Fleet } from './fleet';
import type { AcknowledgedChange } from './log';
import { AGENCIES, type Cast } from './people';
import type { Random } from './random';

/** How a vendor stands, as far as the one admin who changes it knows. */
interface Known {
  readonly id: string;
  listed: boolean;
  exclusion: string | null;
  waiver: string | null;
}

/** What is proposed. */
type Terms = { readonly action: string } & Readonly<Record<string, unknown>>;

/** Thrown where a change was not acknowledged: it may or may not have been made. */
class Unacknowledged extends Error {}

/** Two admins, at several desks, who change the lists for as long as a trial lasts. */
export class Admins {
  constructor(
    private readonly fleet: Fleet,
    private readonly cast: Cast,
    private readonly changes: AcknowledgedChange[],
  ) {}

  /** Changes some vendors, which nobody else changes, one after the other. */
  change(vendors: readonly string[], random: Random, pauseMs: number): Promise<void> {
    const all = vendors.map((id): Known => ({ id, listed: true, exclusion: null, waiver: null }));
    return this.fleet.untilOver(async () => {
      const vendor = random.oneOf(all);
      try {
        await this.changeOne(vendor, random);
      } catch (error) {
        if (!(error instanceof Unacknowledged)) throw error;
        await this.lookUp(vendor);
      }
      await sleep(random.between(0, pauseMs));
    });
  }

  /** Issues keys and revokes them. @param keys those that buyers use; the newest last */
  async turnKeys(keys: BuyersKey[], random: Random): Promise<void> {
    const { id } = this.cast.changing;
    const [{ apiKey: key }] = this.cast.admins;
    await this.fleet.untilOver(async () => {
      const issued = await this.fleet.call('POST', `/v1/clients/${id}/keys`, { key, body: {} });
      if (issued.status !== 201) return sleep(50);
      const made = JSON.parse(issued.text) as { id: string; apiKey: string };
      // Buyers go on using the one that is revoked for a while.
      keys.splice(0, keys.length - 1);
      keys.push({ keyId: made.id, apiKey: made.apiKey });
      await sleep(random.between(100, 600));
      const called = await this.fleet.call('DELETE', `/v1/clients/${id}/keys/${made.id}`, { key });
      if (called.status === 200) this.acknowledged('revocation of a key', called);
      await sleep(random.between(0, 300));
    });
  }

  private async changeOne(vendor: Known, random: Random): Promise<void> {
    if (random.next() < 0.35) return this.changeExclusion(vendor, random);
    const about = { vendor: vendor.id, list: this.cast.list };
    if (!vendor.listed) {
      await this.carryOut({ action: 'reinstate', ...about });
    } else if (random.next() < 0.4) {
      const [, { apiKey: key }] = this.cast.admins;
      const body = { ...LAWFUL, ...about };
      this.acknowledged('suspension', await this.post('/v1/suspensions', key, body));
    } else {
      await this.carryOut({ action: 'remove', ...about });
    }
    vendor.listed = !vendor.listed;
  }

  private async changeExclusion(vendor: Known, random: Random): Promise<void> {
    const { exclusion, waiver } = vendor;
    if (exclusion === null) {
      const terms = { kind: 'debarment', agency: 'GSA', vendor: vendor.id, scope: { whole: true } };
      const made = await this.carryOut({ action: 'exclude', exclusion: terms });
      vendor.exclusion = made.exclusion;
    } else if (random.next() < 0.4) {
      await this.carryOut({ action: 'end-exclusion', exclusion });
      vendor.exclusion = vendor.waiver = null;
    } else if (waiver === null) {
      const effectiveTo = '2090-01-01T00:00:00.000Z';
      await this.carryOut({ action: 'waive', exclusion, agency: AGENCIES[0], effectiveTo });
      vendor.waiver = await this.waiverOf(exclusion);
    } else {
      await this.carryOut({ action: 'revoke-waiver', waiver });
      vendor.waiver = null;
    }
  }

  /** One proposes, the other approves. */
  private async carryOut(terms: Terms): Promise<{ exclusion: string }> {
    const [one, other] = this.cast.admins;
    const proposed = await this.post('/v1/proposals', one.apiKey, { ...LAWFUL, ...terms });
    const { id, sha256 } = JSON.parse(proposed.text) as { id: string; sha256: string };
    const approved = await this.post(`/v1/proposals/${id}/approve`, other.apiKey, { sha256 });
    this.acknowledged(terms.action, approved);
    return JSON.parse(approved.text) as { exclusion: string };
  }

  private async post(path: string, key: string, body: object): Promise<Called> {
    const called = await this.fleet.call('POST', path, { key, body });
    if (called.status >= 200 && called.status < 300) return called;
    if (NOT_ACKNOWLEDGED.includes(called.status)) throw new Unacknowledged();
    throw new Error(`${path} was answered ${called.status}: ${called.text}`);
  }

  private acknowledged(what: string, { text, begun, ended }: Called): void {
    const { position } = JSON.parse(text) as { position: number };
    this.changes.push({ what, position, begun, ended });
  }

  private async waiverOf(exclusion: string): Promise<string | null> {
    const { waivers } = await this.read<{
      waivers: { id: string; effective: { from: string; to: string | null } }[];
    }>(`/v1/exclusions/${exclusion}`);
    const now = Date.now();
    return waivers.find(({ effective: { to } }) => to === null || Date.parse(to) > now)?.id ?? null;
  }

  /** Reads how a vendor stands, once nothing that was asked for before can still happen. */
  private async lookUp(vendor: Known): Promise<void> {
    await sleep(500);
    const { listings, exclusions } = await this.read<{
      listings: { status: string }[];
      exclusions: { id: string }[];
    }>(`/v1/vendors/${vendor.id}/standing`);
    vendor.listed = listings[0]?.status === 'listed';
    vendor.exclusion = exclusions[0]?.id ?? null;
    vendor.waiver = vendor.exclusion && (await this.waiverOf(vendor.exclusion));
  }

  private async read<Body>(path: string): Promise<Body> {
    const [{ apiKey: key }] = this.cast.admins;
    for (;;) {
      const { status, text } = await this.fleet.call('GET', path, { key });
      if (status === 200) return JSON.parse(text) as Body;
      if (!NOT_ACKNOWLEDGED.includes(status)) throw new Error(`${path}: ${status} ${text}`);
      await sleep(50);
    }
  }
}

// A broken connection, an outage; and what became of a change that had been made before without being acknowledged.
const NOT_ACKNOWLEDGED = [0, 503, 409, 422];
