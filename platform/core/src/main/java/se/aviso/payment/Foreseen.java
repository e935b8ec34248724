package se.aviso.payment;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.aviso.kernel.InvoiceId;
import se.aviso.kernel.Money;
import se.aviso.kernel.PaymentId;

/**
 * What a rehearsal has let happen so far: the next payments are decided as if it had been booked.
 *
 * <p>A booking needs none of it, since there the books themselves remember; it starts from {@link #nothing()}.
 */
public final class Foreseen {
    private final Map<InvoiceId, Money> received = new HashMap<>();
    private final Set<PaymentId> answered = new HashSet<>();
    private final Set<String> keys = new HashSet<>();

    private Foreseen() {}

    /** Nothing has happened yet. */
    public static Foreseen nothing() {
        return new Foreseen();
    }

    /** True for a payment whose bank's key has not come before; from now on it has. */
    public boolean isNew(String key) {
        return keys.add(key);
    }

    /** A match that is let happen. */
    public void allocate(Match match) {
        match.received().forEach(part -> received.merge(part.invoice(), part.amount(), Money::plus));
    }

    /** A booked payment that answers for one of this file. */
    public void answer(PaymentId booked) {
        answered.add(booked);
    }

    /** The documents as they stand after all that. */
    public List<OpenItem> after(List<OpenItem> items) {
        return items.stream().map(this::after).toList();
    }

    /** Those of the booked payments that still answer for none. */
    public List<Twins.Booked> unanswered(List<Twins.Booked> booked) {
        return booked.stream().filter(each -> !answered.contains(each.id())).toList();
    }

    private OpenItem after(OpenItem item) {
        var paid = received.get(item.id());
        return paid == null ? item : item.after(paid);
    }
}
