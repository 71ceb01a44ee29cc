import { useParams } from '@tanstack/react-router';
import type { FieldDef } from '#domain/forms/definition.ts';
import { labelOf } from '#web/fields/field-input.tsx';
import { useForm } from '#web/pages/form/form-context.ts';
import { ProofList } from './proof-list.tsx';

/** The proofs of one field, beside it on the form page. */
export function FieldProofs({ block, field }: { readonly block: string; readonly field: FieldDef }) {
  const { store, edition } = useForm();
  const { plan = '' } = useParams({ strict: false });
  const { document } = store;
  const of = document === 'form' || document === 'commitment' ? { plan } : { project: document };
  const path = `/${block}/${field.key}`;
  return (
    <ProofList
      compact
      place={{ of, document, path }}
      pointer={`${store.pointer}${path}`}
      label={labelOf(field)}
      edition={edition}
      editable={store.writes(block)}
    />
  );
}
