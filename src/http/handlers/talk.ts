import type { Handlers } from '#http/context.ts';
import type { historyRoutes } from '#http/contract/routes/history.ts';
import type { talkRoutes } from '#http/contract/routes/talk.ts';
import type { taskRoutes } from '#http/contract/routes/tasks.ts';
import { readHistory, readSave } from '#usecases/block-history.ts';
import type { Deps } from '#usecases/deps.ts';
import { saveBlock, saveProposalBlock } from '#usecases/save-block.ts';
import { addComment, changeThread, readThreads } from '#usecases/talk.ts';
import { changeTask, giveTask, readColleagues, readTasks } from '#usecases/tasks.ts';
import { tellPresence, together } from '#usecases/together.ts';

export function talkHandlers(deps: Deps): Pick<Handlers, keyof typeof talkRoutes> {
  return {
    together: async ({ params }, { actor }) => together(deps, actor, params),
    tellPresence: async ({ params, body }, { actor }) => tellPresence(deps, actor, params, body),
    threads: async ({ params, query }, { actor }) => readThreads(deps, actor, params, query),
    addComment: async ({ params, body }, { actor, key }) => addComment(deps, actor, key, params, body),
    answerComment: async ({ params: { thread, ...at }, body }, { actor, key }) => changeThread(deps, actor, key, at, thread, 'answer', body.text),
    resolveThread: async ({ params: { thread, ...at } }, { actor, key }) => changeThread(deps, actor, key, at, thread, 'resolve'),
    reopenThread: async ({ params: { thread, ...at } }, { actor, key }) => changeThread(deps, actor, key, at, thread, 'reopen'),
  };
}

export function taskHandlers(deps: Deps): Pick<Handlers, keyof typeof taskRoutes> {
  return {
    tasks: async ({ query }, { actor }) => readTasks(deps, actor, query.side),
    colleagues: async ({ params }, { actor }) => readColleagues(deps, actor, params),
    giveTask: async ({ params, body }, { actor, key }) => giveTask(deps, actor, key, params, body),
    finishTask: async ({ params }, { actor, key }) => changeTask(deps, actor, key, params.task, 'finish'),
    reopenTask: async ({ params }, { actor, key }) => changeTask(deps, actor, key, params.task, 'reopen'),
  };
}

export function historyHandlers(deps: Deps): Pick<Handlers, keyof typeof historyRoutes> {
  return {
    blockHistory: async ({ params: { block, ...at }, query }, { actor }) => readHistory(deps, actor, at, block, query.before),
    blockSave: async ({ params: { block, n, ...at } }, { actor }) => readSave(deps, actor, at, block, n),
    restoreBlock: async ({ params, body: { base, n } }, { actor, key }) => saveBlock(deps, actor, key, params, { base, restore: n }),
    restoreProposalBlock: async ({ params, body: { base, n } }, { actor, key }) => saveProposalBlock(deps, actor, key, params, { base, restore: n }),
  };
}
