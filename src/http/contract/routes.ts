import { z } from 'zod';
import { documentRoutes } from './routes/documents.ts';
import { callRoutes } from './routes/calls.ts';
import { messageRoutes } from './routes/messages.ts';
import { fileRoutes } from './routes/files.ts';
import { organisationRoutes } from './routes/organisations.ts';
import { planRoutes } from './routes/plans.ts';
import { proposalRoutes } from './routes/proposals.ts';
import { publicRoutes } from './routes/public.ts';
import { sessionRoutes } from './routes/sessions.ts';
import { registerRoutes } from './routes/register.ts';
import { solicitationRoutes } from './routes/solicitation.ts';
import { rowRoutes } from './routes/rows.ts';
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
  ...proposalRoutes,
  ...solicitationRoutes,
  ...versionRoutes,
  ...documentRoutes,
  ...historyRoutes,
  ...talkRoutes,
  ...taskRoutes,
  ...sheetRoutes,
  ...rowRoutes,
  ...fileRoutes,
  ...messageRoutes,
} as const;

export type Routes = typeof routes;

/** What a refused request answers with, whatever the route; the browser has the sentence for each code. */
export const errorReply = z.object({ code: z.string(), detail: z.record(z.string(), json) });
