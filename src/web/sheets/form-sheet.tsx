import type { FormDef } from '#domain/forms/definition.ts';
import { isEmpty } from '#domain/forms/answers.ts';
import type { Json } from '#domain/values/json.ts';
import { sheets } from '#web/messages/sheets.ts';
import { useForm } from '#web/pages/form/form-context.ts';
import type { ReadSheet } from './import-dialog.tsx';
import { SheetTools } from './sheet-tools.tsx';

/** The whole form as one workbook, for those who fill it in elsewhere; what comes back is compared field by field. */
export function FormSheet() {
  const { store, snapshot, edition } = useForm();
  const { form } = store;
  const writable = form.blocks.filter((block) => store.writes(block.key));
  return (
    <SheetTools
      source={{
        edition: snapshot,
        form: form.key === edition.forms.proposal.key ? 'proposal' : 'form',
        title: form.title,
        answers: () => Object.fromEntries(form.blocks.map((block) => [block.key, store.answers(block.key)])),
      }}
      readOnly={writable.length === 0}
      words={{ out: sheets.whole, in: sheets.wholeIn }}
      renderChanges={(read, close) => (
        <FormComparison
          form={form}
          standing={(block, field) => store.answers(block)[field] ?? null}
          read={read}
          writes={store.writes}
          onCancel={close}
          onApply={(changes) => {
            for (const { block, field, value } of changes) store.edit(block, field, value);
            store.flushAll();
            close();
          }}
        />
      )}
    />
  );
}

interface Change {
  readonly block: string;
  readonly field: string;
  readonly label: string;
  readonly value: Json;
}

/** Fields that the file fills in otherwise than they stand. An empty cell takes nothing away. */
function changesIn(form: FormDef, read: ReadSheet, standing: (block: string, field: string) => Json, writes: (block: string) => boolean): readonly Change[] {
  return form.blocks
    .filter((block) => writes(block.key))
    .flatMap((block) =>
      Object.entries(read.answers[block.key] ?? {}).flatMap(([field, value]) => {
        const found = block.fields.find((one) => one.key === field);
        if (found === undefined || value === null || isEmpty(value) || JSON.stringify(value) === JSON.stringify(standing(block.key, field))) return [];
        return [{ block: block.key, field, label: sheets.place(block.title, found.short ?? found.label), value }];
      }),
    );
}

function FormComparison({
  form,
  read,
  standing,
  writes,
  onApply,
  onCancel,
}: {
  readonly form: FormDef;
  readonly read: ReadSheet;
  readonly standing: (block: string, field: string) => Json;
  readonly writes: (block: string) => boolean;
  readonly onApply: (changes: readonly Change[]) => void;
  readonly onCancel: () => void;
}) {
  const changes = changesIn(form, read, standing, writes);
  return (
    <>
      {changes.length === 0 ? (
        <p>{sheets.same}</p>
      ) : (
        <section>
          <p className="strong">{sheets.fieldsChanged(changes.length)}</p>
          <ul className="sheet-changes">
            {changes.map((change) => (
              <li key={`${change.block} ${change.field}`}>{isEmpty(standing(change.block, change.field)) ? change.label : sheets.over(change.label)}</li>
            ))}
          </ul>
        </section>
      )}
      <div className="dialog-footer">
        <button type="button" className="button" data-safe="" onClick={onCancel}>
          {sheets.cancel}
        </button>
        {changes.length > 0 && (
          <button type="button" className="button button-primary" onClick={() => onApply(changes)}>
            {read.faults.length > 0 ? sheets.applyMarked : sheets.apply}
          </button>
        )}
      </div>
    </>
  );
}
