import { Link } from '@tanstack/react-router';
import { workbench } from '#web/messages/workbench.ts';

/** The first step of a page's path that lies under the workbench. */
export const workbenchCrumb = (
  <Link key="home" to="/workbench">
    {workbench.title}
  </Link>
);
