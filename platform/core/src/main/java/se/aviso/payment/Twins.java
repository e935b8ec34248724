package se.aviso.payment;

import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.aviso.kernel.PaymentId;

/**
 * Which payments of one format another format has brought before.
 *
 * <p>Payments with the same {@link Fingerprint} are counted in each format, and booked is the largest count, never the
 * sum: the first of two equal payments in a camt file is the first that BgMax brought, the second is the second. So
 * real twins (two equal payments in one file) stay two, and the same two in another format add none. It comes to this:
 * every booked payment answers for one payment of each other format.
 *
 * <p>Within a format nothing is compared here: there the bank's own key decides, whatever the deliveries. A payment
 * that is equal to one of another format but for the day, a few days apart, is booked and waits as a possible twin:
 * only a human can say whether the banks disagree about the day or somebody paid twice.
 */
public final class Twins {
    /** Over Easter or Christmas two books may be so many days apart. */
    public static final int DAYS_APART = 5;

    private final Map<Fingerprint, Deque<PaymentId>> same = new HashMap<>();
    private final Map<String, List<Booked>> alike = new HashMap<>();

    /** @param booked payments of other formats that answer for none of this format yet */
    public Twins(List<Booked> booked) {
        booked.stream().sorted(Comparator.comparing(each -> each.id().value())).forEach(each -> {
            same.computeIfAbsent(each.fingerprint(), none -> new ArrayDeque<>()).add(each.id());
            alike.computeIfAbsent(each.fingerprint().likeness(), none -> new ArrayList<>())
                    .add(each);
        });
    }

    /** A booked payment of another format. */
    public record Booked(PaymentId id, Fingerprint fingerprint) {}

    /** The booked payment that this one is; it answers for no other any more. */
    public Optional<PaymentId> take(Fingerprint fingerprint) {
        var found = Optional.ofNullable(same.get(fingerprint)).map(Deque::poll);
        found.ifPresent(taken -> alike.getOrDefault(fingerprint.likeness(), List.of())
                .removeIf(each -> each.id().equals(taken)));
        return found;
    }

    /** True when a payment that is left is equal but for the day; asked when all that are the same have been taken. */
    public boolean isPossible(Fingerprint fingerprint) {
        return alike.getOrDefault(fingerprint.likeness(), List.of()).stream()
                .map(each -> each.fingerprint().bookedOn())
                .anyMatch(day -> Math.abs(ChronoUnit.DAYS.between(day, fingerprint.bookedOn())) <= DAYS_APART);
    }
}
