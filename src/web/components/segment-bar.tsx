import { blockStateWord, type BlockStateName } from '#web/messages/states.ts';
import { segmentBar } from '#web/messages/components.ts';

/** One segment a block: filled, half, outlined, hatched or dashed, so that it reads without colour. Said in words for readers. */
export function SegmentBar({ states, of }: { readonly states: readonly BlockStateName[]; readonly of: string }) {
  return (
    <span className="segments" role="img" aria-label={segmentBar(of, states)}>
      {states.map((state, index) => (
        <i key={index} className={`segment segment-${state}`} />
      ))}
    </span>
  );
}

const shown: readonly BlockStateName[] = ['done', 'filling', 'problems', 'justify', 'empty'];

/** What the segments mean. */
export function SegmentLegend() {
  return (
    <p className="legend">
      {shown.map((state) => (
        <span key={state}>
          <i className={`segment segment-${state}`} aria-hidden="true" />
          {state === 'problems' ? segmentBar.problems : blockStateWord(state, 0)}
        </span>
      ))}
    </p>
  );
}
