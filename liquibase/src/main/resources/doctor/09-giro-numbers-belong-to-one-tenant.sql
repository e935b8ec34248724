-- Every giro number that a group has set belongs to this tenant.
select g.id
from group_node g
where (g.bankgiro is not null and not exists (
        select 1 from giro_directory d where d.giro = 'bankgiro:' || g.bankgiro and d.tenant_id = g.tenant_id))
   or (g.plusgiro is not null and not exists (
        select 1 from giro_directory d where d.giro = 'plusgiro:' || g.plusgiro and d.tenant_id = g.tenant_id))
