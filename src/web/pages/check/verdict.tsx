import type { Ref } from 'react';
import type { Edition } from '#domain/programme/edition.ts';
import type { PlanFile } from '#web/api/queries.ts';
import { serverNow } from '#web/api/server-clock.ts';
import { Notice } from '#web/components/notice.tsx';
import { check as words } from '#web/messages/check.ts';
import { mending } from '#web/messages/mending.ts';
import { problems as problemWords } from '#web/messages/problems.ts';
import { workbench } from '#web/messages/workbench.ts';
import { cityOf } from '#web/progress/city.ts';
import { isClear, type Counts } from '#web/progress/entries.ts';

/** Whether the plan can be filed now, and if not, why. Takes the focus when 报送 was pressed in vain. */
export function Verdict({
  ref,
  plan,
  edition,
  counts,
  stopped,
  maySubmit,
}: {
  readonly ref: Ref<HTMLDivElement>;
  readonly plan: PlanFile;
  readonly edition: Edition;
  readonly counts: Counts;
  readonly stopped: boolean;
  readonly maySubmit: boolean;
}) {
  const [tone, lead, rest] = verdictOf(plan, edition, counts, maySubmit);
  return (
    <div ref={ref} tabIndex={-1} className="verdict">
      <Notice tone={tone}>
        <p>
          {stopped && tone !== 'ok' && <b>{words.stopped}</b>}
          <b>{lead}</b>
          {rest}
        </p>
      </Notice>
    </div>
  );
}

function verdictOf(plan: PlanFile, edition: Edition, counts: Counts, maySubmit: boolean): readonly ['ok' | 'error' | 'warn' | 'plain', string, string] {
  if (plan.mending?.parts.length === 0) return ['plain', mending.noticePaper, mending.noticeRest(plan.mending.deadline)];
  if (plan.state !== 'drafting' && !plan.mending) return ['plain', words.locked, ''];
  if (Date.parse(plan.submitBy) <= serverNow()) return ['error', workbench.tooLateTitle, workbench.tooLateBody];
  if (!isClear(counts)) {
    const { lead, rest } = problemWords.blocking(counts, cityOf(edition, plan.city));
    return [counts.must > 0 ? 'error' : 'warn', lead, rest];
  }
  return maySubmit ? ['ok', words.clear, words.clearBody] : ['warn', words.notAllowed, ''];
}
