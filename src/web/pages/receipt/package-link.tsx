import { fillPath, paths } from '#web/api/paths.ts';
import { Icon } from '#web/components/icon.tsx';
import { packageLink as words } from '#web/messages/receipt.ts';

/** 离线核验包 of a version: saved by the browser. */
export function PackageLink({ plan, n, plain = false }: { readonly plan: string; readonly n: number; readonly plain?: boolean }) {
  const href = fillPath(paths.versionPackage[1], { plan, n });
  return (
    <span className="package-link">
      <a className={plain ? 'pdf-link' : 'button'} href={href} download>
        <Icon name="file" />
        {words.download}
      </a>
      {!plain && <span className="hint">{words.hint}</span>}
    </span>
  );
}
