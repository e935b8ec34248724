-- What was handed over is kept with all its parts, and what was kept last comes to the bytes that were sent.
select d.id::text as id, 'no document' as off
from dispatch d
where d.kept and not exists (
    select from sent_document s
    where s.tenant_id = d.tenant_id and s.invoice_id = d.invoice_id and s.hash = decode(d.document_hash, 'hex'))
union all
select encode(h.hash, 'hex'), 'no part'
from document_shape h
where exists (
    select from unnest(h.parts) u(part)
    where u.part is not null and not exists (
        select from document_part p where p.tenant_id = h.tenant_id and p.hash = u.part))
union all
select s.invoice_id::text, 'other bytes'
from (select * from sent_document order by invoice_id desc, hash limit 20) s
join document_shape h on h.tenant_id = s.tenant_id and h.hash = s.shape
cross join lateral (
    select string_agg(coalesce(p.content, s.own[g.gap]), ''::bytea order by g.place) as whole
    from (select u.part, u.place, count(*) filter (where u.part is null) over (order by u.place) as gap
          from unnest(h.parts) with ordinality u(part, place)) g
    left join document_part p on p.tenant_id = s.tenant_id and p.hash = g.part) w
where sha256(w.whole) is distinct from s.hash
