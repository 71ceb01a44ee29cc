import { explainMoney } from '#domain/filing/money-caps.ts';
import { waysToMend, type MoneyWay } from '#domain/filing/money-ways.ts';
import { isInside } from '#domain/filing/project-money.ts';
import { formatMoney, roundMoney } from '#domain/values/money.ts';
import { wayText } from '#web/messages/proposal.ts';
import { useAnswers, useForm } from '#web/pages/form/form-context.ts';
import type { ProposalActs, Suggestion } from './use-proposal-acts.ts';

const unit = 'wanYuan';

interface WayShown {
  readonly way: MoneyWay;
  readonly to: string;
  readonly lead: string;
  readonly effect: string;
}

/** The ways to mend what is asked, from the text on screen; empty while nothing is too much. */
function useWays(): { readonly ways: readonly WayShown[]; readonly reasonOf: (way: WayShown) => string } {
  const { edition, store, words } = useForm();
  const money = useAnswers('money');
  const summary = useAnswers('summary');
  const location = store.form.blocks.find((block) => block.key === 'summary')?.fields.find((field) => field.key === 'location');
  const inside = location !== undefined && isInside(location, summary['location']);
  const text = (minor: number): string => `${formatMoney(roundMoney(minor, unit, 'down'), unit, { grouped: true, decimals: 2 })} ${words.units[unit]}`;
  const { asked = 0, binding } = explainMoney(edition, money, inside);
  const allowed = binding?.allowed ?? 0;
  const ways = waysToMend(edition, money, inside).map((way): WayShown => {
    const to = text(way.to);
    return { way, to, lead: wayText[way.field].lead(to), effect: wayText[way.field].effect(text(Math.abs(way.by))) };
  });
  return { ways, reasonOf: (way) => wayText.reason(text(asked), text(asked - allowed), text(allowed), way.lead, way.effect) };
}

/** For whoever writes the proposal: one press puts the amount in. The zone's own money is the zone's to raise: only said. */
export function OwnerWays() {
  const { store } = useForm();
  const { ways } = useWays();
  if (!store.writes('money')) return null;
  return (
    <Ways ways={ways}>
      {({ way, to }) =>
        way.field === 'zone' ? null : (
          <button
            type="button"
            className="button"
            onClick={() => store.edit('money', way.field, roundMoney(way.to, unit, way.field === 'province' ? 'down' : 'up'))}
          >
            {wayText.apply(to)}
          </button>
        )
      }
    </Ways>
  );
}

/** For the zone: returns the proposal with this way as the reason. */
export function ZoneWays({ acts }: { readonly acts: ProposalActs }) {
  const { ways, reasonOf } = useWays();
  const suggest = (shown: WayShown): Suggestion => ({ reason: reasonOf(shown), fields: [`/money/${shown.way.field}`, '/money/own', '/money/years'] });
  return (
    <Ways ways={ways}>
      {(shown) => (
        <button type="button" className="button" aria-label={wayText.giveBackOf(shown.lead)} onClick={() => acts.ask('return', suggest(shown))}>
          {wayText.giveBack}
        </button>
      )}
    </Ways>
  );
}

function Ways({ ways, children }: { readonly ways: readonly WayShown[]; readonly children: (way: WayShown) => React.ReactNode }) {
  if (ways.length === 0) return null;
  return (
    <div className="ways">
      <h3 className="table-title">{wayText.title}</h3>
      <ul>
        {ways.map((shown) => (
          <li key={shown.way.field}>
            <span>
              <b>{shown.lead}</b>
              <span className="ways-effect">{shown.effect}</span>
            </span>
            {children(shown)}
          </li>
        ))}
      </ul>
    </div>
  );
}
