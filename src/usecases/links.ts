/** Pages of the web app that messages lead to. */
export function proposalLink(project: string): string {
  return `/proposals/${project}`;
}

/** What an authority was asked to recommend. */
export function recommendationLink(project: string): string {
  return `/recommendations/${project}`;
}

/** The zone's projects. */
export function projectsLink(plan: string): string {
  return `/plans/${plan}/projects`;
}

/** What a plan was sent back for, and how far its mending is. */
export function mendingLink(plan: string): string {
  return `/plans/${plan}/mending`;
}

export function solicitationLink(solicitation: string): string {
  return `/solicitations/${solicitation}`;
}

/** The zone's solicitation and what was answered to it. */
export const answersLink = '/solicitation';

/** What a plan has filed, and its receipts. */
export function versionsLink(plan: string): string {
  return `/plans/${plan}/versions`;
}

/** The city's check of a plan. */
export function cityLink(plan: string): string {
  return `/plans/${plan}/city`;
}

/** A plan's file at the intake centre. */
export function intakeLink(plan: string): string {
  return `/intake/files/${plan}`;
}

/** The officer's view of it. */
export function intakeResultLink(plan: string): string {
  return `/intake/results/${plan}`;
}

/** A plan's sealed papers: what to print and seal, and the scan of it. */
export function papersLink(plan: string): string {
  return `/plans/${plan}/papers`;
}
