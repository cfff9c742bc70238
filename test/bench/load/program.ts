import { runAutocannon } from './autocannon-loop';
import { runClosed, runOpen } from './own-loops';
import type { Plan, Tally, Target } from './plan';

/** A process of its own that loads one server, so that its processor time is apart from everyone else's. */
let target: Target | undefined;

process.on('message', (message: { target: Target } | { plan: Plan }) => {
  if ('target' in message) target = message.target;
  else void run(message.plan);
});
process.on('disconnect', () => process.exit());

async function run(plan: Plan): Promise<void> {
  if (!target) throw new Error('There is no target.');
  const tally = await carryOut(target, plan, () => process.send?.({ begun: true }));
  process.send?.({ tally });
}

function carryOut(asked: Target, plan: Plan, begin: () => void): Promise<Tally> {
  if (plan.kind === 'open') return runOpen(asked, plan, begin);
  return plan.client === 'own' ? runClosed(asked, plan, begin) : runAutocannon(asked, plan, begin);
}
