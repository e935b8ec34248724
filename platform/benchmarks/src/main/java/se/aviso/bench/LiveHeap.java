package se.aviso.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import se.aviso.launcher.console.Refusal;

/** What a Java process keeps alive: counted by the JDK's own tool after a full collection. */
final class LiveHeap {
    private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");

    private final long pid;

    LiveHeap(long pid) {
        this.pid = pid;
    }

    long bytes() throws IOException, InterruptedException {
        // the first collection only makes references weak enough for the second
        histogram();
        return TOTAL.matcher(histogram())
                .results()
                .map((MatchResult total) -> Long.parseLong(total.group(1)))
                .findFirst()
                .orElseThrow(() -> new Refusal("jcmd does not say what process " + pid + " keeps alive."));
    }

    private String histogram() throws IOException, InterruptedException {
        var tool = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var process = new ProcessBuilder(tool, Long.toString(pid), "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        try (var words = process.inputReader()) {
            var all = new StringBuilder();
            words.lines().forEach(line -> all.append(line).append('\n'));
            process.waitFor();
            return all.toString();
        }
    }
}
