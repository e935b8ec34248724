package se.aviso.testkit.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.aviso.spi.bank.BankFile;
import se.aviso.spi.bank.BankFormat;
import se.aviso.spi.bank.BankPayment;
import se.aviso.spi.bank.Confidence;
import se.aviso.spi.bank.Head;

/**
 * What every bank format keeps to; the test of a plugin extends it and gives the format and its samples.
 *
 * <p>The heart of it: whatever the bytes, the format throws nothing, ends, and never makes the host believe that a
 * damaged file is whole.
 */
public abstract class BankFormatContract {
    private static final int HUGE = Integer.getInteger("contract.payments", 300_000);
    private static final int THREADS = 8;
    private static final int MOST_CUTS = 8_000;

    /** The format; asked for once or more in each test. */
    protected abstract BankFormat format();

    /** Files that are right, with what they hold; at least one. */
    protected abstract List<Sample> samples();

    /** A right file with so many payments, made while it is read. */
    protected abstract BankFile manyPayments(int count);

    /** Names of the formats in {@link ForeignHeads} that are the plugin's own: its format name unless said. */
    protected Set<String> ownHeads() {
        return Set.of(format().name().value());
    }

    /**
     * True when the sample says itself where it ends, by a last record, a count or a closing tag; true unless said.
     * Where nothing does, a file that is cut cannot be told from a shorter one, and at least nothing of it is changed.
     */
    protected boolean tellsItsEnd(Sample sample) {
        return true;
    }

    @Test
    void theProbeAnswersWhateverTheBytes() {
        var random = new Random(1);
        for (var length : List.of(0, 1, 2, 3, 79, 80, 81, Head.LENGTH, 1 << 20)) {
            var bytes = new byte[length];
            assertThat(probe(bytes)).isEqualTo(Confidence.NONE);
            random.nextBytes(bytes);
            assertThat(probe(bytes)).isEqualTo(Confidence.NONE);
        }
    }

    @Test
    void theProbeKnowsItsOwnFilesByTheirHeads() {
        for (var sample : samples()) {
            var head = Arrays.copyOf(sample.bytes(), Math.min(sample.bytes().length, Head.LENGTH));
            assertThat(probe(head)).as(sample.name()).isGreaterThan(new Confidence(50));
        }
    }

    @Test
    void theProbeRefusesFilesOfOtherFormats() {
        ForeignHeads.all().forEach((name, head) -> {
            if (!ownHeads().contains(name)) {
                assertThat(probe(head)).as(name).isEqualTo(Confidence.NONE);
            }
        });
    }

    @Test
    void samplesHoldWhatTheyAreKnownToHold() {
        for (var sample : samples()) {
            var log = read(sample.bytes());
            assertThat(log.fatalCodes()).as(sample.name()).isEmpty();
            assertThat(log.isAccepted()).as(sample.name()).isTrue();
            assertThat(log.sections().stream().map(Sample::section))
                    .as(sample.name())
                    .containsExactlyElementsOf(sample.sections());
        }
    }

    @Test
    void sectionsAmountToWhatTheyDeclare() {
        samples().forEach(sample -> read(sample.bytes()).sections().forEach(EventLaws::assertTotalsAgree));
    }

    @Test
    void keysAreUniqueWithinASection() {
        for (var sample : samples()) {
            for (var section : read(sample.bytes()).sections()) {
                assertThat(section.payments()).extracting("key").doesNotHaveDuplicates();
                assertThat(section.deductions()).extracting("key").doesNotHaveDuplicates();
            }
        }
    }

    @Test
    void bothPassesEmitTheSameEvents() {
        var format = format();
        for (var sample : samples()) {
            var first = EventLog.of(format, sample.bytes()).events();
            assertThat(EventLog.of(format, sample.bytes()).events()).isEqualTo(first);
        }
    }

    @Test
    void eventsComeInLegalOrderAndTheirPlacesPointIntoTheFile() {
        samples().forEach(sample -> EventLaws.assertHold(read(sample.bytes()), sample.bytes().length));
    }

    @Test
    void aFileCutAnywhereIsNeverTakenForAWhole() {
        for (var sample : samples()) {
            var whole = read(sample.bytes());
            var stride = 1 + sample.bytes().length / MOST_CUTS;
            for (var length = 0; length < sample.bytes().length; length += stride) {
                var log = read(Arrays.copyOf(sample.bytes(), length));
                EventLaws.assertHold(log, length);
                if (log.isAccepted() && tellsItsEnd(sample)) {
                    assertThat(log.content())
                            .as("%s cut at %d", sample.name(), length)
                            .isEqualTo(whole.content());
                } else if (log.isAccepted()) {
                    var begun = money(log);
                    assertThat(money(whole).stream().limit(begun.size()))
                            .as("%s cut at %d", sample.name(), length)
                            .containsExactlyElementsOf(begun);
                }
            }
        }
    }

    /** Each payment and deduction by its key and amount. */
    private static List<String> money(EventLog log) {
        return Stream.concat(log.payments().stream(), log.deductions().stream())
                .sorted(Comparator.comparing(payment -> payment.place().byteOffset()))
                .map(payment -> payment.key() + " " + payment.amount())
                .toList();
    }

    /** A deduction that the bank tells only as a sum has no record of its own, and then none is shown. */
    @Test
    void aPaymentCanBeShownAloneAsTheBankWroteIt() {
        for (var sample : samples()) {
            var log = read(sample.bytes());
            var places = offsets(Stream.concat(log.payments().stream(), log.deductions().stream()));
            var payments = offsets(log.payments().stream());
            for (var at = 0; at < places.size(); at++) {
                var from = places.get(at);
                var end = at + 1 < places.size() ? places.get(at + 1) : sample.bytes().length;
                assertThat(format().recordLength(Arrays.copyOfRange(sample.bytes(), from, sample.bytes().length)))
                        .as("%s at %d", sample.name(), from)
                        .isBetween(payments.contains(from) ? 1 : 0, end - from);
            }
        }
    }

    private static List<Integer> offsets(Stream<BankPayment> payments) {
        return payments.map(payment -> (int) payment.place().byteOffset())
                .distinct()
                .sorted()
                .toList();
    }

    @Test
    void theLengthOfARecordIsAnsweredWhateverTheBytes() {
        var random = new Random(3);
        for (var length : List.of(0, 1, 2, 80, 1 << 16)) {
            var bytes = new byte[length];
            random.nextBytes(bytes);
            assertThat(format().recordLength(bytes)).isBetween(0, length);
        }
    }

    @Test
    void bytesThatAreNoFileAreRefused() {
        var random = new Random(2);
        for (var length : List.of(0, 1, 80, 4_000, 200_000)) {
            var bytes = new byte[length];
            random.nextBytes(bytes);
            EventLaws.assertHold(read(bytes), length);
            assertThat(read(bytes).isAccepted()).isFalse();
        }
    }

    @Test
    void manyThreadsReadTheSame() throws InterruptedException, ExecutionException {
        var format = format();
        var bytes = samples().get(0).bytes();
        var alone = EventLog.of(format, bytes).events();
        Callable<List<FileEvent>> reading = () -> EventLog.of(format, bytes).events();
        var pool = Executors.newFixedThreadPool(THREADS);
        try {
            for (var read : pool.invokeAll(Collections.nCopies(20 * THREADS, reading))) {
                assertThat(read.get()).isEqualTo(alone);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void aHugeFileFitsInASmallHeap() throws Exception {
        SmallHeap.assertReads(getClass(), HUGE);
    }

    @Test
    void damagedBytesAreReportedAndNeverThrown() {
        new Fuzz(format(), samples()).run();
    }

    private Confidence probe(byte[] bytes) {
        return format().probe(new Head(bytes, "test.txt"));
    }

    private EventLog read(byte[] bytes) {
        return EventLog.of(format(), bytes);
    }
}
