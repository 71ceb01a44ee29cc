/** SM3 (GB/T 32905-2016), 256 bits, as 64 lower-case hex digits. Pure, so that the browser and the public page compute it too. */
export function sm3(message: Uint8Array): string {
  const state = Int32Array.of(0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600, 0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e);
  const words = new Int32Array(68);
  const whole = message.length - (message.length % BLOCK);
  const head = new DataView(message.buffer, message.byteOffset, whole);
  for (let at = 0; at < whole; at += BLOCK) compress(state, head, at, words);
  const tail = new DataView(padded(message.subarray(whole), message.length).buffer);
  for (let at = 0; at < tail.byteLength; at += BLOCK) compress(state, tail, at, words);
  return Array.from(state, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}

const BLOCK = 64;

/** The last bytes, a one bit, zeros, and the message's length in bits as 64 bits, up to whole blocks (5.2). */
function padded(rest: Uint8Array, length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(rest.length + 9 <= BLOCK ? BLOCK : 2 * BLOCK);
  bytes.set(rest);
  bytes[rest.length] = 0x80;
  const view = new DataView(bytes.buffer);
  view.setUint32(bytes.length - 8, Math.floor(length / 2 ** 29));
  view.setUint32(bytes.length - 4, (length << 3) >>> 0);
  return bytes;
}

function rotate(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}

/** T_j <<< j (4.2), ready-made: the same in every block. */
const CONSTANTS = Int32Array.from({ length: 64 }, (_, j) => rotate(j < 16 ? 0x79cc4519 : 0x7a879d8a, j % 32));

/** Expands one block (5.3.2) and mixes it into the state (5.3.3). Every index is in range: the `!` state it. */
function compress(state: Int32Array, view: DataView, at: number, w: Int32Array): void {
  for (let j = 0; j < 16; j++) w[j] = view.getInt32(at + 4 * j);
  for (let j = 16; j < 68; j++) {
    const x = w[j - 16]! ^ w[j - 9]! ^ rotate(w[j - 3]!, 15);
    w[j] = x ^ rotate(x, 15) ^ rotate(x, 23) ^ rotate(w[j - 13]!, 7) ^ w[j - 6]!;
  }
  let a = state[0]!;
  let b = state[1]!;
  let c = state[2]!;
  let d = state[3]!;
  let e = state[4]!;
  let f = state[5]!;
  let g = state[6]!;
  let h = state[7]!;
  for (let j = 0; j < 64; j++) {
    const a12 = rotate(a, 12);
    const ss1 = rotate((a12 + e + CONSTANTS[j]!) | 0, 7);
    const ff = j < 16 ? a ^ b ^ c : (a & b) | (a & c) | (b & c);
    const gg = j < 16 ? e ^ f ^ g : (e & f) | (~e & g);
    const tt1 = (ff + d + (ss1 ^ a12) + (w[j]! ^ w[j + 4]!)) | 0;
    const tt2 = (gg + h + ss1 + w[j]!) | 0;
    d = c;
    c = rotate(b, 9);
    b = a;
    a = tt1;
    h = g;
    g = rotate(f, 19);
    f = e;
    e = tt2 ^ rotate(tt2, 9) ^ rotate(tt2, 17);
  }
  state[0]! ^= a;
  state[1]! ^= b;
  state[2]! ^= c;
  state[3]! ^= d;
  state[4]! ^= e;
  state[5]! ^= f;
  state[6]! ^= g;
  state[7]! ^= h;
}
