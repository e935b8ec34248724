package se.aviso.automation;

/** What falls due by the passing of days; done in this order, for a period is renewed before it ends. */
public enum DailyWork {
    RENEWAL,
    REMINDER,
    LAPSE,
    PERIOD_END
}
