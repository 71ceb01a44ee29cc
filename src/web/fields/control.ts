import type { Json } from '#domain/values/json.ts';

/** What every input takes, whatever its kind. */
export interface ControlProps {
  /** Also the `for` of its label; groups are labelled by `<id>-label`. */
  readonly id: string;
  readonly value: Json;
  readonly onChange: (value: Json) => void;
  /** The person has left the field: now it is checked. */
  readonly onLeave: () => void;
  readonly readOnly: boolean;
  readonly invalid: boolean;
  /** Ids of its hint and its problems. */
  readonly describedBy: string | undefined;
}

/** Keeps a group's leaving apart from moving within it. */
export function leftGroup(event: { readonly currentTarget: Element; readonly relatedTarget: EventTarget | null }): boolean {
  const group = event.currentTarget.closest('[role=radiogroup], [role=group]');
  return !(event.relatedTarget instanceof Node && group?.contains(event.relatedTarget));
}
