package se.aviso.app.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.aviso.app.tenancy.Row;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.link.AddressesOnFile;

/** The members of a tenant with the addresses that are on file of them, found without anybody's permission. */
@ApplicationScoped
public class MailboxStore {
    private static final String SELECT =
            "select id, given_name, family_name, born, language, email, guardian_name, guardian_email, "
                    + "mailbox_changed_on from member "
                    + "where tenant_id = ? and ";

    /** Members of one mailbox: a large family, or a home for children. */
    private static final String SOME = " order by id limit 50";

    @Inject
    Sql sql;

    /** A member as those see it who let somebody in. Personal data: never logged. */
    public record Owner(
            UUID member, String name, Optional<String> guardian, String language, AddressesOnFile addresses) {}

    /** The members that have the address in one place or the other; whom it opens is a rule's question. */
    public List<Owner> having(String mailbox) {
        return sql.query(
                SELECT + "(mailbox = ? or guardian_mailbox = ?)" + SOME,
                MailboxStore::read,
                Tenancy.required(),
                mailbox,
                mailbox);
    }

    /** The member of that number. */
    public List<Owner> numbered(long number) {
        return sql.query(SELECT + "number = ?" + SOME, MailboxStore::read, Tenancy.required(), number);
    }

    /** These members. */
    public List<Owner> of(Collection<UUID> members) {
        return sql.query(SELECT + "id = any(?)" + SOME, MailboxStore::read, Tenancy.required(), Sql.uuids(members));
    }

    private static Owner read(Row row) {
        return new Owner(
                row.uuid("id"),
                row.text("given_name") + " " + row.text("family_name"),
                row.optionalText("guardian_name"),
                row.text("language"),
                new AddressesOnFile(
                        row.day("born"),
                        row.optionalText("email"),
                        row.optionalText("guardian_email"),
                        row.optionalDay("mailbox_changed_on")));
    }
}
