import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { withCallValues } from '#domain/programme/call-values.ts';
import type { Edition } from '#domain/programme/edition.ts';
import type { Json } from '#domain/values/json.ts';
import { call } from '#web/api/call.ts';
import { refreshCalls, type CallFile, type CallValues } from '#web/api/call-queries.ts';
import { Labelled } from '#web/components/labelled.tsx';
import { Notice } from '#web/components/notice.tsx';
import { ProblemLine } from '#web/components/problem-line.tsx';
import { calls as words, parameterWord } from '#web/messages/calls.ts';
import { deadlineText } from '#web/messages/formats.ts';
import { fromBeijing, toBeijing } from '#web/pages/solicitation/terms-time.ts';
import { errorSentence } from '#web/messages/refusals.ts';
import { numberNames, storedNumber, typedNumber } from './call-numbers.ts';
import { RulePreview } from './rule-preview.tsx';
import { SignOff } from './sign-off.tsx';
import { useCallDraft } from './use-call-draft.ts';

const instants = ['submitBy', 'recommendBy', 'paperBy'] as const;

/** The draft: instants, levels, numbers, rules to switch on; below it every rule as it would speak, and the signatures. */
export function DraftEditor({ file, edition }: { readonly file: CallFile; readonly edition: Edition }) {
  const { values, typed, change, forget, restored, moved } = useCallDraft(file);
  const setValues = (next: CallValues): void => change(next);
  const dirty = JSON.stringify(values) !== JSON.stringify(file.draft.values);
  const mayEdit = file.may.includes('call.edit');
  const shown = withCallValues(edition, values);
  const save = useMutation({
    mutationFn: () => call('saveCallDraft', { params: { call: file.id }, body: { base: file.draft.n, values } }),
    onSuccess: async () => {
      await forget();
      await refreshCalls();
    },
  });
  const withParameter = (name: string, value: Json): CallValues => ({ ...values, parameters: { ...values.parameters, [name]: value } });
  const levels = shown.parameters.zoneLevels;
  const bad = Object.entries(typed).some(([name, text]) => storedNumber(name, text) === undefined);
  return (
    <>
      <section className="card" aria-labelledby="draft">
        <div className="card-head">
          <h2 id="draft">{words.draftTitle}</h2>
          <span className="small soft">{words.draftLead}</span>
        </div>
        <div className="card-body stack">
          {restored && (dirty || bad) && (
            <Notice tone={moved ? 'warn' : 'plain'} live>
              {moved ? words.restoredMoved : words.restored}
            </Notice>
          )}
          <div className="call-fields">
            <div className="call-wide">
              <Labelled label={words.name}>
                {(props) => (
                  <input
                    {...props}
                    className="control"
                    maxLength={120}
                    readOnly={!mayEdit}
                    value={shown.title}
                    onChange={(event) => setValues({ ...values, title: event.target.value })}
                  />
                )}
              </Labelled>
            </div>
            {instants.map((name) => (
              <Labelled key={name} label={words[name]} hint={deadlineText(shown.instants[name])}>
                {(props) => (
                  <input
                    {...props}
                    type="datetime-local"
                    className="control"
                    readOnly={!mayEdit}
                    value={toBeijing(shown.instants[name])}
                    onChange={(event) => {
                      const instant = fromBeijing(event.target.value);
                      if (instant !== null) setValues({ ...values, [name]: instant });
                    }}
                  />
                )}
              </Labelled>
            ))}
          </div>
          <fieldset className="signer">
            <legend>{words.levels}</legend>
            {[...new Set(edition.zones.map((zone) => zone.level))].map((level) => (
              <label key={level} className="call-tick">
                <input
                  type="checkbox"
                  disabled={!mayEdit}
                  checked={levels.includes(level)}
                  onChange={(event) =>
                    setValues(withParameter('zoneLevels', event.target.checked ? [...levels, level] : levels.filter((one) => one !== level)))
                  }
                />
                {level}
              </label>
            ))}
          </fieldset>
          <div>
            <h3>{words.numbers}</h3>
            <p className="hint">{words.numbersHint}</p>
          </div>
          <div className="call-fields">
            {numberNames(edition).map((name) => (
              <Labelled
                key={name}
                label={parameterWord[name] ?? name}
                fault={typed[name] !== undefined && storedNumber(name, typed[name]) === undefined ? words.badNumber : ''}
              >
                {(props) => (
                  <input
                    {...props}
                    className="control"
                    inputMode="numeric"
                    readOnly={!mayEdit}
                    value={typed[name] ?? typedNumber(name, shown.parameters[name])}
                    onChange={(event) => {
                      const number = storedNumber(name, event.target.value);
                      change(number === undefined ? values : withParameter(name, number), { ...typed, [name]: event.target.value });
                    }}
                  />
                )}
              </Labelled>
            ))}
          </div>
          <fieldset className="call-switches">
            <legend>{words.switches}</legend>
            {edition.rules
              .filter((rule) => rule.off === true)
              .map((rule) => (
                <label key={rule.id} className="call-tick">
                  <input
                    type="checkbox"
                    disabled={!mayEdit}
                    checked={values.rules?.[rule.id] === true}
                    onChange={(event) => setValues({ ...values, rules: { ...values.rules, [rule.id]: event.target.checked } })}
                  />
                  {rule.id}　{rule.title.replaceAll(/\{[^}]*\}/g, '…')}
                </label>
              ))}
          </fieldset>
          {mayEdit && (
            <div className="row">
              <Button
                type={dirty ? 'primary' : 'default'}
                aria-disabled={!dirty || bad || save.isPending}
                onClick={() => dirty && !bad && !save.isPending && save.mutate()}
              >
                {words.save}
              </Button>
              {dirty && <span className="small soft">{words.dirty}</span>}
            </div>
          )}
          <div role="alert">{save.error && <ProblemLine>{errorSentence(save.error)}</ProblemLine>}</div>
        </div>
      </section>
      <SignOff file={file} edition={shown} dirty={dirty} />
      <RulePreview before={edition} edition={shown} />
    </>
  );
}
