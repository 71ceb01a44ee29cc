import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '#domain/values/refusal.ts';
import type { Door } from './door.ts';

/**
 * Stands before a file's bytes are read: nobody is listened to who is not signed in, and who comes while too many bytes are on their way
 * is asked to come again shortly. What does not say how long it is counts as the `most` that its route takes.
 */
export function uploadGate(door: Door, isSignedIn: (request: FastifyRequest) => Promise<boolean>) {
  return (most: number) =>
    async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
      const asked = await door.read();
      try {
        if (!(await isSignedIn(request))) throw new Refusal('notSignedIn');
      } finally {
        asked();
      }
      const length = Number(request.headers['content-length'] ?? Number.NaN);
      const leave = await door.upload(Number.isSafeInteger(length) && length > 0 ? Math.min(length, most) : most);
      if (reply.raw.destroyed) return leave();
      reply.raw.once('close', leave);
    };
}
