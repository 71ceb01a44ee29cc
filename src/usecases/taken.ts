import { Refusal } from '#domain/values/refusal.ts';

/** Carries out work that writes names which belong to one only; another's name is refused as taken. */
export async function orTaken<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === '23505') throw new Refusal('taken');
    throw error;
  }
}
