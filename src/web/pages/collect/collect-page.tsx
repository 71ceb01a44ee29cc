import '#web/fields/fields.css';
import './collect.css';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { rowsOf } from '#domain/forms/answers.ts';
import type { TableField } from '#domain/forms/definition.ts';
import type { Edition } from '#domain/programme/edition.ts';
import type { JsonObject } from '#domain/values/json.ts';
import { call } from '#web/api/call.ts';
import { editionQuery, planQuery, queryClient, type PlanFile } from '#web/api/queries.ts';
import { rowRequestsQuery } from '#web/api/row-queries.ts';
import { FileInput } from '#web/components/file-input.tsx';
import { Loading } from '#web/components/loading.tsx';
import { PageHead } from '#web/components/page-head.tsx';
import { ProblemLine } from '#web/components/problem-line.tsx';
import { workbenchCrumb } from '#web/components/workbench-crumb.tsx';
import { labelOf } from '#web/fields/field-input.tsx';
import { collect } from '#web/messages/collect.ts';
import { errorSentence } from '#web/messages/refusals.ts';
import { AskForm } from './ask-form.tsx';
import { RequestList } from './request-list.tsx';

/** One table of the 申报表 whose rows the enterprises fill in themselves: who was asked, what came back, what is taken over. */
export function CollectPage() {
  const { plan = '', block = '', field = '' } = useParams({ strict: false });
  const { data: file, error } = useQuery(planQuery(plan));
  const { data: edition } = useQuery(editionQuery(file?.edition));
  const { data: requests, error: listError } = useQuery(rowRequestsQuery(plan));
  if (!file || !edition || !requests) return <Loading error={error ?? listError} />;
  const table = tableOf(edition, block, field);
  if (!table) return <Loading error={new Error('no such table')} />;
  const rows = rowsOf(file.documents.form[block]?.answers[field]);
  const mine = requests.filter((one) => one.block === block && one.field === field);
  return (
    <>
      <PageHead
        crumbs={[
          workbenchCrumb,
          <Link key="form" to="/plans/$plan/form" params={{ plan }} search={{ at: `/form/${block}` }}>
            {labelOf(table)}
          </Link>,
          collect.title,
        ]}
        title={collect.title}
        meta={collect.tally(countOf(mine, 'open'), countOf(mine, 'answered'), countOf(mine, 'accepted'))}
      />
      <div className="stack">
        {file.may.includes('rows.collect') && <AskForm plan={plan} block={block} field={field} names={namesOf(table, rows)} onAsked={() => refetch(plan)} />}
        {file.may.includes('rows.collect') && <Upload plan={plan} />}
        <RequestList file={file} edition={edition} table={table} requests={mine} standing={rows} />
      </div>
    </>
  );
}

function Upload({ plan }: { readonly plan: PlanFile['id'] }) {
  const take = useMutation({
    mutationFn: (file: File) => call('takeRowWorkbook', { params: { plan }, bytes: file }),
    onSuccess: () => refetch(plan),
  });
  return (
    <section className="card" aria-labelledby="collect-upload">
      <div className="card-head">
        <h2 id="collect-upload">{collect.uploadTitle}</h2>
        <span className="more">{collect.uploadHint}</span>
      </div>
      <div className="card-body row">
        <FileInput label={collect.upload} accept=".xlsx" onChoose={(file) => take.mutate(file)} />
        <span role="status">{take.isPending ? collect.uploading : take.data && collect.uploaded(take.data.name, take.data.faults)}</span>
        <div role="alert">{take.error && <ProblemLine>{errorSentence(take.error)}</ProblemLine>}</div>
      </div>
    </section>
  );
}

function refetch(plan: string): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: rowRequestsQuery(plan).queryKey });
}

function tableOf(edition: Edition, block: string, field: string): TableField | undefined {
  const found = edition.forms.form.blocks.find((one) => one.key === block)?.fields.find((one) => one.key === field);
  return found?.kind === 'table' ? found : undefined;
}

function namesOf(table: TableField, rows: readonly JsonObject[]): readonly string[] {
  return rows.map((row) => row[table.rowKey]).filter((name): name is string => typeof name === 'string' && name.trim() !== '');
}

function countOf(requests: readonly { readonly state: string }[], state: string): number {
  return requests.filter((one) => one.state === state).length;
}
