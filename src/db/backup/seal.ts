import { createCipheriv, createDecipheriv, createHash, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { BackupFault } from './fault.ts';

/** Stands at the start of the file, in clear. */
export interface SealHead {
  readonly format: number;
  /** Null where the file is not encrypted. `check` tells a wrong passphrase from an altered file. */
  readonly sealed: { readonly salt: string; readonly check: string } | null;
}

/** Closes or opens one frame after the other, in order; `last` is part of what is proved, so that a shortened file is noticed. */
export interface Seal {
  readonly checkLength: number;
  readonly close: (payload: Buffer, last: boolean) => { readonly payload: Buffer; readonly check: Buffer };
  /** Undefined where the frame is not what was closed. */
  readonly open: (payload: Buffer, check: Buffer, last: boolean) => Buffer | undefined;
}

export const format = 1;
const cost = { N: 2 ** 17, r: 8, p: 1, maxmem: 2 ** 28 };

export async function newHead(passphrase: string | undefined): Promise<{ head: SealHead; key: Buffer | undefined }> {
  if (passphrase === undefined) return { head: { format, sealed: null }, key: undefined };
  const salt = randomBytes(16);
  const { key, check } = await derive(passphrase, salt);
  return { head: { format, sealed: { salt: salt.toString('hex'), check: check.toString('hex') } }, key };
}

/** The key of a sealed file; undefined where it is not sealed. Whoever gives a passphrase means one that only its holder can have made. */
export async function keyFor({ sealed }: SealHead, passphrase: string | undefined): Promise<Buffer | undefined> {
  if (sealed === null && passphrase !== undefined) throw new BackupFault('unsealed');
  if (sealed === null) return undefined;
  if (passphrase === undefined) throw new BackupFault('sealed');
  const { key, check } = await derive(passphrase, Buffer.from(sealed.salt, 'hex'));
  const expected = Buffer.from(sealed.check, 'hex');
  if (expected.length !== check.length || !timingSafeEqual(expected, check)) throw new BackupFault('wrongPassphrase');
  return key;
}

function derive(passphrase: string, salt: Buffer): Promise<{ key: Buffer; check: Buffer }> {
  const { promise, resolve, reject } = Promise.withResolvers<{ key: Buffer; check: Buffer }>();
  scrypt(passphrase.normalize('NFC'), salt, 48, cost, (error, bytes) => {
    if (error === null) resolve({ key: bytes.subarray(0, 32), check: bytes.subarray(32) });
    else reject(error);
  });
  return promise;
}

/** With a key AES-256-GCM, its nonce the frame's number; without one SM3 over the check before, the flag and the payload. */
export function sealFor(head: Buffer, key: Buffer | undefined): Seal {
  const start = createHash('sm3').update(head).digest();
  return key === undefined ? chained(start) : encrypted(start, key);
}

function chained(start: Buffer): Seal {
  let before = start;
  const next = (payload: Buffer, last: boolean): Buffer =>
    createHash('sm3')
      .update(before)
      .update(Buffer.of(Number(last)))
      .update(payload)
      .digest();
  return {
    checkLength: 32,
    close: (payload, last) => {
      before = next(payload, last);
      return { payload, check: before };
    },
    open: (payload, check, last) => {
      before = next(payload, last);
      return before.equals(check) ? payload : undefined;
    },
  };
}

function encrypted(start: Buffer, key: Buffer): Seal {
  let number = 0n;
  const nonce = (): Buffer => {
    const bytes = Buffer.alloc(12);
    bytes.writeBigUInt64BE(number, 4);
    number += 1n;
    return bytes;
  };
  return {
    checkLength: 16,
    close: (payload, last) => {
      const cipher = createCipheriv('aes-256-gcm', key, nonce()).setAAD(Buffer.concat([start, Buffer.of(Number(last))]));
      const closed = Buffer.concat([cipher.update(payload), cipher.final()]);
      return { payload: closed, check: cipher.getAuthTag() };
    },
    open: (payload, check, last) => {
      const decipher = createDecipheriv('aes-256-gcm', key, nonce(), { authTagLength: 16 })
        .setAAD(Buffer.concat([start, Buffer.of(Number(last))]))
        .setAuthTag(check);
      try {
        return Buffer.concat([decipher.update(payload), decipher.final()]);
      } catch {
        return undefined;
      }
    },
  };
}
