package se.aviso.app.payment;

import jakarta.enterprise.context.SessionScoped;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What the user has settled by hand in this session, so that it can be undone at once. */
@Named
@SessionScoped
public class JustSettled implements Serializable {
    private static final int MOST = 5;

    private final List<Act> acts = new ArrayList<>();

    /**
     * One settling. Personal data: never logged.
     *
     * @param amount how much was given, as screens show it
     * @param numbers of the invoices
     */
    public record Act(UUID payment, List<UUID> allocations, String payer, String amount, String numbers)
            implements Serializable {}

    synchronized void add(Act act) {
        acts.add(0, act);
        if (acts.size() > MOST) {
            acts.remove(MOST);
        }
    }

    synchronized void remove(Act act) {
        acts.remove(act);
    }

    /** The latest first. */
    public synchronized List<Act> getActs() {
        return List.copyOf(acts);
    }
}
