package se.aviso.app.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import se.aviso.app.secret.TenantSeal;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.tenant.TenantStore;
import se.aviso.dispatch.Channel;
import se.aviso.dispatch.DispatchState;
import se.aviso.link.LinkKey;
import se.aviso.spi.dispatch.Delivery;

/**
 * Believes what providers tell of dispatches, or not: the same thing told again, and what comes too late, changes
 * nothing.
 */
@ApplicationScoped
@Transactional
public class HearNotices {
    private static final System.Logger LOG = System.getLogger(HearNotices.class.getName());

    @Inject
    DeliveryStore deliveries;

    @Inject
    HandOverStore handOvers;

    @Inject
    TenantStore tenants;

    @Inject
    TenantSeal seal;

    /** What an address to call back is made for. */
    static String use(Channel channel, UUID dispatch) {
        return "delivery notice " + channel + " " + dispatch;
    }

    /** True for a key that we gave with that dispatch. */
    public boolean isOurs(LinkKey key, Channel channel, UUID dispatch) {
        return tenants.find(Tenancy.required()).isPresent() && seal.isSigned(key, use(channel, dispatch));
    }

    /** Hears what was told of one dispatch; what tells of another of our keys is not believed. */
    public void hear(Channel channel, UUID dispatch, List<Delivery> told) {
        told.stream()
                .filter(each ->
                        each.messageId().filter(id -> !id.equals(dispatch)).isEmpty())
                .forEach(each -> apply(channel, dispatch, each));
    }

    /**
     * What came of what providers told.
     *
     * @param known told of a dispatch of ours
     * @param whole false where some of the rest may be of ours still: somebody could not hear, or the provider was
     *     faster than our own keeping of its key
     */
    public record Heard(Set<Delivery> known, boolean whole) {
        /** Nothing was told. */
        public static final Heard NOTHING = new Heard(Set.of(), true);

        public Heard {
            known = Set.copyOf(known);
        }

        /** What tells of nobody's dispatch is put aside as well: it would come again for ever. */
        public boolean keeps(List<Delivery> told) {
            return whole || known.containsAll(told);
        }

        /** What two have heard. */
        public Heard and(Heard other) {
            var both = new HashSet<>(known);
            both.addAll(other.known);
            return new Heard(both, whole && other.whole);
        }

        /** The same where somebody could not hear. */
        public Heard inPart() {
            return new Heard(known, false);
        }
    }

    /** Hears what was told of any dispatches of the tenant. */
    public Heard hear(Channel channel, List<Delivery> told) {
        var known = new HashSet<Delivery>();
        for (var each : told) {
            found(channel, each).ifPresent(id -> {
                apply(channel, id, each);
                known.add(each);
            });
        }
        var early = told.stream().anyMatch(each -> each.messageId().isEmpty() && !known.contains(each));
        return new Heard(known, !early || !handOvers.isHandingOver(channel));
    }

    private Optional<UUID> found(Channel channel, Delivery told) {
        if (told.messageId().isPresent()) {
            return told.messageId().filter(id -> deliveries.hold(id, channel).isPresent());
        }
        var candidates = deliveries.byReference(channel, told.providerReference());
        return candidates.size() == 1 ? Optional.of(candidates.get(0)) : Optional.empty();
    }

    /** A price holds whatever the state: a provider often knows it last. */
    private void apply(Channel channel, UUID dispatch, Delivery told) {
        told.price()
                .filter(price -> !price.isNegative())
                .ifPresent(price -> deliveries.price(dispatch, channel, price));
        deliveries
                .hold(dispatch, channel)
                .flatMap(state -> state.told(news(told)))
                .ifPresent(state -> {
                    deliveries.move(dispatch, state, told.reason());
                    LOG.log(System.Logger.Level.INFO, "dispatch {0} is {1}, its provider tells", dispatch, state);
                });
    }

    private static DispatchState.News news(Delivery told) {
        return switch (told.state()) {
            case TAKEN -> DispatchState.News.TAKEN;
            case DELIVERED -> DispatchState.News.DELIVERED;
            case LOST -> DispatchState.News.LOST;
        };
    }
}
