package se.aviso.bench;

import java.sql.SQLException;

/**
 * Members by the hundred thousand, written straight into the tables: each an adult with an address for letters, in one
 * of the local groups in turn, whose paid period ended with the year before the demo's first day.
 */
final class ManyMembers {
    /** Beyond all numbers that the demo's own members have. */
    private static final int FIRST_NUMBER = 1_000_000;

    private static final String ID = "('%s-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid";
    private static final String MEMBER = ID.formatted("0000aaaa");
    private static final String MEMBERSHIP = ID.formatted("0000bbbb");
    private static final String PERIOD = ID.formatted("0000cccc");

    private final TenantConnection database;

    ManyMembers(TenantConnection database) {
        this.database = database;
    }

    /** Adds the members with the numbers {@code from} up to and without {@code to}. */
    void add(int from, int to) throws SQLException {
        var tenant = database.tenant();
        database.update(
                "insert into member (tenant_id, id, number, given_name, family_name, born, street, postal_code, city, "
                        + "channel, language) select ?, " + MEMBER + ", " + FIRST_NUMBER
                        + " + n, 'Åsa-' || n, 'Öberg', "
                        + "date '1950-01-01' + (n * 37) % 18000, 'Storgatan ' || n % 200, '831 30', 'Östersund', "
                        + "1::smallint, 'sv' from generate_series(?, ? - 1) n",
                tenant,
                from,
                to);
        database.update(
                "insert into membership (tenant_id, id, member_id, group_id, type_id, joined_on, status) select ?, "
                        + MEMBERSHIP + ", " + MEMBER + ", g.id, t.id, date '2025-03-01', 1::smallint "
                        + "from generate_series(?, ? - 1) n join (select id, row_number() over (order by path) - 1 as place, "
                        + "count(*) over () as groups from group_node where kind = 2) g on g.place = n % g.groups "
                        + "join membership_type t on t.slug = 'vuxen'",
                tenant,
                from,
                to);
        database.update(
                "insert into period (tenant_id, id, membership_id, ordinal, first_day, last_day, state) select ?, "
                        + PERIOD + ", " + MEMBERSHIP + ", 1, date '2026-01-01', date '2026-12-31', 1::smallint "
                        + "from generate_series(?, ? - 1) n",
                tenant,
                from,
                to);
    }
}
