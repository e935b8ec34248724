--liquibase formatted sql

--changeset aviso:words-of-lines
--comment What somebody wrote on a line leads to its invoice, as words lead to members. The owner sees rows past the isolation for this changeset alone.
alter table invoice_line no force row level security;
alter table search_token no force row level security;
insert into search_token (tenant_id, kind, token, id)
    select distinct l.tenant_id, 2, w.word, l.invoice_id
    from invoice_line l
    cross join lateral regexp_split_to_table(
        regexp_replace(normalize(lower(l.text || ' ' || l.product), NFD), U&'[\0300-\036F]', '', 'g'), '[^a-z0-9]+') w(word)
    where l.kind in (1, 2, 3) and w.word <> '';
alter table invoice_line force row level security;
alter table search_token force row level security;
