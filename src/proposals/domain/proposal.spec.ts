import { digestOf, requireApprovable, type Proposal, type ProposalContent } from './proposal';

const CONTENT: ProposalContent = {
  action: 'remove',
  vendor: 'V',
  list: 'a-list',
  effectiveFrom: null,
  authority: { citation: 'FAR 9.406-2', office: 'GSA' },
  reason: 'for the test',
};

const aProposal = (change: Partial<Proposal> = {}): Proposal => ({
  id: 'P',
  state: 'pending',
  content: CONTENT,
  sha256: digestOf(CONTENT).sha256,
  ...{ list: 'a-list', exclusion: null, vendors: ['V'], warnings: [], impact: null },
  approvalsNeeded: 1,
  approvedBy: [],
  basis: 0,
  proposedBy: 'one',
  proposedAt: new Date('2026-06-01T00:00:00Z'),
  decidedBy: null,
  decidedAt: null,
  decisionReason: null,
  entries: [],
  ...change,
});

describe('a proposal', () => {
  const { sha256 } = aProposal();

  it('is approved by another person who read what is proposed', () => {
    expect(() => requireApprovable(aProposal(), 'two', sha256)).not.toThrow();
  });

  it.each([
    ['its proposer', aProposal(), 'one', sha256, 'proposed this change'],
    ['someone who has approved it', aProposal({ approvedBy: ['two'] }), 'two', sha256, 'approved'],
    ['whoever read something else', aProposal(), 'two', '0'.repeat(64), 'digest'],
    ['anyone, once it is decided', aProposal({ state: 'rejected' }), 'two', sha256, 'rejected'],
    [
      'anyone, where its content was changed behind its digest',
      aProposal({ content: { ...CONTENT, vendor: 'W' } }),
      'two',
      sha256,
      'digest',
    ],
  ])('is not approved by %s', (_, proposal, person, digest, message) => {
    expect(() => requireApprovable(proposal, person, digest)).toThrow(message);
  });

  it('has one digest, in whatever order its members stand', () => {
    const { reason, ...rest } = CONTENT;
    expect(digestOf({ reason, ...rest }).sha256).toBe(sha256);
    expect(digestOf({ ...CONTENT, reason: 'another' }).sha256).not.toBe(sha256);
  });
});
