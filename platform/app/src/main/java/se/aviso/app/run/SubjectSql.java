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
        };
    }
}
