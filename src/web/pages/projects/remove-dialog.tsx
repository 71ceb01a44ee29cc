import { call } from '#web/api/call.ts';
import { AskDialog } from '#web/components/ask-dialog.tsx';
import { projectsPage } from '#web/messages/projects.ts';
import type { ActedOn, ProjectActs } from './use-project-acts.ts';

const words = projectsPage.removeDialog;

/** Takes a company's project out of the plan; the company reads why. */
export function RemoveDialog({ acts, project }: { readonly acts: ProjectActs; readonly project: ActedOn }) {
  return (
    <AskDialog
      title={words.title(project.name)}
      go={words.go}
      going={words.going}
      stay={words.stay}
      reason={{ label: words.reason, missing: words.reasonMissing }}
      onClose={acts.keep}
      send={(key, reason) => call('removeProposal', { params: { project: project.id }, body: { reason }, key })}
      onDone={() => acts.removed(project)}
    >
      <p>{words.body(project.company ?? project.name)}</p>
    </AskDialog>
  );
}
