package se.aviso.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.aviso.dispatch.Channel.EMAIL;
import static se.aviso.dispatch.Channel.LETTER;
import static se.aviso.dispatch.Channel.MY_PAGES;
import static se.aviso.dispatch.Channel.PEPPOL;
import static se.aviso.dispatch.Channel.SMS;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

class CascadeTest {
    private static final Instant NOON = Instant.parse("2027-01-04T12:00:00Z");
    private static final Set<Channel> ALL = EnumSet.allOf(Channel.class);
    private static final Cascade WHOLE = new Cascade(List.of(
            new Cascade.Step(MY_PAGES, Optional.of(Duration.ofDays(2))),
            Cascade.Step.of(EMAIL),
            new Cascade.Step(SMS, Optional.of(Duration.ofHours(12))),
            Cascade.Step.of(LETTER),
            Cascade.Step.of(PEPPOL)));

    @Test
    void whatWaitsForAChannelIsNotSpent() {
        assertThat(Cascade.isSpent(List.of(Channel.EMAIL), Set.of(Channel.EMAIL)))
                .isTrue();
        assertThat(Cascade.isSpent(List.of(Channel.EMAIL), Set.of(Channel.EMAIL, Channel.LETTER)))
                .isFalse();
        assertThat(Cascade.isSpent(List.of(Channel.LETTER, Channel.EMAIL), Set.of(Channel.LETTER)))
                .isTrue();
    }

    @Test
    void theWishComesFirst() {
        assertThat(WHOLE.first(Optional.of(LETTER), ALL)).contains(LETTER);
        assertThat(WHOLE.first(Optional.of(SMS), ALL)).contains(SMS);
    }

    @Test
    void whoWishesNothingFollowsTheOrderAlsoWhenItChangesAndWhoWishesMailKeepsIt() {
        var former = new Cascade(List.of(Cascade.Step.of(EMAIL), Cascade.Step.of(LETTER)));
        var later = new Cascade(List.of(Cascade.Step.of(LETTER), Cascade.Step.of(EMAIL)));
        assertThat(former.first(Optional.empty(), ALL)).contains(EMAIL);
        assertThat(later.first(Optional.empty(), ALL)).contains(LETTER);
        assertThat(former.first(Optional.of(EMAIL), ALL)).contains(EMAIL);
        assertThat(later.first(Optional.of(EMAIL), ALL)).contains(EMAIL);
    }

    @Test
    void whoWishesNothingIsReachedByTheFirstThatHasAnAddress() {
        assertThat(WHOLE.first(Optional.empty(), Set.of(SMS, LETTER))).contains(SMS);
        assertThat(WHOLE.first(Optional.empty(), Set.of())).isEmpty();
    }

    @Test
    void onlyWhatIsSwitchedOnIsOfferedAndWhatWasWishedBefore() {
        assertThat(Cascade.USUAL.wishes(Optional.empty(), true)).containsExactly(EMAIL, LETTER);
        assertThat(Cascade.USUAL.wishes(Optional.of(LETTER), false)).containsExactly(EMAIL, LETTER);
        assertThat(Cascade.USUAL.wishes(Optional.of(SMS), false)).containsExactly(EMAIL, LETTER, SMS);
        assertThat(WHOLE.wishes(Optional.empty(), false)).containsExactly(MY_PAGES, EMAIL, SMS, LETTER);
        assertThat(WHOLE.wishes(Optional.empty(), true)).contains(PEPPOL);
    }

    @Test
    void aWishWithoutAnAddressGivesWayToTheFirstThatHasOne() {
        assertThat(WHOLE.first(Optional.of(EMAIL), Set.of(SMS, LETTER))).contains(SMS);
    }

    @Test
    void aChannelThatIsSwitchedOffIsNoWay() {
        assertThat(Cascade.USUAL.first(Optional.of(SMS), Set.of(SMS))).isEmpty();
        assertThat(Cascade.USUAL.first(Optional.of(SMS), ALL)).contains(EMAIL);
    }

    @Test
    void whoHasNoAddressIsNotReached() {
        assertThat(WHOLE.first(Optional.of(EMAIL), Set.of())).isEmpty();
    }

    @Test
    void whyNobodyIsReachedIsToldByWhatIsKnownOfThem() {
        assertThat(Cascade.USUAL.unreached(Set.of(), Set.of())).contains(Unreached.NO_ADDRESS);
        assertThat(Cascade.USUAL.unreached(Set.of(LETTER), Set.of())).contains(Unreached.BAD_POSTAL_ADDRESS);
        assertThat(Cascade.USUAL.unreached(Set.of(SMS), Set.of(SMS))).contains(Unreached.NO_CHANNEL);
        assertThat(Cascade.USUAL.unreached(Set.of(EMAIL, LETTER), Set.of(EMAIL)))
                .isEmpty();
        assertThat(WHOLE.unreached(Set.of(MY_PAGES), Set.of(MY_PAGES))).isEmpty();
    }

    @Test
    void whoeverIsReachedFirstIsNotUnreachedAndTheOtherWayRound() {
        for (var steps : List.of(WHOLE, Cascade.USUAL, new Cascade(List.of()))) {
            for (var channel : ALL) {
                assertThat(steps.unreached(ALL, Set.of(channel)).isEmpty())
                        .isEqualTo(
                                steps.first(Optional.empty(), Set.of(channel)).isPresent());
            }
        }
    }

    @Test
    void whatFollowsGoesAsIsAskedForThenAsIsWishedThenAsTheDocumentWent() {
        var letters = Set.of(EMAIL, LETTER);
        assertThat(WHOLE.following(Optional.of(SMS), Optional.of(LETTER), Optional.of(EMAIL), ALL))
                .contains(SMS);
        assertThat(WHOLE.following(Optional.of(SMS), Optional.of(LETTER), Optional.of(EMAIL), letters))
                .contains(LETTER);
        assertThat(WHOLE.following(Optional.empty(), Optional.empty(), Optional.of(LETTER), letters))
                .contains(LETTER);
        assertThat(WHOLE.following(Optional.empty(), Optional.of(SMS), Optional.of(SMS), letters))
                .contains(EMAIL);
        assertThat(WHOLE.following(Optional.of(EMAIL), Optional.of(EMAIL), Optional.of(EMAIL), Set.of()))
                .isEmpty();
    }

    @Test
    void whatFollowsNeverGoesByAChannelThatIsSwitchedOff() {
        assertThat(Cascade.USUAL.following(Optional.of(SMS), Optional.of(PEPPOL), Optional.of(MY_PAGES), ALL))
                .contains(EMAIL);
        assertThat(Cascade.USUAL.following(Optional.of(SMS), Optional.of(SMS), Optional.of(SMS), Set.of(SMS)))
                .isEmpty();
    }

    @Test
    void whatPeopleReadGoesByNoChannelForMachines() {
        var people = WHOLE.forPeople();
        assertThat(people.steps()).hasSize(4);
        assertThat(people.following(Optional.empty(), Optional.of(PEPPOL), Optional.of(PEPPOL), ALL))
                .contains(MY_PAGES);
        assertThat(people.unreached(Set.of(PEPPOL), Set.of(PEPPOL))).contains(Unreached.NO_CHANNEL);
    }

    @Test
    void whatFailsGoesOnToTheNextThatHasAnAddress() {
        assertThat(WHOLE.next(EMAIL, List.of(EMAIL), ALL)).contains(SMS);
        assertThat(WHOLE.next(EMAIL, List.of(EMAIL), Set.of(EMAIL, LETTER))).contains(LETTER);
    }

    @Test
    void behindTheLastComeThoseBeforeIt() {
        assertThat(WHOLE.next(LETTER, List.of(LETTER), Set.of(EMAIL, LETTER))).contains(EMAIL);
    }

    @Test
    void oneThatIsSwitchedOffMeanwhileGoesOnWithTheFirst() {
        assertThat(Cascade.USUAL.next(SMS, List.of(SMS), ALL)).contains(EMAIL);
    }

    @Test
    void whateverFailsNoChannelIsTriedTwiceAndEachOnce(TestReporter reporter) {
        var seed = System.nanoTime();
        reporter.publishEntry("seed", Long.toString(seed));
        var random = new Random(seed);
        for (var turn = 0; turn < 1_000; turn++) {
            var reachable = EnumSet.noneOf(Channel.class);
            ALL.stream().filter(any -> random.nextBoolean()).forEach(reachable::add);
            var tried = EnumSet.noneOf(Channel.class);
            var at = WHOLE.first(Optional.of(List.copyOf(ALL).get(random.nextInt(ALL.size()))), reachable);
            while (at.isPresent()) {
                assertThat(tried.add(at.get())).isTrue();
                at = WHOLE.next(at.get(), tried, reachable);
            }
            assertThat(tried).isEqualTo(reachable);
        }
    }

    @Test
    void silenceIsGoodNewsUntilThePatienceEnds() {
        assertThat(WHOLE.silentFrom(SMS, NOON)).contains(NOON.plus(Duration.ofHours(12)));
        assertThat(WHOLE.silentFrom(EMAIL, NOON)).isEmpty();
    }

    @Test
    void aChannelStandsThereOnce() {
        assertThatThrownBy(() -> new Cascade(List.of(Cascade.Step.of(SMS), Cascade.Step.of(SMS))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nobodyWaitsForNothingOrForLongerThanAMonth() {
        assertThat(Cascade.Step.isPossible(Duration.ZERO)).isFalse();
        assertThat(Cascade.Step.isPossible(Duration.ofDays(30))).isTrue();
        assertThatThrownBy(() -> new Cascade.Step(SMS, Optional.of(Duration.ofDays(31))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
