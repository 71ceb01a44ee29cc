import { writeFile } from 'node:fs/promises';
import { type DocumentKind, documentKinds, renderDocument } from '#documents/render/document.ts';
import { renderers, renderForm, type RenderedPaper } from '#documents/render/form.ts';
import { check } from '#domain/filing/check.ts';
import { readDocumentNumber } from '#domain/values/document-number.ts';
import { formatDay } from '#domain/values/instant.ts';
import { Refusal } from '#domain/values/refusal.ts';
import { cli } from '#web/messages/cli.ts';
import { options, words, type Command } from '../command.ts';
import { instantOption } from '../instant-option.ts';
import { readPlanFile, type PlanFile } from '../plan-file.ts';
import { Sentence } from '../sentence.ts';

interface Wanted {
  readonly paper: 'form' | DocumentKind;
  /** From 0. */
  readonly project: number;
  readonly letterNumber?: string;
}

const strings = {
  out: { type: 'string' },
  edition: { type: 'string' },
  at: { type: 'string' },
  project: { type: 'string' },
  number: { type: 'string' },
} as const;

/** `render form|plan|commitment|letter|proposal plan.json --out x.pdf`: the paper as it stands, marked as a draft. */
export const render: Command = async (args) => {
  const { values, positionals } = options('render', args, strings);
  const [paper = '', file = ''] = words('render', positionals, 2);
  const { out, project, number } = values;
  if (!isPaper(paper) || (project !== undefined && paper !== 'proposal') || (number !== undefined && paper !== 'letter')) {
    throw new Sentence(cli.badArguments('render'), 2);
  }
  if (out === undefined) throw new Sentence(cli.missingOut, 2);
  const read = await readPlanFile(file, values.edition);
  const at = instantOption(values.at, read.edition);
  const wanted = { paper, project: projectOption(project, read), ...(number === undefined ? {} : { letterNumber: numberOption(number) }) };
  const { bytes, pages } = await draft(read, at, wanted).finally(() => renderers.close());
  await writeFile(out, bytes).catch(() => {
    throw new Sentence(cli.cannotWrite(out), 2);
  });
  process.stdout.write(`${cli.rendered(out, pages)}\n`);
};

function isPaper(name: string): name is Wanted['paper'] {
  return name === 'form' || documentKinds.some((kind) => kind === name);
}

/** `--project 3` is the third; the first when absent. */
function projectOption(text: string | undefined, { plan }: PlanFile): number {
  if (text === undefined) return 0;
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1 || number > plan.projects.length) throw new Sentence(cli.noProject(text, plan.projects.length), 2);
  return number - 1;
}

function numberOption(text: string): string {
  const number = readDocumentNumber(text);
  if (number === undefined) throw new Sentence(cli.noDocumentNumber(text), 2);
  return number;
}

async function draft({ edition, plan }: PlanFile, at: string, { paper, ...more }: Wanted): Promise<RenderedPaper> {
  if (paper === 'proposal' && plan.projects.length === 0) throw new Sentence(cli.noProject('1', 0), 2);
  const request = { edition, plan, problems: check(edition, plan, 'submit', { at }), mark: { draft: true as const }, date: formatDay(Date.parse(at)) };
  try {
    return paper === 'form' ? await renderForm(request) : await renderDocument(paper, { ...request, ...more });
  } catch (error) {
    if (error instanceof Refusal && error.code === 'unrenderable') throw new Sentence(unrenderableSentence(error));
    throw error;
  }
}

/** The characters that no font has, the picture whose bytes a plan file does not hold, or that rendering took too long. */
export function unrenderableSentence({ detail }: Refusal): string {
  const { characters, reason, file } = detail;
  if (reason === 'picture') return cli.pictureMissing(String(file));
  return cli.unrenderable(Array.isArray(characters) ? characters.map(String).join(' ') : '');
}
