import { useState } from 'react';

/** What was typed into boxes that were closed before it was sent, by place; gone with the tab. */
const kept = new Map<string, string>();

export function useKeptText(place: string): readonly [string, (text: string) => void] {
  const [text, setText] = useState(() => kept.get(place) ?? '');
  return [
    text,
    (next) => {
      if (next === '') kept.delete(place);
      else kept.set(place, next);
      setText(next);
    },
  ];
}
