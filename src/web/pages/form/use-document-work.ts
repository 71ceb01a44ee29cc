import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Edition } from '#domain/programme/edition.ts';
import { closingOf, otherOpenTabs } from '#web/drafts/tab.ts';
import { restored as restoredText } from '#web/messages/form.ts';
import { minuteTime } from '#web/messages/formats.ts';
import type { FormWork } from './form-context.ts';
import type { FormFile } from './form-file.ts';
import { openJumps } from './jumps.ts';
import { documentOf, restoreDrafts, type DocumentAt } from './open-documents.ts';
import { factsOf, planContent } from './plan-content.ts';
import { openReview } from './review.ts';
import { useKeeping } from './use-keeping.ts';
import { wordsOf } from './words.ts';

interface Opened {
  readonly work: FormWork;
  /** What an earlier visit could not save and is back, as a sentence. */
  readonly restored: string | undefined;
  readonly dismiss: () => void;
}

/** Opens a document with its review and its drafts, for as long as the page is there. */
export function useDocumentWork({
  file,
  edition,
  user,
  tab,
  at,
}: {
  readonly file: FormFile;
  readonly edition: Edition;
  readonly user: string;
  readonly tab: string;
  readonly at: DocumentAt;
}): Opened {
  const latest = useRef(file);
  const [store] = useState(() => documentOf(at, file, user, tab));
  useLayoutEffect(() => {
    latest.current = file;
    documentOf(at, file, user, tab);
  }, [at, file, user, tab]);
  const alone = file.judge !== undefined;
  const review = useMemo(
    () =>
      openReview(
        edition,
        store,
        () => planContent(edition, latest.current, store),
        () => factsOf(latest.current),
        alone ? (plan) => latest.current.judge?.(plan) ?? [] : undefined,
      ),
    [edition, store, alone],
  );
  useEffect(() => review.start(), [review]);
  useEffect(() => review.refresh(), [review, file]);
  const work = useMemo<FormWork>(
    () => ({
      edition,
      snapshot: file.edition,
      words: wordsOf(edition),
      store,
      review,
      jumps: openJumps(),
      attachments: file.attachments,
      mended: file.mending?.parts ?? null,
    }),
    [edition, store, review, file.edition, file.attachments, file.mending],
  );
  const [restored, setRestored] = useState<string>();
  useEffect(() => {
    let gone = false;
    const restore = async (): Promise<void> => {
      const found = gone ? undefined : await restoreDrafts(store, user, file.id, tab);
      if (!found) return;
      setRestored(restoredText.notice(found.blocks, minuteTime(found.at)));
      review.refresh();
    };
    void restore();
    // What a tab that is still open leaves behind is taken over when it closes, or has crashed.
    void otherOpenTabs().then((tabs) => [...tabs].map((other) => closingOf(other).then(restore)));
    return () => {
      gone = true;
    };
  }, [store, user, file.id, tab, review]);
  useKeeping();
  return { work, restored, dismiss: () => setRestored(undefined) };
}
