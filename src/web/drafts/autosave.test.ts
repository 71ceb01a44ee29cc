import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { begin, isSaved, step, type Autosave, type AutosaveEvent, type SaveRequest, type Standing } from './autosave.ts';

const standing = (version: number, says: string): Standing => ({ version, answers: { text: says }, savedAt: null, savedBy: null });

/** A browser with one block and a server that others write to as well; requests and replies can be lost on the way. */
class World {
  state: Autosave = begin(standing(0, ''));
  draft: string | undefined;
  server = standing(0, '');
  readonly seen = new Map<string, { body: string; reply: Standing }>();
  readonly overwritten: string[] = [];
  readonly shown = new Set<string>();
  wire: SaveRequest | undefined;
  typed = '';
  readonly everTyped: string[] = [];
  keys = 0;

  feed(event: AutosaveEvent): void {
    const { state, effects } = step(this.state, event);
    this.state = state;
    for (const effect of effects) {
      if (effect.kind === 'keep') this.draft = text(state.current);
      if (effect.kind === 'forget') this.draft = undefined;
      if (effect.kind === 'send') {
        expect(this.wire).toBeUndefined();
        this.wire = effect.request;
      }
    }
    if (state.clash) this.shown.add(text(state.clash.answers));
    expect(text(state.current)).toBe(this.typed);
    if (!isSaved(state)) expect(this.draft).toBe(this.typed);
  }

  type(value: string): void {
    this.typed = value;
    this.everTyped.push(value);
    if (this.state.clash) this.feed({ kind: 'resolved', answers: { text: value } });
    else this.feed({ kind: 'edit', answers: { text: value } });
  }

  due(): void {
    this.keys += 1;
    this.feed({ kind: 'due', key: `k${this.keys}` });
  }

  /** The server's side of a save: the same key twice is done once, and never with another body. */
  serve(request: SaveRequest): AutosaveEvent {
    const body = JSON.stringify([request.base, request.answers]);
    const before = this.seen.get(request.key);
    if (before) {
      expect(before.body).toBe(body);
      return { kind: 'saved', standing: before.reply };
    }
    if (request.base !== this.server.version) return { kind: 'stale', theirs: this.server };
    this.overwritten.push(text(this.server.answers));
    this.server = { ...standing(this.server.version + 1, ''), answers: request.answers };
    this.seen.set(request.key, { body, reply: this.server });
    return { kind: 'saved', standing: this.server };
  }

  answer(fate: 'ok' | 'requestLost' | 'replyLost' | 'busy' | 'refused'): void {
    const request = this.wire;
    if (!request) return;
    this.wire = undefined;
    if (fate === 'requestLost') return this.feed({ kind: 'lost' });
    if (fate === 'busy') return this.feed({ kind: 'busy', after: 2000 });
    if (fate === 'refused') return this.feed({ kind: 'refused', code: 'notEditable' });
    const reply = this.serve(request);
    this.feed(fate === 'ok' ? reply : { kind: 'lost' });
  }

  otherWrites(value: string): void {
    this.server = standing(this.server.version + 1, value);
  }
}

function text(answers: { readonly [field: string]: unknown }): string {
  return String(answers['text'] ?? '');
}

const command = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('type' as const), value: fc.string({ minLength: 1, maxLength: 3 }) }) },
  { weight: 3, arbitrary: fc.constant({ kind: 'due' as const }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('answer' as const),
      fate: fc.constantFrom('ok' as const, 'requestLost' as const, 'replyLost' as const, 'busy' as const, 'refused' as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('other' as const), value: fc.string({ minLength: 1, maxLength: 3 }) }) },
);

describe('saving a block by itself', () => {
  test('whatever is lost, refused or overtaken, the last text stays on screen and in the draft, and reaches the server in the end', () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 40 }), (commands) => {
        const world = new World();
        for (const one of commands) {
          if (one.kind === 'type') world.type(one.value);
          if (one.kind === 'due') world.due();
          if (one.kind === 'answer') world.answer(one.fate);
          if (one.kind === 'other') world.otherWrites(one.value);
        }
        for (let round = 0; round < 6; round += 1) {
          if (world.state.clash) world.type(world.typed);
          world.due();
          world.answer('ok');
        }
        expect(isSaved(world.state)).toBe(true);
        expect(world.draft).toBeUndefined();
        if (world.server.version === world.state.saved.version) expect(text(world.server.answers)).toBe(world.typed);
        // What a save replaced was either our own text or had been shown beside it.
        const own = new Set(['', ...world.everTyped]);
        for (const gone of world.overwritten) expect(own.has(gone) || world.shown.has(gone)).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  test('a save that may have arrived is asked again with its own key and text before anything newer', () => {
    const world = new World();
    world.type('一');
    world.due();
    world.answer('replyLost');
    world.type('一二');
    world.due();
    expect(world.wire).toMatchObject({ key: 'k1', answers: { text: '一' } });
    world.answer('ok');
    world.due();
    expect(world.wire).toMatchObject({ base: 1, answers: { text: '一二' } });
  });

  test('while one save is under way no second one starts', () => {
    const world = new World();
    world.type('一');
    world.due();
    world.type('二');
    world.due();
    expect(world.keys).toBe(2);
    expect(world.wire).toMatchObject({ key: 'k1' });
  });

  test("a clash keeps both texts until they are put together, and saves on the other's version", () => {
    const world = new World();
    world.type('我的');
    world.otherWrites('对方的');
    world.due();
    world.answer('ok');
    expect(world.state.clash?.answers).toEqual({ text: '对方的' });
    world.due();
    expect(world.wire).toBeUndefined();
    world.type('合并的');
    world.due();
    world.answer('ok');
    expect(world.server).toMatchObject({ version: 2, answers: { text: '合并的' } });
  });

  test('the same text from another tab is no clash', () => {
    const world = new World();
    world.type('同一段');
    world.otherWrites('同一段');
    world.due();
    world.answer('ok');
    expect(world.state.clash).toBeUndefined();
    expect(isSaved(world.state)).toBe(true);
  });

  test('typing back to what is saved leaves no draft and sends nothing', () => {
    const world = new World();
    world.type('一');
    world.type('');
    expect(world.draft).toBeUndefined();
    world.due();
    expect(world.wire).toBeUndefined();
  });

  test('a busy server is asked again under the same key, not sooner than it asked for, and typing meanwhile hurries nobody', () => {
    const world = new World();
    world.type('一');
    world.due();
    const { state, effects } = step(world.state, { kind: 'busy', after: 9000 });
    expect(state.trouble).toEqual({ kind: 'busy' });
    expect(effects).toContainEqual({ kind: 'retry', milliseconds: 9000 });
    const typed = step(state, { kind: 'edit', answers: { text: '一二' } });
    expect(typed.effects).toEqual([{ kind: 'keep' }]);
    expect(step(typed.state, { kind: 'due', key: 'k2' }).effects).toMatchObject([{ request: { key: 'k1', answers: { text: '一' } } }]);
  });

  test('waits longer after each loss, up to half a minute', () => {
    let state = step(begin(standing(0, '')), { kind: 'edit', answers: { text: 'x' } }).state;
    const waits: number[] = [];
    for (let n = 0; n < 7; n += 1) {
      state = step(state, { kind: 'due', key: 'k' }).state;
      const lost = step(state, { kind: 'lost' });
      state = lost.state;
      for (const effect of lost.effects) if (effect.kind === 'retry') waits.push(effect.milliseconds);
    }
    expect(waits).toEqual([2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000]);
  });
});
