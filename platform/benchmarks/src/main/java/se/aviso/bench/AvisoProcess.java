package se.aviso.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import se.aviso.launcher.console.Refusal;
import se.aviso.launcher.data.DataFolder;
import se.aviso.launcher.data.Ports;
import se.aviso.launcher.data.RunNote;
import se.aviso.launcher.distribution.Distribution;

/** One command of the product in a process of its own, started as the script starts it. */
final class AvisoProcess implements AutoCloseable {
    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(8);

    private final Process process;
    private final DataFolder folder;
    private final long began = System.nanoTime();

    private AvisoProcess(Process process, DataFolder folder) {
        this.process = process;
        this.folder = folder;
    }

    static AvisoProcess of(String command, DataFolder folder, Map<String, String> environment) throws IOException {
        var distribution = Distribution.running();
        var line = new ArrayList<String>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.add("@" + distribution.home().resolve("jvm.options"));
        line.addAll(List.of("-jar", distribution.jar().toString(), command));
        line.addAll(List.of("--data", folder.root().toString(), "--port", Integer.toString(Ports.anyFree())));
        var builder = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(folder.file("words.out").toFile());
        builder.environment().put("MALLOC_ARENA_MAX", "2");
        builder.environment().putAll(environment);
        return new AvisoProcess(builder.start(), folder);
    }

    /** Waits until the note in the data folder says so. */
    RunNote await(Predicate<RunNote> wanted) throws InterruptedException {
        while (System.nanoTime() - began < PATIENCE_NANOS && process.isAlive()) {
            var note = RunNote.read(folder).filter(wanted);
            if (note.isPresent()) {
                return note.get();
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        throw new Refusal("The product did not come so far; its words are in " + folder.file("words.out") + ".");
    }

    /** Seconds since the process was begun. */
    double seconds() {
        return (System.nanoTime() - began) / 1e9;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
