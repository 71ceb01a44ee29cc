import './mending.css';
import { Icon } from '#web/components/icon.tsx';
import { mending as words } from '#web/messages/mending.ts';
import { useForm } from '#web/pages/form/form-context.ts';

/** What must be mended in this block, or that it stays as it was filed; nothing where no mending is under way. */
export function MendHere({ block }: { readonly block: string }) {
  const { mended, store } = useForm();
  if (!mended) return null;
  const parts = mended.filter((part) => part.document === store.document && part.block === block);
  if (parts.length === 0) {
    return (
      <p className="mending-locked small">
        <Icon name="lock" size={14} /> {words.lockedBlock}
      </p>
    );
  }
  return parts.map((part) => (
    <p key={part.text} className="mending-here kept-lines">
      <b>{words.mendHere}</b>
      {part.text}
    </p>
  ));
}
