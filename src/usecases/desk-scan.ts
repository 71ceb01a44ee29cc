import { readScan } from '#documents/read/read-scan.ts';
import { digestOf } from '#db/files.ts';
import { fileTypes, kindOf } from '#domain/files/file-type.ts';
import { deskText } from '#domain/intake/desk-text.ts';
import { Refusal } from '#domain/values/refusal.ts';
import { arrivalOf } from './arrival.ts';
import { authorise } from './authorise.ts';
import { command } from './command.ts';
import type { Deps } from './deps.ts';
import { answerCode, note, type DeskAnswer } from './desk-look.ts';
import type { Session } from './session.ts';

/** A photo of one page, or a scan of a few: what is found on it is answered, the file itself is not kept. */
const limits = { bytes: 30_000_000, pages: 60, time: 90_000, memory: 1_500_000_000, waiting: 4 };

/** A type: a command's reply is JSON. */
export type DeskScan = {
  readonly pages: number;
  /** Pages on which no code was found, counted from 1; blank backs of sheets are none. */
  readonly unread: readonly number[];
  /** One answer for each paper of each version that a code spoke of. */
  readonly answers: readonly DeskAnswer[];
};

/** Reads the codes of a photographed or scanned page on the server: what the desk's scanner does not see, a picture may. */
export function lookUpScan(deps: Deps, asker: Session | null, key: string, bytes: Uint8Array, elapsed: () => number): Promise<DeskScan> {
  return command(
    deps,
    { session: asker, key, act: 'desk.look', says: { scan: digestOf(bytes) } },
    {
      prepare: async () => {
        authorise(asker, 'desk.look', { kind: 'call' });
        const kind = kindOf(bytes);
        if (kind === undefined) throw new Refusal('badFile', { fault: 'unknown' });
        const at = await arrivalOf(deps.db, elapsed);
        return { at, pages: await readScan(bytes, fileTypes[kind].mediaType, limits) };
      },
      within: async (tx, { at, pages }) => {
        const session = authorise(asker, 'desk.look', { kind: 'call' });
        const answers = new Map<string, DeskAnswer>();
        for (const code of pages.flatMap((page) => page.codes)) {
          const answer = await answerCode(tx, deskText(code), at);
          const which = `${answer.status} ${answer.plan?.number ?? answer.code} ${answer.version?.n ?? ''} ${answer.paper ?? ''}`;
          if (!answers.has(which)) answers.set(which, answer);
        }
        for (const answer of answers.values()) await note(tx, session, answer);
        const unread = pages.flatMap((page, index) => (page.codes.length === 0 && page.blank !== true ? [index + 1] : []));
        const reply = { pages: pages.length, unread, answers: [...answers.values()] };
        return { reply, subject: [...answers.values()][0]?.plan?.number ?? session.organisationName, detail: { event: 'scan', pages: pages.length } };
      },
    },
  );
}
