package se.aviso.app.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.aviso.group.CodeChoice;
import se.aviso.group.SlipChoice;
import se.aviso.pagewriter.file.Deflate;

/** Whoever changes documents' bytes raises their writer's version: else what was sent is taken for changed. */
class GoldenBytesTest {
    private static final String VERSION = "version";
    private static final String COMPRESSOR = "compressor";

    @Test
    void theSameVersionWritesTheSameBytes() {
        var golden = golden();
        var written = written();
        assumeThat(golden).as("this Java compresses otherwise").containsEntry(COMPRESSOR, written.get(COMPRESSOR));

        assertThat(written)
                .as(
                        "Documents have other bytes than golden.txt says. If that is meant, raise DocumentWriter.VERSION;"
                                + " golden.txt is then:%n%s",
                        lines(written))
                .isEqualTo(golden);
    }

    private static Map<String, String> written() {
        var writer = new DocumentWriter();
        var hashes = new LinkedHashMap<String, String>();
        hashes.put(VERSION, Integer.toString(DocumentWriter.VERSION));
        hashes.put(COMPRESSOR, hash(compressed()));
        documents().forEach((name, data) -> hashes.put(name, hash(writer.pdf(data))));
        return hashes;
    }

    /** In each look what is stamped on one page and on more, with a slip, and what is laid out. */
    private static Map<String, DocumentData> documents() {
        var documents = new LinkedHashMap<String, DocumentData>();
        for (var look : DocumentData.Look.values()) {
            var form = new DocumentData.Form(DocumentData.Kind.RENEWAL, DocumentData.Language.EN, look, "#8a2f2a");
            var slip = new PayFoot(new SlipChoice(true, Optional.empty()), CodeChoice.NONE);
            documents.put(look + "-welcome", DocumentFixture.welcome(look, "Åsa Öberg"));
            documents.put(look + "-pages", DocumentFixture.document(form, DocumentFixture.licences(40)));
            documents.put(look + "-slip", DocumentFixture.footed(DocumentFixture.welcome(look, "Ole Žilić"), slip));
            documents.put(look + "-laid-out", DocumentFixture.welcome(look, "Лев Ek"));
        }
        documents.put("reminder", DocumentFixture.reminder());
        return documents;
    }

    /** Streams are compressed by what Java brings or finds, and not every build of it comes to the same bytes. */
    private static byte[] compressed() {
        var text = IntStream.range(0, 5_000).mapToObj(n -> n * n % 977 + " ").collect(Collectors.joining());
        return Deflate.of(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static Map<String, String> golden() {
        try (var stream = GoldenBytesTest.class.getResourceAsStream("golden.txt")) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split(" ", 2))
                    .collect(Collectors.toMap(
                            pair -> pair[0], pair -> pair[1], (one, other) -> other, LinkedHashMap::new));
        } catch (IOException unread) {
            throw new UncheckedIOException(unread);
        }
    }

    private static String lines(Map<String, String> hashes) {
        return hashes.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue() + "\n")
                .collect(Collectors.joining());
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
