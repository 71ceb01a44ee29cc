import { useEffect, useState } from 'react';
import { blockId } from './block-card.tsx';

/** The block that stands at the top of the window, or has the focus. */
export function useActiveBlock(keys: readonly string[]): string {
  const [active, setActive] = useState(keys[0] ?? '');
  const all = keys.join(' ');
  useEffect(() => {
    const blocks = all.split(' ');
    let frame = 0;
    const look = (): void => {
      frame = 0;
      const focused = document.activeElement?.closest<HTMLElement>('[data-block]')?.dataset['block'];
      const visible = blocks.find((key) => (document.getElementById(blockId(key))?.getBoundingClientRect().bottom ?? 0) > 160);
      const inSight = focused !== undefined && isInSight(focused);
      setActive((inSight ? focused : visible) ?? blocks[0] ?? '');
    };
    const soon = (): void => {
      frame ||= requestAnimationFrame(look);
    };
    addEventListener('scroll', soon, { passive: true });
    addEventListener('focusin', soon);
    return () => {
      cancelAnimationFrame(frame);
      removeEventListener('scroll', soon);
      removeEventListener('focusin', soon);
    };
  }, [all]);
  return active;
}

function isInSight(key: string): boolean {
  const place = document.getElementById(blockId(key))?.getBoundingClientRect();
  return place !== undefined && place.bottom > 160 && place.top < innerHeight;
}
