package se.aviso.pickup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which files of a server are taken, when, and from which server. */
class RemoteFilesTest {
    private static final Instant NOW = Instant.parse("2027-01-08T08:00:00Z");
    private static final Duration WAIT = Duration.ofSeconds(30);

    @ParameterizedTest
    @CsvSource({
        "*, anything.at.all, true",
        "BGMAX*.txt, bgmax-20270108.TXT, true",
        "BGMAX*.txt, bgmax-20270108.txt.part, false",
        "camt.05?.*, camt.054.xml, true",
        "camt.05?.*, camt.05.xml, false",
        "a*b*c, a-b-b-c, true",
        "a*b*c, a-b-b, false",
        "[a].xml, a.xml, false"
    })
    void aPatternMeansNames(String pattern, String name, boolean meant) {
        assertThat(new NamePattern(pattern).matches(name)).isEqualTo(meant);
    }

    @Test
    void aHostilePatternIsNotSlow() {
        assertThat(new NamePattern("*a".repeat(50)).matches("a".repeat(5000) + "b"))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(value = {"''", "' '", "../*", "a\\b"})
    void aPatternLeadsToNoOtherFolder(String text) {
        assertThat(NamePattern.isOne(text)).isFalse();
    }

    @Test
    void aFileIsTakenWhenALaterLookFindsItAsItWas() {
        var first = new Arrival("a", 100, 7, NOW);
        assertThat(first.isSettled(NOW, Duration.ZERO)).isFalse();
        var second = new Arrival("a", 100, 7, NOW.plus(WAIT)).after(first);
        assertThat(second.isSettled(NOW.plus(WAIT).minusSeconds(1), WAIT)).isFalse();
        assertThat(second.isSettled(NOW.plus(WAIT), WAIT)).isTrue();
    }

    @Test
    void aFileThatHasGrownBeginsAnew() {
        var first = new Arrival("a", 100, 7, NOW);
        assertThat(new Arrival("a", 101, 7, NOW.plus(WAIT)).after(first).isSettled(NOW.plus(WAIT), WAIT))
                .isFalse();
        assertThat(new Arrival("a", 100, 8, NOW.plus(WAIT)).after(first).isSettled(NOW.plus(WAIT), WAIT))
                .isFalse();
    }

    @Test
    void aFingerprintIsReadAsToolsWriteIt() {
        var bare = "SHA256:" + "aB3+/".repeat(8) + "abc";
        assertThat(HostKey.read(" " + bare + "= ")).contains(new HostKey(bare));
        assertThat(HostKey.read("MD5:00:11")).isEmpty();
        assertThat(HostKey.read(bare + "x")).isEmpty();
    }
}
