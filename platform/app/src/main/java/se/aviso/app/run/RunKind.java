package se.aviso.app.run;

/** What a run does for each of its recipients; the order is the code in the database. */
public enum RunKind {
    /** Offers the next period to memberships whose period ends soon. */
    RENEWAL,
    /** Reminds of unpaid claims. */
    REMINDER,
    /** Bills memberships that have no period yet. */
    SELECTION,
    /** Lets offers lapse that nobody took. */
    LAPSE,
    /** Ends paid periods that are over. */
    PERIOD_END,
    /** Carries out moves, last days and comings of age whose day has come. */
    LIFE,
    /** Issues the drafts of a batch. */
    ONE_OFF
}
