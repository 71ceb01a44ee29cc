import '../polyfills.ts';
import './viewer.css';
import { judgePackage, type Measured, type PackageVerdict } from '#domain/package/judge-package.ts';
import type { Manifest } from '#domain/package/manifest.ts';
import type { Edition } from '#domain/programme/edition.ts';
import { sm3 } from '#domain/values/sm3.ts';
import { utf8 } from '#domain/values/utf8.ts';
import { digestGroups, secondTime } from '#web/messages/formats.ts';
import { packageFaultSentence, packages as words } from '#web/messages/package.ts';
import { card, element, mono, pairs, table } from './element.ts';
import { drawContent } from './plan-view.ts';

/*
 * The page that opens a package without a network. It computes everything anew from what it carries, says what that proves and what it
 * does not, and compares files that a person gives it. Nothing leaves the computer: its policy allows no address at all.
 */
function draw(root: HTMLElement): void {
  const texts = carried();
  const measured = new Map<string, Measured>([...texts].map(([name, text]) => [name, measure(utf8(text))]));
  const verdict = judgePackage({ texts, measured, whole: false });
  const { manifest, plan, edition } = verdict;
  root.append(element('h1', '', words.title), drawVerdict(verdict));
  if (manifest === undefined) return;
  root.append(drawFacts(manifest, verdict), drawProof(manifest), drawFiles(manifest, verdict));
  if (plan !== undefined && edition !== undefined) root.append(contentOf(edition, plan));
  root.append(element('p', 'faint foot', words.foot(manifest.product)));
}

/** The JSON files as they stand in the package, by name. */
function carried(): ReadonlyMap<string, string> {
  const data: unknown = JSON.parse(document.getElementById('package')?.textContent ?? '{}');
  return new Map(Object.entries(data as Record<string, unknown>).flatMap(([name, text]) => (typeof text === 'string' ? [[name, text] as const] : [])));
}

function measure(bytes: Uint8Array): Measured {
  return { size: bytes.length, digest: sm3(bytes) };
}

function contentOf(edition: unknown, plan: NonNullable<PackageVerdict['plan']>): HTMLElement {
  try {
    return drawContent(edition as Edition, plan);
  } catch {
    return card(words.contentTitle, element('p', 'fault', words.unshown));
  }
}

function drawVerdict({ faults, manifest }: PackageVerdict): HTMLElement {
  if (faults.length > 0 || manifest === undefined) {
    const sentences = faults.length === 0 ? [words.unreadable] : faults.map(packageFaultSentence);
    const list = element('ul', '', ...sentences.map((sentence) => element('li', '', sentence)));
    return element('section', 'verdict bad', element('h2', '', words.faultTitle(sentences.length)), list, element('p', '', words.faultBody));
  }
  const isDraft = manifest.filed === null;
  const title = isDraft ? words.wholeDraft : words.wholeFiled;
  const demo = manifest.demo ? [element('p', 'strong', words.demo)] : [];
  return element('section', isDraft ? 'verdict draft' : 'verdict good', element('h2', '', title), element('p', '', words.wholeBody), ...demo);
}

function drawFacts({ zone, filed, contentDigest, date }: Manifest, { receipt, edition }: PackageVerdict): HTMLElement {
  const { facts } = words;
  const title = typeof edition === 'object' && edition !== null && 'title' in edition && typeof edition.title === 'string' ? edition.title : undefined;
  return element(
    'section',
    'card',
    pairs([
      [facts.zone, zone],
      [facts.edition, title],
      [facts.state, filed === null ? words.draft : undefined],
      [facts.date, filed === null ? date : undefined],
      [facts.number, filed?.number],
      [facts.version, filed === null ? undefined : words.versionOf(filed.version)],
      [facts.filedAt, filed === null ? undefined : secondTime(filed.filedAt)],
      [facts.receipt, receipt?.number],
      [facts.code, receipt === undefined ? undefined : mono(receipt.code)],
      [facts.digest, mono(digestGroups(contentDigest))],
      [facts.audit, receipt === undefined ? undefined : mono(words.auditOf(receipt.auditHead.seq, receipt.auditHead.hash))],
    ]),
  );
}

function drawProof({ filed, publicUrl }: Manifest): HTMLElement {
  const items = (sentences: readonly string[]): HTMLElement => element('ul', '', ...sentences.map((sentence) => element('li', '', sentence)));
  const online = publicUrl === null ? words.onlineUnknown : words.online(publicUrl);
  const open = filed === null ? [words.signature, words.truth] : [online, words.witness, words.signature, words.seal, words.truth];
  return card(
    words.provenTitle,
    element('h3', '', words.proven),
    items(filed === null ? words.provenDraft : words.provenFiled),
    element('h3', '', words.unproven),
    items(open),
  );
}

function drawFiles(manifest: Manifest, { plan }: PackageVerdict): HTMLElement {
  const { papers, files } = manifest;
  const digests = new Map(files.map(({ name, digest }) => [name, digest]));
  const attachments = plan?.attachments ?? [];
  const result = element('div', 'result');
  result.setAttribute('role', 'status');
  const tell = (name: string, digest: string): HTMLElement => {
    const paper = papers.find(({ file }) => digests.get(file) === digest);
    const attached = attachments.find((file) => file.digest === digest);
    const part = files.find((file) => file.digest === digest);
    if (paper !== undefined) return element('p', 'ok', words.isPaper(name, words.papers[paper.kind], paper.pages));
    if (attached !== undefined) return element('p', 'ok', words.isAttachment(name, attached.name));
    return part === undefined ? element('p', 'fault', words.isNothing(name)) : element('p', 'ok', words.isPart(name, part.name));
  };
  const look = async (given: FileList | null | undefined): Promise<void> => {
    result.replaceChildren();
    for (const file of given ?? []) {
      const line = element('div', '', element('p', 'faint', words.measuring(file.name)));
      result.append(line);
      const { digest } = measure(new Uint8Array(await file.arrayBuffer()));
      line.replaceChildren(tell(file.name, digest), element('p', 'faint', `${words.digestOf} `, mono(digestGroups(digest))));
    }
  };
  const section = card(words.filesTitle, element('p', '', words.filesBody), chooser(look), result);
  dropOn(section, look);
  section.append(
    element('h3', '', words.papersTitle),
    table(
      words.paperHead,
      papers.map(({ kind, file, pages }) => [`${words.papers[kind]} ${file}`, String(pages), mono(digestGroups(digests.get(file) ?? ''))]),
    ),
  );
  if (attachments.length > 0) {
    const rows = attachments.map(({ name, digest }) => [name, digest === undefined ? words.noDigest : mono(digestGroups(digest))]);
    section.append(element('h3', '', words.attachmentsTitle), table(words.attachmentHead, rows));
  }
  return section;
}

function chooser(look: (files: FileList | null) => Promise<void>): HTMLElement {
  const input = element('input', 'unseen');
  input.type = 'file';
  input.multiple = true;
  input.id = 'files';
  input.addEventListener('change', () => void look(input.files));
  const label = element('label', 'button', words.choose);
  label.htmlFor = input.id;
  return element('p', '', input, label);
}

function dropOn(target: HTMLElement, look: (files: FileList | undefined) => Promise<void>): void {
  target.addEventListener('dragover', (event) => {
    event.preventDefault();
    target.classList.add('over');
  });
  target.addEventListener('dragleave', () => target.classList.remove('over'));
  target.addEventListener('drop', (event) => {
    event.preventDefault();
    target.classList.remove('over');
    void look(event.dataTransfer?.files);
  });
  // A file that misses its place must not take the page's.
  for (const name of ['dragover', 'drop'] as const) window.addEventListener(name, (event) => event.preventDefault());
}

const root = document.getElementById('app');
if (root !== null) draw(root);
