package se.aviso.it;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What a program said, and how it ended. */
record Said(int code, String words) {
    private static final long SECONDS = 60;

    /** Runs the program in that folder, with the Java of this test. */
    static Said by(List<String> line, Path folder) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(line).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException(line + " does not end");
        }
        return new Said(process.exitValue(), said);
    }
}
