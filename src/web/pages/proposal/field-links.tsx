import type { Edition } from '#domain/programme/edition.ts';
import { useForm } from '#web/pages/form/form-context.ts';
import { placeOf } from '#web/progress/place.ts';

/** What a pointer within a proposal is called: 投入与资金来源 · 申请省资助经费. */
export function fieldName(edition: Edition, pointer: string): string {
  const block = edition.forms.proposal.blocks.find((one) => pointer === `/${one.key}` || pointer.startsWith(`/${one.key}/`));
  const { field } = placeOf(edition, `/projects/0${pointer}`);
  return [block?.title, field].filter((part) => part !== undefined).join(' · ');
}

/** Places that somebody named; each takes the reader there. */
export function FieldLinks({ fields, edition }: { readonly fields: readonly string[]; readonly edition: Edition }) {
  const { store, review, jumps } = useForm();
  const go = (pointer: string): void => {
    review.reveal(pointer);
    requestAnimationFrame(() => jumps.to(pointer));
  };
  return (
    <span className="field-links">
      {fields.map((field) => (
        <button key={field} type="button" className="text-button" onClick={() => go(`${store.pointer}${field}`)}>
          {fieldName(edition, field)}
        </button>
      ))}
    </span>
  );
}
