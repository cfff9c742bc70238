import { CreateHistory1795510800000 } from './1795510800000-create-history';
import { CreateRegistry1795510800001 } from './1795510800001-create-registry';
import { CreateProposals1795510800002 } from './1795510800002-create-proposals';
import { CreateAccess1795510800003 } from './1795510800003-create-access';
import { CreateChecks1795510800004 } from './1795510800004-create-checks';
import { CreateExclusions1795510800005 } from './1795510800005-create-exclusions';
import { WidenChanges1795510800006 } from './1795510800006-widen-changes';
import { IndexChecks1795510800007 } from './1795510800007-index-checks';
import { PartitionChecks1795510800008 } from './1795510800008-partition-checks';
import { IndexReferences1795510800009 } from './1795510800009-index-references';
import { IndexChanges1795510800010 } from './1795510800010-index-changes';
import { CreateMatchDecisions1795510800011 } from './1795510800011-create-match-decisions';

/** Every migration, in the order in which they run. */
export const MIGRATIONS = [
  CreateHistory1795510800000,
  CreateRegistry1795510800001,
  CreateProposals1795510800002,
  CreateAccess1795510800003,
  CreateChecks1795510800004,
  CreateExclusions1795510800005,
  WidenChanges1795510800006,
  IndexChecks1795510800007,
  PartitionChecks1795510800008,
  IndexReferences1795510800009,
  IndexChanges1795510800010,
  CreateMatchDecisions1795510800011,
];
