import type { Deps } from '#usecases/deps.ts';
import type { Handlers } from './context.ts';
import { auditHandlers } from './handlers/audit.ts';
import { documentHandlers } from './handlers/documents.ts';
import { mendingHandlers } from './handlers/mending.ts';
import { messageHandlers } from './handlers/messages.ts';
import { fileHandlers } from './handlers/files.ts';
import { intakeHandlers } from './handlers/intake.ts';
import { organisationHandlers } from './handlers/organisations.ts';
import { cityHandlers } from './handlers/city.ts';
import { callHandlers } from './handlers/calls.ts';
import { registerHandlers } from './handlers/register.ts';
import { planHandlers } from './handlers/plans.ts';
import { receiptHandlers } from './handlers/receipts.ts';
import { proposalHandlers } from './handlers/proposals.ts';
import { publicHandlers } from './handlers/public.ts';
import { sessionHandlers } from './handlers/sessions.ts';
import { solicitationHandlers } from './handlers/solicitation.ts';
import { rowHandlers } from './handlers/rows.ts';
import { scanHandlers } from './handlers/scans.ts';
import { sheetHandlers } from './handlers/sheets.ts';
import { historyHandlers, talkHandlers, taskHandlers } from './handlers/talk.ts';
import { versionHandlers } from './handlers/versions.ts';

/** Every route of the contract, answered by its use case. */
export function makeHandlers(deps: Deps, webRoot: string | undefined): Handlers {
  return {
    ...publicHandlers(deps, webRoot),
    ...sessionHandlers(deps),
    ...organisationHandlers(deps),
    ...callHandlers(deps),
    ...registerHandlers(deps),
    ...planHandlers(deps),
    ...mendingHandlers(deps),
    ...proposalHandlers(deps),
    ...solicitationHandlers(deps),
    ...cityHandlers(deps),
    ...versionHandlers(deps),
    ...documentHandlers(deps),
    ...scanHandlers(deps),
    ...receiptHandlers(deps),
    ...historyHandlers(deps),
    ...talkHandlers(deps),
    ...taskHandlers(deps),
    ...sheetHandlers(deps),
    ...rowHandlers(deps),
    ...fileHandlers(deps),
    ...messageHandlers(deps),
    ...intakeHandlers(deps),
    ...auditHandlers(deps),
  };
}
