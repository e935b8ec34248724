package se.aviso.app.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import se.aviso.app.automation.BeginDay;

/** Asks for each tenant whether a day's work is to begin. */
@ApplicationScoped
public class DailyWorkStart {
    @Inject
    EachTenant tenants;

    @Inject
    BeginDay days;

    void doAll() {
        tenants.work("the day's work", tenant -> {
            while (days.beginNext()) {
                Thread.onSpinWait();
            }
        });
    }
}
