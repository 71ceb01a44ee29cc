/** How a figure is written in running text, as an edition's rule says it: in its own words. */
export interface FigureWords {
  /**
   * What a sentence calls the figure, right before the number. `…` stands for a few words between: not digits, not punctuation.
   */
  readonly cues: readonly string[];
  /** Words of which one must stand in the sentence, and words that make it another figure. */
  readonly needs?: readonly string[] | undefined;
  readonly unless?: readonly string[] | undefined;
}

/** Words common to all figures. */
export interface SentenceWords {
  /** May stand between the figure's name and its number. */
  readonly connectors: readonly string[];
  /** Make a number about right (before or behind it), or a floor. */
  readonly about: readonly string[];
  readonly over: readonly string[];
  /** Right before the name, they make it a part or another thing. */
  readonly notBefore: readonly string[];
  /** Speak of what is to come. */
  readonly future: readonly string[];
  /** How a year, and ten thousands and hundred millions, are written. */
  readonly year: string;
  readonly scales: Readonly<Record<string, number>>;
}

/** A unit as text writes it, and what one of it is in the form's own counting. */
export interface UnitWord {
  readonly word: string;
  readonly worth: number;
}

export interface StatedFigure {
  /** The words as they stand, from the name to the unit. */
  readonly found: string;
  /** In the form's own counting: fen, pieces, percent. */
  readonly value: number;
  /** Half of the last digit that is written. */
  readonly rounding: number;
  readonly manner: 'exact' | 'about' | 'over';
}

/** Which years are judged: the form's own; a sentence without a year too, unless the section speaks of plans. */
export interface YearScope {
  readonly year: number;
  readonly onlyWithYear: boolean;
}

type Find = (line: string, scope: YearScope) => readonly StatedFigure[];

const GAP = '[^\\d\uff0c\u3002\uff1b\u3001\uff1a,;:()\uff08\uff09]{0,12}?';
const NUMBER = '(\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)';
const SENTENCE = /[^\u3002\uff01\uff1f\n]+/g;

/** Finds every number that a line states for one figure. */
export function figureFinder(figure: FigureWords, words: SentenceWords, units: readonly UnitWord[]): Find {
  const name = any(figure.cues.map((cue) => cue.split('\u2026').map(escaped).join(GAP)));
  const openings = figure.cues.map((cue) => cue.split('\u2026', 1)[0] ?? '');
  const between = `((?:${any([...words.connectors, ...words.about, ...words.over].map(escaped))}|\\s)*)`;
  const tail = [...words.about, ...words.over].map(escaped);
  const scales = any(Object.keys(words.scales).map(escaped));
  const unit = any(units.map(({ word }) => escaped(word)).toSorted((a, b) => b.length - a.length));
  const before = `(${any(words.notBefore.map(escaped))})?`;
  const pattern = new RegExp(`${before}(${name})${between}${NUMBER}\\s*(${any(tail)})?(${scales})?(${any(tail)})?\\s*(${unit})(${any(tail)})?`, 'gu');
  const years = new RegExp(`(\\d{4})${escaped(words.year)}`, 'gu');
  const worth = new Map(units.map((one) => [one.word, one.worth]));

  return (line, scope) => {
    const text = narrow(line);
    // Most lines speak of other things: looking for a word is many times as fast as trying a pattern at every character.
    if (!openings.some((opening) => text.includes(opening))) return [];
    const found: StatedFigure[] = [];
    for (const sentence of text.matchAll(SENTENCE)) {
      const [whole] = sentence;
      if (figure.unless?.some((word) => whole.includes(word)) || (figure.needs !== undefined && !figure.needs.some((word) => whole.includes(word)))) continue;
      for (const match of whole.matchAll(pattern)) {
        const [all, other, , joining = '', number = '', , scale = '', , unitWord = ''] = match;
        const at = match.index + (other?.length ?? 0);
        const numberAt = match.index + all.indexOf(number, (other?.length ?? 0) + (match[2]?.length ?? 0));
        if (other !== undefined && other !== '') continue;
        if (!isJudged(text.slice(0, sentence.index), whole.slice(0, numberAt), scope)) continue;
        const tails = [match[5], match[7], match[9], joining].join('');
        const factor = (words.scales[scale] ?? 1) * (worth.get(unitWord) ?? 1);
        const decimals = number.split('.')[1]?.length ?? 0;
        found.push({
          found: whole.slice(at, match.index + all.length).trim(),
          value: Number(number.replaceAll(',', '')) * factor,
          rounding: 0.5 * 10 ** -decimals * factor,
          manner: words.about.some((word) => tails.includes(word)) ? 'about' : words.over.some((word) => tails.includes(word)) ? 'over' : 'exact',
        });
      }
    }
    return found;
  };

  /** The year that the number belongs to is the nearest before it; one to come, named earlier in the paragraph, carries over. */
  function isJudged(earlier: string, sofar: string, { year, onlyWithYear }: YearScope): boolean {
    const own = Array.from(sofar.matchAll(years), (match) => Number(match[1])).at(-1);
    if (own !== undefined) return own === year;
    const carried = Array.from(earlier.matchAll(years), (match) => Number(match[1])).at(-1);
    if (carried !== undefined && carried > year) return false;
    return !onlyWithYear && !words.future.some((word) => sofar.includes(word));
  }
}

/** Within this share of what the form says, a number that is said to be about right is right. */
const ABOUT = 0.05;

/** True where the text says something else than the form. Rounding to the digits written is no contradiction. */
export function contradicts({ value, rounding, manner }: StatedFigure, form: number): boolean {
  const slack = rounding * (1 + 1e-9);
  if (manner === 'over') return form < value - slack;
  return Math.abs(form - value) > Math.max(slack, manner === 'about' ? Math.abs(form) * ABOUT : 0);
}

/** Full-width digits, points and percent signs as plain ones; nothing changes its place. */
function narrow(text: string): string {
  return text.replace(/[\uff10-\uff19\uff0e\uff05]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0));
}

function any(alternatives: readonly string[]): string {
  return alternatives.length === 0 ? '(?!)' : `(?:${alternatives.join('|')})`;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
