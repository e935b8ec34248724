package se.aviso.launcher.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.logging.LogManager;

/** The server's log: files of 10 MB in the data folder, {@code server.0.log} the newest; nothing on the terminal. */
final class ServerLog {
    private static final String FAILURE = " Exception while loading the app :";

    private final Path folder;

    ServerLog(Path folder) {
        this.folder = folder;
    }

    /** Sends what the server prints past its loggers to a file; the terminal is for the launcher's few lines. */
    void takeStandardStreams() throws IOException {
        var stream = new PrintStream(folder.resolve("server.out").toFile(), StandardCharsets.UTF_8);
        System.setOut(stream);
        System.setErr(stream);
    }

    /** What went wrong last, in the server's words. */
    Optional<String> latestFailure() throws IOException {
        try (var lines = Files.lines(folder.resolve("server.0.log"))) {
            return lines.filter(line -> line.contains(FAILURE))
                    .map(line -> line.substring(line.indexOf(FAILURE) + FAILURE.length()))
                    .map(text -> text.replaceAll("(\\w+\\.)+\\w+Exception: |ContainerBase.addChild: start: |\\.$", "")
                            .strip())
                    .filter(text -> !text.isEmpty())
                    .reduce((earlier, later) -> later);
        }
    }

    /** Writes the configuration for the server, and takes it for this process at once. */
    Path writeConfiguration() throws IOException {
        var file = folder.resolve("logging.properties");
        Files.writeString(file, """
                handlers=java.util.logging.FileHandler
                java.util.logging.FileHandler.pattern=%s
                java.util.logging.FileHandler.limit=10485760
                java.util.logging.FileHandler.count=5
                java.util.logging.FileHandler.append=true
                java.util.logging.FileHandler.encoding=UTF-8
                java.util.logging.FileHandler.formatter=java.util.logging.SimpleFormatter
                java.util.logging.SimpleFormatter.format=%%1$tFT%%1$tT.%%1$tL%%1$tz %%4$s %%3$s %%5$s%%6$s%%n
                .level=INFO
                org.glassfish.level=WARNING
                javax.enterprise.level=WARNING
                com.hazelcast.level=WARNING
                org.apache.pdfbox.level=SEVERE
                """.formatted(folder.resolve("server.%g.log")));
        try (InputStream configuration = Files.newInputStream(file)) {
            LogManager.getLogManager().readConfiguration(configuration);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }
}
