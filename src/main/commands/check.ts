import { check as judge } from '#domain/filing/check.ts';
import type { Problem } from '#domain/values/problem.ts';
import { options, words, type Command } from '../command.ts';
import { instantOption } from '../instant-option.ts';
import { readPlanFile } from '../plan-file.ts';

/** `check plan.json`: every problem as JSON; 0 where no must is broken, 1 where one is, 2 where the file cannot be read. */
export const check: Command = async (args) => {
  const { values, positionals } = options('check', args, { edition: { type: 'string' }, at: { type: 'string' } });
  const [file = ''] = words('check', positionals, 1);
  const { edition, plan } = await readPlanFile(file, values.edition);
  const problems = judge(edition, plan, 'submit', { at: instantOption(values.at, edition) });
  process.stdout.write(`${JSON.stringify(problems.map(printed), undefined, 2)}\n`);
  return problems.some((problem) => problem.severity === 'must') ? 1 : 0;
};

function printed({ severity, clause, rule, path, message, justification, confirmed }: Problem): Partial<Problem> {
  return {
    severity,
    clause,
    rule,
    path,
    message,
    ...(justification === undefined ? {} : { justification }),
    ...(confirmed === undefined ? {} : { confirmed }),
  };
}
