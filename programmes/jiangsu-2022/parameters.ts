import type { Instants, Parameters } from '#domain/programme/edition.ts';

/** The call's numbers. Money in fen: 500 万元 = 500,000,000 fen. What the guide leaves to practice is a default that the province may change before publishing. */
export const parameters = {
  /** 省级以上; zones under preparation (批复筹建) are not admitted (A01). */
  zoneLevels: ['国家级', '省级'],
  minProjects: 12,
  zonesPerCity: 1,
  /** Different persons of the bureau: who passes the check, and who recommends. */
  recommendPersons: 2,
  zonesPerField: 2,
  selectedPerGroup: 8,
  provinceCapFen: 500_000_000,
  matchRatio: { zone: 1, province: 1 },
  publicShare: { numerator: 1, denominator: 3 },
  /** 3.5 years. */
  termMonths: 42,
  /** First day of the term (A14): the first of a month. */
  termStart: '2022-07-01',
  copies: { plan: 10, form: 10, letter: 2 },
  /** Printed copies of the proposals: filed online only. */
  proposalCopies: 0,
  sixOnes: 6,
  /** Characters that a justification needs at least. */
  minJustification: 50,
  /** 产业领域 = one code of this level of the strategic industries (A09). */
  fieldLevel: 2,
  minBrandProducts: 2,
  similarityPercent: 40,
  /** 形式审查: how often a file may be sent back for mending. */
  mendTimes: 1,
  /** Days after a deadline until which an extension may still be asked for; what nobody filed by then ends. */
  lapseDays: 30,
  minAppraisalOpinions: 5,
  minReviewOpinions: 3,
  maxExpertLoad: 10,
  noticeDays: 7,
  completionMonths: 6,
  completionTaskPercent: 80,
  completionMendMonths: 3,
  /** Province money from which completion needs a special audit. */
  auditFromFen: 100_000_000,
  /** Read only by rules that are off until the province switches them on. */
  minFirmYears: 1,
  maxOverdueProjects: 0,
  minCorePatents: 2,
  maxLeaderAge: 56,
  /** Files: our reading, the guide names no limit. A sealed paper comes as a scan; 版式文件 OFD and tables as they are. */
  attachmentTypes: ['pdf', 'jpg', 'png', 'ofd', 'docx', 'xlsx'],
  maxAttachmentBytes: 20_971_520,
  maxPlanAttachmentBytes: 314_572_800,
} satisfies Parameters;

/** A day without a time means its end: 24:00 is written as 00:00 of the next day, and in time is strictly before it. */
export const instants = {
  published: '2022-01-20T00:00:00+08:00',
  /** 2022-03-25 24:00, zone to city. */
  submitBy: '2022-03-26T00:00:00+08:00',
  /** 2022-03-25 24:00, city to province. */
  recommendBy: '2022-03-26T00:00:00+08:00',
  /** 2022-03-31 24:00, stamped at the intake centre. */
  paperBy: '2022-04-01T00:00:00+08:00',
} satisfies Instants;
