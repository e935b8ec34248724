package se.aviso.app.server;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** The only clock of the product; rules are told the time and never ask. */
@ApplicationScoped
public class Clocks {
    /** The machine's clock, in UTC. */
    @Produces
    public Clock utc() {
        return Clock.systemUTC();
    }
}
