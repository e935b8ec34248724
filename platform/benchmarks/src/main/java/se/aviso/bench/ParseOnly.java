package se.aviso.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import se.aviso.launcher.console.Refusal;
import se.aviso.launcher.distribution.Distribution;
import se.aviso.spi.PluginContext;
import se.aviso.spi.bank.BankFile;
import se.aviso.spi.bank.BankFileSink;
import se.aviso.spi.bank.BankFormat;
import se.aviso.spi.bank.BankPayment;
import se.aviso.spi.bank.FileStart;
import se.aviso.spi.bank.Head;
import se.aviso.spi.bank.Problem;
import se.aviso.spi.bank.SectionStart;
import se.aviso.spi.bank.SectionTotals;

/** A plugin of the distribution that reads a file, with a host that only counts what it hears. */
final class ParseOnly {
    private static final int WARM = 3;
    private static final int TIMES = 5;

    private final BankFormat format;
    private final byte[] bytes;

    ParseOnly(String plugin, byte[] bytes) throws IOException, ReflectiveOperationException {
        this.bytes = bytes;
        this.format = format(plugin);
    }

    /** Payments a second, once the code is warm. */
    double perSecond() throws IOException {
        for (var time = 0; time < WARM; time++) {
            read();
        }
        var began = System.nanoTime();
        var payments = 0L;
        for (var time = 0; time < TIMES; time++) {
            payments += read();
        }
        return payments / ((System.nanoTime() - began) / 1e9);
    }

    private long read() throws IOException {
        var heard = new Counting();
        format.read(new Bytes(bytes), heard, new PluginContext(Map.of(), Clock.systemUTC(), false));
        return heard.payments;
    }

    /** That of the plugin's formats which is surest of the file. */
    private BankFormat format(String plugin) throws IOException, ReflectiveOperationException {
        var loader = new URLClassLoader(new URL[] {jar(plugin)}, ParseOnly.class.getClassLoader());
        var head = new Head(Arrays.copyOf(bytes, Math.min(bytes.length, Head.LENGTH)), "bench");
        var formats = new ArrayList<BankFormat>();
        try (var index = loader.findResource("META-INF/extensions.idx").openStream()) {
            for (var name : new String(index.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                if (!name.isBlank() && !name.startsWith("#")) {
                    formats.add((BankFormat) loader.loadClass(name.strip())
                            .getDeclaredConstructor()
                            .newInstance());
                }
            }
        }
        return formats.stream()
                .max(Comparator.comparing(format -> format.probe(head)))
                .orElseThrow();
    }

    private static URL jar(String plugin) throws IOException {
        try (var jars = Files.list(Distribution.running().plugins())) {
            return jars.filter(jar -> jar.getFileName().toString().startsWith("aviso-" + plugin + "-"))
                    .findFirst()
                    .orElseThrow(() -> new Refusal("The distribution has no plugin " + plugin + "."))
                    .toUri()
                    .toURL();
        }
    }

    /** A file that lies in memory. */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares two
    private record Bytes(byte[] bytes) implements BankFile {
        @Override
        public String name() {
            return "bench";
        }

        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes);
        }
    }

    /** Hears all and keeps nothing. */
    private static final class Counting implements BankFileSink {
        private long payments;

        @Override
        public void fileOpened(FileStart start) {
            // not counted
        }

        @Override
        public void sectionOpened(SectionStart start) {
            // not counted
        }

        @Override
        public void payment(BankPayment payment) {
            payments++;
        }

        @Override
        public void deduction(BankPayment deduction) {
            payments++;
        }

        @Override
        public void sectionClosed(SectionTotals totals) {
            // not counted
        }

        @Override
        public void fileClosed() {
            // not counted
        }

        @Override
        public void problem(Problem problem) {
            throw new Refusal("The file is not sound: " + problem);
        }
    }
}
