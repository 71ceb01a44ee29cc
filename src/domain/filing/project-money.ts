import type { FieldDef } from '#domain/forms/definition.ts';
import type { Parameters } from '#domain/programme/edition.ts';
import type { Json } from '#domain/values/json.ts';

/** What the funding rules of G3.5 read in one proposal. Minor units; undefined while unfilled. */
export interface ProjectMoney {
  readonly province: number | undefined;
  readonly zone: number | undefined;
  readonly otherLocal: number | undefined;
  readonly newTotal: number | undefined;
}

/** The location's first option is inside the zone, every other one outside; unfilled is neither. */
export function isInside(field: FieldDef, value: Json | undefined): boolean {
  return field.kind === 'choice' && value !== undefined && value === field.options[0];
}

export function isOutside(field: FieldDef, value: Json | undefined): boolean {
  return field.kind === 'choice' && typeof value === 'string' && field.options.includes(value) && !isInside(field, value);
}

/** The most that the province may give against this much of the zone's money: zone : province ≥ ratio. */
export function allowedByMatch(zone: number, ratio: Parameters['matchRatio']): number {
  return Math.floor((zone * ratio.province) / ratio.zone);
}

/** The zone's money that this much of the province's asks for. */
export function askedOfZone(province: number, ratio: Parameters['matchRatio']): number {
  return Math.ceil((province * ratio.zone) / ratio.province);
}

/** All public money together is at most this: newTotal × share. */
export function allowedByShare(newTotal: number, share: Parameters['publicShare']): number {
  return Math.floor((newTotal * share.numerator) / share.denominator);
}

/** Province's, zone's and other local money; undefined while none is filled. */
export function publicMoney(money: ProjectMoney): number | undefined {
  const filled = [money.province, money.zone, money.otherLocal].filter((amount) => amount !== undefined);
  return filled.length === 0 ? undefined : filled.reduce((total, amount) => total + amount, 0);
}
