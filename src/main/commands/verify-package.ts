import { readFile, stat } from 'node:fs/promises';
import { type ArchiveFault, type OpenPackage, openPackage } from '#documents/package/open-package.ts';
import { openPage } from '#documents/package/open-page.ts';
import { renderPaper } from '#documents/package/render-papers.ts';
import { renderers } from '#documents/render/form.ts';
import type { FlowImage } from '#documents/render/flow/flow.ts';
import type { PlanContent } from '#domain/filing/plan.ts';
import { judgePackage, type PackageVerdict } from '#domain/package/judge-package.ts';
import { type Manifest, pageFile } from '#domain/package/manifest.ts';
import { EditionError } from '#domain/programme/edition-error.ts';
import type { Edition } from '#domain/programme/edition.ts';
import { loadEdition } from '#domain/programme/load-edition.ts';
import { Refusal } from '#domain/values/refusal.ts';
import { cli } from '#web/messages/cli.ts';
import { packageCli } from '#web/messages/package-cli.ts';
import { packageFaultSentence } from '#web/messages/package.ts';
import { options, words, type Command } from '../command.ts';
import { planOf, shapedFor } from '../plan-file.ts';
import { Sentence } from '../sentence.ts';
import { productOf, readViewer } from '../viewer-build.ts';
import { urlOption } from './package.ts';

/** No package comes near it, and all of it is held in memory. */
const largest = 200 * 1_048_576;

/** `verify package x.zip`: 0 where everything agrees, 1 with a sentence for each thing that does not, 2 where it is no package. */
export const verifyPackage: Command = async (args) => {
  const { values, positionals } = options('verify', args, { 'no-render': { type: 'boolean' }, url: { type: 'string' } });
  const [, file = ''] = words('verify', positionals, 2);
  const render = values['no-render'] !== true;
  // The address in the codes of the papers, where it is not the one that the package names.
  const publicUrl = urlOption(values.url);
  const opened = openPackage(await bytesOf(file));
  if ('fault' in opened) throw new Sentence(archiveSentence(file, opened), 2);
  const verdict = judgePackage({ ...opened, whole: true });
  const { manifest, plan } = verdict;
  if (manifest === undefined) throw new Sentence(verdict.faults.map(packageFaultSentence).join('\n'), 2);
  const viewer = await readViewer();
  const own = await productOf(viewer);
  const texts = new Map([...opened.texts].filter(([name]) => manifest.files.some((one) => one.name === name) || name === 'manifest.json'));
  const isOwnPage = opened.files.has(pageFile) && Buffer.from(opened.files.get(pageFile) ?? []).equals(Buffer.from(openPage(inOrder(texts, manifest), viewer)));
  const faults = verdict.faults.map(packageFaultSentence);
  const isOwn = manifest.product === own;
  if (isOwn && !isOwnPage) faults.push(packageCli.otherPage);
  const rendered =
    render && verdict.faults.length === 0 && plan !== undefined
      ? await rerender(opened, { ...manifest, publicUrl: publicUrl ?? manifest.publicUrl }, plan, verdict)
      : [];
  faults.push(...rendered);
  if (rendered.length > 0 && !isOwn) faults.push(packageCli.otherProduct(manifest.product, own));
  if (faults.length > 0) {
    process.stderr.write(`${faults.join('\n')}\n`);
    return 1;
  }
  process.stdout.write(`${told(verdict, manifest, render, isOwn).join('\n')}\n`);
  return 0;
};

/** The page holds the texts in the order in which they were written. */
function inOrder(texts: ReadonlyMap<string, string>, { files }: Manifest): ReadonlyMap<string, string> {
  const names = [...files.map(({ name }) => name), 'manifest.json'];
  return new Map(names.flatMap((name) => (texts.has(name) ? [[name, texts.get(name) ?? ''] as const] : [])));
}

async function bytesOf(file: string): Promise<Uint8Array> {
  const unreadable = (): never => {
    throw new Sentence(cli.unreadable(file), 2);
  };
  const { size } = await stat(file).catch(unreadable);
  if (size > largest) throw new Sentence(packageCli.oversized(file), 2);
  return readFile(file).catch(unreadable);
}

function archiveSentence(file: string, fault: ArchiveFault): string {
  if (fault.fault === 'badName') return packageCli.badName(file, printed(fault.name));
  return fault.fault === 'twice' ? packageCli.twice(file, fault.name) : packageCli.archive(file, fault.fault);
}

/** A name that a stranger chose, without what would move the cursor. */
function printed(name: string): string {
  return name.replaceAll(/[^\x20-\x7e]/g, '?').slice(0, 80);
}

function told({ edition, receipt }: PackageVerdict, manifest: Manifest, render: boolean, isOwn: boolean): readonly string[] {
  const { zone, filed, contentDigest: digest, publicUrl, papers } = manifest;
  const title = typeof edition === 'object' && edition !== null && 'title' in edition ? String(edition.title) : '';
  const head = receipt === undefined ? undefined : `${receipt.auditHead.seq}:${receipt.auditHead.hash}`;
  return [
    packageCli.about({ zone, title, digest, ...filed }),
    packageCli.whole,
    render ? packageCli.rendered(papers.length) : packageCli.notRendered,
    ...(isOwn ? [] : [packageCli.pageUnchecked]),
    filed === null ? packageCli.draftUnproven : packageCli.unproven(publicUrl, head),
  ];
}

/** Every paper printed anew from what the digests speak of, and held against the bytes of the package. */
async function rerender(opened: OpenPackage, manifest: Manifest, plan: PlanContent, verdict: PackageVerdict): Promise<readonly string[]> {
  try {
    const edition = editionIn(verdict);
    const stored = shapedFor(edition, planOf(plan), (at) => new Sentence(packageCli.wrongAnswers(at)));
    const images = new Map(manifest.pictures.map(({ id, file }) => [id, imageIn(opened, file, manifest)]));
    const at = manifest.filed?.filedAt ?? `${manifest.date}T00:00:00+08:00`;
    const faults: string[] = [];
    for (const { kind, file, pages, letter } of manifest.papers) {
      const name = packageCli.paper(kind);
      const paper = await renderPaper(kind, { edition, plan: stored, at, manifest, images, ...(letter === undefined ? {} : { letter }) }).catch(
        (error: unknown) => {
          if (error instanceof Refusal) throw new Sentence(packageCli.unrenderable(name));
          throw error;
        },
      );
      if (paper.pages !== pages) faults.push(packageCli.pages(name, pages, paper.pages));
      if (!Buffer.from(paper.bytes).equals(opened.files.get(file) ?? Buffer.of())) faults.push(packageCli.otherPaper(name));
    }
    return faults;
  } catch (error) {
    if (error instanceof Sentence) return [error.message];
    throw error;
  } finally {
    renderers.close();
  }
}

function editionIn({ edition }: PackageVerdict): Edition {
  try {
    return loadEdition(edition);
  } catch (error) {
    if (error instanceof EditionError) throw new Sentence(packageCli.otherEdition(error.faults[0]?.path ?? ''));
    throw error;
  }
}

function imageIn({ files }: OpenPackage, file: string, manifest: Manifest): FlowImage {
  const digest = manifest.files.find(({ name }) => name === file)?.digest ?? '';
  return { digest, format: file.endsWith('.png') ? 'png' : 'jpg', bytes: files.get(file) ?? new Uint8Array() };
}
