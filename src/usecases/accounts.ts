import { createHmac } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { betterAuth } from 'better-auth';
import { twoFactor, username } from 'better-auth/plugins';
import type { Pool } from 'pg';

export interface AccountOptions {
  /** Connections whose search path is the schema of accounts. */
  readonly pool: Pool;
  /** Signs the session cookies; at least 32 characters, kept over restarts. */
  readonly secret: string;
  readonly publicUrl: string;
}

/** argon2id with the parameters that OWASP names first. */
const argon = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export function hashPassword(password: string): Promise<string> {
  return hash(password, argon);
}

export function isPassword(stored: string, password: string): Promise<boolean> {
  return verify(stored, password);
}

/** Accounts and sessions. Only its functions are used, never its own routes: the contract is the only way in. */
export function openAccounts({ pool, secret, publicUrl }: AccountOptions) {
  return betterAuth({
    appName: 'Jiqun',
    baseURL: publicUrl,
    secret,
    database: pool,
    telemetry: { enabled: false },
    logger: { disabled: true },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 10,
      password: { hash: hashPassword, verify: ({ hash: stored, password }) => verify(stored, password) },
    },
    session: { expiresIn: 8 * 3600, updateAge: 600 },
    // Wrong tries are counted where the contract's sign-in is carried out: this library counts only on its own routes.
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix: 'jiqun',
      useSecureCookies: publicUrl.startsWith('https:'),
      ipAddress: { ipAddressHeaders: ['x-real-ip'] },
    },
    plugins: [username({ maxUsernameLength: 80 }), twoFactor({ issuer: 'Jiqun', totpOptions: { digits: 6, period: 30 } })],
  });
}

export type Accounts = ReturnType<typeof openAccounts>;

/** Says whether two requests gave the same secret, and nothing else: what is kept of it means nothing without the server's own secret. */
export function secretDigest(accounts: Accounts, ...given: readonly string[]): string {
  return createHmac('sha256', accounts.options.secret).update(JSON.stringify(given)).digest('hex');
}

const letters = 'abcdefghjkmnpqrstuvwxyz23456789';

/**
 * The one-time password that a command gives out: 16 characters that cannot be mistaken for each other, about 79 bits. It follows from the server's
 * secret and the command's key, so that asking again with the same key shows it again, although it is stored nowhere.
 */
export function oneTimePassword(accounts: Accounts, person: string, key: string): string {
  const bytes = createHmac('sha256', accounts.options.secret).update(`one-time password\n${person}\n${key}`).digest();
  return spelt(bytes.subarray(0, 16));
}

/** Bytes as letters and digits in groups of four. */
export function spelt(bytes: Uint8Array): string {
  const text = Array.from(bytes, (byte) => letters[byte % letters.length]).join('');
  return text.match(/.{4}/g)!.join('-');
}
