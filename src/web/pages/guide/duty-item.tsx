import type { Duty, Edition } from '#domain/programme/edition.ts';
import { Icon } from '#web/components/icon.tsx';
import { guide, linkText, modalityWord } from '#web/messages/guide.ts';
import { fieldNameOf } from './field-name.ts';

/** One duty in our own words, what carries it out, and the reading chosen where the guide leaves it open. */
export function DutyItem({ duty, edition, marked }: { readonly duty: Duty; readonly edition: Edition; readonly marked: boolean }) {
  return (
    <li id={duty.id} tabIndex={-1} className={marked ? 'duty guide-marked' : 'duty'}>
      <span className="duty-id">{duty.id}</span>
      <div>
        <p>
          <span className="tag">{modalityWord[duty.modality]}</span> {duty.text}
          {marked && <Here />}
        </p>
        {duty.reading && (
          <p className="duty-reading">
            <b>{guide.reading}</b>　{duty.reading.text}
            <span className="faint">　{guide.settledBy(duty.reading.settledBy, duty.reading.ambiguity)}</span>
          </p>
        )}
        <p className="duty-links">
          <span className="faint">
            {guide.who}　{duty.who}
          </span>
          <span className="faint">{guide.carriedBy}</span>
          {duty.carriedBy.map((link) =>
            'rule' in link ? (
              <a key={link.rule} href={`#${link.rule}`}>
                {link.rule}
              </a>
            ) : (
              <span key={JSON.stringify(link)}>{linkText(link, edition, (path) => fieldNameOf(edition, path))}</span>
            ),
          )}
          {duty.none && <span>{duty.none}</span>}
        </p>
      </div>
    </li>
  );
}

/** Says in words what the bar at the side says in colour. */
export function Here() {
  return (
    <span className="guide-here">
      <Icon name="next" size={12} />
      {guide.here}
    </span>
  );
}
