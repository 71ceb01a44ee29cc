import { Icon } from './icon.tsx';

/** A sentence that says what is wrong, where no rule of the edition stands behind it. */
export function ProblemLine({ children, id }: { readonly children: string; readonly id?: string }) {
  return (
    <div className="problem problem-error" {...(id ? { id } : {})}>
      <Icon name="bad" />
      <span>{children}</span>
    </div>
  );
}
