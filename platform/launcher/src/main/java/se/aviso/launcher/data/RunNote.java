package se.aviso.launcher.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The note in the data folder of what runs there: its process id, when that began, and where to reach it. */
public record RunNote(long pid, Instant began, Map<String, String> facts) {
    private static final String FILE = "run.properties";

    /** Writes the note of this process. */
    public static void write(DataFolder folder, Map<String, String> facts) {
        var values = new HashMap<>(facts);
        var self = ProcessHandle.current();
        values.put("pid", Long.toString(self.pid()));
        values.put("began", began(self).toString());
        new PrivateProperties(folder.file(FILE)).replace(values);
    }

    /** Adds a fact to the note of this process. */
    public static void add(DataFolder folder, String key, String value) {
        new PrivateProperties(folder.file(FILE)).put(key, value);
    }

    /** The note, if one is there. */
    public static Optional<RunNote> read(DataFolder folder) {
        var values = new PrivateProperties(folder.file(FILE)).read();
        var pid = values.get("pid");
        var began = values.get("began");
        if (pid == null || began == null) {
            return Optional.empty();
        }
        return Optional.of(new RunNote(Long.parseLong(pid), Instant.parse(began), values));
    }

    /** The process that wrote the note, if it lives: a process id alone may have been given away since. */
    public Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(handle -> began(handle).equals(began));
    }

    /** One fact of the note. */
    public Optional<String> fact(String key) {
        return Optional.ofNullable(facts.get(key));
    }

    /** Removes the note. */
    public static void remove(DataFolder folder) {
        try {
            Files.deleteIfExists(folder.file(FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Instant began(ProcessHandle handle) {
        return handle.info().startInstant().orElse(Instant.EPOCH);
    }
}
