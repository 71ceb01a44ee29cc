import { ConfigProvider } from 'antd';
import zhCN from 'antd/es/locale/zh_CN.js';
import type { ReactNode } from 'react';
import { usePhone } from '#web/fields/use-phone.ts';
import { theme } from './theme.ts';

/** antd ships ES modules without saying so: the bundler sees the locale itself, the type checker a module around it. */
const locale = 'default' in zhCN ? zhCN.default : zhCN;

/** The nonce of this response, for the style elements that antd puts in (strict CSP). */
const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content;

const still = matchMedia('(prefers-reduced-motion: reduce)');

/** antd set up once: Chinese, our tokens, the nonce, no space pushed between two characters of a button. */
export function AppFrame({ children }: { readonly children: ReactNode }) {
  const narrow = usePhone();
  const token = { ...theme.token, motion: !still.matches, ...(narrow ? { controlHeight: 44, controlHeightLG: 48, fontSize: 16 } : {}) };
  return (
    <ConfigProvider
      locale={locale}
      theme={{ ...theme, token }}
      button={{ autoInsertSpace: false }}
      wave={{ disabled: true }}
      {...(nonce ? { csp: { nonce } } : {})}
    >
      {children}
    </ConfigProvider>
  );
}
