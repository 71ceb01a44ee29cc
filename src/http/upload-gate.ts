import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '#domain/values/refusal.ts';

/** Uploads that one process takes at once: each may hold its whole file in memory. */
const most = 4;

/**
 * Stands before a file's bytes are read: nobody is listened to who is not signed in, and who comes while others are uploading is asked to
 * come again shortly.
 */
export function uploadGate(isSignedIn: (request: FastifyRequest) => Promise<boolean>): (request: FastifyRequest, reply: FastifyReply) => Promise<void> {
  let open = 0;
  return async (request, reply) => {
    if (!(await isSignedIn(request))) throw new Refusal('notSignedIn');
    if (open >= most) throw new Refusal('busy');
    open += 1;
    reply.raw.once('close', () => {
      open -= 1;
    });
  };
}
