import { Labelled } from '#web/components/labelled.tsx';
import { result as words } from '#web/messages/intake.ts';

/** What is typed about who brought the paper. A type: it is kept as JSON. */
export type HandedText = {
  readonly handedInBy: string;
  readonly courier: string;
  readonly tracking: string;
  readonly remark: string;
};

export const noHanded: HandedText = { handedInBy: '', courier: '', tracking: '', remark: '' };

/** The same as the server is told it. */
export function handedOf({ handedInBy, courier, tracking, remark }: HandedText) {
  const told = (text: string): string | null => (text.trim() === '' ? null : text.trim());
  return { handedInBy: handedInBy.trim(), courier: told(courier), tracking: told(tracking), remark: remark.trim() };
}

export function HandedFields({
  text,
  onChange,
  faulty,
  remark,
  remarkHint,
}: {
  readonly text: HandedText;
  readonly onChange: (text: HandedText) => void;
  /** The one field that must be filled is not. */
  readonly faulty: boolean;
  readonly remark: string;
  readonly remarkHint?: string;
}) {
  const set = (part: Partial<HandedText>): void => onChange({ ...text, ...part });
  return (
    <>
      {(['handedInBy', 'courier', 'tracking'] as const).map((key) => (
        <Labelled key={key} label={words[key]} fault={key === 'handedInBy' && faulty ? words.handedInByMissing : ''}>
          {(props) => (
            <input
              {...props}
              className="control"
              maxLength={120}
              autoComplete="off"
              value={text[key]}
              onChange={(event) => set({ [key]: event.target.value })}
            />
          )}
        </Labelled>
      ))}
      <Labelled label={remark} {...(remarkHint === undefined ? {} : { hint: remarkHint })}>
        {(props) => (
          <textarea {...props} className="control" rows={3} maxLength={500} value={text.remark} onChange={(event) => set({ remark: event.target.value })} />
        )}
      </Labelled>
    </>
  );
}
