import './workbench.css';
import { useQuery } from '@tanstack/react-query';
import { callQuery, plansQuery } from '#web/api/queries.ts';
import { Loading } from '#web/components/loading.tsx';
import { CityWorkbench } from '#web/pages/city/candidates-page.tsx';
import { ProvinceDesk } from '#web/pages/call/province-desk.tsx';
import { IntakeWorkbench } from '#web/pages/intake/lists.tsx';
import { CompanyWorkbench } from '#web/pages/proposal/company-workbench.tsx';
import { LocalWorkbench } from '#web/pages/recommendation/recommendations.tsx';
import { useMe } from '#web/shell/session.ts';
import { NoPlan } from './no-plan.tsx';
import { PlanBoard } from './plan-board.tsx';
import { PlanList } from './plan-list.tsx';

/** Where everybody lands: a zone at its plan, others at what they can see of all plans. */
export function WorkbenchPage() {
  const me = useMe();
  const { data: plans, error } = useQuery(plansQuery);
  const { data: call } = useQuery(callQuery);
  if (!me || !plans) return <Loading error={error} />;
  if (me.kind === 'company' || me.kind === 'institute') return <CompanyWorkbench me={me} call={call ?? undefined} />;
  if (me.kind === 'local') return <LocalWorkbench call={call ?? undefined} />;
  if (me.kind === 'city') return <CityWorkbench />;
  if (me.kind === 'province') return <PlanList me={me} plans={plans} call={call ?? undefined} waiting={<ProvinceDesk />} />;
  if (me.kind === 'intake') return <IntakeWorkbench call={call ?? undefined} />;
  if (me.kind !== 'zone') return <PlanList me={me} plans={plans} call={call ?? undefined} />;
  const plan = plans.find((row) => row.state !== 'ended') ?? plans[0];
  return plan ? <PlanBoard row={plan} /> : <NoPlan me={me} call={call ?? undefined} />;
}
