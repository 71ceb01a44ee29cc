import { availableParallelism } from 'node:os';
import { createPool, defaultLimits, type Pool } from '#documents/render/pool.ts';

/** Renderers for a seeding, started now. Most papers of the demonstration are begun at once: both cores of a small machine are kept busy. */
export function openDemoPool(): Pool {
  const pool = createPool({ ...defaultLimits, processes: Math.min(2, availableParallelism()) });
  pool.warm();
  return pool;
}
