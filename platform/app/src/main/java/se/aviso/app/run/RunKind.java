package se.aviso.app.run;

/** What a run does for each of its recipients; the order is the code in the database. */
public enum RunKind {
    /** Offers the next period to memberships whose period ends soon. */
    RENEWAL(Subject.MEMBERSHIP),
    /** Reminds of what is not paid. */
    REMINDER(Subject.INVOICE),
    /** Bills memberships that have no period yet. */
    SELECTION(Subject.MEMBERSHIP),
    /** Lets lapse what nobody paid. */
    LAPSE(Subject.INVOICE),
    /** Ends paid periods that are over. */
    PERIOD_END(Subject.PERIOD),
    /** Carries out moves, last days and comings of age whose day has come. */
    LIFE(Subject.LIFE),
    /** Issues the drafts of a batch. */
    ONE_OFF(Subject.DRAFT);

    private final Subject subject;

    RunKind(Subject subject) {
        this.subject = subject;
    }

    /** What its recipients are. */
    Subject subject() {
        return subject;
    }

    /** True when it issues what can be called back: invoices, offers, reminders. */
    public boolean issues() {
        return switch (this) {
            case RENEWAL, REMINDER, SELECTION, ONE_OFF -> true;
            case LAPSE, PERIOD_END, LIFE -> false;
        };
    }

    /** What a recipient of a run is. */
    enum Subject {
        MEMBERSHIP,
        INVOICE,
        PERIOD,
        /** A membership that moves or ends, or a member who comes of age. */
        LIFE,
        /** A draft, and the invoice that it became: they have one id. */
        DRAFT
    }
}
