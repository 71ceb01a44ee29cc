import type { z } from 'zod';
import { allYes, flagYes, inZoneIndustries, oneOf } from '#domain/filing/predicates/answers.ts';
import { attached } from '#domain/filing/predicates/attached.ts';
import { deadline, fact, human, zoneLevel } from '#domain/filing/predicates/facts.ts';
import { atMost, cap, parts, positive, rowAtMost, sumAtMost } from '#domain/filing/predicates/figures.ts';
import { declared, present, presentIf, proof, required, yesDetail } from '#domain/filing/predicates/filled.ts';
import { match, publicShare, sources } from '#domain/filing/predicates/funding.ts';
import { narrativeSound, statedFigures } from '#domain/filing/predicates/narrative.ts';
import { checkDigit, format, range } from '#domain/filing/predicates/own-faults.ts';
import type { Predicate } from '#domain/filing/predicates/predicate.ts';
import { countProjects, inJiangsu, localRecommendation, proposalTaken, subset } from '#domain/filing/predicates/projects.ts';
import { opinionsSigned, slotLeft } from '#domain/filing/predicates/recommending.ts';
import { everySegment, noSampleRows, rowsExist, someFilled, someRow, uniqueRows } from '#domain/filing/predicates/rows.ts';
import { asFiled, same, sameNames, sameSum } from '#domain/filing/predicates/same.ts';

/** Every kind of check that a rule of an edition may use. A new kind is a predicate and its line here. */
export const predicates: ReadonlyMap<string, Predicate> = new Map(
  Object.entries({
    allYes,
    asFiled,
    atMost,
    attached,
    cap,
    checkDigit,
    countProjects,
    deadline,
    declared,
    everySegment,
    fact,
    flagYes,
    format,
    human,
    inJiangsu,
    inZoneIndustries,
    localRecommendation,
    match,
    narrativeSound,
    noSampleRows,
    oneOf,
    opinionsSigned,
    parts,
    positive,
    present,
    presentIf,
    proof,
    proposalTaken,
    publicShare,
    range,
    required,
    rowAtMost,
    rowsExist,
    same,
    sameNames,
    sameSum,
    slotLeft,
    someFilled,
    someRow,
    sources,
    statedFigures,
    subset,
    sumAtMost,
    uniqueRows,
    yesDetail,
    zoneLevel,
  }),
);

/** The shape of each kind's arguments (`kind` and `sentence` apart): the loader refuses what does not fit. */
export const predicateArguments: Readonly<Record<string, z.ZodType>> = Object.fromEntries([...predicates].map(([kind, { args }]) => [kind, args]));
