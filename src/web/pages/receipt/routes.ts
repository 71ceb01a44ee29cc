import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { titles } from '#web/messages/shell.ts';
import { signedIn } from '#web/parent-routes.ts';

export const planReceipt = createRoute({
  getParentRoute: () => signedIn,
  path: '/plans/$plan/receipts/$number',
  staticData: { title: titles.receipt },
  component: lazyRouteComponent(() => import('./receipt-page.tsx'), 'ReceiptPage'),
});
