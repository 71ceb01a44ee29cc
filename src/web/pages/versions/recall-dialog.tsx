import type { Edition } from '#domain/programme/edition.ts';
import { call } from '#web/api/call.ts';
import { queryClient, type PlanFile } from '#web/api/queries.ts';
import { serverNow } from '#web/api/server-clock.ts';
import { RefusalError } from '#web/api/refusal-error.ts';
import { AskDialog } from '#web/components/ask-dialog.tsx';
import { remainingText } from '#web/messages/formats.ts';
import { errorSentence } from '#web/messages/refusals.ts';
import { versions as words } from '#web/messages/versions.ts';
import { cityOf } from '#web/progress/city.ts';

/** Takes the filed version back, with a reason. */
export function RecallDialog({
  plan,
  edition,
  version,
  onClose,
  onDone,
}: {
  readonly plan: PlanFile;
  readonly edition: Edition;
  readonly version: number;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  return (
    <AskDialog
      title={words.recallTitle(version)}
      go={words.recallGo}
      going={words.recallGoing}
      stay={words.stay}
      danger
      reason={{ label: words.reason, missing: words.reasonMissing, rows: 3, hint: words.reasonHint }}
      tell={(error) => (isTooLate(error) ? words.recallTooLate : errorSentence(error))}
      send={(key, reason) => call('recall', { params: { plan: plan.id }, body: { reason }, key })}
      onClose={onClose}
      onDone={async () => {
        await queryClient.invalidateQueries();
        onDone();
      }}
    >
      <p>{words.recallBody(cityOf(edition, plan.city))}</p>
      <p className="soft">{words.recallDeadline(remainingText(plan.submitBy, serverNow()))}</p>
    </AskDialog>
  );
}

function isTooLate(error: unknown): boolean {
  return error instanceof RefusalError && error.code === 'tooLate';
}
