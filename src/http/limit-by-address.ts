import { isIPv6 } from 'node:net';
import { Refusal } from '#domain/values/refusal.ts';

const minute = 60_000;
/** Addresses that are kept in mind; beyond it the count begins anew for all, which costs memory nothing and guessers little. */
const most = 50_000;

/** Refuses `tooOften` what one address asks more than `limit` times in one minute. Each process counts for itself. */
export function limitByAddress(limit: number, clock: () => number = () => performance.now()): (headers: Headers) => void {
  const counts = new Map<string, number>();
  let since = clock();
  return (headers) => {
    if (clock() - since >= minute || counts.size > most) {
      counts.clear();
      since = clock();
    }
    const address = networkOf(headers.get('x-real-ip') ?? '');
    const count = (counts.get(address) ?? 0) + 1;
    counts.set(address, count);
    if (count > limit) throw new Refusal('tooOften');
  };
}

/** One household has one IPv4 address, and of IPv6 a whole /64. */
function networkOf(address: string): string {
  if (!isIPv6(address)) return address;
  const [head = '', tail = ''] = address.split('%')[0]?.split('::') ?? [];
  const left = head === '' ? [] : head.split(':');
  const right = tail === '' ? [] : tail.split(':');
  const groups = address.includes('::') ? [...left, ...Array.from({ length: Math.max(8 - left.length - right.length, 0) }, () => '0'), ...right] : left;
  return groups.slice(0, 4).join(':');
}
