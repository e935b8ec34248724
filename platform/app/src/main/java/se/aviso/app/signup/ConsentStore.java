package se.aviso.app.signup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.kernel.MemberId;

/** What members, or their guardians, have agreed to; only ever added to. */
@ApplicationScoped
class ConsentStore {
    @Inject
    Sql sql;

    /** Notes what was agreed to. */
    void add(MemberId member, Collection<String> kinds, Instant givenAt) {
        sql.update(
                "insert into consent (tenant_id, member_id, kind, given_at) select ?, ?, kind, ? "
                        + "from unnest(?::text[]) kind on conflict do nothing",
                Tenancy.required(),
                member.value(),
                givenAt,
                Sql.texts(kinds));
    }
}
