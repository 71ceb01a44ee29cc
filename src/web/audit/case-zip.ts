import { strToU8, zipSync } from 'fflate';
import { type CaseFile, paperName } from '#domain/audit/case-file.ts';
import { casePage as words } from '#web/messages/audit-case.ts';
import { actorWord, entrySentence } from '#web/messages/audit.ts';
import { causeWord, copiesText } from '#web/messages/intake.ts';
import { mending } from '#web/messages/mending.ts';
import { minuteTime, secondTime } from '#web/messages/formats.ts';

/** The archive of a case: what it says (`case.json`), the papers, and a page without scripts that explains it. */
export async function caseZip(file: CaseFile, papers: ReadonlyMap<string, Uint8Array>): Promise<Uint8Array> {
  const mtime = new Date(file.takenAt);
  const texts = { 'case.json': strToU8(`${JSON.stringify(file, null, 1)}\n`), [words.fileName]: strToU8(casePageOf(file)) };
  // PDFs are compressed already.
  const stored = Object.fromEntries([...papers].map(([name, bytes]) => [name, [bytes, { level: 0 }] as const]));
  return zipSync({ ...texts, ...stored }, { mtime });
}

/** The explaining page: nothing in it runs, and nothing is loaded from anywhere. */
export function casePageOf(file: CaseFile): string {
  const { plan, versions, receipts, heads, entries, names } = file;
  const who = (actor: string) => (typeof names[actor] === 'string' ? names[actor] : actorWord(actor));
  const body = [
    `<h1>${text(words.title(plan.number))}</h1>`,
    paragraph(words.of(plan.zone, plan.city)),
    paragraph(words.taken(file.takenBy, secondTime(file.takenAt))),
    list(words.proves, words.provesItems),
    list(words.notProves, words.notItems),
    list(words.check, [words.checkItem]),
    table(
      words.versions,
      words.versionColumns,
      versions.map(({ n, filedAt, contentDigest, pdfDigest, receiptNumber }) => [String(n), secondTime(filedAt), contentDigest, pdfDigest, receiptNumber]),
    ),
    table(
      words.receipts,
      words.receiptColumns,
      receipts.map(({ number, version, arrivedAt, auditSeq, auditHash }) => [number, String(version), secondTime(arrivedAt), `${auditSeq}:${auditHash}`]),
    ),
    table(
      words.letters,
      words.letterColumns,
      file.letters.map(({ n, version, documentNumber, issuedAt }) => [
        paperName({ n, kind: 'letter' }),
        documentNumber,
        String(version),
        secondTime(issuedAt),
        digestOf(file, 'letter', n),
      ]),
    ),
    table(
      words.desk,
      words.deskColumns,
      file.paperReceipts.map(({ n, version, stampedAt, counts, handedInBy }) => [
        paperName({ n, kind: 'receipt' }),
        secondTime(stampedAt),
        String(version),
        copiesText(counts),
        handedInBy,
        digestOf(file, 'receipt', n),
      ]),
    ),
    table(
      words.notTaken,
      words.notTakenColumns,
      file.paperRefusals.map(({ n, at, cause, code, handedInBy, remark }) => [
        paperName({ n, kind: 'refusal' }),
        secondTime(at),
        isCause(cause) ? causeWord[cause] : cause,
        code,
        handedInBy,
        remark,
      ]),
    ),
    table(
      words.mendings,
      words.mendingColumns,
      file.mendings.map(({ round, version, askedAt, deadline, reason, parts, paper }) => [
        String(round),
        secondTime(askedAt),
        String(version),
        secondTime(deadline),
        reason,
        [...parts.map((part) => part.text), ...paper.map(mending.paperName)].join('；'),
      ]),
    ),
    table(
      words.heads,
      words.headColumns,
      heads.map(({ day, seq, hash, publishedAt }) => [day, `${seq}:${hash}`, minuteTime(publishedAt)]),
    ),
    table(
      words.entries,
      words.entryColumns,
      entries.map(({ entry, link }) => [link === null ? '' : String(link.seq), secondTime(entry.at), who(entry.actor), entrySentence(entry), link?.hash ?? '']),
    ),
  ];
  return `<!doctype html>\n<html lang="zh-CN"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><title>${text(words.title(plan.number))}</title><style>${style}</style></head><body>\n${body.join('\n')}\n</body></html>\n`;
}

function digestOf({ papers }: CaseFile, kind: CaseFile['papers'][number]['kind'], n: number): string {
  return papers.find((paper) => paper.kind === kind && paper.n === n)?.digest ?? '';
}

function isCause(cause: string): cause is keyof typeof causeWord {
  return cause in causeWord;
}

const style = `body{font-family:'PingFang SC','Microsoft YaHei','Noto Sans SC',sans-serif;font-size:14px;line-height:22px;color:#1a1f26;max-width:1100px;margin:24px auto;padding:0 16px}
table{border-collapse:collapse;width:100%;margin:8px 0 24px}th,td{border:1px solid #cbd0d7;padding:4px 8px;text-align:left;vertical-align:top;overflow-wrap:anywhere}th{background:#eef0f3}`;

function paragraph(sentence: string): string {
  return `<p>${text(sentence)}</p>`;
}

function list(title: string, items: readonly string[]): string {
  return `<h2>${text(title)}</h2><ul>${items.map((item) => `<li>${text(item)}</li>`).join('')}</ul>`;
}

function table(title: string, columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const head = columns.map((column) => `<th>${text(column)}</th>`).join('');
  const body = rows.map((row) => `<tr>${row.map((cell) => `<td>${text(cell)}</td>`).join('')}</tr>`).join('\n');
  return `<h2>${text(title)}</h2><table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`;
}

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Somebody's reason stays text. */
function text(plain: string): string {
  return plain.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign);
}
