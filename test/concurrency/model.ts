/** What is asked of the registry before a purchase. */
export interface Question {
  readonly vendor: string;
  /** Code of the list that is bought from; null: on the open market. */
  readonly list: string | null;
  /** Code of the agency that the purchase is for. */
  readonly agency: string;
  /** Id of the key that the question comes with. */
  readonly key: string;
}

/** A verdict, with the codes of its reasons in alphabetical order. */
export interface Expected {
  readonly verdict: 'eligible' | 'ineligible' | 'review';
  readonly codes: readonly string[];
}

/** An entry of the history, as far as it is understood here. */
export interface ReplayedEntry {
  readonly position: number;
  readonly type: string;
  readonly vendors: readonly string[];
  readonly list?: string | undefined;
  readonly exclusion?: string | undefined;
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
}

type Standing = 'listed' | 'suspended' | 'removed';

interface Exclusion {
  readonly vendor: string;
  /** Waivers that stand: by their ids, the agency that may buy. */
  readonly waivers: Map<string, string>;
}

/**
 * The registry in its plainest form: who stands how on which list and is excluded, by replaying the history from its
 * beginning. It knows what the trials here change, all from the moment of the change on, and shares no code with
 * the registry; whatever else it meets, it refuses.
 */
export class Model {
  /** How many entries it has replayed. */
  size = 0;
  private readonly standings = new Map<string, Standing>();
  private readonly exclusions = new Map<string, Exclusion>();

  replay(entry: ReplayedEntry): void {
    if (entry.position !== this.size) throw new Error(`Entry ${this.size} is missing.`);
    this.size += 1;
    if (NO_VERDICT_RESTS_ON.test(entry.type)) return;
    const standing = STANDING_AFTER[entry.type];
    if (standing) this.stand(entry, standing);
    else this.replayOther(entry);
  }

  /** The answer that the registry gives at this position. */
  answer({ vendor, list, agency }: Question): Expected {
    const barring = [...this.exclusions.values()].filter((one) => one.vendor === vendor);
    const waived = barring.filter(({ waivers }) => [...waivers.values()].includes(agency));
    const bars = barring.length > waived.length;
    const standing = list === null ? undefined : this.standings.get(`${vendor} ${list}`);
    const codes = [
      ...barring.map(() => 'VENDOR_EXCLUDED'),
      ...waived.map(() => 'WAIVED'),
      ...codesOf(list, standing, barring.length > 0),
    ];
    const eligible = !bars && (list === null || standing === 'listed');
    return { verdict: eligible ? 'eligible' : 'ineligible', codes: codes.sort() };
  }

  private stand({ vendors, list }: ReplayedEntry, standing: Standing): void {
    for (const vendor of vendors) this.standings.set(`${vendor} ${list ?? ''}`, standing);
  }

  private replayOther(entry: ReplayedEntry): void {
    const { position, type, exclusion = '' } = entry;
    if (type === 'exclusion.imposed') this.exclusions.set(exclusion, imposedBy(entry));
    else if (type === 'exclusion.ended') this.exclusions.delete(exclusion);
    else if (type.startsWith('waiver.')) waive(entry, this.exclusions.get(exclusion));
    else throw new Error(`Entry ${position} is of a type that no trial makes: ${type}`);
  }
}

const imposedBy = ({ vendors }: ReplayedEntry): Exclusion => ({
  vendor: vendors[0] ?? '',
  waivers: new Map(),
});

function waive({ type, before, after }: ReplayedEntry, exclusion: Exclusion | undefined): void {
  if (type === 'waiver.revoked') exclusion?.waivers.delete(text(before, 'waiver'));
  else exclusion?.waivers.set(text(after, 'waiver'), text(after, 'agency'));
}

function codesOf(
  list: string | null,
  standing: Standing | undefined,
  excluded: boolean,
): readonly string[] {
  if (list === null) return excluded ? [] : ['NOT_EXCLUDED'];
  return standing === undefined ? ['NOT_LISTED'] : CODES[standing];
}

const CODES: Readonly<Record<Standing, readonly string[]>> = {
  listed: ['LISTED'],
  suspended: ['LISTING_SUSPENDED', 'SUSPENSION_UNCONFIRMED'],
  removed: ['LISTING_REMOVED'],
};

function text(state: ReplayedEntry['after'], member: string): string {
  const value = state?.[member];
  if (typeof value !== 'string') throw new Error(`An entry does not tell its ${member}.`);
  return value;
}

const STANDING_AFTER: Readonly<Record<string, Standing>> = {
  'listing.listed': 'listed',
  'listing.reinstated': 'listed',
  'listing.suspended': 'suspended',
  'listing.removed': 'removed',
};

const NO_VERDICT_RESTS_ON =
  /^(registry\.opened|checks\.sealed|proposal\.\w+|vendor\.registered|list\.created|caller\.created|key\.(issued|revoked))$/;
