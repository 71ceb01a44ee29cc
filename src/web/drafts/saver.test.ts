import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { AutosaveEvent, SaveRequest, Standing } from './autosave.ts';
import { openSaver, type Saver } from './saver.ts';

const standing = (version: number, text: string): Standing => ({ version, answers: { text }, savedAt: null, savedBy: null });

/** A saver whose server answers as the test says. */
function open(
  answer: (request: SaveRequest) => AutosaveEvent,
  keeps = true,
): { readonly saver: Saver; readonly asked: SaveRequest[]; readonly drafts: unknown[] } {
  const asked: SaveRequest[] = [];
  const drafts: unknown[] = [];
  const saver = openSaver(standing(1, '旧'), {
    send: async (request) => {
      asked.push(request);
      return answer(request);
    },
    keep: async ({ current }) => {
      if (!keeps) throw new Error('full');
      drafts.push(current);
    },
    forget: async () => {
      drafts.length = 0;
    },
    changed: () => {},
  });
  return { saver, asked, drafts };
}

const saved = ({ base, answers }: SaveRequest): AutosaveEvent => ({ kind: 'saved', standing: { ...standing(base + 1, ''), answers } });

describe('the saving of a block as it runs', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    return () => vi.useRealTimers();
  });

  test('is kept on this computer before it is sent, sent once it is quiet, and then forgotten here', async () => {
    const { saver, asked, drafts } = open(saved);
    saver.edit({ text: '新' });
    saver.edit({ text: '新的' });
    await vi.advanceTimersByTimeAsync(300);
    expect(drafts.at(-1)).toEqual({ text: '新的' });
    expect(asked).toEqual([]);
    expect(saver.atRisk()).toBe(false);
    await vi.advanceTimersByTimeAsync(800);
    expect(asked).toMatchObject([{ base: 1, answers: { text: '新的' } }]);
    expect(drafts).toEqual([]);
  });

  test('is tried again by itself after the line was lost, with the same key', async () => {
    let up = false;
    const { saver, asked } = open((request) => (up ? saved(request) : { kind: 'lost' }));
    saver.edit({ text: '新' });
    await vi.advanceTimersByTimeAsync(1000);
    expect(saver.state().trouble).toEqual({ kind: 'lost' });
    up = true;
    await vi.advanceTimersByTimeAsync(5000);
    expect(saver.state().trouble).toBeUndefined();
    expect(new Set(asked.map((request) => request.key)).size).toBe(1);
  });

  test('text that the browser would not keep and the server does not have is at risk', async () => {
    const { saver } = open(() => ({ kind: 'lost' }), false);
    saver.edit({ text: '新' });
    await vi.advanceTimersByTimeAsync(2000);
    expect(saver.atRisk()).toBe(true);
  });

  test('a draft from an earlier visit is saved where nobody wrote since, and shown beside the other text where someone did', async () => {
    const first = open(saved);
    first.saver.restore({ answers: { text: '草稿' }, base: 1, was: { text: '旧' } });
    await vi.advanceTimersByTimeAsync(1000);
    expect(first.asked).toMatchObject([{ base: 1, answers: { text: '草稿' } }]);

    const second = open(saved);
    second.saver.restore({ answers: { text: '草稿' }, base: 0, was: { text: '更旧' } });
    await vi.advanceTimersByTimeAsync(1000);
    expect(second.asked).toEqual([]);
    expect(second.saver.state()).toMatchObject({ current: { text: '草稿' }, clash: { answers: { text: '旧' } } });
  });

  test("another's save is taken over while nothing is typed here, and never over typed text", () => {
    const { saver } = open(saved);
    saver.renew(standing(2, '对方的'));
    expect(saver.state().current).toEqual({ text: '对方的' });
    saver.edit({ text: '我的' });
    saver.renew(standing(3, '又一版'));
    expect(saver.state().current).toEqual({ text: '我的' });
  });
});
