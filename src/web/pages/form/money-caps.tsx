import './money-caps.css';
import { explainMoney, type MoneyCap } from '#domain/filing/money-caps.ts';
import type { Parameters } from '#domain/programme/edition.ts';
import { isInside } from '#domain/filing/project-money.ts';
import type { BlockAnswers } from '#domain/forms/definition.ts';
import { formatMoney, roundMoney } from '#domain/values/money.ts';
import { Clause } from '#web/components/clause.tsx';
import { TableFrame } from '#web/components/table-frame.tsx';
import { SeverityMark, StateMark } from '#web/components/state-mark.tsx';
import { capText } from '#web/messages/form.ts';
import { useAnswers, useForm } from './form-context.ts';

const unit = 'wanYuan';

/** Two decimals; a cap that was divided is rounded down, so that nobody asks for the fraction. */
function amountText(minor: number): string {
  return formatMoney(roundMoney(minor, unit, 'down'), unit, { grouped: true, decimals: 2 });
}

/** What the province may give at most: the three caps, which of them binds, and by how much too much is asked. */
export function MoneyCaps({ clause }: { readonly clause: string }) {
  const { edition, store, words } = useForm();
  const money = useAnswers('money');
  const summary = useAnswers('summary');
  const location = store.form.blocks.find((block) => block.key === 'summary')?.fields.find((field) => field.key === 'location');
  const inside = location !== undefined && isInside(location, summary['location']);
  const { asked, caps, binding } = explainMoney(edition, money, inside);
  const inUnit = (minor: number): string => `${amountText(minor)} ${words.units[unit]}`;
  const most = Math.max(asked ?? 0, ...caps.map((cap) => cap.allowed), 1);
  const over = binding?.margin !== undefined && binding.margin < 0;
  const names = capText.names(`${formatMoney(edition.parameters.provinceCapFen, unit, { grouped: true })} ${words.units[unit]}`, edition.parameters);
  return (
    <div className="caps">
      <h3 className="table-title">
        {capText.title} <Clause edition={edition} clause={clause} />
      </h3>
      {asked !== undefined && binding && (
        <p className="caps-lead">
          {over ? (
            <>
              {capText.asks(inUnit(asked))}
              <b className="caps-over">{capText.over(inUnit(-(binding.margin ?? 0)), inUnit(binding.allowed))}</b>
              {capText.binds(names[binding.key])}
            </>
          ) : (
            capText.within(inUnit(asked), inUnit(binding.margin ?? 0), names[binding.key])
          )}
        </p>
      )}
      {asked === undefined && <p className="caps-lead faint">{capText.nothing}</p>}
      <TableFrame label={capText.title}>
        <table className="table caps-table">
          <thead>
            <tr>
              <th scope="col">{capText.head.cap}</th>
              <th scope="col" className="desk-only">
                {capText.head.formula}
              </th>
              <th scope="col" className="number">
                {capText.head.allowed(words.units[unit])}
              </th>
              <th scope="col" className="number desk-only">
                {capText.head.asked}
              </th>
              <th scope="col" className="number">
                {capText.head.margin}
              </th>
              <th scope="col">{capText.head.result}</th>
            </tr>
          </thead>
          <tbody>
            {caps.map((cap) => (
              <tr key={cap.key} className={isOver(cap) ? 'caps-broken' : undefined}>
                <td>
                  {names[cap.key]}
                  <br />
                  <SeverityMark severity={cap.severity} settled={!isOver(cap)} />
                </td>
                <td className="desk-only soft">{formulaOf(cap, money, edition.parameters)}</td>
                <td className="number" data-label={capText.head.allowed(words.units[unit])}>
                  {amountText(cap.allowed)}
                  <CapBar allowed={cap.allowed} asked={asked} most={most} over={isOver(cap)} />
                </td>
                <td className="number desk-only">{asked === undefined ? capText.none : amountText(asked)}</td>
                <td className="number" data-label={capText.head.margin}>
                  {cap.margin === undefined ? capText.none : capText.signed(amountText(Math.abs(cap.margin)), cap.margin)}
                </td>
                <td>
                  <CapResult cap={cap} binds={cap.key === binding?.key} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
    </div>
  );
}

/** What the cap allows as a bar, what is asked as a line over it; said in the row's figures. */
function CapBar({
  allowed,
  asked,
  most,
  over,
}: {
  readonly allowed: number;
  readonly asked: number | undefined;
  readonly most: number;
  readonly over: boolean;
}) {
  const at = (amount: number): number => Math.round((amount / most) * 196);
  return (
    <svg className={over ? 'caps-bar caps-bar-over' : 'caps-bar'} viewBox="0 0 200 14" preserveAspectRatio="none" aria-hidden="true">
      <rect x="0.5" y="3.5" width={Math.max(1, at(allowed))} height="8" />
      {asked !== undefined && <line x1={at(asked)} x2={at(asked)} y1="0" y2="14" />}
    </svg>
  );
}

function isOver(cap: MoneyCap): boolean {
  return cap.margin !== undefined && cap.margin < 0;
}

function CapResult({ cap, binds }: { readonly cap: MoneyCap; readonly binds: boolean }) {
  if (cap.margin === undefined) return <span className="faint">{capText.none}</span>;
  if (!isOver(cap))
    return (
      <StateMark icon="done" tone="ok">
        {capText.result.within}
      </StateMark>
    );
  return (
    <StateMark icon={cap.severity === 'must' ? 'bad' : 'diamond'} tone={cap.severity === 'must' ? 'error' : 'warn'}>
      {binds ? capText.result.binds : capText.result.over}
    </StateMark>
  );
}

function formulaOf(cap: MoneyCap, money: BlockAnswers, parameters: Parameters): string {
  const amount = (key: string): string => {
    const value = money[key];
    return typeof value === 'number' ? amountText(value) : capText.zero;
  };
  if (cap.key === 'perProject') return capText.formula.perProject;
  return cap.key === 'match'
    ? capText.formula.match(amount('zone'))
    : capText.formula.share(amount('newTotal'), amount('zone'), amount('otherLocal'), parameters);
}
