package se.aviso.app.bankfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import se.aviso.payment.FileKind;

/** What our own formats find wrong with a file is told in words, and not only in the format's English. */
class ProblemWordsTest {
    private static final Pattern CODE =
            Pattern.compile("(?:note|fatal|stop|Refusal)\\(\\s*\"([A-Z]+(?:_[A-Z]+)+|[A-Z]+)\"");
    private static final List<Path> SOURCES = List.of(
            Path.of("../banktext/src/main"),
            Path.of("../../plugins/bank-bgmax/src/main"),
            Path.of("../../plugins/bank-camt/src/main"),
            Path.of("../../plugins/bank-ocrgiro/src/main"),
            Path.of("../../plugins/bank-swish/src/main"),
            Path.of("../../plugins/bank-totalin/src/main"),
            Path.of("src/main/java/se/aviso/app/payment"));

    @Test
    void everyCodeOfOurFormatsHasWordsOfItsOwnOrThoseOfASum() throws IOException {
        var known = ResourceBundle.getBundle("se.aviso.app.bankfile.screen", Locale.forLanguageTag("sv"));
        var codes = codes();
        assertThat(codes).hasSizeGreaterThan(40);
        assertThat(codes)
                .filteredOn(code -> !code.endsWith("_SUM") && !code.endsWith("_COUNT"))
                .allSatisfy(code -> assertThat(known.keySet()).contains("problem." + code));
    }

    @Test
    void everyKindOfFileThatIsHandedInByMistakeHasWords() {
        var known = ResourceBundle.getBundle("se.aviso.app.bankfile.screen", Locale.forLanguageTag("sv"));
        assertThat(known.keySet())
                .containsAll(Arrays.stream(FileKind.values())
                        .map(kind -> "problem.LOOKS_LIKE_" + kind)
                        .toList());
    }

    private static Set<String> codes() throws IOException {
        var codes = new TreeSet<String>();
        for (var source : javaFiles()) {
            CODE.matcher(Files.readString(source)).results().forEach(found -> codes.add(found.group(1)));
        }
        return codes;
    }

    private static List<Path> javaFiles() throws IOException {
        var files = new ArrayList<Path>();
        for (var folder : SOURCES) {
            try (var below = Files.walk(folder)) {
                below.filter(file -> file.toString().endsWith(".java")).forEach(files::add);
            }
        }
        return files;
    }
}
