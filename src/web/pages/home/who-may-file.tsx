import type { Edition, RuleDef } from '#domain/programme/edition.ts';
import { Clause } from '#web/components/clause.tsx';
import { Icon } from '#web/components/icon.tsx';
import { home, levelsText } from '#web/messages/home.ts';

/** Who may file, with the clauses; found by what the rules check, so that another edition's clauses stand here by themselves. */
export function WhoMayFile({ edition }: { readonly edition: Edition }) {
  const checking = (kind: string) => edition.rules.find((rule) => rule.checks.some((check) => check.kind === kind));
  const zones = checking('zoneLevel');
  return (
    <section aria-labelledby="who">
      <h2 id="who" className="home-part">
        {home.who}
      </h2>
      <ul className="who-may">
        <Item edition={edition} who={home.zones(levelsText(edition.parameters.zoneLevels))} does={home.zonesDo} rules={[zones]}>
          {readingOf(edition, zones)}
        </Item>
        <Item edition={edition} who={home.companies} does={home.companiesDo} rules={[checking('inJiangsu'), checking('localRecommendation')]} />
        <Item
          edition={edition}
          who={home.cities}
          does={home.citiesDo(edition.parameters.zonesPerCity)}
          rules={[edition.rules.find((rule) => rule.parameters?.includes('zonesPerCity'))]}
        />
      </ul>
    </section>
  );
}

function Item({
  edition,
  who,
  does,
  rules,
  children,
}: {
  readonly edition: Edition;
  readonly who: string;
  readonly does: string;
  readonly rules: readonly (RuleDef | undefined)[];
  readonly children?: string | undefined;
}) {
  const found = rules.filter((rule) => rule !== undefined);
  return (
    <li>
      <Icon name="done" />
      <span>
        <b>{who}</b>
        {does}
        {children && <span className="who-reading">{children}</span>}
      </span>
      <span className="who-clauses">
        {found.map((rule) => (
          <Clause key={rule.id} edition={edition} clause={rule.clause} rule={rule.id} />
        ))}
      </span>
    </li>
  );
}

function readingOf(edition: Edition, rule: RuleDef | undefined): string | undefined {
  const duty = edition.duties.find((each) => each.reading && each.carriedBy.some((link) => 'rule' in link && link.rule === rule?.id));
  return duty?.reading && home.reading(duty.reading.text, duty.reading.settledBy);
}
