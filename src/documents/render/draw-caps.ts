import { answerTo, blockOf } from '#domain/forms/answers.ts';
import type { Answers } from '#domain/forms/definition.ts';
import { explainMoney, type MoneyCap } from '#domain/filing/money-caps.ts';
import { isInside } from '#domain/filing/project-money.ts';
import type { Edition } from '#domain/programme/edition.ts';
import { formatMoney, roundMoney } from '#domain/values/money.ts';
import { placeOf } from './draw-cells.ts';
import { put } from './fill-words.ts';
import type { FlowPart } from './flow/flow.ts';
import { layTable, type WrittenCell } from './flow/lay-table.ts';
import { paragraph } from './flow/paragraph.ts';

const unit = 'wanYuan';
const money = 'money';

/** The limits on what may be asked of the province, how each is reckoned, and which one decides. */
export function drawCaps(edition: Edition, answers: Answers): readonly FlowPart[] {
  const { columns, names, formulas, binding: bindingWords, unfilled } = edition.papers.proposal.caps;
  const { block, field } = placeOf(edition.forms.proposal, 'summary.location');
  const inside = isInside(field, answerTo(blockOf(answers, block.key), field.key));
  const { asked, caps, binding } = explainMoney(edition, blockOf(answers, money), inside);
  const words = fillsOf(edition, answers);
  const cell = (text: string, more: Partial<WrittenCell> = {}): WrittenCell => ({ parts: [paragraph(text, 'cell')], ...more });
  const figure = (minor: number | undefined): WrittenCell => cell(minor === undefined ? '' : amount(minor), { align: 'right' });
  const rows = caps.map((cap: MoneyCap) => [
    cell(put(names[cap.key], words), { align: 'left' }),
    cell(put(formulas[cap.key], words), { align: 'left' }),
    figure(cap.allowed),
    figure(asked),
    figure(cap.margin),
  ]);
  const heads = [columns.cap, columns.formula, columns.allowed, columns.asked, columns.margin].map((text) => cell(put(text, words), { head: true }));
  const said =
    asked === undefined
      ? unfilled
      : binding === undefined
        ? ''
        : put(bindingWords, new Map([...words, ['name', put(names[binding.key], words)], ['allowed', amount(binding.allowed)]]));
  return [layTable({ rows: [heads, ...rows], columns: [44, 46, 22, 22, 22], size: 10.5, headRows: 1 }), ...(said === '' ? [] : [paragraph(said)])];
}

/** A cap that was divided is rounded down, so that nobody asks for the fraction. */
function amount(minor: number): string {
  return formatMoney(roundMoney(minor, unit, 'down'), unit, { grouped: true });
}

function fillsOf(edition: Edition, answers: Answers): ReadonlyMap<string, string> {
  const { provinceCapFen, matchRatio, publicShare } = edition.parameters;
  const of = (key: string): number => {
    const value = answerTo(blockOf(answers, money), key);
    return typeof value === 'number' ? value : 0;
  };
  return new Map(
    Object.entries({
      unit: edition.units[unit],
      cap: amount(provinceCapFen),
      zoneRatio: String(matchRatio.zone),
      provinceRatio: String(matchRatio.province),
      numerator: String(publicShare.numerator),
      denominator: String(publicShare.denominator),
      zone: amount(of('zone')),
      newTotal: amount(of('newTotal')),
      local: amount(of('zone') + of('otherLocal')),
    }),
  );
}
