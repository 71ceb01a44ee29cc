import './intake.css';
import '#web/fields/fields.css';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { intakeQuery, type Copies, type IntakeFile } from '#web/api/intake-queries.ts';
import { editionQuery } from '#web/api/queries.ts';
import { Loading } from '#web/components/loading.tsx';
import { CompareCard } from './compare-card.tsx';
import { CountsCard } from './counts-card.tsx';
import { FormalCard } from './formal-card.tsx';
import { noHanded, type HandedText } from './handed-fields.tsx';
import { PreviewCard, ReceiptList } from './receipt-cards.tsx';
import { choicesOf, type Choice } from './choices.ts';
import { ResultCard } from './result-card.tsx';

const none: Copies = { plan: 0, form: 0, letter: 0 };

/** One file at the desk: copies, formal check, result, receipt. `code` is what was read from the paper that lies there; empty without paper. */
export function FileView({ plan, code, aside }: { readonly plan: string; readonly code: string; readonly aside?: ReactNode }) {
  const { data: file, error } = useQuery(intakeQuery(plan));
  if (!file) return <Loading error={error} />;
  return <Desk file={file} code={code} aside={aside} />;
}

function Desk({ file, code, aside }: { readonly file: IntakeFile; readonly code: string; readonly aside: ReactNode }) {
  const { data: edition } = useQuery(editionQuery(file.plan.edition));
  const [counts, setCounts] = useState<Copies>(none);
  const [handed, setHanded] = useState<HandedText>(noHanded);
  const [chosen, setChosen] = useState<Choice>();
  const choices = choicesOf(file);
  const usual: Choice = file.state === 'checking' && code === '' && nothingMissing(file) ? 'admit' : 'receive';
  const choice = [chosen, usual].find((one): one is Choice => one !== undefined && choices.includes(one));
  const receives = file.may.includes('intake.receive') && file.state !== 'admitted' && file.state !== 'refused';
  return (
    <div className="stack">
      <div className="intake-columns">
        <div className="stack">
          <CountsCard file={file} edition={edition} counts={counts} {...(receives && choice === 'receive' ? { onChange: setCounts } : {})} />
          <ResultCard
            file={file}
            edition={edition}
            code={code}
            counts={counts}
            handed={handed}
            choices={choices}
            choice={choice}
            onChoice={setChosen}
            onHanded={setHanded}
            onReceived={() => {
              setCounts(none);
              setHanded(noHanded);
            }}
          />
        </div>
        <FormalCard file={file} edition={edition} />
        <aside className="stack">
          {receives && choice === 'receive' && <PreviewCard file={file} counts={counts} remark={handed.remark} />}
          <ReceiptList file={file} />
          {aside}
        </aside>
      </div>
      <CompareCard plan={file.plan.id} n={file.version.n} />
    </div>
  );
}

function nothingMissing({ copies }: IntakeFile): boolean {
  return Object.values(copies.missing).every((count) => count === 0);
}
