/** A value that survives JSON: everything that is stored, sent, hashed or frozen is one of these. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

export type JsonObject = { readonly [key: string]: Json };
