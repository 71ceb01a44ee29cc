import { documents } from '#web/messages/documents.ts';
import { PdfLink } from './pdf-link.tsx';

/** A document as it stands, as PDF: `href` from api/document-paths.ts. */
export function ExportPdf({ href }: { readonly href: string }) {
  return <PdfLink href={href}>{documents.exportPdf}</PdfLink>;
}
