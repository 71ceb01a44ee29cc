/** The head of a plain table. `act` names a last column of links or buttons to those who hear the page; nobody else sees a name there. */
export function TableHead({ columns, act }: { readonly columns: readonly string[]; readonly act?: string }) {
  return (
    <thead>
      <tr>
        {columns.map((column) => (
          <th key={column} scope="col">
            {column}
          </th>
        ))}
        {act !== undefined && (
          <th scope="col">
            <span className="unseen">{act}</span>
          </th>
        )}
      </tr>
    </thead>
  );
}
