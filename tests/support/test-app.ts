import { moveClock } from '#db/clock.ts';
import type { JobData, JobName } from '#db/jobs.ts';
import { openStore } from '#db/pool.ts';
import type { Edition } from '#domain/programme/edition.ts';
import { buildApp } from '#http/app.ts';
import type { Lanes } from '#http/door.ts';
import { openAccounts } from '#usecases/accounts.ts';
import type { Deps } from '#usecases/deps.ts';
import { openPackager } from '#main/viewer-build.ts';
import { sealWith } from '#usecases/seal.ts';
import { cellSentence, sheetWords } from '#web/messages/sheets.ts';
import type { FastifyInstance } from 'fastify';
import { Client } from './client.ts';
import { createDatabase } from './database.ts';
import type { Places, RoleName } from './people.ts';
import { password, seedPeople } from './people.ts';

export interface TestApp {
  readonly base: string;
  /** The database's address, as its owner. */
  readonly url: string;
  readonly app: FastifyInstance;
  readonly deps: Deps;
  /** Jobs that committed commands have asked for. */
  readonly jobs: readonly { readonly name: JobName; readonly data: JobData[JobName] }[];
  /** What was logged as a bug. */
  readonly bugs: readonly Readonly<Record<string, unknown>>[];
  /** A client in which nobody, or this person, is signed in; each call is a window of its own. */
  readonly as: (role: RoleName | 'public') => Promise<Client>;
  /** Makes it this instant for the product. */
  readonly moveClock: (instant: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface TestAppOptions {
  readonly edition: Edition;
  readonly places: Places;
  /** Folder of a built web app. */
  readonly webRoot?: string;
  /** Whether the kinds of organisations that need a second factor are asked for it. */
  readonly secondFactor?: boolean;
  /** Whether uploads wait for a virus scanner. */
  readonly scanner?: boolean;
  /** How much the server takes on at once, where it is not the usual. */
  readonly lanes?: Partial<Lanes>;
}

/** The whole server on a database of its own, with a person for every role. */
export async function startTestApp({ edition, places, webRoot, secondFactor = false, scanner = false, lanes = {} }: TestAppOptions): Promise<TestApp> {
  const database = await createDatabase();
  const owner = openStore(database.url, 'owner');
  const store = openStore(database.url);
  await seedPeople(owner.db, edition, places);
  const publicUrl = 'http://jiqun.test';
  const jobs: { name: JobName; data: JobData[JobName] }[] = [];
  const bugs: Readonly<Record<string, unknown>>[] = [];
  const deps: Deps = {
    db: store.db,
    accounts: openAccounts({ pool: store.pool, secret: 'a secret of tests, forty characters long', publicUrl }),
    enqueue: async (_tx, name, data) => void jobs.push({ name, data }),
    editions: [edition],
    publicUrl,
    ways: { mail: false, sms: false },
    seal: sealWith(new Uint8Array(32)),
    sheets: { words: sheetWords, fault: cellSentence },
    packager: openPackager(),
    secondFactor,
    scanner,
    demo: false,
  };
  const app = await buildApp({ deps, log: (entry) => void bugs.push(entry), lanes, ...(webRoot === undefined ? {} : { webRoot }) });
  const base = await app.listen({ port: 0, host: '127.0.0.1' });
  return {
    base,
    url: database.url,
    app,
    deps,
    jobs,
    bugs,
    as: (role) => signedIn(base, role),
    moveClock: (instant) => moveClock(owner.db, instant),
    close: async () => {
      await app.close();
      await Promise.all([store.close(), owner.close()]);
      await database.drop();
    },
  };
}

async function signedIn(base: string, role: RoleName | 'public'): Promise<Client> {
  const client = new Client(base);
  if (role === 'public') return client;
  const answer = await client.send('POST', '/api/session', { body: { username: role, password } });
  if (answer.status !== 200) throw new Error(`${role} could not sign in: ${answer.status}`);
  return client;
}
