import type { EntityManager } from 'typeorm';
import { v7 } from 'uuid';
import {
  planExclusion,
  planExclusionAmendment,
  planExclusionEnd,
  type ExclusionPlan,
} from '../exclusions/domain/change-exclusion';
import { planRevocation, planWaiver, type WaiverPlan } from '../exclusions/domain/change-waiver';
import { agencyCode } from '../exclusions/domain/agency';
import type { Binding, ExclusionTerms } from '../exclusions/domain/exclusion';
import { parseArticles, parseTerms } from '../exclusions/domain/parse-terms';
import { Exclusions } from '../exclusions/exclusions';
import { recordExclusion, recordWaiver, type ExclusionDraft } from '../exclusions/record-exclusion';
import { Waivers } from '../exclusions/waivers';
import type { EntryType } from '../history/domain/entry';
import { ApprovedLists } from '../lists/approved-lists';
import { InvalidRequest, type Violation } from '../problems/registry-error';
import type { Carrying } from './carrying';
import type {
  ExcludeChange,
  ExclusionAmendment,
  ExclusionContent,
  WaiveChange,
} from './domain/proposal';
import type { Subject } from './subject';

type Lawful = Pick<ExclusionContent, 'authority'>;

/**
 * Makes a change of an exclusion or a waiver, whose subject the transaction must hold. @see applyContent
 *
 * @throws {InvalidRequest} when what the exclusion would say contradicts itself, or binds a list that there is none of
 * @throws {InvalidPeriod} @throws {ExclusionNotInEffect} @throws {WaiverNotInEffect} as the plans do
 */
export async function applyExclusionContent(
  tx: EntityManager,
  content: ExclusionContent,
  carrying: Carrying & { readonly subject: Subject },
): Promise<number[]> {
  const { now } = carrying;
  const from = content.effectiveFrom === null ? now : new Date(content.effectiveFrom);
  const given = (type: EntryType) => draftOf(type, content, carrying);
  switch (content.action) {
    case 'exclude': {
      const plan = await exclusionPlan(tx, content, from);
      const draft = { ...given('exclusion.imposed'), notice: content.notice };
      return [await recordExclusion(tx, plan, draft, now)];
    }
    case 'amend-exclusion': {
      const plan = await amendmentPlan(tx, content, from);
      return [await recordExclusion(tx, plan, given('exclusion.amended'), now)];
    }
    case 'end-exclusion': {
      const { exclusion } = content;
      const plan = planExclusionEnd(await new Exclusions(tx).timeline(exclusion), {
        exclusion,
        from,
      });
      return [await recordExclusion(tx, plan, given('exclusion.ended'), now)];
    }
    case 'waive': {
      const plan = await waiverPlan(tx, content, from);
      return [await recordWaiver(tx, plan, given('waiver.granted'), now)];
    }
    case 'revoke-waiver': {
      const plan = planRevocation(await new Waivers(tx).read(content.waiver), from);
      return [await recordWaiver(tx, plan, given('waiver.revoked'), now)];
    }
  }
}

function draftOf(
  type: EntryType,
  { authority, reason, corrects }: ExclusionContent,
  { proposal, actor, subject }: Carrying & { readonly subject: Subject },
): ExclusionDraft {
  return { type, actor, authority, reason, corrects, proposal, vendors: subject.vendors };
}

async function exclusionPlan(
  tx: EntityManager,
  { exclusion, effectiveTo, authority }: ExcludeChange & Lawful,
  from: Date,
): Promise<ExclusionPlan> {
  const terms = parseTerms(exclusion);
  await requireLists(tx, exclusion.binds, '/exclusion');
  const to = effectiveTo === null ? null : new Date(effectiveTo);
  return planExclusion(terms, { exclusion: v7(), from, to, authority });
}

async function amendmentPlan(
  tx: EntityManager,
  { exclusion, terms: amended, effectiveTo, authority }: ExclusionAmendment & Lawful,
  from: Date,
): Promise<ExclusionPlan> {
  const timeline = await new Exclusions(tx).timeline(exclusion);
  if (amended.binds) await requireLists(tx, amended.binds, '/terms');
  const to = typeof effectiveTo === 'string' ? new Date(effectiveTo) : effectiveTo;
  const terms = (before: ExclusionTerms) => parseTerms({ ...before, ...amended }, '/terms');
  return planExclusionAmendment(timeline, { exclusion, from, to, authority, terms });
}

async function waiverPlan(
  tx: EntityManager,
  { exclusion, agency, vendor, articles, effectiveTo, authority }: WaiveChange & Lawful,
  from: Date,
): Promise<WaiverPlan> {
  const timeline = await new Exclusions(tx).timeline(exclusion);
  const scope = { agency: agencyCode(agency), vendor, articles: parseArticles(articles) };
  const to = new Date(effectiveTo);
  return planWaiver(timeline, { id: v7(), exclusion, ...scope, from, to, authority });
}

/** @throws {InvalidRequest} naming each contract vehicle that is not a list */
async function requireLists(tx: EntityManager, { vehicles }: Binding, at: string): Promise<void> {
  const lists = new ApprovedLists(tx);
  const strange: Violation[] = [];
  for (const [index, vehicle] of vehicles.entries()) {
    if (await lists.exists(vehicle.trim())) continue;
    const pointer = `${at}/binds/vehicles/${index}`;
    strange.push({ pointer, message: 'is not the code of a list' });
  }
  if (strange.length > 0) throw new InvalidRequest(strange);
}
