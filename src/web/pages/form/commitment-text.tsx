import { formPage } from '#web/messages/form.ts';
import { useForm, useValue } from './form-context.ts';

/** The letter as it will be printed: its text is the guide's and cannot be changed. */
export function CommitmentText() {
  const { edition } = useForm();
  const { opening, items, closing } = edition.commitment;
  const industry = useValue('commitment', 'industry');
  const cluster = useValue('commitment', 'cluster');
  const filled = (value: unknown): string => (typeof value === 'string' && value.trim() !== '' ? value : formPage.blank);
  return (
    <section className="card block" aria-labelledby="commitment-text">
      <header className="card-head">
        <h2 id="commitment-text">{formPage.commitmentText}</h2>
      </header>
      <div className="card-body stack letter">
        <p>{opening.replaceAll('{industry}', filled(industry)).replaceAll('{cluster}', filled(cluster))}</p>
        <ol>
          {items.map(({ id, text }) => (
            <li key={id}>{text}</li>
          ))}
        </ol>
        <p>{closing}</p>
      </div>
    </section>
  );
}
