import { Link } from '@tanstack/react-router';
import type { Edition } from '#domain/programme/edition.ts';
import { clauseLink } from '#web/messages/components.ts';

/** The clause as people cite it. */
export function citeOf(edition: Edition | undefined, clause: string): string {
  return edition?.clauses.find((each) => each.id === clause)?.cite ?? clause;
}

/**
 * A clause as people cite it, opening the guide page at it. With `rule`, that rule and the duties that it carries out
 * are marked there.
 */
export function Clause({ edition, clause, rule }: { readonly edition: Edition | undefined; readonly clause: string; readonly rule?: string }) {
  const cite = citeOf(edition, clause);
  return (
    <Link className="clause" to="/guide" hash={clause} search={rule ? { rule } : {}} aria-label={clauseLink(cite)}>
      {cite}
    </Link>
  );
}
