import { answerTo, blockOf } from '#domain/forms/answers.ts';
import type { Json } from '#domain/values/json.ts';
import type { Edition } from '#domain/programme/edition.ts';
import type { PlanContent } from '#domain/filing/plan.ts';

/** What a city lays side by side of the zones that it may recommend; money in fen, null where it is unfilled. */
export interface CandidateFigures {
  readonly cluster: string;
  /** Name of the industry that the cluster belongs to. */
  readonly field: string;
  readonly projects: number;
  /** Asked of the province by all projects together. */
  readonly asked: number;
  readonly newTotal: number;
  readonly enterprises: number | null;
  /** 六个一: how many of them stand. */
  readonly sixOnes: { readonly yes: number; readonly of: number };
}

export function candidateFigures(edition: Edition, content: PlanContent): CandidateFigures {
  const form = (block: string, field: string): Json | undefined => answerTo(blockOf(content.form, block), field);
  const sum = (field: string): number => content.projects.reduce((total, project) => total + (numberOr(answerTo(blockOf(project, 'money'), field)) ?? 0), 0);
  const asked = edition.forms.form.blocks
    .filter((block) => block.screen === 'yesNo')
    .flatMap((block) => block.fields.filter((field) => field.kind === 'yesNo').map((field) => form(block.key, field.key)));
  const code = form('cluster', 'field');
  return {
    cluster: textOr(form('name', 'name')),
    field: nameOfCode(edition, code),
    projects: content.projects.length,
    asked: sum('province'),
    newTotal: sum('newTotal'),
    enterprises: numberOr(form('cluster', 'enterprises')) ?? null,
    sixOnes: { yes: asked.filter((answer) => answer === true).length, of: asked.length },
  };
}

function nameOfCode({ codeLists, forms }: Edition, code: Json | undefined): string {
  const field = forms.form.blocks.find((block) => block.key === 'cluster')?.fields.find((one) => one.key === 'field');
  const list = field?.kind === 'code' ? (codeLists[field.list] ?? []) : [];
  return list.find((item) => item.code === code)?.name ?? textOr(code);
}

function numberOr(value: Json | undefined): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

function textOr(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}
