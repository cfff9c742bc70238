import { ProposalBody } from './proposal-body.pipe';
import { PROPOSAL_EXAMPLES } from './proposal-examples';

describe('The examples of proposals', () => {
  it.each(Object.entries(PROPOSAL_EXAMPLES))(
    'show one that may be sent: %s',
    async (action, one) => {
      await expect(new ProposalBody().transform(one)).resolves.toMatchObject({ action });
    },
  );
});
