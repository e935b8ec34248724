package se.aviso.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import se.aviso.app.document.DocumentData;
import se.aviso.app.document.DocumentWriter;
import se.aviso.app.document.PrintHouseFile;

/** Writes the same documents in each way, in turns, and reckons what a second of the thread's own time gives. */
final class DocumentsRun {
    private static final int ROUNDS = 7;
    private static final int STAMPED = 20_000;
    private static final int LAID_OUT = 150;
    private static final int SHARED_FROM = 1_000;
    private static final double TARGET = 10_000;
    private static final int CLUBS = 500;
    private static final int MIXED = 20_000;
    private static final double TARGET_RATIO = 80;
    private static final double TARGET_BYTES = 2_000;

    private final DocumentWriter writer = new DocumentWriter();
    private final List<DocumentData> documents = MadeUpInvoices.of(500);
    private final List<DocumentData> mixed = MadeUpInvoices.ofClubs(MIXED, CLUBS);
    private final double[] stamped = new double[ROUNDS];
    private final double[] ofClubs = new double[ROUNDS];
    private final double[] laidOut = new double[ROUNDS];
    private final double[] printed = new double[ROUNDS];
    private long bytes;
    private double bytesPerPage;

    private DocumentsRun() {}

    /** Takes nothing. */
    public static void main(String[] arguments) throws IOException {
        new DocumentsRun().run();
    }

    private void run() throws IOException {
        for (var round = 0; round < ROUNDS; round++) {
            stamped[round] = perSecond(documents, STAMPED, document -> bytes = writer.pdf(document).length);
            ofClubs[round] = perSecond(mixed, MIXED, document -> writer.pdf(document));
            laidOut[round] = perSecond(documents, LAID_OUT, document -> writer.laidOut(document));
            printed[round] = print();
        }
        var figures = new Figures("documents");
        figures.number("per_cpu_s", TARGET, middle(stamped));
        figures.number("per_cpu_s_many_sellers", TARGET, middle(ofClubs));
        figures.number("per_cpu_s_many_sellers_first", ofClubs[0]);
        figures.number("html_per_cpu_s", middle(laidOut));
        figures.ratio("ratio_to_html", TARGET_RATIO, middle(stamped) / middle(laidOut));
        figures.number("bytes", (double) bytes);
        figures.number("print_pages_per_cpu_s", TARGET, middle(printed));
        figures.number("print_bytes_a_page", TARGET_BYTES, bytesPerPage);
        var made = writer.reports().values().stream()
                .mapToLong(report -> report.laidOut().values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .sum();
        figures.number("fallbacks", (double) made);
        figures.print();
    }

    private double print() throws IOException {
        var counted = new Counted();
        var before = cpu();
        var shared = 0L;
        try (var file = writer.printHouseFile(
                counted, OutputStream.nullOutputStream(), "Letters", LocalDate.of(2026, 12, 14))) {
            for (var n = 0; n < STAMPED; n++) {
                if (n == SHARED_FROM) {
                    shared = counted.bytes;
                }
                var handling = new PrintHouseFile.Handling(Integer.toString(n), "B", "C5", "");
                file.add(documents.get(n % documents.size()), handling);
            }
        }
        bytesPerPage = (counted.bytes - shared) / (double) (STAMPED - SHARED_FROM);
        return STAMPED / ((cpu() - before) / 1e9);
    }

    private static double perSecond(List<DocumentData> documents, int count, Writing writing) {
        var before = cpu();
        for (var n = 0; n < count; n++) {
            writing.write(documents.get(n % documents.size()));
        }
        return count / ((cpu() - before) / 1e9);
    }

    /** A way to write a document. */
    private interface Writing {
        void write(DocumentData document);
    }

    /** Of the later rounds: the first ones are the compiler's. */
    private static double middle(double[] rounds) {
        var later = Arrays.copyOfRange(rounds, ROUNDS / 2, ROUNDS);
        Arrays.sort(later);
        return later[later.length / 2];
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** Counts what would be sent. */
    private static final class Counted extends OutputStream {
        private long bytes;

        @Override
        public void write(int one) {
            bytes++;
        }

        @Override
        public void write(byte[] some, int from, int length) {
            bytes += length;
        }
    }
}
