import type { FormDef } from '#domain/forms/definition.ts';
import type { Edition } from '#domain/programme/edition.ts';
import { places } from '#web/messages/places.ts';

/** Name of a field that a duty points to: `form/cluster/field`, `proposal/money`, `outline/1-1`. */
export function fieldNameOf(edition: Edition, path: string): string {
  const [document, block, field] = path.split('/');
  const form =
    document === 'form'
      ? edition.forms.form
      : document === 'proposal'
        ? edition.forms.proposal
        : document === 'commitment'
          ? edition.commitment.form
          : undefined;
  if (form) return inForm(form, block, field);
  if (document !== 'outline') return path;
  const section = edition.outline.flatMap((chapter) => [{ key: chapter.key, title: chapter.title }, ...chapter.sections]).find((each) => each.key === block);
  return section?.title ?? places.outline;
}

function inForm(form: FormDef, blockKey: string | undefined, fieldKey: string | undefined): string {
  const block = form.blocks.find((each) => each.key === blockKey);
  const field = block?.fields.find((each) => each.key === fieldKey);
  return field ? (field.short ?? field.label) : (block?.title ?? form.title);
}
