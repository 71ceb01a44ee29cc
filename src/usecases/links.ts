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

export function solicitationLink(solicitation: string): string {
  return `/solicitations/${solicitation}`;
}

/** The zone's solicitation and what was answered to it. */
export const answersLink = '/solicitation';
