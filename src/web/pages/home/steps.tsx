import type { Edition } from '#domain/programme/edition.ts';
import type { Call } from '#web/api/queries.ts';
import { useServerNow } from '#web/api/server-clock.ts';
import { dayText, deadlineText } from '#web/messages/formats.ts';
import { home } from '#web/messages/home.ts';

interface Step {
  readonly title: string;
  readonly when: string;
  /** Undefined where the call names no day. */
  readonly from?: string;
  readonly to?: string;
  readonly deadline?: true;
}

/** The whole way from the call to completion, and where today stands in it. */
export function Steps({ call, edition }: { readonly call: Call; readonly edition: Edition | undefined }) {
  const now = useServerNow(60_000);
  const steps = stepsOf(call, edition);
  const next = steps.findIndex((step) => step.from === undefined || Date.parse(step.deadline ? (step.to ?? '') : step.from) > now);
  return (
    <section className="home-whole" aria-labelledby="steps">
      <h2 id="steps" className="home-part">
        {home.steps}
      </h2>
      <ol className="steps">
        {steps.map((step, index) => (
          <li key={step.title} className={`${stateOf(step, now)}${step.deadline ? ' step-deadline' : ''}`}>
            {index === next && <span className="step-today">{home.today(dayText(now))}</span>}
            <b>{step.title}</b>
            <span>{step.when}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function stepsOf(call: Call, edition: Edition | undefined): readonly Step[] {
  const { published, submitBy, recommendBy, paperBy } = call;
  const one = submitBy === recommendBy;
  const until = (instant: string) => home.until(deadlineText(instant));
  return [
    { title: home.stepPublished, when: dayText(published), from: published, to: published },
    { title: home.stepPrepare, when: home.from(dayText(published)), from: published, to: submitBy },
    { title: one ? home.stepOnline : home.stepSubmit, when: until(submitBy), from: published, to: submitBy, deadline: true },
    ...(one ? [] : [{ title: home.stepRecommend, when: until(recommendBy), from: published, to: recommendBy, deadline: true } as const]),
    { title: home.stepPaper, when: until(paperBy), from: recommendBy, to: paperBy, deadline: true },
    { title: home.stepAppraisal, when: home.later },
    { title: home.stepReview, when: home.later },
    { title: home.stepAward, when: home.later },
    { title: home.stepDelivery, when: edition === undefined ? home.later : home.term(edition.parameters.termMonths) },
  ];
}

function stateOf({ from, to }: Step, now: number): string {
  if (to !== undefined && Date.parse(to) <= now) return 'step-past';
  return from !== undefined && Date.parse(from) <= now ? 'step-now' : '';
}
