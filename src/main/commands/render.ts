import { writeFile } from 'node:fs/promises';
import { renderers, renderForm, type RenderedPaper } from '#documents/render/form.ts';
import { check } from '#domain/filing/check.ts';
import { formatDay } from '#domain/values/instant.ts';
import { Refusal } from '#domain/values/refusal.ts';
import { cli } from '#web/messages/cli.ts';
import { options, words, type Command } from '../command.ts';
import { instantOption } from '../instant-option.ts';
import { readPlanFile, type PlanFile } from '../plan-file.ts';
import { Sentence } from '../sentence.ts';

/** `render form plan.json --out x.pdf`: the 申报表 as it stands, marked as a draft. */
export const render: Command = async (args) => {
  const { values, positionals } = options('render', args, { out: { type: 'string' }, edition: { type: 'string' }, at: { type: 'string' } });
  const [paper, file = ''] = words('render', positionals, 2);
  if (paper !== 'form') throw new Sentence(cli.badArguments('render'), 2);
  if (values.out === undefined) throw new Sentence(cli.missingOut, 2);
  const { out } = values;
  const read = await readPlanFile(file, values.edition);
  const { bytes, pages } = await draft(read, instantOption(values.at, read.edition)).finally(() => renderers.close());
  await writeFile(out, bytes).catch(() => {
    throw new Sentence(cli.cannotWrite(out), 2);
  });
  process.stdout.write(`${cli.rendered(out, pages)}\n`);
};

async function draft({ edition, plan }: PlanFile, at: string): Promise<RenderedPaper> {
  const problems = check(edition, plan, 'submit', { at });
  try {
    return await renderForm({ edition, plan, problems, mark: { draft: true }, date: formatDay(Date.parse(at)) });
  } catch (error) {
    if (error instanceof Refusal && error.code === 'unrenderable') throw new Sentence(cli.unrenderable(charactersOf(error)));
    throw error;
  }
}

/** The characters that no font has; empty where rendering took too long. */
function charactersOf({ detail }: Refusal): string {
  const { characters } = detail;
  return Array.isArray(characters) ? characters.map(String).join(' ') : '';
}
