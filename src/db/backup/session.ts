import { Client } from 'pg';

/** How values are written as text: the same on every server, whatever it is set to. */
const settings = '-c TimeZone=UTC -c DateStyle=ISO -c IntervalStyle=postgres -c bytea_output=hex -c client_encoding=UTF8 -c extra_float_digits=1';
const patience = '-c statement_timeout=0 -c idle_in_transaction_session_timeout=0';

/** One session of the owner; a broken connection is told by the query under way. */
export async function withSession<Result>(url: string, work: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: url, options: `${settings} ${patience}` });
  client.on('error', () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
