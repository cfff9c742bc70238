import { parsePair } from '../screening/decisions/domain/pair';
import type { ScreeningContent } from './domain/proposal';
import type { ProposeMatchDto } from './propose-match.dto';
import { groundsOf } from './said-in-proposal';

/** What a request proposes to find of a pair. @throws {InvalidRequest} naming what is no pair */
export function matchContentOf(body: ProposeMatchDto): ScreeningContent {
  const { action, name, finding } = body;
  const subject = { vendor: idOf(body.vendor), name: name?.trim() ?? null };
  const pair = { ...subject, other: idOf(body.other), exclusion: idOf(body.exclusion) };
  parsePair(pair);
  return { action, ...pair, finding, ...groundsOf(body) };
}

const idOf = (text: string | undefined): string | null => text?.toLowerCase() ?? null;
