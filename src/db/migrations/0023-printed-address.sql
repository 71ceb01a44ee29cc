-- The address to which the codes on a version's papers lead: should the installation move, its receipts and packages still say what was
-- printed. Versions of before carry the installation's.
alter table plan_version add column public_url text;
