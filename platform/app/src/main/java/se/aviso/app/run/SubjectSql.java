package se.aviso.app.run;

/** How the recipients of runs lead to their members and groups, in SQL. */
final class SubjectSql {
    private SubjectSql() {}

    /** Joins, as {@code x}, a row with the member and the group of a recipient. */
    static String join(RunKind.Subject subject, String tenant, String id) {
        return switch (subject) {
            case MEMBERSHIP -> "join membership x on x.tenant_id = " + tenant + " and x.id = " + id;
            case INVOICE -> "join invoice x on x.tenant_id = " + tenant + " and x.id = " + id;
            case PERIOD ->
                "join period xp on xp.tenant_id = " + tenant + " and xp.id = " + id
                        + " join membership x on x.tenant_id = xp.tenant_id and x.id = xp.membership_id";
            case LIFE ->
                "join lateral ((select s.tenant_id, s.member_id, s.group_id from membership s where s.tenant_id = "
                        + tenant + " and s.id = " + id + ") union all (select s.tenant_id, s.member_id, s.group_id "
                        + "from membership s where s.tenant_id = " + tenant + " and s.member_id = " + id
                        + " order by s.id limit 1) limit 1) x on true";
            case DRAFT ->
                "join lateral (select i.tenant_id, i.member_id, i.group_id from invoice i where i.tenant_id = "
                        + tenant + " and i.id = " + id + " union all select d.tenant_id, d.member_id, d.group_id "
                        + "from invoice_draft d where d.tenant_id = " + tenant + " and d.id = " + id
                        + " limit 1) x on true";
        };
    }
}
