import { call } from '#web/api/call.ts';
import { ReasonDialog } from '#web/components/reason-dialog.tsx';
import { projectsPage } from '#web/messages/projects.ts';
import type { ActedOn, ProjectActs } from './use-project-acts.ts';

const words = projectsPage.removeDialog;

/** Takes a company's project out of the plan; the company reads why. */
export function RemoveDialog({ acts, project }: { readonly acts: ProjectActs; readonly project: ActedOn }) {
  return (
    <ReasonDialog
      title={words.title(project.name)}
      body={words.body(project.company ?? project.name)}
      label={words.reason}
      missing={words.reasonMissing}
      go={words.go}
      going={words.going}
      stay={words.stay}
      onClose={acts.keep}
      send={(reason, key) => call('removeProposal', { params: { project: project.id }, body: { reason }, key })}
      onDone={() => acts.removed(project)}
    />
  );
}
