import { writeFile } from 'node:fs/promises';
import { renderPaper } from '#documents/package/render-papers.ts';
import { writePackage } from '#documents/package/write-package.ts';
import { renderers } from '#documents/render/form.ts';
import { contentDigest } from '#domain/values/digest.ts';
import { formatDay } from '#domain/values/instant.ts';
import { Refusal } from '#domain/values/refusal.ts';
import { cli } from '#web/messages/cli.ts';
import { packageCli } from '#web/messages/package-cli.ts';
import { options, words, type Command } from '../command.ts';
import { instantOption } from '../instant-option.ts';
import { readPlanFile } from '../plan-file.ts';
import { Sentence } from '../sentence.ts';
import { productOf, readViewer } from '../viewer-build.ts';
import { unrenderableSentence } from './render.ts';

const strings = { out: { type: 'string' }, url: { type: 'string' }, edition: { type: 'string' }, at: { type: 'string' } } as const;
const kinds = ['form', 'plan', 'commitment'] as const;

/** `package plan.json --out x.zip [--url …]`: a plan that nobody has filed, with its papers as drafts. */
export const packagePlan: Command = async (args) => {
  const { values, positionals } = options('package', args, strings);
  const [file = ''] = words('package', positionals, 1);
  const { out } = values;
  if (out === undefined) throw new Sentence(packageCli.missingOut, 2);
  const publicUrl = urlOption(values.url);
  const { edition, plan } = await readPlanFile(file, values.edition);
  const at = instantOption(values.at, edition);
  const manifest = { contentDigest: contentDigest({ ...plan }), date: formatDay(Date.parse(at)), demo: false, publicUrl, filed: null };
  const images = new Map<string, never>();
  const papers = [];
  try {
    for (const kind of kinds) papers.push({ kind, ...(await renderPaper(kind, { edition, plan, at, manifest, images })) });
  } catch (error) {
    throw error instanceof Refusal && error.code === 'unrenderable' ? new Sentence(unrenderableSentence(error)) : error;
  } finally {
    renderers.close();
  }
  const viewer = await readViewer();
  const bytes = writePackage(
    { product: await productOf(viewer), plan, edition, date: manifest.date, demo: false, publicUrl, filed: null, papers, images },
    viewer,
  );
  await writeFile(out, bytes).catch(() => {
    throw new Sentence(cli.cannotWrite(out), 2);
  });
  process.stdout.write(`${packageCli.written(out, papers.length)}\n`);
};

/** An address of http or https without its last slash; null where none is given. */
export function urlOption(text: string | undefined): string | null {
  if (text === undefined) return null;
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol) || /[\s"'<>\\]/.test(text) || text.length > 300)
    throw new Sentence(packageCli.badUrl(text), 2);
  return text.replace(/\/+$/, '');
}
