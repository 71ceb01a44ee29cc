import type { Call } from '#web/api/queries.ts';
import { useServerNow } from '#web/api/server-clock.ts';
import { dayText, deadlineText } from '#web/messages/formats.ts';
import { home } from '#web/messages/home.ts';

/** The way from the call to the paper, and where it stands today. */
export function Steps({ call }: { readonly call: Call }) {
  const now = useServerNow(60_000);
  const steps = [
    { title: home.stepPublished, when: dayText(call.published), from: call.published, to: call.published },
    { title: home.stepPrepare, when: home.from(dayText(call.published)), from: call.published, to: call.submitBy },
    { title: home.stepSubmit, when: home.until(deadlineText(call.submitBy)), from: call.published, to: call.submitBy },
    { title: home.stepRecommend, when: home.until(deadlineText(call.recommendBy)), from: call.published, to: call.recommendBy },
    { title: home.stepPaper, when: home.until(deadlineText(call.paperBy)), from: call.recommendBy, to: call.paperBy },
  ];
  return (
    <section aria-labelledby="steps">
      <h2 id="steps" className="home-part">
        {home.steps}
      </h2>
      <ol className="steps">
        {steps.map((step) => (
          <li key={step.title} className={stateOf(step, now)}>
            <b>{step.title}</b>
            <span>{step.when}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function stateOf(step: { readonly from: string; readonly to: string }, now: number): string {
  if (Date.parse(step.to) <= now) return 'step-past';
  return Date.parse(step.from) <= now ? 'step-now' : '';
}
