import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { marksQuery } from '#web/api/register-queries.ts';
import { problemText } from '#web/messages/form.ts';
import { OfficialMark } from './official-mark.tsx';

/** Marks of the answer at this pointer; of a table, those of its rows that do not agree with the lists. Nothing for who has no plan at hand. */
export function OfficialMarks({ pointer, rows = false }: { readonly pointer: string; readonly rows?: boolean }) {
  const { plan } = useParams({ strict: false });
  const { data } = useQuery({ ...marksQuery(plan ?? ''), enabled: plan !== undefined, retry: false });
  const own = (data ?? []).filter((mark) => (rows ? mark.path.startsWith(`${pointer}/`) && mark.mark === 'contradicted' : mark.path === pointer));
  if (own.length === 0) return null;
  return (
    <div className="official-marks">
      {own.map((mark) => (
        <OfficialMark
          key={mark.path}
          mark={mark}
          {...(rows ? { row: problemText.row(Number(mark.path.slice(pointer.length + 1).split('/')[0]) + 1, '') } : {})}
        />
      ))}
    </div>
  );
}
