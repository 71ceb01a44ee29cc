import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** Seals what must not lie in the database in clear: telephone numbers, later ID numbers. */
export interface Seal {
  readonly close: (text: string) => string;
  /** Throws where the text was sealed under another key, or changed. */
  readonly open: (sealed: string) => string;
}

/** AES-256-GCM under a key of 32 bytes; the form is nonce, tag and text together, in base64. */
export function sealWith(key: Uint8Array): Seal {
  return {
    close: (text) => {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64');
    },
    open: (sealed) => {
      const bytes = Buffer.from(sealed, 'base64');
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12));
      decipher.setAuthTag(bytes.subarray(12, 28));
      return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
    },
  };
}
