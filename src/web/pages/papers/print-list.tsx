import '#web/components/phone-rows.css';
import { type Papers, paperUrl } from '#web/api/scan-queries.ts';
import { PdfLink } from '#web/components/pdf-link.tsx';
import { papers as words } from '#web/messages/papers.ts';

/** The papers in the order of binding: pages, copies, where the seals go; and what 打印须知 asks. */
export function PrintList({ plan, papers: { papers, notes } }: { readonly plan: string; readonly papers: Papers }) {
  const { columns } = words;
  return (
    <section className="card" aria-labelledby="print-list">
      <div className="card-head">
        <h2 id="print-list">{words.print}</h2>
        <span className="more">
          <PdfLink plain href={paperUrl(plan, 'notice')}>
            {words.noticePdf}
          </PdfLink>
        </span>
      </div>
      <table className="table phone-rows print-list" aria-labelledby="print-list">
        <thead>
          <tr>
            <th scope="col">{columns.place}</th>
            <th scope="col">{columns.name}</th>
            <th scope="col" className="number">
              {columns.pages}
            </th>
            <th scope="col" className="number">
              {columns.copies}
            </th>
            <th scope="col">{columns.seals}</th>
            <th scope="col">{columns.open}</th>
          </tr>
        </thead>
        <tbody>
          {papers.map(({ kind, name, pages, copies, seals }, index) => (
            <tr key={kind}>
              <td data-label={columns.place}>{index + 1}</td>
              <td>{name}</td>
              <td className="number" data-label={columns.pages}>
                {pages}
              </td>
              <td className="number" data-label={columns.copies}>
                {copies}
              </td>
              <td data-label={columns.seals}>{seals}</td>
              <td>
                <PdfLink plain href={paperUrl(plan, kind)}>
                  {words.openPaper(name)}
                </PdfLink>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <details className="print-notes">
        <summary>{words.rules}</summary>
        <div className="print-parts">
          {notes.map(({ title, items }) => (
            <div key={title}>
              <h3>{title}</h3>
              <ol>
                {items.map((item) => (
                  <li key={item}>{item}</li>
                ))}
              </ol>
            </div>
          ))}
        </div>
      </details>
    </section>
  );
}
