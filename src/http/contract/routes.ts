import { z } from 'zod';
import { documentRoutes } from './routes/documents.ts';
import { auditRoutes } from './routes/audit.ts';
import { cityRoutes } from './routes/city.ts';
import { callRoutes } from './routes/calls.ts';
import { mendingRoutes } from './routes/mending.ts';
import { messageRoutes } from './routes/messages.ts';
import { fileRoutes } from './routes/files.ts';
import { intakeRoutes } from './routes/intake.ts';
import { organisationRoutes } from './routes/organisations.ts';
import { planRoutes } from './routes/plans.ts';
import { receiptRoutes } from './routes/receipts.ts';
import { proposalRoutes } from './routes/proposals.ts';
import { publicRoutes } from './routes/public.ts';
import { sessionRoutes } from './routes/sessions.ts';
import { registerRoutes } from './routes/register.ts';
import { solicitationRoutes } from './routes/solicitation.ts';
import { rowRoutes } from './routes/rows.ts';
import { scanRoutes } from './routes/scans.ts';
import { sheetRoutes } from './routes/sheets.ts';
import { historyRoutes } from './routes/history.ts';
import { talkRoutes } from './routes/talk.ts';
import { taskRoutes } from './routes/tasks.ts';
import { versionRoutes } from './routes/versions.ts';
import { json } from './shapes.ts';

/** Every route that the server answers, in one place. */
export const routes = {
  ...publicRoutes,
  ...sessionRoutes,
  ...organisationRoutes,
  ...callRoutes,
  ...registerRoutes,
  ...planRoutes,
  ...mendingRoutes,
  ...proposalRoutes,
  ...solicitationRoutes,
  ...cityRoutes,
  ...versionRoutes,
  ...documentRoutes,
  ...receiptRoutes,
  ...scanRoutes,
  ...historyRoutes,
  ...talkRoutes,
  ...taskRoutes,
  ...sheetRoutes,
  ...rowRoutes,
  ...fileRoutes,
  ...messageRoutes,
  ...intakeRoutes,
  ...auditRoutes,
} as const;

export type Routes = typeof routes;

/** What a refused request answers with, whatever the route; the browser has the sentence for each code. */
export const errorReply = z.object({ code: z.string(), detail: z.record(z.string(), json) });
