/**
 * The events of the programme's lifecycles that an edition may name, as `plan.submit`: those by which somebody carries out a duty, or whose
 * guard judges a rule. A lifecycle table in domain/filing has these and its own inner ones (effects of other events, the clock).
 */
const events: Readonly<Record<string, readonly string[]>> = {
  account: ['activate', 'suspend', 'resume', 'close'],
  organisation: ['activate', 'suspend', 'resume', 'close'],
  call: ['publish', 'extend', 'cancel', 'finish'],
  answer: ['invite', 'offer', 'accept', 'decline', 'withdraw'],
  proposal: ['submit', 'return', 'take', 'lock', 'unlock'],
  localRecommendation: ['ask', 'give', 'decline', 'stale'],
  plan: ['begin', 'submit', 'resubmit', 'return', 'recall', 'lapse', 'withdraw', 'withdrawAdmitted'],
  cityCheck: ['pass', 'return', 'decline'],
  recommendation: ['recommend', 'withdraw', 'confirm'],
  intake: ['receive', 'mend', 'resubmit', 'strike', 'admit', 'refuse'],
  appraisal: ['seat', 'start', 'close', 'decide', 'announce'],
  group: ['seat', 'start', 'close'],
  project: ['add', 'remove', 'restore', 'convert', 'admit', 'review', 'select', 'pass', 'withdraw'],
  assignment: ['promise', 'release', 'finish', 'void'],
  scoreSheet: ['submit', 'void'],
  draw: ['commit', 'reveal', 'run', 'publish', 'abandon'],
  visit: ['plan', 'start', 'report', 'sign'],
  award: ['propose', 'approve', 'notice', 'release', 'withhold'],
  objection: ['file', 'inquire', 'uphold', 'dismiss'],
  contract: ['agree', 'sign', 'suspend', 'resume', 'end'],
  instalment: ['due', 'hold', 'free', 'pay', 'cancel'],
  report: ['submit', 'return', 'accept'],
  change: ['forward', 'approve', 'refuse'],
  finding: ['mend', 'close', 'escalate'],
  completion: ['apply', 'approve', 'hold', 'conclude', 'rehold'],
  integrityCase: ['hear', 'decide', 'appeal', 'finalise'],
};

export function isStep(name: string): boolean {
  const [thing = '', event = '', ...rest] = name.split('.');
  return rest.length === 0 && (events[thing]?.includes(event) ?? false);
}
