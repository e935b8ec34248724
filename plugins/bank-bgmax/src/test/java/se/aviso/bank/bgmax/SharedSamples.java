package se.aviso.bank.bgmax;

import java.util.ArrayList;
import java.util.List;
import se.aviso.testkit.bank.Sample;
import se.aviso.testkit.bank.SampleFolder;

/** A bank's published examples, with what they hold. */
final class SharedSamples {
    private static final SampleFolder FOLDER = new SampleFolder("bgmax");

    private SharedSamples() {}

    /** The samples that are there, with what they hold. */
    static List<Sample> all() {
        var found = new ArrayList<Sample>();
        FOLDER.find("exempelfil_3.txt")
                .ifPresent(bytes -> found.add(new Sample(
                        "exempelfil_3.txt",
                        bytes,
                        List.of(
                                Sample.section("1900.00 SEK", 2, 1),
                                Sample.section("8000.00 SEK", 4, 0),
                                Sample.section("4000.00 EUR", 2, 0)))));
        FOLDER.find("exempelfil_4.txt")
                .ifPresent(bytes -> found.add(new Sample(
                        "exempelfil_4.txt",
                        bytes,
                        List.of(Sample.section("1500.00 EUR", 2, 0), Sample.section("2100.00 SEK", 4, 0)))));
        return found;
    }

    /** The bytes of a sample; ends the test where the samples are absent. */
    static byte[] bytes(String name) {
        return FOLDER.bytes(name);
    }
}
