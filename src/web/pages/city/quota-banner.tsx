import { Link } from '@tanstack/react-router';
import type { Edition } from '#domain/programme/edition.ts';
import type { Candidates } from '#web/api/city-queries.ts';
import { Clause } from '#web/components/clause.tsx';
import { Icon } from '#web/components/icon.tsx';
import { checkWord, city as words } from '#web/messages/city.ts';

/** How many zones the city may recommend this year, which it has, and who else has filed; `at` is the plan at hand. */
export function QuotaBanner({ of, edition, at }: { readonly of: Candidates; readonly edition: Edition; readonly at?: string }) {
  const { quota } = of;
  const zones = quota.holders.map((holder) => holder.zone);
  const filed = of.candidates.flatMap(({ zone, plan }) => (plan === null ? [] : [{ zone, plan }]));
  return (
    <div className="city-quota">
      <Icon name="star" />
      <p>
        <b>
          {words.quota(of.city, of.call.year, quota.limit)}
          {zones.length === 0 ? words.quotaFree : words.quotaTaken(zones)}
        </b>
        {filed.length > 0 && words.quotaRest(filed.length)}
        {filed.map(({ zone, plan }, index) => (
          <span key={plan.id}>
            {index > 0 && '、'}
            {plan.id === at ? (
              <>
                {zone}
                {words.current}
              </>
            ) : (
              <>
                <Link to="/plans/$plan/city" params={{ plan: plan.id }}>
                  {zone}
                </Link>
                （{plan.recommended ? checkWord.recommended : checkWord[plan.check ?? 'none']}）
              </>
            )}
          </span>
        ))}
        {filed.length > 0 && '。'}
        {zones.length < quota.limit ? words.after : filed.some(({ plan }) => plan.recommended && plan.state !== 'atProvince') ? '' : words.afterTaken}
      </p>
      <Clause edition={edition} clause="G3.2" rule="R03" />
    </div>
  );
}
