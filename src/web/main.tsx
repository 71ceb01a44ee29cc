import './polyfills.ts';
import './styles/tokens.css';
import './styles/base.css';
import './styles/parts.css';
import './styles/problem-table.css';
import './styles/dialogs.css';
import './styles/buttons.css';
import './styles/shell.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { queryClient } from './api/queries.ts';
import { router } from './router.tsx';
import { AppFrame } from './theme/app-frame.tsx';

const element = document.getElementById('app');
if (element) {
  createRoot(element).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <AppFrame>
          <RouterProvider router={router} />
        </AppFrame>
      </QueryClientProvider>
    </StrictMode>,
  );
}
