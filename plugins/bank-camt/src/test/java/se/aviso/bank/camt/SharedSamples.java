package se.aviso.bank.camt;

import java.util.ArrayList;
import java.util.List;
import se.aviso.testkit.bank.Sample;
import se.aviso.testkit.bank.SampleFolder;

/** Generated examples, with what they hold. */
final class SharedSamples {
    private static final SampleFolder FOLDER = new SampleFolder("camt");
    static final String OLD = "se_camt054_02.xml";
    static final String NEW = "se_camt054_08.xml";

    private SharedSamples() {}

    /** The samples that are there, with what they hold. */
    static List<Sample> all() {
        var found = new ArrayList<Sample>();
        FOLDER.find(OLD)
                .ifPresent(bytes -> found.add(new Sample(OLD, bytes, List.of(Sample.section("3083.05 SEK", 12, 0)))));
        FOLDER.find(NEW)
                .ifPresent(bytes -> found.add(new Sample(NEW, bytes, List.of(Sample.section("2607.20 SEK", 12, 0)))));
        return found;
    }

    /** The bytes of a sample; ends the test where the samples are absent. */
    static byte[] bytes(String name) {
        return FOLDER.bytes(name);
    }
}
