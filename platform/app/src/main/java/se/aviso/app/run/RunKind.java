package se.aviso.app.run;

/** What a run does for each of its recipients; the order is the code in the database. */
public enum RunKind {
    /** Offers the next period to memberships whose period ends soon. */
    RENEWAL(Subject.MEMBERSHIP),
    /** Reminds of unpaid claims. */
    REMINDER(Subject.INVOICE),
    /** Bills memberships that have no period yet. */
    SELECTION(Subject.MEMBERSHIP),
    /** Lets offers lapse that nobody took. */
    LAPSE(Subject.INVOICE),
    /** Ends paid periods that are over. */
    PERIOD_END(Subject.PERIOD);

    private final Subject subject;

    RunKind(Subject subject) {
        this.subject = subject;
    }

    /** What its recipients are. */
    Subject subject() {
        return subject;
    }

    /** True when it issues invoices or offers, which can be called back. */
    public boolean issues() {
        return this == RENEWAL || this == SELECTION;
    }

    /** What a recipient of a run is. */
    enum Subject {
        MEMBERSHIP,
        INVOICE,
        PERIOD
    }
}
