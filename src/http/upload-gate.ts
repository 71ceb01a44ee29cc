import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '#domain/values/refusal.ts';
import type { Door, Leave } from './door.ts';

/** Files of one person that are on their way at once: more only wait for one another, and keep others out. */
const mostOfOne = 4;

/**
 * Stands before a file's bytes are read: nobody is listened to who is not signed in, and who comes while too many bytes are on their way
 * is asked to come again shortly. What does not say how long it is counts as the `most` that its route takes.
 */
export function uploadGate(door: Door, findPerson: (request: FastifyRequest) => Promise<string | undefined>) {
  const inside = new Map<string, number>();
  const enter = (person: string): Leave => {
    const count = inside.get(person) ?? 0;
    if (count >= mostOfOne) throw new Refusal('busy');
    inside.set(person, count + 1);
    return () => {
      const left = (inside.get(person) ?? 1) - 1;
      if (left === 0) inside.delete(person);
      else inside.set(person, left);
    };
  };
  return (most: number) =>
    async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
      const asked = await door.read();
      const person = await findPerson(request).finally(asked);
      if (person === undefined) throw new Refusal('notSignedIn');
      const goes = enter(person);
      const length = Number(request.headers['content-length'] ?? Number.NaN);
      const leave = await door.upload(Number.isSafeInteger(length) && length > 0 ? Math.min(length, most) : most).catch((error: unknown) => {
        goes();
        throw error;
      });
      const end = (): void => {
        goes();
        leave();
      };
      if (reply.raw.destroyed) return end();
      reply.raw.once('close', end);
    };
}
