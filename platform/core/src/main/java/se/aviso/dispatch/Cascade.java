package se.aviso.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * In which order a tenant reaches people. A document goes out by one channel; when that fails, or nothing is heard for
 * longer than its patience, by the next one that the person has an address for. No channel is tried twice.
 *
 * @param steps each channel that is switched on, once; the cheapest first
 */
public record Cascade(List<Step> steps) {
    /** What holds where a tenant has said nothing: by mail, else by letter, and nothing is sent by itself twice. */
    public static final Cascade USUAL = new Cascade(List.of(Step.of(Channel.EMAIL), Step.of(Channel.LETTER)));

    /** @throws IllegalArgumentException when a channel stands there twice */
    public Cascade {
        steps = List.copyOf(steps);
        if (new HashSet<>(steps.stream().map(Step::channel).toList()).size() < steps.size()) {
            throw new IllegalArgumentException("a channel stands in a cascade once");
        }
    }

    /**
     * A channel in its place.
     *
     * @param patience how long silence is taken for good news; empty where it always is
     */
    public record Step(Channel channel, Optional<Duration> patience) {
        /** Longer than this nobody waits: the document would be due. */
        public static final Duration LONGEST_PATIENCE = Duration.ofDays(30);

        /** @throws IllegalArgumentException when the patience is nothing, below it, or longer than thirty days */
        public Step {
            if (patience.filter(length -> !isPossible(length)).isPresent()) {
                throw new IllegalArgumentException("no patience of " + patience);
            }
        }

        /** One whose silence is good news. */
        public static Step of(Channel channel) {
            return new Step(channel, Optional.empty());
        }

        /** True for any length up to thirty days. */
        public static boolean isPossible(Duration patience) {
            return patience.compareTo(Duration.ZERO) > 0 && patience.compareTo(LONGEST_PATIENCE) <= 0;
        }
    }

    /**
     * The channel that a document goes by first: the wished one, else the first that the person can be reached by.
     *
     * @param wish what the person has asked for; who has asked for nothing follows the order as it stands then
     */
    public Optional<Channel> first(Optional<Channel> wish, Set<Channel> reachable) {
        return Stream.concat(wish.stream(), channels())
                .filter(channel -> has(channel) && reachable.contains(channel))
                .findFirst();
    }

    /**
     * The channel that something goes by which follows on an earlier document: the first that the person can be reached
     * by of the channel that is asked for, the person's own wish, and the one by which the document went; else as a
     * document goes. What is switched off is no way out, whoever asks for it.
     *
     * @param wish what the person asks for now
     */
    public Optional<Channel> following(
            Optional<Channel> asked, Optional<Channel> wish, Optional<Channel> went, Set<Channel> reachable) {
        return Stream.of(asked, wish, went)
                .flatMap(Optional::stream)
                .filter(channel -> has(channel) && reachable.contains(channel))
                .findFirst()
                .or(() -> first(wish, reachable));
    }

    /** The same for what machines do not read: what is switched on of the channels that people read. */
    public Cascade forPeople() {
        return new Cascade(
                steps.stream().filter(step -> step.channel().isForPeople()).toList());
    }

    /**
     * Why nobody gets there by any channel; empty where one goes.
     *
     * @param addressed the channels that the person has an address for, usable or not
     * @param reachable those whose address can be used
     */
    public Optional<Unreached> unreached(Set<Channel> addressed, Set<Channel> reachable) {
        if (channels().anyMatch(reachable::contains)) {
            return Optional.empty();
        }
        if (addressed.isEmpty()) {
            return Optional.of(Unreached.NO_ADDRESS);
        }
        var onlyUnusable = channels().anyMatch(addressed::contains);
        return Optional.of(onlyUnusable ? Unreached.BAD_POSTAL_ADDRESS : Unreached.NO_CHANNEL);
    }

    /**
     * The channels that somebody may ask for: those that are switched on, and the one that was asked for before. By
     * Peppol only those are reached whose machines read invoices.
     */
    public List<Channel> wishes(Optional<Channel> wish, boolean readByMachines) {
        return Stream.concat(channels().filter(each -> readByMachines || each != Channel.PEPPOL), wish.stream())
                .distinct()
                .toList();
    }

    /**
     * The channel that is tried when one has failed or stayed silent: of those behind it the first, then of those
     * before.
     *
     * @param tried all that the document went by so far
     */
    public Optional<Channel> next(Channel failed, Collection<Channel> tried, Set<Channel> reachable) {
        var place = channels().toList().indexOf(failed);
        return Stream.concat(channels().skip(place + 1L), channels().limit(Math.max(place, 0)))
                .filter(channel -> channel != failed && !tried.contains(channel) && reachable.contains(channel))
                .findFirst();
    }

    /**
     * True when the document went by every channel that the person can be reached by: whatever is switched on later,
     * nothing is left to try.
     */
    public static boolean isSpent(Collection<Channel> tried, Set<Channel> reachable) {
        return tried.containsAll(reachable);
    }

    /** When silence stops being good news; never, where the channel has no patience. */
    public Optional<Instant> silentFrom(Channel channel, Instant sentAt) {
        return steps.stream()
                .filter(step -> step.channel() == channel)
                .flatMap(step -> step.patience().stream())
                .map(sentAt::plus)
                .findFirst();
    }

    /** True when the channel is switched on. */
    public boolean has(Channel channel) {
        return channels().anyMatch(channel::equals);
    }

    private Stream<Channel> channels() {
        return steps.stream().map(Step::channel);
    }
}
