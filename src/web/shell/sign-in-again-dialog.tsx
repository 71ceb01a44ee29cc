import { Button } from 'antd';
import { meQuery, queryClient } from '#web/api/queries.ts';
import { answerSignIn } from '#web/api/sign-in-again.ts';
import { Dialog } from '#web/components/dialog.tsx';
import { again } from '#web/messages/shell.ts';
import { SignInForm } from './sign-in-form.tsx';

/** Shown over the page when the session has ended; the page below keeps everything that was typed. */
export function SignInAgainDialog() {
  const me = queryClient.getQueryData(meQuery.queryKey);
  return (
    <Dialog title={again.title} onClose={() => answerSignIn(false)}>
      <p className="soft dialog-lead">{again.body}</p>
      <SignInForm
        username={me?.username ?? ''}
        action={again.go}
        onSignedIn={(person) => {
          if (me && person.username !== me.username) {
            // Another person must not go on with this one's page and text.
            answerSignIn(false);
            location.assign('/workbench');
            return;
          }
          queryClient.setQueryData(meQuery.queryKey, person);
          answerSignIn(true);
        }}
      />
      <Button block type="text" onClick={() => answerSignIn(false)}>
        {again.stay}
      </Button>
    </Dialog>
  );
}
