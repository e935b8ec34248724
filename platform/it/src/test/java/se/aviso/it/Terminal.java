package se.aviso.it;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A shell in which somebody types; the first command that fails ends it. */
final class Terminal implements AutoCloseable {
    private static final String DONE = "-- that was it --";
    private final Process shell;
    private final Writer typed;
    private final BufferedReader said;

    Terminal(Path folder, Map<String, String> environment) throws IOException {
        var builder = new ProcessBuilder("bash").directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("AVISO_"));
        builder.environment().putAll(environment);
        shell = builder.start();
        typed = shell.outputWriter(StandardCharsets.UTF_8);
        said = shell.inputReader(StandardCharsets.UTF_8);
        type("set -euo pipefail");
    }

    /** What is said until the commands have come to their end; nothing where one of them failed. */
    Optional<String> run(String commands) throws IOException {
        type(commands + "\necho; echo '" + DONE + "'");
        return listen(DONE::equals);
    }

    /** What one command says until a line of it holds these words; it goes on afterwards. */
    Optional<String> begin(String command, String until) throws IOException {
        type("exec " + command.lines().filter(line -> !line.startsWith("#")).reduce("", String::concat));
        var words = listen(line -> line.contains(until));
        new Thread(this::listenOn, "terminal").start();
        return words;
    }

    private Optional<String> listen(Predicate<String> isLast) throws IOException {
        var words = new StringBuilder();
        for (var line = said.readLine(); line != null; line = said.readLine()) {
            if (isLast.test(line)) {
                return Optional.of(words.toString());
            }
            words.append(line).append('\n');
        }
        System.err.print(words); // the only trace of what went wrong
        return Optional.empty();
    }

    private void listenOn() {
        try {
            said.transferTo(Writer.nullWriter());
        } catch (IOException closed) {
            Thread.currentThread().interrupt(); // nobody listens any more
        }
    }

    private void type(String commands) throws IOException {
        typed.write(commands + "\n");
        typed.flush();
    }

    @Override
    public void close() {
        shell.destroy();
        try {
            if (!shell.waitFor(90, TimeUnit.SECONDS)) {
                shell.destroyForcibly();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
