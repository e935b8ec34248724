package se.aviso.app.document;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** Prints how many one-line avis one core writes in a second; run by hand. */
final class DocumentBenchmark {
    private static final int ROUNDS = 8;

    private DocumentBenchmark() {}

    public static void main(String[] args) throws IOException {
        var writer = new DocumentWriter();
        var documents = args.length > 0 ? Integer.parseInt(args[0]) : 500;
        for (var look : DocumentData.Look.values()) {
            var last = new byte[0];
            for (var round = 1; round <= ROUNDS; round++) {
                var began = cpuNanos();
                for (var i = 0; i < documents; i++) {
                    last = writer.pdf(DocumentFixture.welcome(look, "Åsa Öberg " + i));
                }
                var seconds = (cpuNanos() - began) / 1e9;
                System.out.printf(
                        "%s round %d: %.0f documents per CPU-second, %d bytes each%n",
                        look, round, documents / seconds, last.length);
            }
            if (args.length > 1) {
                Files.write(Path.of(args[1], look + ".pdf"), last);
            }
        }
        if (args.length > 1) {
            Files.write(Path.of(args[1], "reminder.pdf"), writer.pdf(DocumentFixture.reminder()));
            Files.write(
                    Path.of(args[1], "fifteen.pdf"),
                    writer.pdf(DocumentFixture.document(
                            new DocumentData.Form(
                                    DocumentData.Kind.ONE_OFF,
                                    DocumentData.Language.EN,
                                    DocumentData.Look.KLASSISK,
                                    "#8a2f2a"),
                            DocumentFixture.licences(15))));
        }
    }

    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
