-- The public page is asked whether a file is a filed paper, by its digest.
create index plan_version_pdf on plan_version (pdf_digest);
create index plan_version_document_digest on plan_version_document (digest);
create index recommendation_letter on recommendation (letter_digest);
create index recommendation_confirmation_letter on recommendation_confirmation (letter_digest);
