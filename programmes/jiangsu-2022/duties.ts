import type { Duty } from '#domain/programme/edition.ts';
import { filingDuties } from './duties-filing.ts';
import { fundingDuties } from './duties-funding.ts';
import { letterDuties } from './duties-letter.ts';
import { organisingDuties } from './duties-organising.ts';
import { supportDuties } from './duties-support.ts';

/** Every duty of the guide and of its templates, in the guide's order. */
export const duties: readonly Duty[] = [...supportDuties, ...organisingDuties, ...fundingDuties, ...filingDuties, ...letterDuties];
