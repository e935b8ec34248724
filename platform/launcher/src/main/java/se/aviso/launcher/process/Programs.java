package se.aviso.launcher.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a program to its end, its words in a log file. */
public final class Programs {
    private Programs() {}

    /** Runs the program and answers its exit code; ends it and all that it started when it takes longer than this. */
    public static int run(List<String> command, Path log, int seconds) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            throw new IOException(
                    command.get(0) + " did not end within " + seconds + " seconds; its words are in " + log);
        }
        return process.exitValue();
    }
}
