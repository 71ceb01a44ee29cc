/** What a zone publishes when it solicits projects (征集公告); frozen when published. */
export interface SolicitationTerms {
  readonly title: string;
  readonly text: string;
  /** Until when companies may answer, ISO 8601; null while unset. */
  readonly until: string | null;
  /** The zone's leading industries, as codes of the edition's list. */
  readonly industries: readonly string[];
  readonly contact: string;
  readonly phone: string;
}

export const noTerms: SolicitationTerms = { title: '', text: '', until: null, industries: [], contact: '', phone: '' };

/** Keys of the terms that must be filled in before publishing and are not. */
export function missingTerms(terms: SolicitationTerms): readonly (keyof SolicitationTerms)[] {
  const texts = (['title', 'text', 'contact', 'phone'] as const).filter((key) => terms[key].trim() === '');
  return terms.until === null || Number.isNaN(Date.parse(terms.until)) ? [...texts, 'until'] : texts;
}
