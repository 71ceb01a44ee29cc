import { useState } from 'react';
import { call } from '#web/api/call.ts';
import { refreshCalls, type CallFile } from '#web/api/call-queries.ts';
import { Labelled } from '#web/components/labelled.tsx';
import { AskDialog } from '#web/components/ask-dialog.tsx';
import { calls as words } from '#web/messages/calls.ts';
import { fromBeijing } from '#web/pages/solicitation/terms-time.ts';

const instants = ['submitBy', 'recommendBy', 'paperBy'] as const;

/** More time for everybody or for one zone. */
export function ExtendDialog({ file, onClose }: { readonly file: CallFile; readonly onClose: () => void }) {
  const [zone, setZone] = useState('');
  const [typed, setTyped] = useState<Partial<Record<(typeof instants)[number], string>>>({});
  const instant = (name: (typeof instants)[number]): string | null => fromBeijing(typed[name] ?? '');
  return (
    <AskDialog
      title={words.extendTitle}
      go={words.extend}
      going={words.going}
      stay={words.stay}
      reason={{ label: words.reason, missing: words.reasonMissing }}
      values={{ zone, typed }}
      onClose={onClose}
      send={(key, reason) =>
        call('extendCall', {
          params: { call: file.id },
          body: { zone: zone === '' ? null : zone, submitBy: instant('submitBy'), recommendBy: instant('recommendBy'), paperBy: instant('paperBy'), reason },
          key,
        })
      }
      onDone={async () => {
        await refreshCalls();
        onClose();
      }}
    >
      <p>{words.extendBody}</p>

      <Labelled label={words.zone}>
        {(props) => (
          <select {...props} className="control" value={zone} onChange={(event) => setZone(event.target.value)}>
            <option value="">{words.forAll}</option>
            {file.zones.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </select>
        )}
      </Labelled>
      {instants.map((name) => (
        <Labelled key={name} label={words[name]}>
          {(props) => (
            <input
              {...props}
              type="datetime-local"
              className="control"
              value={typed[name] ?? ''}
              onChange={(event) => setTyped({ ...typed, [name]: event.target.value })}
            />
          )}
        </Labelled>
      ))}
    </AskDialog>
  );
}
